import {duration} from '../../analysis/duration.js'
import {calendarDay} from '../../analysis/moment.js'
import type {Change} from '../../fleet/changes.js'
import type {Outcomes} from '../../fleet/metrics.js'
import type {FleetSummary} from '../../fleet/summary.js'
import {bytes} from '../text/coverage.js'
import {type Layout, plural, thousands} from '../text/layout.js'
import {digits, errorRules, percent, phrase} from './figures.js'
import type {Section} from './section.js'

const LISTED = 3

/** The first lines, in the order of the health line: what was read and how well, success, time, FT, errors, changes. */
export const overview: Section = function* (summary, layout) {
  const {metrics, captures} = summary
  yield* layout.labelled('Read', read(summary))
  yield* layout.labelled('Quality', quality(summary))
  if (captures.unreadable === captures.total) return
  const {roamSuccess, connectSuccess, ftShare, ftFallback} = metrics
  yield* layout.labelled('Roams', sessions(roamSuccess.outcomes, `success ${phrase(roamSuccess)}`), layout.chalk.bold)
  yield* layout.labelled('Connects', sessions(connectSuccess.outcomes, `success ${phrase(connectSuccess)}`))
  yield* layout.labelled('Time', time(summary, layout))
  yield* layout.labelled('FT', [
    phrase(ftShare, 'roam'),
    ...(ftFallback.n === 0 ? [] : [`fallback ${phrase(ftFallback, 'FT roam')}`]),
  ])
  yield* layout.labelled('Errors', errors(summary, layout), layout.chalk.red)
  yield* layout.labelled('Changes', changes(summary, layout))
}

function read({read, captures}: FleetSummary): string[] {
  const {files, startUs, endUs} = read
  const facts = [plural(files, 'file')]
  if (captures.total !== files) facts.push(plural(captures.total, 'capture'))
  facts.push(bytes(read.bytes), `${plural(read.records, 'record')}, ${thousands(read.wifiRecords)} of Wi-Fi`)
  if (startUs !== null && endUs !== null) {
    const [from, to] = [calendarDay(startUs, 'utc'), calendarDay(endUs, 'utc')]
    facts.push(from === to ? from : `${from} to ${to}`)
  }
  return facts
}

function quality({captures}: FleetSummary): string[] {
  const {total, unreadable, withLoss, coarse, missingFamily, sessionsAffected} = captures
  const readable = total - unreadable
  const facts = [
    unreadable === 0 ? 'all could be judged' : `${thousands(readable)} of ${plural(total, 'capture')} could be judged`,
  ]
  if (withLoss > 0) facts.push(`${thousands(withLoss)} with lost events`)
  if (coarse > 0) facts.push(`${thousands(coarse)} with coarse times`)
  if (missingFamily > 0) facts.push(`${thousands(missingFamily)} without commands, responses or indications`)
  if (withLoss + coarse + missingFamily === 0 && readable > 0)
    facts.push('none with losses, coarse times or missing kinds of records')
  else if (readable > 0) facts.push(`${phrase(sessionsAffected, 'session')} affected`)
  return facts
}

/** "15: 13 success, 1 stayed, 1 hung", then the share. */
function sessions(outcomes: Outcomes, share: string): string[] {
  const ended = Object.entries(outcomes).filter(([, n]) => n > 0)
  const all = ended.reduce((sum, [, n]) => sum + n, 0)
  if (all === 0) return ['none']
  return [`${thousands(all)}: ${ended.map(([outcome, n]) => `${thousands(n)} ${outcome}`).join(', ')}`, share]
}

function time({metrics}: FleetSummary, layout: Layout): string[] {
  const {n, measured, p50Us, p95Us, minUs, maxUs} = metrics.timeToRoam.tService.all
  if (n === 0) return ['no successful roam']
  if (minUs === null || maxUs === null) return ['command to service is not measured in any roam']
  const say = (us: number) => layout.ours(duration(us, null))
  const points = [p50Us === null ? null : `p50 ${say(p50Us)}`, p95Us === null ? null : `p95 ${say(p95Us)}`]
  const known = points.filter(point => point !== null)
  return [
    `command to service ${[...known, `${say(minUs)} to ${say(maxUs)}`].join(', ')}`,
    `measured in ${thousands(measured)} of ${plural(n, 'roam')}`,
  ]
}

function errors({rules}: FleetSummary, layout: Layout): string[] {
  const all = errorRules(rules)
  if (all.length === 0) return ['none']
  const most = all.slice(0, LISTED).map(({id, n, blame}) => `${layout.theirs(id)} ${thousands(n)} (${blame})`)
  return all.length > LISTED ? [...most, plural(all.length - LISTED, 'more rule')] : most
}

function changes({changes}: FleetSummary, layout: Layout): string[] {
  if (changes === null) return []
  const {from, to} = changes
  const versions = `driver ${layout.theirs(from)} to ${layout.theirs(to)}`
  if (changes.changes.length === 0) return [`${versions}: fewer than 20 sessions on one side, or no change`]
  return [versions, ...changes.changes.map(change => layout.ours(`${change.metric} ${sides(change)}`))]
}

function sides({unit, before, after}: Change): string {
  if (unit === 'us') return `${duration(before, null)} → ${duration(after, null)}`
  return `${digits(before)} → ${percent(after)}`
}
