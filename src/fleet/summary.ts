import type {Blame, Severity} from '../rules/rule.js'
import type {Settings} from '../rules/settings.js'
import type {Bag} from './bag.js'
import {type Changes, changesOf} from './changes.js'
import {DRIVER} from './cohorts.js'
import type {By, Fleet, UnreadableCapture} from './fleet.js'
import type {Metrics} from './metrics.js'
import {metricsOf} from './metrics-of.js'
import {type Share, shareOf} from './statistics.js'

export interface CohortSummary {
  readonly by: By
  /** Captures with something of the cohort in them. */
  readonly captures: number
  readonly metrics: Metrics
}

/** Coverage of one rule: judgements, and captures in which it judged, could not, or crashed. */
export interface RuleCoverage {
  readonly id: string
  readonly pass: number
  readonly violation: number
  readonly inconclusive: number
  readonly notApplicable: number
  readonly captures: {readonly ran: number; readonly notApplicable: number; readonly crashed: number}
  /** Violations by what their findings say. */
  readonly severities: Readonly<Record<Severity, number>>
  readonly blames: Readonly<Record<Blame, number>>
}

export interface CaptureQuality {
  readonly total: number
  readonly unreadable: number
  readonly withLoss: number
  readonly coarse: number
  readonly missingFamily: number
  readonly sessionsAffected: Share
}

/** A fleet as every report shows it. The JSON has the first five members and nothing else. */
export interface FleetSummary {
  readonly schemaVersion: 1
  readonly metrics: Metrics
  readonly cohorts: readonly CohortSummary[]
  readonly rules: readonly RuleCoverage[]
  readonly captures: CaptureQuality
  /** Names of --by. */
  readonly by: readonly string[]
  readonly read: {
    readonly files: number
    readonly bytes: number
    readonly records: number
    readonly wifiRecords: number
    /** Files of which some part could not be read or judged. */
    readonly partly: number
    /** First and last moment of captures with a calendar. */
    readonly startUs: number | null
    readonly endUs: number | null
  }
  /** The first thousand by path. */
  readonly unreadable: readonly UnreadableCapture[]
  /** Unexpected disconnects and connection failures: what a trace can say of two dashboard measures. */
  readonly approximations: {readonly disconnects: Share; readonly connectFailures: Share}
  /** Of the newest driver version against the one before; null without two of them. */
  readonly changes: Changes | null
}

/** `rules`: ids in the order of the catalogue. */
export function summaryOf(
  fleet: Fleet,
  by: readonly string[],
  rules: readonly string[],
  settings: Settings,
): FleetSummary {
  const bag = fleet.bag([])
  const metrics = metricsOf(bag, settings)
  const names = JSON.stringify(by)
  const chosen = fleet.cohorts().filter(one => by.length > 0 && JSON.stringify(one.by.map(([name]) => name)) === names)
  return {
    schemaVersion: 1,
    metrics,
    cohorts: chosen.map(({by, bag}) => ({
      by,
      captures: bag.of('captures', 'total'),
      metrics: metricsOf(bag, settings),
    })),
    rules: rules.map(id => coverageOf(id, bag)),
    captures: qualityOf(bag),
    by,
    read: readOf(bag),
    unreadable: fleet.firstUnreadable(),
    approximations: approximationsOf(bag, metrics),
    changes: changesOf(driversOf(fleet), settings),
  }
}

function coverageOf(id: string, bag: Bag): RuleCoverage {
  const of = (member: string) => bag.of('rule', id, member)
  return {
    id,
    pass: of('pass'),
    violation: of('violation'),
    inconclusive: of('inconclusive'),
    notApplicable: of('notApplicable'),
    captures: {ran: of('ran'), notApplicable: of('not-applicable'), crashed: of('crashed')},
    severities: {error: of('severity error'), warning: of('severity warning'), info: of('severity info')},
    blames: {
      driver: of('blame driver'),
      host: of('blame host'),
      ap: of('blame ap'),
      either: of('blame either'),
      capture: of('blame capture'),
    },
  }
}

function qualityOf(bag: Bag): CaptureQuality {
  const of = (member: string) => bag.of('captures', member)
  return {
    total: of('total'),
    unreadable: of('unreadable'),
    withLoss: of('withLoss'),
    coarse: of('coarse'),
    missingFamily: of('missingFamily'),
    sessionsAffected: shareOf(of('sessionsAffected'), of('sessions')),
  }
}

function readOf(bag: Bag): FleetSummary['read'] {
  const of = (member: string) => bag.of('read', member)
  const moments = bag.values('moment').sorted()
  return {
    files: of('files'),
    bytes: of('bytes'),
    records: of('records'),
    wifiRecords: of('wifiRecords'),
    partly: of('partly'),
    startUs: moments[0] ?? null,
    endUs: moments.at(-1) ?? null,
  }
}

function approximationsOf(bag: Bag, {roamSuccess, connectSuccess}: Metrics): FleetSummary['approximations'] {
  const connections = roamSuccess.outcomes.success + connectSuccess.outcomes.success
  // More disconnects than connections: connections that are older than their capture.
  const disconnects = Math.min(bag.of('sum', 'unexpectedDisconnects'), connections)
  return {
    disconnects: shareOf(disconnects, connections),
    connectFailures: shareOf(connectSuccess.n - connectSuccess.k, connectSuccess.n),
  }
}

function driversOf(fleet: Fleet): ReadonlyMap<string, Bag> {
  const drivers = fleet.cohorts().flatMap(({by, bag}) => {
    const [only] = by
    return by.length === 1 && only?.[0] === DRIVER && only[1] !== null ? [[only[1], bag] as const] : []
  })
  return new Map(drivers)
}
