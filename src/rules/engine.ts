import type {Session} from '../sessions/session.js'
import {type Command, firstSeq} from '../sessions/task.js'
import {Bench} from './bench.js'
import {measuresTime} from './durations.js'
import type {Finding, RuleTally} from './finding.js'
import {Judge, type Raised} from './judge.js'
import type {Check, Rule} from './rule.js'
import {SUPPRESSES} from './suppression.js'
import {toFinding} from './to-finding.js'
import type {Trace} from './trace.js'
import {recordsOf} from './verdict.js'

export interface Judged {
  readonly findings: readonly Finding[]
  readonly tallies: readonly RuleTally[]
}

/**
 * Runs the rules over a capture, subject by subject in order of time, so that what one rule had decoded is at hand
 * for the next. A rule that throws costs that rule only.
 */
export function judge(rules: readonly Rule[], trace: Trace): Judged {
  const isUndated = trace.capture.startUs === null
  const panel = rules.map(rule => new Judge(rule, isUndated && measuresTime(rule.meta) ? 'no record has a time' : null))
  const benches = benchesOf(panel)
  for (const one of benches.capture.of('', null)) one.ask(trace, null, trace)
  for (const adapter of trace.adapters) {
    for (const one of benches.adapter.of('', adapter)) one.ask(adapter, adapter, trace)
  }
  const {events, commands} = trace.all
  const sessions = inOrderOfEnd(trace.all.sessions)
  let command = 0
  let session = 0
  for (const event of events) {
    const adapter = trace.adapterOf(event)
    for (const one of benches.event.of(event.message.name, adapter)) one.ask(event, adapter, trace)
    while (command < commands.length && firstSeq(commands[command]) <= event.seq)
      askCommand(commands[command++], benches, trace)
    while (session < sessions.length && lastSeq(sessions[session]) <= event.seq)
      askSession(sessions[session++], benches, trace)
  }
  const kept = suppress(panel.flatMap(one => (one.crash === null ? one.raised : [])))
  const counts = new Map<Rule, {violation: number; inconclusive: number}>()
  for (const {rule, inconclusive} of kept) {
    const count = counts.get(rule) ?? {violation: 0, inconclusive: 0}
    count[inconclusive ? 'inconclusive' : 'violation']++
    counts.set(rule, count)
  }
  const found = kept.map(({observation}) => observation)
  return {
    findings: kept
      .map(({rule, observation, adapter}) => toFinding(rule, observation, adapter, trace, rule.addition?.(found)))
      .sort(byTimeRuleSession),
    tallies: panel.map(one => report(one, counts.get(one.rule))),
  }
}

function askCommand(command: Command | undefined, benches: Benches, trace: Trace): void {
  if (command === undefined) return
  const {adapter, message} = command
  for (const one of benches.command.of(message.name, adapter)) one.ask(command, adapter, trace)
  if ('events' in command) for (const one of benches.task.of(message.name, adapter)) one.ask(command, adapter, trace)
}

function askSession(session: Session | undefined, benches: Benches, trace: Trace): void {
  if (session === undefined) return
  const {adapter, kind, source, windows} = session
  if (source === 'driver') for (const one of benches.session.of(kind, adapter)) one.ask(session, adapter, trace)
  if (windows !== null) for (const one of benches.windows.of(kind, adapter)) one.ask(session, adapter, trace)
}

/** A session is judged when its last record has passed: what it is made of was decoded just then. */
function inOrderOfEnd(sessions: readonly Session[]): readonly Session[] {
  return sessions.slice().sort((a, b) => lastSeq(a) - lastSeq(b))
}

function lastSeq(session: Session | undefined): number {
  return session?.events.at(-1)?.seq ?? 0
}

type Benches = ReturnType<typeof benchesOf>

/** Judges by what they want to be asked about. */
function benchesOf(panel: readonly Judge[]): Record<Check['subject'], Bench> {
  const of = (subject: Check['subject']) => new Bench(panel.filter(({rule}) => rule.subject === subject))
  return {
    capture: of('capture'),
    adapter: of('adapter'),
    event: of('event'),
    command: of('command'),
    task: of('task'),
    session: of('session'),
    windows: of('windows'),
  }
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
      for (const event of recordsOf(observation)) (inconclusive ? seqs.doubtful : seqs.certain).add(event.seq)
    }
    records.set(id, seqs)
  }
  return raised.filter(({rule, observation, inconclusive}) => {
    const causes = records.get(rule.meta.id)
    if (causes === undefined) return true
    return !recordsOf(observation).some(
      ({seq}) => causes.certain.has(seq) || (inconclusive && causes.doubtful.has(seq)),
    )
  })
}

function report(judge: Judge, counts = {violation: 0, inconclusive: 0}): RuleTally {
  const {rule, pass, notApplicable, crash} = judge
  const {violation, inconclusive} = counts
  const judged = pass + violation + inconclusive > 0
  return {
    id: rule.meta.id,
    pass,
    violation,
    inconclusive,
    notApplicable,
    status: crash !== null ? 'crashed' : judged ? 'ran' : 'not-applicable',
    reason: crash ?? (judged ? null : mainReason(judge)),
  }
}

/** The most frequent one, the first by alphabet among equals. */
function mainReason({reasons, rule}: Judge): string {
  const [reason] = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  return reason ?? `nothing to judge: needs ${rule.meta.needs.join(', ')}`
}

function byTimeRuleSession(a: Finding, b: Finding): number {
  const time = (a.atUs ?? -Infinity) - (b.atUs ?? -Infinity)
  if (a.atUs !== b.atUs && !Number.isNaN(time)) return time
  return compare(a.rule, b.rule) || compare(a.session ?? '', b.session ?? '')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
