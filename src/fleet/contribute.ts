import {inputReport, type ReadInput} from '../analysis/read-inputs.js'
import {type TraceOptions, traceOf} from '../analysis/trace-of.js'
import {judge} from '../rules/engine.js'
import type {Rule} from '../rules/rule.js'
import {CaptureTally} from './capture-tally.js'
import {CAPTURE, Cohorts} from './cohorts.js'
import {countAftermath} from './count/aftermath.js'
import {countCapture} from './count/capture.js'
import {countCodes} from './count/codes.js'
import {countCoverage} from './count/coverage.js'
import {countDisconnects} from './count/disconnects.js'
import {countFastRoams} from './count/fast-roams.js'
import {countHostShare} from './count/host-share.js'
import {countLinks} from './count/links.js'
import {countPairs} from './count/pairs.js'
import {countSessions} from './count/sessions.js'
import {countTriggers} from './count/triggers.js'
import {type Contribution, Fleet} from './fleet.js'
import {LimitWatch} from './limit-watch.js'

export interface HealthOptions extends TraceOptions {
  /** In the order of the catalogue. */
  readonly rules: readonly Rule[]
  /** `capture`, `model`, `class` or a label; the cohorts are all combinations that occur. */
  readonly by: readonly string[]
}

const COUNTERS = [
  countSessions,
  countFastRoams,
  countAftermath,
  countTriggers,
  countLinks,
  countHostShare,
  countPairs,
  countCodes,
  countDisconnects,
]

/** What the files of one capture add to a fleet. A capture that cannot be judged is counted, whatever is wrong with it. */
export function contributionOf(inputs: readonly ReadInput[], options: HealthOptions): Contribution {
  const path = inputs.map(({source}) => source.path).sort()[0] ?? ''
  const unreadable = (reason: string): Contribution => {
    const fleet = startedWith(inputs)
    fleet.bag([]).count('captures', ['unreadable'])
    fleet.unreadable({path, reason})
    return fleet.plain()
  }
  if (inputs.every(({collector}) => collector.events.length === 0)) return unreadable(reasonOf(inputs))
  try {
    return judged(inputs, path, options)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return unreadable(`a bug in roamscope ended its analysis: ${why}`)
  }
}

function judged(inputs: readonly ReadInput[], path: string, options: HealthOptions): Contribution {
  const fleet = startedWith(inputs)
  const trace = traceOf(inputs, options)
  const watch = new LimitWatch()
  const found = judge(watch.watched(options.rules), trace)
  const {labels} = trace.capture
  const name = Object.hasOwn(labels, CAPTURE) ? (labels[CAPTURE] ?? path) : path
  const cohorts = new Cohorts(options.by, {name, labels, adapters: trace.adapters})
  const tally = new CaptureTally(trace, options.rules, found, path, cohorts, fleet)
  const whole = fleet.bag([])
  countCapture(trace, whole)
  countCoverage(found, whole)
  for (const adapter of trace.adapters) tally.mention(adapter)
  for (const count of COUNTERS) count(tally)
  watch.count(tally, found.findings)
  for (const {by, bag} of fleet.cohorts()) if (by.length > 0) bag.count('captures', ['total'])
  return fleet.plain()
}

function startedWith(inputs: readonly ReadInput[]): Fleet {
  const fleet = new Fleet()
  const bag = fleet.bag([])
  bag.count('captures', ['total'])
  for (const {bytes, records, wifiRecords, problems} of inputs.map(inputReport)) {
    bag.count('read', ['files'])
    bag.count('read', ['bytes'], bytes)
    bag.count('read', ['records'], records)
    bag.count('read', ['wifiRecords'], wifiRecords)
    if (wifiRecords === 0 || problems.length > 0) bag.count('read', ['partly'])
  }
  return fleet
}

function reasonOf(inputs: readonly ReadInput[]): string {
  const reports = inputs.map(inputReport)
  const problem = reports.flatMap(({problems}) => problems).at(-1)
  const records = reports.reduce((sum, report) => sum + report.records, 0)
  if (records > 0)
    return `no message between Windows and a Wi-Fi driver in ${records} ${records === 1 ? 'record' : 'records'}`
  return problem?.message ?? 'no record that could be read'
}
