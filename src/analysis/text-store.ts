const BLOCK = 1 << 20
/** Most captures are small: each block is twice as large as the one before it. */
const FIRST_BLOCK = 1 << 14

/**
 * First lines of records, as bytes outside the object heap: a finding may want to show any of them, and
 * nobody else wants them at all.
 */
export class TextStore {
  readonly #blocks: Buffer[] = []
  #size = FIRST_BLOCK
  #used = FIRST_BLOCK

  /** Keeps a text and tells its number. */
  add(text: string): number {
    const length = Buffer.byteLength(text)
    if (this.#used + 4 + length > this.#size) {
      this.#size = Math.max(Math.min(BLOCK, FIRST_BLOCK * 2 ** this.#blocks.length), 4 + length)
      this.#blocks.push(Buffer.allocUnsafeSlow(this.#size))
      this.#used = 0
    }
    const block = this.#blocks.length - 1
    const at = this.#used
    const bytes = this.#blocks[block] as Buffer
    bytes.writeUInt32LE(length, at)
    bytes.write(text, at + 4)
    this.#used += 4 + length
    return block * BLOCK + at
  }

  read(number: number): string {
    const bytes = this.#blocks[Math.floor(number / BLOCK)] as Buffer
    const at = number % BLOCK
    return bytes.toString('utf8', at + 4, at + 4 + bytes.readUInt32LE(at))
  }
}
