import type {TraceEvent} from '../events/event.js'
import type {Reconstruction} from '../sessions/reconstruct.js'
import type {Session} from '../sessions/session.js'
import type {Command} from '../sessions/task.js'

/** Subjects by name, so that a rule is asked about its own only. */
export class SubjectIndex {
  readonly #events = new Map<string, TraceEvent[]>()
  readonly #commands = new Map<string, Command[]>()
  readonly #sessions = new Map<string, Session[]>()

  constructor({events, commands, sessions}: Reconstruction) {
    for (const event of events) push(this.#events, event.message.name, event)
    for (const command of commands) push(this.#commands, command.message.name, command)
    for (const session of sessions) push(this.#sessions, session.kind, session)
  }

  events(names: readonly string[]): readonly TraceEvent[] {
    return names.flatMap(name => this.#events.get(name) ?? [])
  }

  commands(names: readonly string[]): readonly Command[] {
    return names.flatMap(name => this.#commands.get(name) ?? [])
  }

  sessions(kinds: readonly Session['kind'][]): readonly Session[] {
    return kinds.flatMap(kind => this.#sessions.get(kind) ?? [])
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
