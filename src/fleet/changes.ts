import type {Settings} from '../rules/settings.js'
import type {Bag} from './bag.js'
import type {Metrics} from './metrics.js'
import {metricsOf} from './metrics-of.js'
import type {Share, Time} from './statistics.js'

export interface Change {
  readonly metric: string
  readonly unit: 'share' | 'us'
  readonly before: number
  readonly after: number
}

/** The three largest changes between two driver versions. Differences, no verdicts: `compare` knows their intervals. */
export interface Changes {
  readonly from: string
  readonly to: string
  readonly changes: readonly Change[]
}

/** Below this on either side nothing is said (rules.md C.4). */
const ENOUGH = 20
const LISTED = 3

const SHARES: readonly (readonly [string, (metrics: Metrics) => Share])[] = [
  ['roam success', metrics => metrics.roamSuccess],
  ['connect success', metrics => metrics.connectSuccess],
  ['stayed', metrics => metrics.stayShare],
  ['FT share', metrics => metrics.ftShare],
  ['FT fallback', metrics => metrics.ftFallback],
  ['PMKID fallback', metrics => metrics.pmkidFallback],
  ['ping-pong', metrics => metrics.pingPong],
  ['roams without failed candidate', metrics => metrics.failedCandidates.none],
  ['disconnect after roam', metrics => metrics.disconnectAfterRoam],
  ['handshake failure after roam', metrics => metrics.handshakeFailures],
]

const TIMES: readonly (readonly [string, (metrics: Metrics) => Time])[] = [
  ['t_req', metrics => metrics.timeToRoam.tReq.all],
  ['t_service', metrics => metrics.timeToRoam.tService.all],
]

/** The newest of the versions against the one before it. */
export function changesOf(drivers: ReadonlyMap<string, Bag>, settings: Settings): Changes | null {
  const versions = [...drivers.keys()].sort(byVersion)
  const [from, to] = versions.slice(-2)
  const [older, newer] = [drivers.get(from ?? ''), drivers.get(to ?? '')]
  if (from === undefined || to === undefined || !older || !newer) return null
  const [before, after] = [metricsOf(older, settings), metricsOf(newer, settings)]
  const sized = [...shareChanges(before, after), ...timeChanges(before, after)]
  sized.sort((a, b) => b.size - a.size || (a.change.metric < b.change.metric ? -1 : 1))
  return {from, to, changes: sized.slice(0, LISTED).map(({change}) => change)}
}

interface Sized {
  readonly change: Change
  readonly size: number
}

/** Ratios make shares and times comparable: of the odds for shares, half a session added so that 0 and 1 have odds. */
function shareChanges(before: Metrics, after: Metrics): Sized[] {
  const odds = ({k, n}: Share) => (k + 0.5) / (n - k + 0.5)
  return SHARES.flatMap(([metric, of]) => {
    const [a, b] = [of(before), of(after)]
    if (a.n < ENOUGH || b.n < ENOUGH) return []
    const change: Change = {metric, unit: 'share', before: a.k / a.n, after: b.k / b.n}
    return changed(change, Math.abs(Math.log(odds(b) / odds(a))))
  })
}

function timeChanges(before: Metrics, after: Metrics): Sized[] {
  return TIMES.flatMap(([metric, of]) => {
    const [a, b] = [of(before), of(after)]
    if (a.measured < ENOUGH || b.measured < ENOUGH) return []
    return (['p50', 'p95'] as const).flatMap(percentile => {
      const [x, y] = [a[`${percentile}Us`], b[`${percentile}Us`]]
      if (x === null || y === null) return []
      const change: Change = {metric: `${metric} ${percentile}`, unit: 'us', before: x, after: y}
      return changed(change, Math.abs(Math.log((y + 1) / (x + 1))))
    })
  })
}

function changed(change: Change, size: number): Sized[] {
  return change.before === change.after ? [] : [{change, size}]
}

/** Numbers in them compare as numbers: 24.9 is older than 24.30. */
function byVersion(a: string, b: string): number {
  const [x, y] = [a.split(/(\d+)/), b.split(/(\d+)/)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [s, t] = [x[i] ?? '', y[i] ?? '']
    if (s === t) continue
    const numbers = i % 2 === 1 && s !== '' && t !== ''
    const difference = numbers ? Number(s) - Number(t) : 0
    if (difference !== 0) return difference
    return s < t ? -1 : 1
  }
  return 0
}
