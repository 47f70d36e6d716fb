import type {TraceEvent} from '../events/event.js'
import type {Capabilities, Family, Model} from '../parsers/capabilities.js'
import type {Reader} from '../wdi/reader.js'
import type {Adapter, AdapterAssignment} from './adapter.js'
import {assignAdapters} from './assign-adapters.js'
import {sessionOfTask, type Unplaced} from './build-session.js'
import {type CaptureFacts, Silence} from './capture.js'
import {compact} from './compact.js'
import {Families} from './families.js'
import {type LegacyReplay, replayLegacy} from './legacy.js'
import {legacySession} from './legacy-session.js'
import {disconnectOf, linkChanges, triggerOnly} from './lone-sessions.js'
import {type Annotations, BySeq, Replay} from './replay.js'
import {KEY_WINDOWS, type KeyWindows} from './service.js'
import type {Session} from './session.js'
import {SessionIds} from './session-id.js'
import {type Command, firstSeq, type Task} from './task.js'
import {matchTriggers} from './triggers.js'
import {joinViews} from './windows/join-views.js'
import {windowsSessions} from './windows/windows-sessions.js'

/** Everything that the events of a capture add up to. */
export interface Reconstruction {
  readonly capture: CaptureFacts
  readonly silence: Silence
  readonly families: Families
  /** All events in order of time; an event's `seq` is its index. */
  readonly events: readonly TraceEvent[]
  readonly adapters: readonly Adapter[]
  readonly adapterOf: AdapterAssignment['adapterOf']
  readonly notes: Annotations
  readonly replays: ReadonlyMap<Adapter, Replay>
  readonly legacy: ReadonlyMap<Adapter, LegacyReplay>
  /** In order of start, adapter, port. */
  readonly sessions: readonly Session[]
  readonly sessionOfTask: ReadonlyMap<Task, Session>
  readonly tasks: readonly Task[]
  /** Tasks and properties, in order of their first record. */
  readonly commands: readonly Command[]
}

/** Events of one capture, sorted and numbered, become tasks, port states and sessions (rules.md part A). */
export function reconstruct(
  events: readonly TraceEvent[],
  capture: CaptureFacts,
  stated: Capabilities | null,
  forced: Model | null,
  reader: Reader,
  keyWindows: KeyWindows = KEY_WINDOWS,
): Reconstruction {
  const silence = new Silence(capture)
  const {adapters, adapterOf} = assignAdapters(events, stated, forced)
  const families = new Families(capture.statedFamilies as ReadonlySet<Family> | null, adapters)
  const notes: Annotations = {
    before: new BySeq(events.length),
    task: new BySeq(events.length),
    command: new BySeq(events.length),
    open: new Map(),
    disassociation: new Map(),
  }
  const replays = new Map<Adapter, Replay>()
  const legacy = new Map<Adapter, LegacyReplay>()
  const drafts: Unplaced[] = []
  const told: Unplaced[] = []
  for (const adapter of adapters) {
    told.push(...windowsSessions(adapter, silence))
    const replay = new Replay(adapter, silence, reader, notes, families.has(adapter, 'M3')).run()
    replays.set(adapter, replay)
    drafts.push(...sessionsOf(replay, families.has(adapter, 'PROP') ? keyWindows : null))
    if (adapter.model !== 'native80211') continue
    const played = replayLegacy(adapter, reader)
    legacy.set(adapter, played)
    drafts.push(...played.operations.map(operation => legacySession(operation, adapter, silence, reader)))
  }
  const sessions = place(joinViews(drafts, told))
  const books = [...replays.values()].map(replay => replay.book)
  return {
    capture,
    silence,
    families,
    events,
    adapters,
    adapterOf,
    notes,
    replays,
    legacy,
    sessions,
    sessionOfTask: byTask(sessions),
    tasks: books.flatMap(book => book.tasks),
    commands: books.flatMap(book => [...book.tasks, ...book.commands]).sort((a, b) => firstSeq(a) - firstSeq(b)),
  }
}

function byTask(sessions: readonly Session[]): Map<Task, Session> {
  const found = new Map<Task, Session>()
  for (const session of sessions) if (session.task !== null) found.set(session.task, session)
  return found
}

function sessionsOf(replay: Replay, keyWindows: KeyWindows | null): Unplaced[] {
  const {notes, silence, reader, book} = replay
  const drafts: Unplaced[] = []
  const matches = [...replay.ports.values()].map(port =>
    matchTriggers(port.events, m1 => notes.task.get(m1.seq), silence, reader),
  )
  for (const task of book.tasks) {
    task.events = compact(task.events) as TraceEvent[]
    const own = matches.find(({byTask}) => byTask.has(task))
    drafts.push(sessionOfTask(task, own?.byTask.get(task) ?? null, replay, keyWindows))
  }
  for (const {alone} of matches) drafts.push(...alone.map(event => triggerOnly(event, replay)))
  for (const port of replay.ports.values()) {
    drafts.push(...linkChanges(port.events, replay))
    for (const event of port.events) {
      if (event.message.name !== 'DISASSOCIATION' || notes.task.has(event.seq)) continue
      const lone = disconnectOf(event, port.events, replay)
      if (lone !== null) drafts.push(lone)
    }
  }
  return drafts
}

function place(drafts: readonly Unplaced[]): Session[] {
  const ids = new SessionIds()
  const first = (draft: Unplaced) => draft.events[0]?.seq ?? 0
  const byStart = (a: Unplaced, b: Unplaced) =>
    a.startUs - b.startUs ||
    Number(a.adapter.id) - Number(b.adapter.id) ||
    (a.port ?? -1) - (b.port ?? -1) ||
    first(a) - first(b)
  return [...drafts].sort(byStart).map(draft => ({
    id: ids.next(draft.kind, draft.startUs, draft.port, draft.transactionId, nameOf(draft)),
    source: 'driver',
    told: [],
    windows: null,
    ...draft,
  }))
}

/** Sessions of one kind and time that different sources tell have different ids. */
const nameOf = ({task, source}: Unplaced): string | null =>
  task?.message.name ?? (source === 'autoconfig' ? source : null)
