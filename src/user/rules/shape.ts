import type {TraceEvent} from '../../events/event.js'
import type {Basis, Judgement, Verdicts} from '../../rules/rule.js'
import type {Look} from './look.js'
import type {Pattern} from './pattern.js'

/** What a message may tell of a violation: the records by the key of their pattern, and how long something took. */
export interface Told {
  readonly events: Readonly<Record<string, TraceEvent | undefined>>
  readonly took?: string
  /** In our words, where the rule has none of its own. */
  readonly otherwise: string
}

/** One of the three forms of a rule, ready to judge the records that its first pattern finds. */
export interface Shape {
  /** Patterns by their key in the file; the first one finds the records to judge. */
  readonly patterns: ReadonlyMap<string, Pattern>
  readonly main: Pattern
  readonly basis: Basis
  /** `say`: the message of the rule for what happened. */
  judge(look: Look, say: (told: Told) => string): Verdicts
  /** Where no record was found at all. */
  readonly none: Judgement | undefined
}
