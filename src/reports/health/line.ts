import type {Change, Changes} from '../../fleet/changes.js'
import type {Share, Time} from '../../fleet/statistics.js'
import type {FleetSummary} from '../../fleet/summary.js'
import {printable} from '../printable.js'
import type {Report} from '../report.js'
import {digits, errorRules} from './figures.js'

const LISTED = 3

/** One line a run, in the order of rules.md part D: `key=value`, no blank in a value, `-` where nothing can be said. */
export const line: Report<FleetSummary> = {
  id: 'line',
  title: 'one line of key=value',
  each: {open: '', between: '', close: ''},
  *render(summary) {
    yield `${healthLine(summary)}\n`
  },
}

export function healthLine({captures, metrics, rules, changes}: FleetSummary): string {
  const {sessionsAffected} = captures
  const tService = metrics.timeToRoam.tService.all
  const facts = [
    ['captures', captures.total],
    ['unreadable', captures.unreadable],
    ['with_loss', captures.withLoss],
    ['coarse', captures.coarse],
    ['missing_family', captures.missingFamily],
    ['sessions_affected', counts(sessionsAffected)],
    ['roam_success', share(metrics.roamSuccess)],
    ['roam_success_interval', interval(metrics.roamSuccess)],
    ['roams', counts(metrics.roamSuccess)],
    ['t_service_p50', time(tService.p50Us)],
    ['t_service_p95', time(tService.p95Us)],
    ['t_service_measured', measured(tService)],
    ['ft_share', share(metrics.ftShare)],
    ['ft_roams', counts(metrics.ftShare)],
    ['errors', captures.total === captures.unreadable ? '-' : errors(rules)],
    ['changes', changesOf(changes)],
  ]
  return `roamscope ${facts.map(([key, value]) => `${key}=${value}`).join(' ')}`
}

const share = ({share}: Share) => (share === null ? '-' : `${digits(share)}%`)
const interval = ({low, high}: Share) => (low === null || high === null ? '-' : `${digits(low)}..${digits(high)}%`)
const counts = ({k, n}: Share) => `${k}/${n}`
const measured = ({measured, n}: Time) => `${measured}/${n}`
const time = (us: number | null) => (us === null ? '-' : `${us / 1000}ms`)

function errors(rules: FleetSummary['rules']): string {
  const most = errorRules(rules).slice(0, LISTED)
  return most.length === 0 ? 'none' : most.map(({id, n, blame}) => `${word(id)}:${n}:${blame}`).join(',')
}

function changesOf(changes: Changes | null): string {
  if (changes === null) return '-'
  const list = changes.changes.map(
    change => `${change.metric.replaceAll(' ', '_')}:${value(change, 'before')}>${value(change, 'after')}`,
  )
  return `${word(changes.from)}>${word(changes.to)}(${list.join(',') || '-'})`
}

function value(change: Change, side: 'before' | 'after'): string {
  return change.unit === 'us' ? time(change[side]) : `${digits(change[side])}%`
}

/** A label may hold anything; here it must be one word without the signs around it. */
const word = (label: string) => printable(label).replace(/[\s=,:>()]/g, '_')
