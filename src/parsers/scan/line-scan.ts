import type {LineLayout, Passed} from '../parser.js'
import type {Kernel} from './kernel.js'
import {CHUNK, DATE, NAME_SIZE, NAMES, OUT, OUT_SIZE, TEXT, WIDE} from './memory.js'

export interface ScanTarget {
  /** Records were passed over: the text that comes next begins there. */
  pass(passed: Passed): void
  /** Text that has to be read, as it stands in the file; its memory is used again. */
  text(bytes: Uint8Array): void
}

/**
 * Passes over the records of a listing that nobody wants, and hands on all others with every line that is not
 * surely one of those. What is handed on is exactly what a reader of everything would make something of.
 */
export class LineScan {
  readonly #kernel: Kernel
  readonly #wide: boolean
  readonly #target: ScanTarget
  readonly #layoutNow: () => LineLayout | null
  #layout: LineLayout | null = null
  /** Offset in the file of the next byte to come. */
  #offset: number
  /** UTF-16: the first half of a character, in front of the next chunk. */
  #half = 0

  /** The text at `offset`, in line `line`, goes on with a record of which the beginning was read. */
  constructor(
    kernel: Kernel,
    wide: boolean,
    target: ScanTarget,
    layoutNow: () => LineLayout | null,
    offset: number,
    line: number,
  ) {
    this.#kernel = kernel
    this.#wide = wide
    this.#target = target
    this.#layoutNow = layoutNow
    this.#offset = offset
    this.#writeLayout()
    kernel.begin(TEXT, line)
  }

  /** Bytes read into this memory need not be copied. */
  get room(): Uint8Array {
    const at = this.#wide ? WIDE : TEXT
    return this.#kernel.bytes.subarray(at, at + CHUNK)
  }

  bytes(chunk: Uint8Array): void {
    const {room} = this
    if (chunk.buffer === room.buffer) this.#scan(chunk.length)
    else {
      for (let from = 0; from < chunk.length; from += CHUNK) {
        const piece = chunk.subarray(from, from + CHUNK)
        room.set(piece)
        this.#scan(piece.length)
      }
    }
  }

  end(): void {
    this.#hand(this.#kernel.finish(TEXT))
    if (this.#half > 0) this.#target.text(this.#kernel.bytes.subarray(WIDE - 1, WIDE))
  }

  #scan(length: number): void {
    const kernel = this.#kernel
    const units = this.#wide ? (length + this.#half) >> 1 : length
    if (this.#wide) kernel.narrow(WIDE - this.#half, TEXT, units)
    const end = TEXT + units
    do this.#hand(kernel.scan(end))
    while (kernel.isFull())
    if (this.#layoutNow() !== this.#layout) {
      this.#hand(kernel.release())
      this.#writeLayout()
    }
    const from = kernel.keepFrom()
    kernel.bytes.copyWithin(TEXT - (end - from), from, end)
    if (this.#wide) {
      const stored = WIDE + length
      const half = (length + this.#half) & 1
      const keep = 2 * (end - from) + half
      kernel.bytes.copyWithin(WIDE - keep, stored - keep, stored)
      this.#half = half
    }
    this.#offset += length
    kernel.move(TEXT - end)
  }

  #hand(spans: number): void {
    const {view, bytes} = this.#kernel
    const unit = this.#wide ? 2 : 1
    const origin = this.#wide ? WIDE - this.#half : TEXT
    for (let span = 0; span < spans; span++) {
      const entry = OUT + span * OUT_SIZE
      const from = origin + (view.getUint32(entry, true) - TEXT) * unit
      const to = origin + (view.getUint32(entry + 4, true) - TEXT) * unit
      const records = view.getUint32(entry + 12, true)
      if (records > 0 && this.#layout !== null) {
        this.#target.pass({
          format: this.#layout.format,
          records,
          software: view.getUint32(entry + 16, true),
          line: view.getUint32(entry + 8, true),
          offset: this.#offset + from - (this.#wide ? WIDE : TEXT),
        })
      }
      this.#target.text(bytes.subarray(from, to))
    }
  }

  #writeLayout(): void {
    const layout = this.#layoutNow()
    this.#layout = layout
    const {bytes} = this.#kernel
    if (layout === null) {
      this.#kernel.layout(0, 0, false, 0)
      return
    }
    for (let i = 0; i < layout.date.length; i++) bytes[DATE + i] = layout.date.charCodeAt(i)
    let count = 0
    for (const {name, whole} of layout.notSoftware) {
      const at = NAMES + count++ * NAME_SIZE
      bytes[at] = name.length
      bytes[at + 1] = whole ? 1 : 0
      for (let i = 0; i < name.length; i++) bytes[at + 2 + i] = name.charCodeAt(i)
    }
    this.#kernel.layout(layout.date.length, layout.fraction, layout.blank, count)
  }
}
