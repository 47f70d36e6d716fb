import {closeSync, fstatSync, openSync, readSync} from 'node:fs'

/**
 * Reads files of nothing but ASCII (the build sees to it) between a head and a tail: each through the same memory and
 * into a string that is made once, for at every start this is some megabytes.
 */
export class Sources {
  #memory = Buffer.alloc(0)

  constructor(
    readonly head: string,
    readonly tail: string,
  ) {}

  read(path: string): string {
    const file = openSync(path, 'r')
    try {
      const {size} = fstatSync(file)
      const start = this.head.length
      const end = start + size
      if (this.#memory.length < end + this.tail.length)
        this.#memory = Buffer.allocUnsafeSlow(2 * (end + this.tail.length))
      this.#memory.write(this.head, 'latin1')
      if (readSync(file, this.#memory, start, size, 0) !== size) throw new Error(`${path} was cut while it was read.`)
      this.#memory.write(this.tail, end, 'latin1')
      return this.#memory.toString('latin1', 0, end + this.tail.length)
    } finally {
      closeSync(file)
    }
  }
}
