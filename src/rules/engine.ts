import type {TraceEvent} from '../events/event.js'
import type {Model} from '../parsers/capabilities.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Session} from '../sessions/session.js'
import type {Command, Task} from '../sessions/task.js'
import type {Finding, RuleTally} from './finding.js'
import type {Judgement, Observation, Rule, Verdicts} from './rule.js'
import {SUPPRESSES} from './suppression.js'
import {toFinding} from './to-finding.js'
import type {Trace} from './trace.js'
import {isInconclusive} from './verdict.js'

export interface Judged {
  readonly findings: readonly Finding[]
  readonly tallies: readonly RuleTally[]
}

/** An observation with the rule that made it. */
interface Raised {
  readonly rule: Rule
  readonly observation: Observation
  readonly adapter: Adapter | null
  readonly inconclusive: boolean
}

interface Tally {
  pass: number
  notApplicable: number
  reasons: Map<string, number>
  crash: string | null
}

/** Runs the rules over a capture; a rule that throws costs that rule only. */
export function judge(rules: readonly Rule[], trace: Trace): Judged {
  const tallies = new Map<Rule, Tally>(
    rules.map(rule => [rule, {pass: 0, notApplicable: 0, reasons: new Map(), crash: null}]),
  )
  const raised: Raised[] = []
  for (const rule of rules) {
    const tally = tallies.get(rule) as Tally
    try {
      for (const [judgement, adapter] of verdicts(rule, trace)) note(judgement, adapter, rule, tally, raised)
    } catch (error) {
      tally.crash = error instanceof Error ? error.message : String(error)
    }
  }
  const kept = suppress(raised.filter(({rule}) => tallies.get(rule)?.crash === null))
  const counts = new Map<Rule, {violation: number; inconclusive: number}>()
  for (const {rule, inconclusive} of kept) {
    const count = counts.get(rule) ?? {violation: 0, inconclusive: 0}
    count[inconclusive ? 'inconclusive' : 'violation']++
    counts.set(rule, count)
  }
  return {
    findings: kept
      .map(({rule, observation, adapter}) => toFinding(rule, observation, adapter, trace))
      .sort(byTimeRuleSession),
    tallies: rules.map(rule => report(rule, tallies.get(rule) as Tally, counts.get(rule))),
  }
}

function note(judgement: Judgement, adapter: Adapter | null, rule: Rule, tally: Tally, raised: Raised[]): void {
  if (judgement.kind === 'pass') tally.pass++
  else if (judgement.kind === 'not-applicable') {
    tally.notApplicable++
    tally.reasons.set(judgement.reason, (tally.reasons.get(judgement.reason) ?? 0) + 1)
  } else {
    const inconclusive = isInconclusive(judgement)
    raised.push({rule, observation: judgement, adapter: judgement.adapter ?? adapter, inconclusive})
  }
}

/** Asks the rule about each of its subjects on adapters whose model it judges. */
function* verdicts(rule: Rule, trace: Trace): Generator<readonly [Judgement, Adapter | null]> {
  const ask = function* (result: Verdicts, adapter: Adapter | null): Generator<readonly [Judgement, Adapter | null]> {
    if (result === undefined) return
    if ('kind' in result) yield [result, adapter]
    else for (const judgement of result) yield [judgement, adapter]
  }
  const applies = (adapter: Adapter | null) => adapter === null || runsOn(rule, adapter.model)
  switch (rule.subject) {
    case 'capture':
      yield* ask(rule.check(trace), null)
      return
    case 'adapter':
      for (const adapter of trace.adapters) if (applies(adapter)) yield* ask(rule.check(adapter, trace), adapter)
      return
    case 'event':
      for (const event of eventsFor(rule.names, trace)) {
        const adapter = trace.adapterOf(event)
        if (applies(adapter)) yield* ask(rule.check(event, trace), adapter)
      }
      return
    case 'command':
      for (const command of commandsFor(rule.names, trace)) {
        if (applies(command.adapter)) yield* ask(rule.check(command, trace), command.adapter)
      }
      return
    case 'task':
      for (const task of commandsFor(rule.names, trace)) {
        if ('events' in task && applies(task.adapter)) yield* ask(rule.check(task as Task, trace), task.adapter)
      }
      return
    case 'session':
      for (const session of sessionsFor(rule.kinds, trace)) {
        if (applies(session.adapter)) yield* ask(rule.check(session, trace), session.adapter)
      }
  }
}

function eventsFor(names: readonly string[] | null, trace: Trace): readonly TraceEvent[] {
  return names === null ? trace.all.events : trace.index.events(names)
}

function commandsFor(names: readonly string[] | null, trace: Trace): readonly Command[] {
  return names === null ? trace.all.commands : trace.index.commands(names)
}

function sessionsFor(kinds: readonly Session['kind'][], trace: Trace): readonly Session[] {
  return trace.index.sessions(kinds)
}

/** rules.md 0.6. */
export function runsOn({meta, subject}: Rule, model: Model): boolean {
  if (meta.category === 'capture-health' || meta.id === 'ndis-oid-over-12s' || meta.id === 'reset-recovery-logged')
    return true
  if (meta.category === 'legacy-native80211') return model === 'native80211'
  if (model === 'unknown') return meta.category === 'payload' && subject === 'event'
  return model !== 'native80211'
}

/** A violation suppresses what follows from it; an inconclusive verdict only what is inconclusive too. */
function suppress(raised: readonly Raised[]): Raised[] {
  const suppressors = new Map<string, Raised[]>()
  for (const one of raised) {
    for (const id of SUPPRESSES[one.rule.meta.id] ?? []) {
      const list = suppressors.get(id)
      if (list === undefined) suppressors.set(id, [one])
      else list.push(one)
    }
  }
  const records = new Map<string, {certain: Set<number>; doubtful: Set<number>}>()
  for (const [id, causes] of suppressors) {
    const seqs = {certain: new Set<number>(), doubtful: new Set<number>()}
    for (const {observation, inconclusive} of causes) {
      for (const event of observation.evidence) (inconclusive ? seqs.doubtful : seqs.certain).add(event.seq)
    }
    records.set(id, seqs)
  }
  return raised.filter(({rule, observation, inconclusive}) => {
    const causes = records.get(rule.meta.id)
    if (causes === undefined) return true
    return !observation.evidence.some(({seq}) => causes.certain.has(seq) || (inconclusive && causes.doubtful.has(seq)))
  })
}

function report(rule: Rule, tally: Tally, counts = {violation: 0, inconclusive: 0}): RuleTally {
  const judged = tally.pass + counts.violation + counts.inconclusive
  const {id, needs} = rule.meta
  const base = {id, pass: tally.pass, ...counts, notApplicable: tally.notApplicable}
  if (tally.crash !== null) return {...base, status: 'crashed', reason: tally.crash}
  if (judged > 0) return {...base, status: 'ran', reason: null}
  const [reason] = [...tally.reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  return {...base, status: 'not-applicable', reason: reason ?? `nothing to judge: needs ${needs.join(', ')}`}
}

function byTimeRuleSession(a: Finding, b: Finding): number {
  const time = (a.atUs ?? -Infinity) - (b.atUs ?? -Infinity)
  if (a.atUs !== b.atUs && !Number.isNaN(time)) return time
  return compare(a.rule, b.rule) || compare(a.session ?? '', b.session ?? '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
