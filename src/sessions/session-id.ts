import {hash} from 'node:crypto'
import type {Micros} from '../events/units.js'

/** Eight hex digits made of content only, so that a line in a ticket is found again in any copy of the trace. */
export function contentId(parts: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(parts)).slice(0, 8)
}

/** Hands out ids in order of time; equal ones get -2, -3, … */
export class SessionIds {
  readonly #used = new Map<string, number>()

  next(
    kind: string,
    startUs: Micros,
    port: number | null,
    transactionId: number | null,
    message: string | null,
  ): string {
    const id = contentId([kind, startUs, port, transactionId, message])
    const count = (this.#used.get(id) ?? 0) + 1
    this.#used.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  }
}
