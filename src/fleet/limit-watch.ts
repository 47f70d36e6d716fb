import type {TraceEvent} from '../events/event.js'
import type {Finding} from '../rules/finding.js'
import type {Subject} from '../rules/judge.js'
import type {Judgement, Rule, Verdicts} from '../rules/rule.js'
import type {Trace} from '../rules/trace.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Session} from '../sessions/session.js'
import type {Command, Task} from '../sessions/task.js'
import type {CaptureTally, Place} from './capture-tally.js'
import {LIMITS} from './limits.js'

const LIMITED: ReadonlySet<string> = new Set(LIMITS.map(({rule}) => rule))

/** Whom a judgement is about: a session, or only an adapter, or the capture. */
type About = Session | Adapter | null

interface Counts {
  passed: number
  notApplicable: number
}

/**
 * Watches the rules of published limits while they judge: a tally of the engine is one of the whole capture, but
 * cohorts need to know whose time was within its limit.
 */
export class LimitWatch {
  readonly #counts = new Map<string, Map<About, Counts>>()
  /** Observations without a session have nothing but their place and words. */
  readonly #observed = new Map<string, About>()

  /** The same rules; those of limits tell this watch what they say. */
  watched(rules: readonly Rule[]): readonly Rule[] {
    return rules.map(rule => {
      if (!LIMITED.has(rule.meta.id)) return rule
      const check = rule.check as (subject: Subject, trace: Trace) => Verdicts
      return {
        ...rule,
        check: (subject: Subject, trace: Trace) => this.#note(rule, check(subject, trace), subject, trace),
      } as Rule
    })
  }

  /** What was watched, and of the findings those that were not suppressed. */
  count(tally: CaptureTally, findings: readonly Finding[]): void {
    for (const [rule, abouts] of this.#counts) {
      for (const [about, {passed, notApplicable}] of abouts) {
        const place = placeOf(about, tally)
        tally.count(place, 'limit', [rule, 'judged'], passed)
        tally.count(place, 'limit', [rule, 'notApplicable'], notApplicable)
      }
    }
    const sessions = new Map(tally.trace.all.sessions.map(session => [session.id, session]))
    for (const finding of findings) {
      if (!LIMITED.has(finding.rule)) continue
      const about = sessions.get(finding.session ?? '') ?? this.#observed.get(keyOf(finding.rule, finding)) ?? null
      const place = placeOf(about, tally)
      tally.count(place, 'limit', [finding.rule, 'judged'])
      tally.count(place, 'limit', [finding.rule, finding.verdict === 'violation' ? 'violated' : 'inconclusive'])
    }
  }

  #note({meta, subject: kind}: Rule, verdicts: Verdicts, subject: Subject, trace: Trace): Verdicts {
    if (verdicts === undefined) return verdicts
    const about = aboutOf(kind, subject, trace)
    const judgements: readonly Judgement[] = 'kind' in verdicts ? [verdicts] : verdicts
    for (const judgement of judgements) {
      if (judgement.kind === 'observation') {
        this.#observed.set(keyOf(meta.id, judgement), judgement.session ?? judgement.adapter ?? about)
        continue
      }
      const abouts = this.#counts.get(meta.id) ?? new Map<About, Counts>()
      this.#counts.set(meta.id, abouts)
      const counts = abouts.get(about) ?? {passed: 0, notApplicable: 0}
      abouts.set(about, counts)
      counts[judgement.kind === 'pass' ? 'passed' : 'notApplicable']++
    }
    return judgements
  }
}

const keyOf = (rule: string, {atUs, message}: Pick<Finding, 'atUs' | 'message'>) =>
  JSON.stringify([rule, atUs, message])

function aboutOf(kind: Rule['subject'], subject: Subject, trace: Trace): About {
  switch (kind) {
    case 'capture':
      return null
    case 'adapter':
      return subject as Adapter
    case 'session':
    case 'windows':
      return subject as Session
    case 'event': {
      const event = subject as TraceEvent
      return trace.sessionAt(event) ?? trace.adapterOf(event)
    }
    default: {
      const command = subject as Command
      return ('events' in command ? trace.sessionOf(command as Task) : null) ?? command.adapter
    }
  }
}

function placeOf(about: About, tally: CaptureTally): Place {
  if (about === null) return {adapter: null, kind: null}
  return 'outcome' in about ? tally.placeOf(about) : {adapter: about, kind: null}
}
