import type {TraceEvent} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {Micros} from '../events/units.js'
import {messageByName} from '../wdi/messages.js'
import type {Reader} from '../wdi/reader.js'
import type {Adapter} from './adapter.js'
import type {Silence} from './capture.js'
import {COMPLETION_LIMIT, START_EDGE, START_LIMIT} from './hang-limits.js'
import {LatestCommands} from './latest-commands.js'
import {
  type Command,
  type CompletionMatch,
  endedTask,
  isAssociationTask,
  isEndless,
  isFailure,
  type Task,
} from './task.js'

/** Port id of the adapter object, and of any port. */
const ANY_PORT = 0xffff

type Draft<T> = {-readonly [K in keyof T]: T[K]}
export type TaskDraft = Draft<Omit<Task, 'events'>> & {events: TraceEvent[]}
type CommandDraft = Draft<Command>
/** What is recorded of an association, FT or SAE exchange without command is taken for a roam. */
const ROAM = messageByName('TASK_ROAM') as Message
/** Lists that hardly any command needs: one for all, replaced where something belongs in it. */
const NONE: readonly never[] = []

/** Responses and completions that belong to nothing in the capture. */
export interface Strays {
  readonly completions: TraceEvent[]
  readonly responses: TraceEvent[]
}

/** The commands of one adapter: which response, completion and abort belongs to which of them (rules.md A.0, A.1). */
export class TaskBook {
  readonly tasks: TaskDraft[] = []
  /** Properties. */
  readonly commands: CommandDraft[] = []
  readonly strays: Strays = {completions: [], responses: []}
  readonly #openTasks: TaskDraft[] = []
  readonly #latest = new LatestCommands<CommandDraft>()
  readonly #taskById = new Map<number | null, TaskDraft>()

  constructor(
    readonly adapter: Adapter,
    readonly silence: Silence,
    readonly reader: Reader,
    /** False: the capture exports no responses, so that their absence says nothing. */
    readonly hasM3: boolean,
  ) {}

  /** Tasks that are open at this moment of the replay, oldest first. */
  get open(): readonly TaskDraft[] {
    return this.#openTasks
  }

  /** M1. */
  command(event: TraceEvent): CommandDraft {
    if (event.message.kind === 'task') return this.#openTask(event.message, event, event)
    const command: CommandDraft = {
      message: event.message,
      adapter: this.adapter,
      port: event.port,
      transactionId: ownId(event),
      m1: event,
      m3: null,
      extraM3: NONE,
      resetBy: null,
    }
    this.commands.push(command)
    this.#latest.set(command)
    this.#abort(event, command)
    return command
  }

  /** M3: the command that it answers, null where that is unknown. */
  response(event: TraceEvent): CommandDraft | null {
    const command = this.#latest.of(event) ?? this.#guessed(event, event.message) ?? this.#firstWaiting(event)
    if (command === null) {
      if (event.message.kind === 'task' && this.mayHaveStartedUnseen(event)) {
        return this.#answer(this.#openTask(event.message, event, null), event)
      }
      this.strays.responses.push(event)
      return null
    }
    if (command.m3 === null) return this.#answer(command, event)
    command.extraM3 = [...command.extraM3, event]
    return command
  }

  /** M4: the task that it ends, or that it ends again; null for one that nothing in the capture explains. */
  completion(event: TraceEvent): TaskDraft | null {
    const message = endedTask(event.message)
    const found = this.#completed(event, message.name)
    if (found !== null) {
      const [task, match] = found
      if (task.m4 === null && task.end !== 'rejected') return this.#complete(task, event, match)
      task.extraM4 = [...task.extraM4, event]
      return task
    }
    const guess = this.#guessed(event, message)
    if (guess !== null || this.mayHaveStartedUnseen(event)) {
      return this.#complete(guess ?? this.#openTask(message, event, null), event, 'id')
    }
    this.strays.completions.push(event)
    return null
  }

  /** An association, FT or SAE indication without open task: does it belong to a roam that began unseen? */
  partial(event: TraceEvent): TaskDraft | null {
    const early = event.atUs - this.silence.startUs < START_EDGE && !this.tasks.some(task => task.port === event.port)
    return early || this.lostSinceLastTask(event) ? this.#openTask(ROAM, event, null) : null
  }

  /** Close, firmware stall, reset recovery or removal: everything else that is open ends here. */
  reset(event: TraceEvent): void {
    for (const task of [...this.#openTasks]) {
      Object.assign(task, {end: 'device-reset', resetBy: event})
      this.#close(task, event.atUs)
    }
    for (const command of this.commands.slice(-64)) {
      if (command.m3 === null && command.resetBy === null) command.resetBy = event
    }
  }

  /** Ends tasks whose limit ran out before this moment. */
  expire(now: Micros): void {
    if (this.#openTasks.length === 0) return
    for (const task of [...this.#openTasks]) {
      const limit = this.limitOf(task)
      if (limit === null || limit >= now) continue
      const certain = task.m1 !== null && !this.silence.lost(task.m1.atUs, limit)
      task.end = certain ? 'hung' : 'open'
      this.#close(task, limit)
    }
  }

  /** Moment after which the task counts as hung; null where no limit applies. */
  limitOf(task: Task): Micros | null {
    const first = task.m1 ?? task.events[0]
    if (first === undefined) return null
    if (task.m3 === null) return first.atUs + (this.hasM3 && task.m1 !== null ? START_LIMIT : START_EDGE)
    return isEndless(task, this.reader) ? null : task.m3.atUs + COMPLETION_LIMIT
  }

  /** M1 may lie before the capture, or in a loss span since the last task of the port. */
  mayHaveStartedUnseen(event: TraceEvent): boolean {
    return event.atUs - this.silence.startUs < START_EDGE || this.lostSinceLastTask(event)
  }

  lostSinceLastTask(event: TraceEvent): boolean {
    if (this.silence.lossless) return false
    const last = this.tasks.findLast(task => task.port === event.port)?.events[0]
    return this.silence.lost(last?.atUs ?? this.silence.startUs, event.atUs)
  }

  #openTask(message: Message, event: TraceEvent, m1: TraceEvent | null): TaskDraft {
    const task: TaskDraft = {
      message,
      adapter: this.adapter,
      port: event.port,
      transactionId: ownId(event),
      m1,
      m3: null,
      extraM3: NONE,
      resetBy: null,
      m4: null,
      match: null,
      extraM4: NONE,
      end: 'open',
      closedUs: null,
      aborts: NONE,
      lateAborts: NONE,
      events: [],
    }
    this.tasks.push(task)
    this.#openTasks.push(task)
    this.#latest.set(task)
    this.#taskById.set(task.transactionId, task)
    return task
  }

  /**
   * Fallback of A.0: adapter, port and kind, first open; only where one side shows no transaction id. After a loss the
   * first may have been answered unseen, and all later answers would be one off: then the latest.
   */
  #firstWaiting(event: TraceEvent): CommandDraft | null {
    const waiting = event.message.kind === 'task' ? this.#openTasks : this.commands.slice(-64)
    const fits = (command: CommandDraft) =>
      command.message.name === event.message.name &&
      command.port === event.port &&
      command.m3 === null &&
      (command.transactionId === null || event.transactionId === null)
    const kept = ({m1}: CommandDraft) => m1 === null || !this.silence.lostBetween(m1.atUs, event.atUs)
    return waiting.find(command => fits(command) && kept(command)) ?? waiting.findLast(fits) ?? null
  }

  /** A roam that was only inferred from its indications: the first record with a name says what it is. */
  #guessed(event: TraceEvent, message: Message): TaskDraft | null {
    if (!isAssociationTask({message})) return null
    const isGuess = (task: Task) => task.m1 === null && task.m3 === null && isAssociationTask(task)
    const task = this.#openTasks.find(task => task.port === event.port && isGuess(task))
    if (task === undefined) return null
    Object.assign(task, {message, transactionId: event.transactionId})
    this.#taskById.set(task.transactionId, task)
    this.#latest.set(task)
    return task
  }

  #answer(command: CommandDraft, event: TraceEvent): CommandDraft {
    command.m3 = event
    if (isTaskDraft(command) && isFailure(event.status) && command.m4 === null) {
      command.end = 'rejected'
      this.#close(command, event.atUs)
    }
    return command
  }

  #completed(event: TraceEvent, kind: string): readonly [TaskDraft, CompletionMatch] | null {
    const id = event.transactionId
    const named = id ? this.#taskById.get(id) : undefined
    if (named !== undefined && named.message.name === kind) return [named, samePort(named, event) ? 'id' : 'wrong-port']
    const waiting = this.tasks
      .slice(-64)
      .filter(task => task.message.name === kind && task.port === event.port && waits(task))
    const [first, second] = waiting
    if (first !== undefined && (id === null || first.transactionId === null)) return [first, 'fallback']
    if (first !== undefined && second === undefined && !this.#mayBeOther(first, event)) {
      return [first, 'wrong-transaction']
    }
    return named !== undefined && waits(named) && !this.#mayBeOther(named, event) ? [named, 'wrong-kind'] : null
  }

  /** A loss span since the task was seen last: the completion may be that of a task whose command was lost. 0 is nobody's id. */
  #mayBeOther(task: Task, event: TraceEvent): boolean {
    const since = (task.m3 ?? task.m1 ?? event).atUs
    return event.transactionId !== 0 && this.silence.spanBetween(since, event.atUs)
  }

  #complete(task: TaskDraft, event: TraceEvent, match: CompletionMatch): TaskDraft {
    task.m4 = event
    task.match = match
    if (task.end !== 'device-reset') task.end = 'completed'
    if (task.closedUs === null) this.#close(task, event.atUs)
    // A task that was only inferred learns its id at last.
    if (task.m1 === null && task.transactionId === null) task.transactionId = event.transactionId
    return task
  }

  #close(task: TaskDraft, atUs: Micros): void {
    task.closedUs = atUs
    const index = this.#openTasks.indexOf(task)
    if (index >= 0) this.#openTasks.splice(index, 1)
  }

  #abort(event: TraceEvent, command: CommandDraft): void {
    const task = this.abortTarget(event)
    if (task === null) return
    if (task.closedUs === null || task.end === 'hung') task.aborts = [...task.aborts, command]
    else task.lateAborts = [...task.lateAborts, command]
  }

  /** The task that the cancel parameters of an ABORT_TASK identify by OID, transaction id and port; 0xFFFF is any port (rules.md A.0). */
  abortTarget(event: TraceEvent): TaskDraft | null {
    if (event.message.name !== 'ABORT_TASK') return null
    const {target, id, port} = this.reader.abortTask(event)
    const fits = (task: Task) =>
      (target == null || task.message.name === target) &&
      (id == null || task.transactionId === null || task.transactionId === id) &&
      (port == null || port === ANY_PORT || task.port === port)
    if (target == null && id == null) return null
    return this.#openTasks.findLast(fits) ?? this.tasks.findLast(fits) ?? null
  }
}

/** An unsolicited indication that opens a partial task has no id of its own. */
function ownId({message, transactionId}: TraceEvent): number | null {
  return message.kind === 'indication' ? null : transactionId
}

/** A hung task is closed, yet its completion may still come. */
function waits(task: Task): boolean {
  return task.end === 'open' || task.end === 'hung'
}

/** Create and delete port are not judged: their task is on the adapter, their completion page says port. */
function samePort(task: Task, event: TraceEvent): boolean {
  if (task.message.name === 'TASK_CREATE_PORT' || task.message.name === 'TASK_DELETE_PORT') return true
  return task.port === null || event.port === null || task.port === event.port
}

function isTaskDraft(command: CommandDraft): command is TaskDraft {
  return 'm4' in command
}
