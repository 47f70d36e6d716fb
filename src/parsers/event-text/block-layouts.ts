import {NOT_SOFTWARE} from '../etw/software-trace.js'
import type {BlockLayout} from '../scan/layouts.js'
import {timeLayoutOf} from '../scan/time-layout.js'
import type {Own} from '../scan/wanted.js'
import type {Stamp} from '../stamps.js'

export const WEVTUTIL_OWN: Own = {
  literals: [],
  telling: false,
  withIds: true,
  separators: /[=\n]/,
  names: ['logname', 'level', 'task', 'opcode'],
}

/** Knows what blocks look like to those who only count them: as the one that was read last. */
export class BlockLayouts {
  #latest: BlockLayout | null = null

  /** The same object as long as blocks look alike; null: none was read. */
  get latest(): BlockLayout | null {
    return this.#latest
  }

  /** A date as printed; one that is too odd tells nothing of others. */
  read(date: string, stamp: Stamp | null): void {
    if (stamp === null) return
    const time = timeLayoutOf(date, stamp.shape === 'culture', this.#latest?.time ?? null)
    if (time === null || time === this.#latest?.time) return
    this.#latest = {format: 'wevtutil-text', form: 'blocks', time, notSoftware: NOT_SOFTWARE}
  }
}
