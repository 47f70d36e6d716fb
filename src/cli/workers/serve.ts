import type {MessagePort} from 'node:worker_threads'
import type {ZipPlace} from '../../sources/zip-source.js'
import {Claims, type SharedMemory} from './claims.js'
import {type Outcome, outcomeOf} from './outcome.js'

/** A file that any thread may work on. `number`: its place among the sources of the run. */
export interface FileTask {
  readonly number: number
  readonly path: string
  /** Where it is, if it is no file of its own. */
  readonly place?: ZipPlace
}

/** What a worker is told of the run it helps with. */
export interface Shift {
  readonly memory: SharedMemory
  /** 1 and up: 0 is the main thread. */
  readonly thread: number
  readonly tasks: readonly FileTask[]
  readonly ahead: number
}

export interface Delivery {
  readonly number: number
  readonly outcome: Outcome<unknown>
}

/** A worker's life: one file after the other, until none is left. `counted` is told of bytes. */
export async function serve(
  port: Pick<MessagePort, 'postMessage'>,
  {memory, thread, tasks, ahead}: Shift,
  start: (countBytes: (count: number) => void) => (task: FileTask) => Promise<unknown>,
): Promise<void> {
  const claims = new Claims(memory, thread, tasks.length, ahead)
  const make = start(count => claims.countBytes(count))
  for (let index = claims.next(); index !== null; index = claims.next()) {
    const task = tasks[index] as FileTask
    const send = (outcome: Outcome<unknown>) => port.postMessage({number: task.number, outcome} satisfies Delivery)
    const outcome = await outcomeOf(() => make(task))
    try {
      send(outcome)
    } catch (error) {
      // Something in the result cannot go from thread to thread.
      send(await outcomeOf(() => Promise.reject(error)))
    }
    claims.done()
  }
}
