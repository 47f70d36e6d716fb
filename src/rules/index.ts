import type {Rule} from './rule.js'

/** All rules in the order of the catalogue (rules.md B.2). */
export const rules: readonly Rule[] = []
