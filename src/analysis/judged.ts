import type {RuleTally} from '../rules/finding.js'

/** Rules that judged something other than the recording itself: only their silence says anything about a driver. */
export const judged = (rules: readonly RuleTally[]) =>
  rules.filter(rule => rule.status === 'ran' && !rule.id.startsWith('capture-'))
