/** The data is not what it should be. */
export class LzxError extends Error {}

/** Bits of LZX: words of 16 bits, low byte first, highest bit first; in between stretches of plain bytes. */
export class LzxBits {
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  /** Bits that were taken out of the bytes, at the upper end. */
  #bits = 0
  #count = 0

  /** More bytes. */
  feed(bytes: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes.subarray(this.#at), bytes])
    this.#at = 0
  }

  /** The next bits, at most 16, without taking them; zeros behind the end. */
  peek(length: number): number {
    while (this.#count < length && this.#at < this.#bytes.length) {
      const word = (this.#bytes[this.#at] as number) | ((this.#bytes[this.#at + 1] ?? 0) << 8)
      this.#bits |= word << (16 - this.#count)
      this.#count += 16
      this.#at += 2
    }
    return this.#bits >>> (32 - length)
  }

  drop(length: number): void {
    if (length > this.#count) throw new LzxError()
    this.#bits <<= length
    this.#count -= length
  }

  /** At most 32 bits. */
  read(length: number): number {
    if (length === 0) return 0
    if (length > 16) return this.read(length - 16) * 0x10000 + this.read(16)
    const value = this.peek(length)
    this.drop(length)
    return value
  }

  /** Goes on at the next word. */
  align(): void {
    this.drop(this.#count % 16)
  }

  /** Goes on at the next word, and leaves a whole one out where bits end at one: plain bytes follow. */
  padding(): void {
    this.peek(1)
    this.drop(this.#count % 16 || 16)
  }

  /** Plain bytes, where bits end at a word. */
  bytes(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + length)
    if (bytes.length < length) throw new LzxError()
    this.#at += length
    return bytes
  }
}
