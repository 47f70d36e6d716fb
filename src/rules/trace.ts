import type {TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import type {Adapter} from '../sessions/adapter.js'
import {type Association, UNKNOWN} from '../sessions/association.js'
import type {CaptureFacts, Silence} from '../sessions/capture.js'
import type {Families} from '../sessions/families.js'
import type {LegacyReplay, LegacyState} from '../sessions/legacy.js'
import {PeerMap, type Same} from '../sessions/peers.js'
import type {Reconstruction} from '../sessions/reconstruct.js'
import type {DisassociationMeaning} from '../sessions/replay.js'
import {firstAfter} from '../sessions/service.js'
import type {Session} from '../sessions/session.js'
import type {Command, Task} from '../sessions/task.js'
import type {TaskBook} from '../sessions/task-book.js'
import type {Reader} from '../wdi/reader.js'
import type {Settings} from './settings.js'
import {SubjectIndex} from './subject-index.js'

type Test = (event: TraceEvent) => boolean

/** All that a rule may ask about a capture. Times are µs; "port events" are those of one port of one adapter, in order of time. */
export class Trace {
  readonly index: SubjectIndex
  /** Those that messages of the driver tell; `all.sessions` has those of Windows alone as well. */
  readonly sessions: readonly Session[]

  constructor(
    readonly all: Reconstruction,
    readonly reader: Reader,
    readonly settings: Settings,
  ) {
    this.index = new SubjectIndex(all)
    this.sessions = all.sessions.filter(({source}) => source === 'driver')
  }

  get capture(): CaptureFacts {
    return this.all.capture
  }

  get silence(): Silence {
    return this.all.silence
  }

  get families(): Families {
    return this.all.families
  }

  get adapters(): readonly Adapter[] {
    return this.all.adapters
  }

  get tasks(): readonly Task[] {
    return this.all.tasks
  }

  /** null: more than one adapter, and the record names none. */
  adapterOf(event: TraceEvent): Adapter | null {
    return this.all.adapterOf[event.seq] ?? null
  }

  /** Association of the event's port just before the event. */
  before(event: TraceEvent): Association {
    return this.all.notes.before.get(event.seq) ?? UNKNOWN
  }

  /** The task that the event belongs to: its command, its response, an indication it caused, its completion. */
  taskOf(event: TraceEvent): Task | null {
    return this.all.notes.task.get(event.seq) ?? null
  }

  commandOf(event: TraceEvent): Command | null {
    return this.all.notes.command.get(event.seq) ?? null
  }

  sessionOf(task: Task): Session | null {
    return this.all.sessionOfTask.get(task) ?? null
  }

  /** The session to which the event belongs: that of its task, a legacy operation, a lone one, or one that Windows tells of. */
  sessionAt(event: TraceEvent): Session | null {
    const task = this.taskOf(event)
    return task === null ? this.index.sessionWithoutTask(event) : this.sessionOf(task)
  }

  /** Tasks of the adapter that were open just before an M1. */
  openBefore(m1: TraceEvent): readonly Task[] {
    return this.all.notes.open.get(m1.seq) ?? []
  }

  /** What a DISASSOCIATION meant to its port. */
  meaningOf(disassociation: TraceEvent): DisassociationMeaning | null {
    return this.all.notes.disassociation.get(disassociation.seq) ?? null
  }

  bookOf(adapter: Adapter): TaskBook | null {
    return this.all.replays.get(adapter)?.book ?? null
  }

  legacyOf(adapter: Adapter): LegacyReplay | null {
    return this.all.legacy.get(adapter) ?? null
  }

  /** State of the event's port just before the event, in the Native 802.11 model; null on other adapters. */
  legacyBefore(event: TraceEvent): LegacyState | null {
    const adapter = this.adapterOf(event)
    return adapter === null ? null : (this.legacyOf(adapter)?.before.get(event.seq) ?? null)
  }

  peersOf(adapter: Adapter): PeerMap {
    return this.all.replays.get(adapter)?.peers ?? new PeerMap()
  }

  /** Are two addresses one AP for a connection of this MLO kind? null: L-MLD. */
  same(adapter: Adapter, a: string, b: string, mlo: boolean | null): Same {
    return this.peersOf(adapter).same(a, b, mlo)
  }

  /** SoftAP and group-owner ports are no station ports. */
  isStation(adapter: Adapter, port: number | null): boolean {
    return port === null || (port !== 0xffff && !adapter.apPorts.includes(port))
  }

  portEvents(adapter: Adapter, port: number | null): readonly TraceEvent[] {
    return this.all.replays.get(adapter)?.ports.get(port)?.events ?? []
  }

  /** Events of the same adapter and port after this one. */
  *after(event: TraceEvent): Iterable<TraceEvent> {
    const adapter = this.adapterOf(event)
    if (adapter === null) return
    const events = this.portEvents(adapter, event.port)
    for (let i = firstAfter(events, event.seq); i < events.length; i++) yield events[i] as TraceEvent
  }

  /** First event of the same adapter and port after this one, up to and including `untilUs`. */
  next(after: TraceEvent, test: Test, untilUs: Micros = Infinity): TraceEvent | null {
    const adapter = this.adapterOf(after)
    return adapter === null ? null : first(this.portEvents(adapter, after.port), after.seq, test, untilUs)
  }

  /** As `next`, on any port of the adapter. */
  nextOfAdapter(after: TraceEvent, test: Test, untilUs: Micros = Infinity): TraceEvent | null {
    const adapter = this.adapterOf(after)
    return adapter === null ? null : first(adapter.events, after.seq, test, untilUs)
  }

  /** Events of the same adapter at most `us` before or after this one, itself among them, in order of time. */
  around(event: TraceEvent, us: number): readonly TraceEvent[] {
    const events = this.adapterOf(event)?.events ?? []
    let from = firstAfter(events, event.seq)
    while (from > 0 && (events[from - 1] as TraceEvent).atUs >= event.atUs - us) from--
    let to = from
    while (to < events.length && (events[to] as TraceEvent).atUs <= event.atUs + us) to++
    return events.slice(from, to)
  }

  /** Last event of the same adapter and port before this one, not before `sinceUs`. */
  previous(before: TraceEvent, test: Test, sinceUs: Micros = -Infinity): TraceEvent | null {
    const adapter = this.adapterOf(before)
    if (adapter === null) return null
    const events = this.portEvents(adapter, before.port)
    for (let i = firstAfter(events, before.seq - 1) - 1; i >= 0; i--) {
      const event = events[i] as TraceEvent
      if (event.atUs < sinceUs) return null
      if (test(event)) return event
    }
    return null
  }
}

function first(events: readonly TraceEvent[], seq: number, test: Test, untilUs: Micros): TraceEvent | null {
  for (let i = firstAfter(events, seq); i < events.length; i++) {
    const event = events[i] as TraceEvent
    if (event.atUs > untilUs) return null
    if (test(event)) return event
  }
  return null
}

/** Test for events of one or more message names, and of a step where it matters. */
export function named(names: string | readonly string[], step?: TraceEvent['step']): Test {
  const wanted = typeof names === 'string' ? [names] : names
  return event => wanted.includes(event.message.name) && (step === undefined || event.step === step)
}
