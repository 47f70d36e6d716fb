import type {TraceEvent} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {Micros} from '../events/units.js'
import type {Adapter} from './adapter.js'

/** A command from M1 to M3, or only what the capture has of it. */
export interface Command {
  readonly message: Message
  readonly adapter: Adapter
  readonly port: number | null
  readonly transactionId: number | null
  readonly m1: TraceEvent | null
  readonly m3: TraceEvent | null
  /** More responses to the same command (`command-completed-twice`). */
  readonly extraM3: readonly TraceEvent[]
}

/** How a completion found its task (rules.md A.0 and the task-lifecycle rules). */
export type CompletionMatch = 'id' | 'wrong-transaction' | 'wrong-kind' | 'wrong-port' | 'fallback'

export interface Abort {
  readonly command: Command
  /** ABORT_TASK M1. */
  readonly event: TraceEvent
}

/** A.1: how the life of a task ended in the capture. */
export type TaskEnd = 'completed' | 'rejected' | 'hung' | 'device-reset' | 'open'

export interface Task extends Command {
  /** First completion. */
  readonly m4: TraceEvent | null
  readonly match: CompletionMatch | null
  readonly extraM4: readonly TraceEvent[]
  readonly end: TaskEnd
  /** Time from which the task is no longer open: completion, failed response, reset or limit; null: open to the end. */
  readonly closedUs: Micros | null
  /** Firmware stall, reset recovery, close or removal that ended it. */
  readonly resetBy: TraceEvent | null
  /** Aborts that name this task and precede its completion. */
  readonly aborts: readonly Abort[]
  /** Aborts that crossed the completion. */
  readonly lateAborts: readonly Abort[]
}
