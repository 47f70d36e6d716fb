import type {Settings} from '../rules/settings.js'
import type {Outcome, SecurityClass} from '../sessions/session.js'
import type {Bag} from './bag.js'
import {codesOf, triggersOf} from './codes-of.js'
import {LIMITS} from './limits.js'
import type {Metrics, Outcomes, Times} from './metrics.js'
import {pairsOf} from './pairs-of.js'
import {ENOUGH, type Share, shareOf, timeOf} from './statistics.js'
import type {ShareName, SumName} from './tables.js'
import {Values} from './values.js'

export const OUTCOMES: readonly (Outcome | 'unknown')[] = [
  'success',
  'stayed',
  'failed',
  'aborted',
  'aborted-before-disassoc',
  'aborted-after-disassoc',
  'hung',
  'rejected',
  'device-reset',
  'incomplete',
  'unknown',
]

export const CLASSES: readonly SecurityClass[] = ['ft', 'sae', 'pmkid', '8021x', 'psk', 'owe', 'open', 'unknown']

const HOUR = 3_600_000_000

/** The figures of a fleet or of one of its cohorts. */
export function metricsOf(bag: Bag, settings: Settings): Metrics {
  const roams = outcomesOf('roam', bag)
  const connects = outcomesOf('connect', bag)
  const lost = roams.failed + roams.hung + roams['device-reset']
  const sum = (name: SumName) => bag.of('sum', name)
  const share = (name: ShareName): Share => shareOf(bag.of('share', name, 'k'), bag.of('share', name, 'n'))
  const perHour = (n: number) => (associatedUs > 0 ? (n * HOUR) / associatedUs : null)
  const associatedUs = sum('associatedUs')
  const window = {windowUs: settings.pingPongUs}
  const none = share('noFailedCandidate')
  const hostSessions = sum('hostSessions')
  // Those of the driver: Windows does not tell FT.
  const classed = bag.rows('class').reduce((total, [, n]) => total + n, 0)
  return {
    roamSuccess: {...shareOf(roams.success, roams.success + lost), outcomes: roams},
    roamSuccessStrict: shareOf(roams.success, roams.success + lost + roams['aborted-after-disassoc']),
    stayShare: shareOf(roams.stayed, roams.success + roams.failed + roams.stayed),
    connectSuccess: {
      ...shareOf(connects.success, connects.success + connects.failed + connects.hung + connects['device-reset']),
      outcomes: connects,
    },
    roamRate: {roams: sum('ratedRoams'), associatedUs, perHour: perHour(sum('ratedRoams'))},
    timeToRoam: {tReq: timesOf('tReq', bag), tTask: timesOf('tTask', bag), tService: timesOf('tService', bag)},
    outage: {
      n: sum('ratedRoams'),
      measured: sum('outageMeasured'),
      fromGapL2: sum('outageFromL2'),
      sumUs: sum('outageUs'),
      associatedUs,
      perHourUs: perHour(sum('outageUs')),
    },
    ftShare: shareOf(bag.of('class', 'ft'), classed),
    ftShareOfEligible: share('ftShareOfEligible'),
    ftFallback: share('ftFallback'),
    pmkidFallback: share('pmkidFallback'),
    pingPong: {...share('pingPong'), ...window},
    bandFlip: {...share('bandFlip'), ...window},
    failedCandidates: {
      failed: sum('failedCandidates'),
      n: none.n,
      perRoam: none.n < ENOUGH ? null : sum('failedCandidates') / none.n,
      none,
    },
    disconnectAfterRoam: share('disconnectAfterRoam'),
    handshakeFailures: share('handshakeFailures'),
    triggerMix: {sessions: triggersOf(bag), driverTriggered: share('driverTriggered')},
    triggerYield: share('triggerYield'),
    topCodes: {attempts: codesOf('attempts', bag), disassociations: codesOf('disassociations', bag)},
    apPairs: pairsOf(bag),
    hostShare: {
      n: hostSessions,
      hostUs: sum('hostUs'),
      tServiceUs: sum('hostServiceUs'),
      share: hostSessions < ENOUGH || sum('hostServiceUs') === 0 ? null : sum('hostUs') / sum('hostServiceUs'),
      longest: share('hostLongest'),
    },
    limits: LIMITS.map(limit => ({
      ...limit,
      judged: bag.of('limit', limit.rule, 'judged'),
      violated: bag.of('limit', limit.rule, 'violated'),
      inconclusive: bag.of('limit', limit.rule, 'inconclusive'),
      notApplicable: bag.of('limit', limit.rule, 'notApplicable'),
    })),
  }
}

function outcomesOf(table: 'roam' | 'connect', bag: Bag): Outcomes {
  return Object.fromEntries(OUTCOMES.map(outcome => [outcome, bag.of(table, outcome)])) as Outcomes
}

function timesOf(table: 'tReq' | 'tTask' | 'tService', bag: Bag): Times {
  const all = new Values()
  const times = CLASSES.map(kind => {
    const values = bag.values(table, kind)
    all.addAll(values.sorted())
    return [kind, timeOf(values, bag.of('class', kind))] as const
  })
  const successes = CLASSES.reduce((n, kind) => n + bag.of('class', kind), 0)
  return {all: timeOf(all, successes), ...Object.fromEntries(times)} as Times
}
