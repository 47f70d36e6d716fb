import type {TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import type {Silence} from './capture.js'
import type {Key} from './service.js'
import type {Attempt, FtExchange, Phase, SaeExchange, Whose} from './session.js'
import type {Task} from './task.js'

/** What the phases of a connect or roam are cut from. */
export interface PhaseFacts {
  readonly task: Task
  readonly trigger: TraceEvent | null
  readonly triggerScan: Task | null
  readonly attempts: readonly Attempt[]
  readonly success: Attempt | null
  readonly ft: readonly FtExchange[]
  readonly sae: readonly SaeExchange[]
  readonly disassociations: readonly TraceEvent[]
  /** DISASSOCIATION of the old AP: the last one before the last successful result. */
  readonly left: TraceEvent | null
  readonly key: Key | null
  /** What ends gap-service and t_service: M3 of the key, or the result where no key is needed. */
  readonly serviceAt: TraceEvent | null
  readonly tail: readonly TraceEvent[]
}

/** SAE answers of the host that send a frame: commit, confirm, commit with hash-to-element. */
const SENDS_FRAME: ReadonlySet<number | null> = new Set([0, 1, 4])
const SAE_SUCCESS = 3

/** Phases of rules.md A.7 whose ends were both recorded in this order; unmeasured where a loss span lies between, or nothing is dated. */
export function phasesOf(facts: PhaseFacts, silence: Pick<Silence, 'unmeasured'>): Phase[] {
  const phases: Phase[] = []
  const lost = (from: Micros, to: Micros) => silence.unmeasured(from, to)
  const cut = (
    name: string,
    from: TraceEvent | null,
    to: TraceEvent | null,
    whose: Whose,
    attempt: number | null = null,
  ) => {
    if (from === null || to === null || to.seq < from.seq) return
    const durationUs = lost(from.atUs, to.atUs) ? null : to.atUs - from.atUs
    phases.push({name, attempt, startUs: from.atUs, durationUs, whose})
  }
  const {task, trigger, triggerScan: scan, success, left, key} = facts
  const m1 = task.m1
  cut('trigger-to-task', trigger, m1, 'host')
  if (scan !== null) {
    cut('pre-scan wait', trigger, scan.m1, 'host')
    cut('scan', scan.m1, scan.m4, 'driver')
    cut('decision', scan.m4, m1, 'host')
  }
  cut('accept', m1, task.m3, 'driver')
  cut('prepare', m1, firstSign(facts), 'driver')
  for (const exchange of facts.ft) {
    const number = attemptNumber(facts, exchange.indication, exchange.result)
    cut('ft-auth', endBefore(facts, exchange.indication), exchange.indication, 'driver and AP', number)
    cut('ft-host', exchange.indication, exchange.answer, 'host', number)
    cut('ft-reassoc', exchange.answer, exchange.result?.event ?? null, 'driver and AP', number)
  }
  for (const phase of saePhases(facts, lost)) phases.push(phase)
  for (const attempt of failedAlone(facts.attempts)) {
    cut('attempt', startOf(facts, attempt), attempt.event, 'driver and AP', attempt.number)
  }
  if (success !== null) {
    cut('gap-l2', left, success.event, 'no link layer')
    cut('complete', success.event, task.m4, 'driver')
    cut('key-host', task.m4, key?.m1 ?? null, 'handshake with the AP and host')
    cut('key-driver', key?.m1 ?? null, key?.m3 ?? null, 'driver')
    cut('gap-service', left, facts.serviceAt, 'no traffic')
    const isReport = ({message, seq}: TraceEvent) => message.name === 'LINK_STATE_CHANGE' && seq > success.event.seq
    const linkState = task.events.find(isReport) ?? facts.tail.find(isReport) ?? null
    cut('link-report', success.event, linkState, 'driver')
  }
  return phases
}

/** First sign of work on a candidate: FT indication, SAE type 0, DISASSOCIATION or result. */
function firstSign({task, ft, sae, disassociations, attempts}: PhaseFacts): TraceEvent | null {
  const signs = [
    ft[0]?.indication,
    sae.find(exchange => exchange.type === 0)?.indication,
    disassociations[0],
    attempts[0]?.event,
  ]
  return task.events.find(event => signs.includes(event)) ?? null
}

function endBefore({task, attempts}: PhaseFacts, event: TraceEvent): TraceEvent | null {
  return attempts.findLast(attempt => attempt.event.seq < event.seq)?.event ?? task.m1
}

/** Latest of the previous result, the DISASSOCIATION and M1. */
function startOf({task, attempts, disassociations}: PhaseFacts, {event}: Attempt): TraceEvent | null {
  const ends = [...attempts.map(attempt => attempt.event), ...disassociations]
  return task.events.findLast(earlier => earlier.seq < event.seq && ends.includes(earlier)) ?? task.m1
}

/** Failed attempts that have an indication of their own: entries of one container share a timestamp. */
function failedAlone(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter(a => !a.succeeded && !attempts.some(b => b !== a && b.event === a.event))
}

function attemptNumber({attempts}: PhaseFacts, event: TraceEvent, result: Attempt | null): number {
  return result?.number ?? attempts.filter(attempt => attempt.event.seq < event.seq).length + 1
}

function saePhases(facts: PhaseFacts, lost: (from: Micros, to: Micros) => boolean): Phase[] {
  const phases: Phase[] = []
  for (const exchanges of byAttempt(facts.sae)) {
    const {indication, result} = exchanges[0] as SaeExchange
    const attempt = attemptNumber(facts, indication, result)
    const sum = (name: string, whose: Whose, pairs: readonly (readonly [TraceEvent, TraceEvent])[]) => {
      const start = pairs[0]
      if (start === undefined) return
      const unmeasured = pairs.some(([from, to]) => lost(from.atUs, to.atUs))
      const durationUs = unmeasured ? null : pairs.reduce((total, [from, to]) => total + to.atUs - from.atUs, 0)
      phases.push({name, attempt, startUs: start[0].atUs, durationUs, whose})
    }
    const answered = exchanges.filter(e => e.type !== 3 && e.answer !== null)
    sum(
      'sae-host',
      'host',
      answered.map(e => [e.indication, e.answer as TraceEvent]),
    )
    sum(
      'sae-air',
      'driver and AP',
      answered.flatMap(e => {
        const next = exchanges.find(other => other.indication.seq > (e.answer as TraceEvent).seq)
        return next !== undefined && SENDS_FRAME.has(e.answerType)
          ? [[e.answer as TraceEvent, next.indication] as const]
          : []
      }),
    )
    const done = exchanges.find(e => e.answerType === SAE_SUCCESS)?.answer
    if (done && result !== null) sum('sae-assoc', 'driver and AP', [[done, result.event]])
  }
  return phases
}

/** The exchanges of one address up to one result: an access point may be tried again. */
function byAttempt(sae: readonly SaeExchange[]): Iterable<readonly SaeExchange[]> {
  const groups = new Map<string, SaeExchange[]>()
  for (const exchange of sae) {
    const key = `${exchange.bssid} ${exchange.result?.number}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [exchange])
    else group.push(exchange)
  }
  return groups.values()
}
