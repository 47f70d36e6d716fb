import type {By} from '../../fleet/fleet.js'
import type {Metrics, PairMatrix} from '../../fleet/metrics.js'
import type {Share, Time} from '../../fleet/statistics.js'
import type {FleetSummary} from '../../fleet/summary.js'
import {type Cell, csvLine} from '../csv-line.js'
import type {Report} from '../report.js'

/** What a row may say; the other cells stay empty. */
type Facts = Partial<
  Omit<Share, 'n'> &
    Time & {readonly value: number | null; readonly inconclusive: number; readonly notApplicable: number}
>

const COLUMNS = [
  ...['k', 'n', 'share', 'low', 'high'],
  ...['measured', 'p50Us', 'p95Us', 'p99Us', 'minUs', 'maxUs', 'value', 'inconclusive', 'notApplicable'],
] as const satisfies readonly (keyof Facts)[]

/** A row a metric and cohort; members and list entries are in the column `part`. */
export const csv: Report<FleetSummary> = {
  id: 'csv',
  title: 'CSV, a metric a row',
  each: {open: '', between: '', close: ''},
  *render({by, metrics, cohorts}) {
    yield csvLine(['scope', ...by, 'metric', 'part', ...COLUMNS])
    const rows = function* (scope: string, cohort: By, of: Metrics) {
      for (const [metric, part, facts] of metricRows(of)) {
        const cells: Cell[] = [scope, ...by.map((_, i) => cohort[i]?.[1] ?? null), metric, part]
        yield csvLine([...cells, ...COLUMNS.map(column => facts[column] ?? null)])
      }
    }
    yield* rows('fleet', [], metrics)
    for (const cohort of cohorts) yield* rows('cohort', cohort.by, cohort.metrics)
  },
}

type Row = readonly [metric: keyof Metrics, part: string, facts: Facts]

/** In the order of part D. */
function* metricRows(metrics: Metrics): Iterable<Row> {
  for (const name of Object.keys(metrics) as (keyof Metrics)[]) yield* rowsOf(name, metrics)
}

function* rowsOf(name: keyof Metrics, metrics: Metrics): Iterable<Row> {
  switch (name) {
    case 'roamSuccess':
    case 'connectSuccess':
      yield [name, '', metrics[name]]
      for (const [outcome, n] of Object.entries(metrics[name].outcomes)) yield [name, outcome, {n}]
      break
    case 'roamRate': {
      const {roams, associatedUs, perHour} = metrics[name]
      yield [name, 'per hour', {n: roams, value: perHour}]
      yield [name, 'associatedUs', {value: associatedUs}]
      break
    }
    case 'timeToRoam':
      for (const [total, times] of Object.entries(metrics[name])) {
        for (const [kind, time] of Object.entries(times)) yield [name, `${total} ${kind}`, time]
      }
      break
    case 'outage': {
      const {n, measured, fromGapL2, sumUs, perHourUs} = metrics[name]
      yield [name, 'us per hour', {n, measured, value: perHourUs}]
      yield [name, 'sumUs', {value: sumUs}]
      yield [name, 'from gap-l2', {n: fromGapL2}]
      break
    }
    case 'failedCandidates': {
      const {failed, n, perRoam, none} = metrics[name]
      yield [name, 'per roam', {k: failed, n, value: perRoam}]
      yield [name, 'none', none]
      break
    }
    case 'triggerMix':
      yield [name, 'driver-triggered', metrics[name].driverTriggered]
      for (const {reason, roamTrigger, n} of metrics[name].sessions)
        yield [name, `reason ${reason ?? 'unknown'} trigger ${roamTrigger ?? 'unknown'}`, {n}]
      break
    case 'topCodes':
      for (const {status, code, n} of metrics[name].attempts)
        yield [name, `attempt status ${status} code ${code ?? 'unknown'}`, {n}]
      for (const {status, code, n} of metrics[name].disassociations)
        yield [name, `disassociation status ${status ?? 'unknown'} reason ${code ?? 'unknown'}`, {n}]
      break
    case 'apPairs':
      yield* pairRows('', metrics[name].byAddress)
      yield* pairRows('vendor ', metrics[name].byVendor)
      yield [name, 'unknown', {n: metrics[name].unknown}]
      break
    case 'hostShare': {
      const {n, hostUs, tServiceUs, share, longest} = metrics[name]
      yield [name, 'of t_service', {n, share}]
      yield [name, 'hostUs', {value: hostUs}]
      yield [name, 'tServiceUs', {value: tServiceUs}]
      yield [name, 'longest', longest]
      break
    }
    case 'limits':
      for (const {rule, judged, violated, inconclusive, notApplicable} of metrics[name])
        yield [name, rule, {k: violated, n: judged, inconclusive, notApplicable}]
      break
    default:
      yield [name, '', metrics[name]]
  }
}

function* pairRows(kind: string, {pairs, other}: PairMatrix): Iterable<Row> {
  const rows = [...pairs, ...(other.n > 0 ? [{...other, from: 'other', to: 'other'}] : [])]
  for (const {from, to, n, success, medianTReqUs, medianRssiDb} of rows) {
    const pair = `${kind}${from} > ${to}`
    yield ['apPairs', pair, {k: success, n}]
    yield ['apPairs', `${pair} median tReqUs`, {value: medianTReqUs}]
    yield ['apPairs', `${pair} median RSSI dB`, {value: medianRssiDb}]
  }
}
