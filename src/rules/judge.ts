import type {TraceEvent} from '../events/event.js'
import type {Model} from '../parsers/capabilities.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Session} from '../sessions/session.js'
import type {Command} from '../sessions/task.js'
import type {Judgement, Observation, Rule, Verdicts} from './rule.js'
import type {Trace} from './trace.js'
import {isInconclusive, notApplicable} from './verdict.js'

/** An observation with the rule that made it. */
export interface Raised {
  readonly rule: Rule
  readonly observation: Observation
  readonly adapter: Adapter | null
  readonly inconclusive: boolean
}

export type Subject = Trace | Adapter | TraceEvent | Command | Session

/** One rule at work: what it said so far, until it breaks. */
export class Judge {
  pass = 0
  notApplicable = 0
  readonly reasons = new Map<string, number>()
  readonly raised: Raised[] = []
  crash: string | null = null
  readonly #check: (subject: Subject, trace: Trace) => Verdicts

  /** `unable`: why nothing that the rule says can be believed; null: it can. */
  constructor(
    readonly rule: Rule,
    readonly unable: string | null = null,
  ) {
    // The engine hands each rule the subjects it names, which the union of checks cannot express.
    this.#check = rule.check as (subject: Subject, trace: Trace) => Verdicts
  }

  /** Asks the rule about one of its subjects. A rule that throws is out. */
  ask(subject: Subject, adapter: Adapter | null, trace: Trace): void {
    if (this.crash !== null) return
    try {
      const verdicts = this.#check(subject, trace)
      if (verdicts === undefined) return
      if (isList(verdicts)) for (const verdict of verdicts) this.#note(verdict, adapter)
      else this.#note(verdicts, adapter)
    } catch (error) {
      this.crash = error instanceof Error ? error.message : String(error)
    }
  }

  #note(said: Judgement, adapter: Adapter | null): void {
    const judgement = this.unable === null ? said : notApplicable(this.unable)
    if (judgement.kind === 'pass') this.pass++
    else if (judgement.kind === 'not-applicable') {
      this.notApplicable++
      this.reasons.set(judgement.reason, (this.reasons.get(judgement.reason) ?? 0) + 1)
    } else {
      const inconclusive = isInconclusive(judgement)
      this.raised.push({rule: this.rule, observation: judgement, adapter: judgement.adapter ?? adapter, inconclusive})
    }
  }
}

/** What `Array.isArray` says, for lists that nobody may change. */
function isList(verdicts: Judgement | readonly Judgement[]): verdicts is readonly Judgement[] {
  return Array.isArray(verdicts)
}

/** rules.md 0.6. */
export function runsOn({meta, subject}: Rule, model: Model): boolean {
  if (meta.category === 'capture-health' || meta.id === 'ndis-oid-over-12s' || meta.id === 'reset-recovery-logged')
    return true
  // They name the messages themselves, and with them the model; Windows tells the same of any.
  if (meta.category === 'user' || meta.category === 'autoconfig') return true
  if (meta.category === 'legacy-native80211') return model === 'native80211'
  if (model === 'unknown') return meta.category === 'payload' && subject === 'event'
  return model !== 'native80211'
}
