import type {TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Session} from '../sessions/session.js'
import type {Command, Task} from '../sessions/task.js'
import type {WindowsView} from '../sessions/windows/view.js'
import type {Trace} from './trace.js'

export type Category =
  | 'capture-health'
  | 'task-lifecycle'
  | 'timing'
  | 'sequence'
  | 'payload'
  | 'ft'
  | 'sae'
  | 'mlo'
  | 'abort-reset'
  | 'roam-quality'
  | 'legacy-native80211'
  /** What WLAN AutoConfig tells (docs/rules-autoconfig.md). */
  | 'autoconfig'
  /** Rules that users wrote; not in the catalogue. */
  | 'user'

export type Severity = 'error' | 'warning' | 'info'
export type Blame = 'driver' | 'host' | 'ap' | 'either' | 'capture'
/** Decision basis, rules.md 0.4. */
export type Basis = 'V' | 'O' | 'A' | 'D' | 'S' | 'M'
/** Class of the source, rules.md 0.2. */
export type SourceClass = 'MUST' | 'DV' | 'STD' | 'REQ' | 'SHOULD' | 'DESC' | 'HEUR'
/** rules.md 0.5. */
export type LimitCode =
  | 'L-LOSS'
  | 'L-EDGE'
  | 'L-GRAN'
  | 'L-HOST'
  | 'L-FRAME'
  | 'L-CAP'
  | 'L-TXN'
  | 'L-MLD'
  | 'L-STATE'
  | 'L-MODEL'

export interface RuleExample {
  /** What it shows: "violated 1 µs past the limit", "silent: another port". */
  readonly title: string
  /** A whole scenario file. */
  readonly scenario: string
}

export interface RuleMeta {
  /** The file's name; never renamed. */
  readonly id: string
  readonly category: Category
  readonly tier: 1 | 2
  /** The higher one, where the rule decides; by driver model where the catalogue gives two. */
  readonly severity: Severity | {readonly wdi: Severity; readonly wificx: Severity}
  readonly blame: Blame | readonly Blame[]
  readonly basis: Basis
  readonly class: SourceClass
  /** The catalogue's statement, in our words: what a conformant trace does. */
  readonly statement: string
  /** Why the reader should care. */
  readonly why: string
  /** When it is a false alarm or can be ignored. */
  readonly harmless: string
  /** What to do next and whom to ask: driver team, Windows, AP. */
  readonly next: string
  readonly limits: readonly LimitCode[]
  /** Number with unit as the catalogue writes it, e.g. "10 s"; null without one. */
  readonly numbers: string | null
  /** Pages, separated by "; " as in the catalogue. */
  readonly source: string
  /** Fields that must be exported; shown when the rule is not applicable. */
  readonly needs: readonly string[]
  readonly examples: {
    /** Each is reported by this rule. */
    readonly bad: readonly RuleExample[]
    /** Near misses: none is reported by this rule. */
    readonly good: readonly RuleExample[]
  }
}

/** A violation as the rule sees it; the engine makes the finding. */
export interface Observation {
  readonly kind: 'observation'
  /** Record that completes the violation, or end of the limit; null: capture-wide (scenario.md 7). */
  readonly atUs: Micros | null
  /** One sentence with the numbers. */
  readonly message: string
  /** Records a reader must look at to agree, at least one but for capture-wide facts. */
  readonly evidence: readonly TraceEvent[]
  /** Those among the evidence that are the fault itself and not its background; suppression compares them. Default: all. */
  readonly about?: readonly TraceEvent[]
  /** Records that should have been there. */
  readonly expected?: readonly string[]
  /** After the rule's own adjustments; default: that of the meta for the adapter's model. */
  readonly severity?: Severity
  readonly blame?: Blame
  readonly session?: Session | null
  /** Limit codes that could undo the violation: with one of them the verdict is inconclusive. */
  readonly undone?: readonly LimitCode[]
  /** Something else could undo it, for which there is no limit code; the message says what. */
  readonly inconclusive?: boolean
  /** Limit codes that only lower the confidence, one step each. */
  readonly lowered?: readonly LimitCode[]
  /** Further steps down where the catalogue says "low confidence" without a code. */
  readonly confidence?: 'medium' | 'low'
  /** Adapter and port the finding is about, where neither session nor evidence says so. */
  readonly adapter?: Adapter
}

export interface NotApplicable {
  readonly kind: 'not-applicable'
  readonly reason: string
}

export interface Pass {
  readonly kind: 'pass'
}

export type Judgement = Pass | NotApplicable | Observation

/** Result of a check: one judgement, several, or none where the subject is not the rule's business. */
export type Verdicts = Judgement | readonly Judgement[] | undefined

/** A session with what Windows says of it. */
export type ToldSession = Session & {readonly windows: WindowsView}

/** What a rule is asked about, once for each subject in the trace. */
export type Check =
  | {readonly subject: 'capture'; check(trace: Trace): Verdicts}
  | {readonly subject: 'adapter'; check(adapter: Adapter, trace: Trace): Verdicts}
  /** `names`: short message names; null: every event. */
  | {
      readonly subject: 'event'
      readonly names: readonly string[] | null
      check(event: TraceEvent, trace: Trace): Verdicts
    }
  /** Tasks and properties; `names` as above. */
  | {
      readonly subject: 'command'
      readonly names: readonly string[] | null
      check(command: Command, trace: Trace): Verdicts
    }
  | {readonly subject: 'task'; readonly names: readonly string[] | null; check(task: Task, trace: Trace): Verdicts}
  | {
      readonly subject: 'session'
      readonly kinds: readonly Session['kind'][]
      check(session: Session, trace: Trace): Verdicts
    }
  /** Sessions of which WLAN AutoConfig tells, alone or beside the driver. */
  | {
      readonly subject: 'windows'
      readonly kinds: readonly Session['kind'][]
      check(session: ToldSession, trace: Trace): Verdicts
    }

/** Adapter models on which a rule runs (rules.md 0.6); capture rules run on all. */
export type Rule = {
  readonly meta: RuleMeta
  /** A sentence for the rule's findings that needs what all rules found, suppressed ones left out; no part of the fingerprint. */
  readonly addition?: (found: readonly Observation[]) => string
} & Check
