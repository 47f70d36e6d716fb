import type {FleetSummary} from '../fleet/summary.js'
import type {Severity} from '../rules/rule.js'
import type {FailOn} from './exit-judge.js'

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error']

export interface FleetExit {
  readonly code: 0 | 1 | 3
  /** Why code 3, in a sentence. */
  readonly reason: string
}

/** How a run over many captures ends. Where 1 and 3 both hold, 3. */
export function fleetExit(
  {captures, read, rules, unreadable}: FleetSummary,
  failOn: FailOn,
  strict: boolean,
): FleetExit {
  if (captures.unreadable === captures.total) {
    const [only] = unreadable
    const why =
      captures.total === 1 && only ? `${only.path}: ${only.reason}` : `none of ${captures.total} captures could be.`
    return {code: 3, reason: `Nothing could be judged: ${why}`}
  }
  if (strict && read.partly > 0) {
    return {code: 3, reason: `${read.partly} of ${read.files} files could not be read or judged in full (--strict).`}
  }
  const counted = failOn === 'never' ? [] : SEVERITIES.slice(SEVERITIES.indexOf(failOn))
  const failed = rules.some(({severities}) => counted.some(severity => severities[severity] > 0))
  return {code: failed ? 1 : 0, reason: ''}
}
