import type {By} from '../../fleet/fleet.js'
import type {Code, Metrics} from '../../fleet/metrics.js'
import type {FleetSummary, RuleCoverage} from '../../fleet/summary.js'
import {jsonList} from '../json.js'
import {safeJson} from '../printable.js'
import type {Report} from '../report.js'

/** A metric, a cohort, a rule on each line. */
export const json: Report<FleetSummary> = {
  id: 'json',
  title: 'JSON, one object',
  each: {open: '', between: '', close: ''},
  *render({schemaVersion, metrics, cohorts, rules, captures}) {
    yield `{\n"schemaVersion": ${schemaVersion},\n"metrics": {\n`
    const members = Object.entries(metricsShape(metrics)).map(([name, metric]) => `"${name}": ${safeJson(metric)}`)
    yield `${members.join(',\n')}\n},\n"cohorts": `
    yield* jsonList(cohorts, ({by, metrics}) => ({by: byShape(by), metrics: metricsShape(metrics)}))
    yield ',\n"rules": '
    yield* jsonList(rules, ruleShape)
    yield `,\n"captures": ${safeJson(captures)}\n}\n`
  },
}

/** The second number of a disassociation is a reason. */
function metricsShape({topCodes, ...metrics}: Metrics) {
  const {apPairs, hostShare, limits, ...before} = metrics
  const attempts = topCodes.attempts.map(({example, ...code}) => ({...code, example}))
  return {
    ...before,
    topCodes: {attempts, disassociations: topCodes.disassociations.map(reasonShape)},
    apPairs,
    hostShare,
    limits,
  }
}

function reasonShape({set, status, statusName, code, codeName, n, classes, vendors, example}: Code) {
  return {set, status, statusName, reason: code, reasonName: codeName, n, classes, vendors, example}
}

/** No prototype, so that a label named `__proto__` is a label. */
function byShape(by: By): Record<string, string | null> {
  const shape: Record<string, string | null> = Object.create(null)
  for (const [name, value] of by) shape[name] = value
  return shape
}

const ruleShape = ({id, pass, violation, inconclusive, notApplicable, captures, severities, blames}: RuleCoverage) => ({
  id,
  pass,
  violation,
  inconclusive,
  notApplicable,
  captures,
  severities,
  blames,
})
