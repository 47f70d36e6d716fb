import type {TraceEvent} from '../../src/events/event.js'
import type {Trace} from '../../src/rules/trace.js'
import type {Association} from '../../src/sessions/association.js'
import type {Replay} from '../../src/sessions/replay.js'
import type {Session} from '../../src/sessions/session.js'
import type {Command, Task} from '../../src/sessions/task.js'
import {traceOfTexts} from '../golden/run.js'

/** Sessions, tasks and port states in few words: a record is its time in ms, an address its name in scenarios. */
export type Told = Readonly<Record<string, unknown>>

/** The replay of the first adapter, and the whole trace. */
export async function replayed(...scenarios: readonly string[]): Promise<Trace & {readonly replay: Replay}> {
  const trace = await traceOfTexts(...scenarios)
  const [replay] = trace.all.replays.values()
  if (replay === undefined) throw new Error('no adapter')
  return Object.assign(trace, {replay})
}

/** Tasks, properties and strays of the first adapter. */
export async function book(...scenarios: readonly string[]): Promise<Told> {
  const {tasks, commands, strays} = (await replayed(...scenarios)).replay.book
  return without({
    tasks: tasks.map(task),
    commands: commands.map(command),
    strayM3: strays.responses.map(ms),
    strayM4: strays.completions.map(ms),
  })
}

/** Times of its records; what is null, false or empty is left out. */
export function task(of: Task): Told {
  return without({
    ...command(of),
    m4: ms(of.m4),
    match: of.match,
    extraM4: of.extraM4.map(ms),
    end: of.end,
    closed: of.closedUs === null ? null : of.closedUs / 1000,
    aborts: of.aborts.map(({m1}) => ms(m1)),
    lateAborts: of.lateAborts.map(({m1}) => ms(m1)),
    events: of.events.map(ms),
  })
}

function command({message, port, transactionId, m1, m3, extraM3, resetBy}: Command): Told {
  const extra = extraM3.map(ms)
  return without({
    name: message.name,
    port,
    id: transactionId,
    m1: ms(m1),
    m3: ms(m3),
    extraM3: extra,
    resetBy: ms(resetBy),
  })
}

/** A session without its id and what the host asked for; task and records by their times, µs as ms. */
export function session(of: Session): Told {
  const {
    id,
    request,
    adapter,
    transactionId,
    startUs,
    endUs,
    task,
    trigger,
    triggerScan,
    key,
    phases,
    totals,
    source,
    windows,
    told,
    ...rest
  } = of
  return without({
    ...rest,
    source: source === 'driver' ? null : source,
    windows: windows === null ? null : without({...windows, told: source === 'driver' ? told.map(ms) : []}),
    transaction: transactionId,
    start: startUs / 1000,
    end: endUs === null ? null : endUs / 1000,
    task: task === null ? null : `${task.message.name} ${ms(task.m1)}`,
    trigger: ms(trigger),
    triggerScan: triggerScan === null ? null : ms(triggerScan.m1),
    oldPeer: named(of.oldPeer),
    newPeer: named(of.newPeer),
    events: of.events.map(ms),
    tail: of.tail.map(ms),
    disassociations: of.disassociations.map(ms),
    attempts: of.attempts.map(a => `#${a.number} ${ms(a.event)} ${named(a.bssid)} ${a.succeeded ? 'ok' : 'failed'}`),
    success: of.success?.number,
    ft: of.ft.map(({indication}) => ms(indication)),
    sae: of.sae.map(({indication}) => ms(indication)),
    key: key === null ? null : [ms(key.m1), ms(key.m3)],
    phases: phases.map(({name, attempt, startUs, durationUs}) => {
      const number = attempt === null ? '' : ` #${attempt}`
      return `${name}${number} ${startUs / 1000}+${durationUs === null ? '?' : durationUs / 1000}`
    }),
    totals: without(
      Object.fromEntries(Object.entries(totals).map(([name, us]) => [name, us === null ? null : us / 1000])),
    ),
  })
}

/** All sessions in order. */
export async function sessions(...scenarios: readonly string[]): Promise<readonly Told[]> {
  return (await traceOfTexts(...scenarios)).all.sessions.map(session)
}

/** "associated AP-A", with what is doubtful or known about MLO. */
export function association({state, peer, confirmed, mlo}: Association): string {
  const kind = mlo === null ? '' : mlo ? ' MLO' : ' no MLO'
  return `${state}${peer === null ? '' : ` ${named(peer)}`}${kind}${confirmed ? '' : ' unconfirmed'}`
}

/** Association of a port just before each of its records, and at the end: "0 unknown". */
export function states({notes}: Trace['all'], {ports}: Replay, port: number | null = 1): readonly string[] {
  const played = ports.get(port)
  if (played === undefined) throw new Error(`no port ${port}`)
  const before = played.events.map(
    event => `${ms(event)} ${association(notes.before.get(event.seq) ?? played.association)}`,
  )
  return [...before, `end ${association(played.association)}`]
}

export function ms(event: TraceEvent | null): number | null {
  return event === null ? null : event.atUs / 1000
}

/** Name of an access point's address in a scenario. */
export function named(mac: string | null): string | null {
  const [, letter, last] = /^02:00:00:00:0([a-f]):(.*)$/.exec(mac ?? '') ?? []
  if (letter === undefined || last === undefined) return mac
  const link = last === '01' ? '' : Number(last)
  return last === 'ff' ? `MLD-${letter.toUpperCase()}` : `AP-${letter.toUpperCase()}${link}`
}

function without(facts: Told): Told {
  const empty = (fact: unknown) =>
    fact === null ||
    fact === undefined ||
    fact === false ||
    (typeof fact === 'object' && !('seq' in fact) && Object.keys(fact).length === 0)
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => !empty(fact)))
}
