import {duration} from '../../analysis/duration.js'
import type {Metrics} from '../../fleet/metrics.js'
import type {Share} from '../../fleet/statistics.js'
import {type Layout, plural, thousands} from '../text/layout.js'
import {table} from '../text/table.js'
import {interval, percent, shown} from './figures.js'
import type {Section} from './section.js'

/** Shares with numerator, denominator and interval, then what is counted by the hour. */
export const rates: Section = function* ({metrics}, layout) {
  yield* layout.heading('SHARES', 'with 95% Wilson interval; none below a denominator of 5')
  yield* table(
    shares(metrics).filter(([, share]) => share.n > 0),
    [
      {head: 'figure', least: 39, cell: ([name]) => layout.ours(name)},
      {head: 'share', right: true, cell: ([, share]) => layout.ours(shown(share))},
      {head: 'interval', right: true, drop: 1, blank: '', cell: ([, share]) => interval(share)},
      {head: 'count', right: true, cell: ([, {k, n}]) => `${thousands(k)} of ${thousands(n)}`},
    ],
    layout.width,
    layout.chalk.dim,
  )
  const unjudged = shares(metrics).filter(([, {n}]) => n === 0)
  const [list = '', ...more] = layout.items(
    unjudged.map(([name]) => layout.ours(name)),
    layout.width - 14,
  )
  if (list !== '') yield layout.chalk.dim(`no case of:   ${list}`)
  for (const rest of more) yield layout.chalk.dim(`              ${rest}`)
  yield* layout.heading('BY THE HOUR', '')
  yield* layout.labelled('Roams', hourly(metrics))
  yield* layout.labelled('Outage', outage(metrics, layout))
  yield* layout.labelled('Failed', failed(metrics))
  yield* layout.labelled('Host', host(metrics, layout))
}

function shares(metrics: Metrics): (readonly [string, Share])[] {
  const seconds = metrics.pingPong.windowUs / 1_000_000
  return [
    ['roams that succeeded', metrics.roamSuccess],
    ['the same, aborts after leaving counted', metrics.roamSuccessStrict],
    ['roams that stayed', metrics.stayShare],
    ['connects that succeeded', metrics.connectSuccess],
    ['roams by FT', metrics.ftShare],
    ['roams by FT where it was offered', metrics.ftShareOfEligible],
    ['FT roams that fell back', metrics.ftFallback],
    ['roams that did not use their PMKID', metrics.pmkidFallback],
    [`ping-pongs within ${seconds} s`, metrics.pingPong],
    ['ping-pongs between radios of one AP', metrics.bandFlip],
    ['roams without a failed candidate', metrics.failedCandidates.none],
    ['disconnects within 30 s of a roam', metrics.disconnectAfterRoam],
    ['failed handshakes within 10 s of a roam', metrics.handshakeFailures],
    ['roams that the driver asked for', metrics.triggerMix.driverTriggered],
    ['triggers with a success within 10 s', metrics.triggerYield],
    ['roams whose longest phase is the host’s', metrics.hostShare.longest],
  ]
}

function hourly({roamRate}: Metrics): string[] {
  const {roams, associatedUs, perHour} = roamRate
  if (perHour === null) return ['no time in association is known']
  return [`${perHour.toFixed(1)} an hour`, `${thousands(roams)} in ${duration(associatedUs, null)} of association`]
}

function outage({outage}: Metrics, layout: Layout): string[] {
  const {n, measured, fromGapL2, sumUs, perHourUs} = outage
  if (measured === 0 || perHourUs === null) return ['not measured']
  const facts = [
    `${layout.ours(duration(Math.round(perHourUs), null))} an hour`,
    `${layout.ours(duration(sumUs, null))} in ${thousands(measured)} of ${plural(n, 'roam')}`,
  ]
  if (fromGapL2 > 0)
    facts.push(`${thousands(fromGapL2)} of them too short: keys are not exported, so they end with the association`)
  return facts
}

function failed({failedCandidates}: Metrics): string[] {
  const {failed, n, perRoam} = failedCandidates
  const each = perRoam === null ? [] : [`${perRoam.toFixed(2)} a roam`]
  return [`${plural(failed, 'failed candidate')} in ${plural(n, 'roam')}`, ...each]
}

function host({hostShare}: Metrics, layout: Layout): string[] {
  const {n, hostUs, tServiceUs, share} = hostShare
  if (n === 0) return ['not measured']
  const say = (us: number) => layout.ours(duration(us, null))
  const facts = [`${say(hostUs)} of ${say(tServiceUs)} from command to service were answers of the host`]
  return share === null ? facts : [percent(share), ...facts]
}
