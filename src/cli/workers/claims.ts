const NEXT = 0
const TAKEN = 1
const FIRST_THREAD = 2

/** Memory that all threads of a run see. */
export interface SharedMemory {
  /** Index of the next task, number of results taken, and for each thread the task it is at, from 1; 0: none. */
  readonly cells: SharedArrayBuffer
  /** Bytes that workers have read. */
  readonly bytes: SharedArrayBuffer
}

export const sharedMemory = (threads: number): SharedMemory => ({
  cells: new SharedArrayBuffer(4 * (FIRST_THREAD + threads)),
  bytes: new SharedArrayBuffer(8),
})

/**
 * One thread's view of a counter that hands out the tasks 0, 1, 2, … each of them once. No task is handed out that is
 * `ahead` or more before the results that were taken, so that no more than that many wait in memory.
 */
export class Claims {
  readonly #cells: Int32Array
  readonly #bytes: BigInt64Array

  constructor(
    {cells, bytes}: SharedMemory,
    readonly thread: number,
    readonly tasks: number,
    readonly ahead: number,
  ) {
    this.#cells = new Int32Array(cells)
    this.#bytes = new BigInt64Array(bytes)
  }

  /** Waits for room; null: no task is left. */
  next(): number | null {
    for (;;) {
      const taken = Atomics.load(this.#cells, TAKEN)
      const task = this.#claim(taken)
      if (task !== 'later') return task
      Atomics.wait(this.#cells, TAKEN, taken)
    }
  }

  /** For the thread that takes the results: null also where it has to take some first. */
  nextNow(): number | null {
    const task = this.#claim(Atomics.load(this.#cells, TAKEN))
    return task === 'later' ? null : task
  }

  done(): void {
    Atomics.store(this.#cells, FIRST_THREAD + this.thread, 0)
  }

  /** The task that a thread is at. */
  taskOf(thread: number): number | null {
    const task = Atomics.load(this.#cells, FIRST_THREAD + thread)
    return task === 0 ? null : task - 1
  }

  /** How many tasks were handed out. */
  get claimed(): number {
    return Atomics.load(this.#cells, NEXT)
  }

  take(): void {
    Atomics.add(this.#cells, TAKEN, 1)
    Atomics.notify(this.#cells, TAKEN)
  }

  countBytes(count: number): void {
    Atomics.add(this.#bytes, 0, BigInt(count))
  }

  get bytes(): number {
    return Number(Atomics.load(this.#bytes, 0))
  }

  #claim(taken: number): number | null | 'later' {
    for (;;) {
      const next = this.claimed
      if (next >= this.tasks) return null
      if (next >= taken + this.ahead) return 'later'
      if (Atomics.compareExchange(this.#cells, NEXT, next, next + 1) !== next) continue
      Atomics.store(this.#cells, FIRST_THREAD + this.thread, next + 1)
      return next
    }
  }
}
