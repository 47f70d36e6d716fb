import type {Writable} from 'node:stream'
import {UserError} from './user-error.js'

/**
 * Results go through here: in order, waiting for the reader, and quietly into nothing once the reader has
 * gone (`| head -1`). Nothing else writes to stdout.
 */
export class Results {
  #open = true

  constructor(readonly stream: Writable) {
    // Every write reports its own error; the listener only keeps Node from ending the process.
    stream.on('error', () => {
      this.#open = false
    })
  }

  /** False once the reader has gone: no more work is worth doing for it. */
  get open(): boolean {
    return this.#open
  }

  async write(pieces: string | Iterable<string>): Promise<boolean> {
    let pending = ''
    for (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
      pending += piece
      if (pending.length < 65_536) continue
      if (!(await this.#send(pending))) return false
      pending = ''
    }
    return pending === '' ? this.#open : this.#send(pending)
  }

  #send(text: string): Promise<boolean> {
    if (!this.#open) return Promise.resolve(false)
    return new Promise((resolve, reject) => {
      this.stream.write(text, error => {
        if (!error) return resolve(true)
        this.#open = false
        if ((error as NodeJS.ErrnoException).code === 'EPIPE') return resolve(false)
        reject(new UserError(2, `The output cannot be written: ${error.message}.`))
      })
    })
  }
}
