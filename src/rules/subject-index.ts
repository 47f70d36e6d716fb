import type {TraceEvent} from '../events/event.js'
import type {Reconstruction} from '../sessions/reconstruct.js'
import type {Session} from '../sessions/session.js'
import type {Command} from '../sessions/task.js'

/** Subjects by name, so that a rule is asked about its own only. */
export class SubjectIndex {
  readonly #events = new Map<string, TraceEvent[]>()
  readonly #commands = new Map<string, Command[]>()
  readonly #sessions = new Map<string, Session[]>()
  /** By `seq`: sessions that are no task's, triggers, and what Windows tells of a session. */
  readonly #sessionOf = new Map<number, Session>()

  constructor({events, commands, sessions}: Reconstruction) {
    for (const event of events) push(this.#events, event.message.name, event)
    for (const command of commands) push(this.#commands, command.message.name, command)
    for (const session of sessions) {
      for (const {seq} of session.told) if (!this.#sessionOf.has(seq)) this.#sessionOf.set(seq, session)
      if (session.source !== 'driver') continue
      push(this.#sessions, session.kind, session)
      const own = session.task === null ? session.events : session.trigger === null ? [] : [session.trigger]
      for (const {seq} of own) if (!this.#sessionOf.has(seq)) this.#sessionOf.set(seq, session)
    }
  }

  events(names: readonly string[]): readonly TraceEvent[] {
    return gather(this.#events, names)
  }

  commands(names: readonly string[]): readonly Command[] {
    return gather(this.#commands, names)
  }

  sessions(kinds: readonly Session['kind'][]): readonly Session[] {
    return gather(this.#sessions, kinds)
  }

  /** Legacy operation, lone session, triggered roam or Windows' view of one to which an event belongs that is no task's. */
  sessionWithoutTask(event: TraceEvent): Session | null {
    return this.#sessionOf.get(event.seq) ?? null
  }
}

/** Of one name the list itself, of several a list one after the other. */
function gather<T>(map: ReadonlyMap<string, readonly T[]>, names: readonly string[]): readonly T[] {
  const [only] = names
  if (names.length === 1 && only !== undefined) return map.get(only) ?? []
  return names.flatMap(name => map.get(name) ?? [])
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
