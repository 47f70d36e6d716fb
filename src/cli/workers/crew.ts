import {Worker} from 'node:worker_threads'
import {Claims, type SharedMemory, sharedMemory} from './claims.js'
import type {Outcome} from './outcome.js'
import type {Plan} from './plan.js'
import type {Delivery, FileTask, Shift} from './serve.js'

export interface CrewOptions extends Plan {
  /** File of the worker's program. */
  readonly entry: URL
  /** What the program is told beside its shift, as plain data. */
  readonly order: object
}

/** The workers of a run, as the main thread sees them. It may claim tasks like one of them. */
export class Crew {
  readonly claims: Claims
  readonly #workers: Worker[]
  #living: number
  #deliveries: Delivery[] = []
  /** Tasks by index that have come back, or were claimed by the main thread. */
  readonly #known = new Set<number>()
  readonly #indexOf: ReadonlyMap<number, number>
  #wake = () => {}

  constructor(readonly options: CrewOptions) {
    const {workers, tasks, ahead} = options
    const memory = sharedMemory(workers + 1)
    this.claims = new Claims(memory, 0, tasks.length, ahead)
    this.#indexOf = new Map(tasks.map(({number}, index) => [number, index]))
    this.#living = workers
    this.#workers = Array.from({length: workers}, (_, i) => this.#hire(i + 1, memory))
  }

  /** What has come back since it was asked last. */
  deliveries(): readonly Delivery[] {
    const all = this.#deliveries
    this.#deliveries = []
    return all
  }

  /** The next task for the main thread; null: it has to wait for others, or nothing is left. */
  claim(): FileTask | null {
    const index = this.claims.nextNow() ?? this.#orphan()
    if (index === null) return null
    this.#known.add(index)
    return this.options.tasks[index] as FileTask
  }

  /** Settles once there may be something new. */
  async news(): Promise<void> {
    if (this.#deliveries.length > 0 || this.#living === 0) return
    await new Promise<void>(resolve => {
      this.#wake = resolve
    })
  }

  /** Lets workers finish what they still do for later runs. */
  async goHome(): Promise<void> {
    while (this.#living > 0) await this.news()
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.terminate()))
  }

  #hire(thread: number, memory: SharedMemory): Worker {
    const {entry, order, tasks, ahead} = this.options
    const shift: Shift = {memory, thread, tasks, ahead}
    const worker = new Worker(entry, {workerData: {order, shift}})
    let why = 'its worker stopped without a word'
    worker.on('message', ({number, outcome}: Delivery) => this.#deliver(number, outcome))
    worker.on('error', error => {
      why = reasonOf(error)
    })
    worker.on('exit', () => {
      this.#living--
      const index = this.claims.taskOf(thread)
      const task = index === null ? undefined : tasks[index]
      if (task) this.#deliver(task.number, {broken: why})
      this.#wake()
    })
    return worker
  }

  #deliver(number: number, outcome: Outcome<unknown>): void {
    const index = this.#indexOf.get(number) as number
    if (this.#known.has(index)) return
    this.#known.add(index)
    this.#deliveries.push({number, outcome})
    this.#wake()
  }

  /** A task that somebody claimed who is gone without having begun it. */
  #orphan(): number | null {
    if (this.#living > 0) return null
    for (let index = 0; index < this.claims.claimed; index++) if (!this.#known.has(index)) return index
    return null
  }
}

function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return 'it needs more memory than a worker has; analyse it alone with --jobs 1'
  return `a bug in roamscope ended its worker: ${error instanceof Error ? error.message : String(error)}`
}
