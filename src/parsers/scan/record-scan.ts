import type {Passed, Skim} from '../parser.js'
import type {Kernel} from './kernel.js'
import {CHUNK, OUT, OUT_SIZE, TEXT, WIDE} from './memory.js'
import {writeLayout} from './write-layout.js'

export interface ScanTarget {
  /** Records were passed over: the text that comes next begins there. */
  pass(passed: Passed): void
  /** Text that has to be read, as it stands in the file; its memory is used again. */
  text(bytes: Uint8Array): void
}

/** As `begin` in kernel/ takes them. */
const KIND = {lines: 0, rows: 1, elements: 2, objects: 3, tags: 4, json: 5} as const

/**
 * Passes over the records that nobody wants, and hands on all others with all text that is not surely one of those.
 * What is handed on is exactly what a reader of everything would make something of.
 */
export class RecordScan {
  readonly #kernel: Kernel
  readonly #wide: boolean
  readonly #target: ScanTarget
  readonly #skim: Skim
  #layout: ReturnType<Skim['layout']>
  /** Offset in the file of the next byte to come. */
  #offset: number
  /** UTF-16: the first half of a character, in front of the next chunk. */
  #half = 0

  /** The text at `offset`, in line `line`, goes on with a record of which the beginning was read. */
  constructor(kernel: Kernel, wide: boolean, target: ScanTarget, skim: Skim, offset: number, line: number) {
    this.#kernel = kernel
    this.#wide = wide
    this.#target = target
    this.#skim = skim
    this.#offset = offset
    kernel.begin(TEXT, line, KIND[skim.kind])
    this.#layout = skim.layout()
    writeLayout(kernel, skim.kind, this.#layout)
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
    let again: number
    do {
      const spans = kernel.scan(end)
      again = kernel.isFull() | kernel.isPaused()
      this.#hand(spans)
      this.#ask()
    } while (again !== 0)
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
          undecoded: view.getUint32(entry + 20, true),
          line: view.getUint32(entry + 8, true),
          offset: this.#offset + from - (this.#wide ? WIDE : TEXT),
        })
      }
      this.#target.text(bytes.subarray(from, to))
    }
  }

  /** The parser may have met records of another kind, or be in the middle of one. */
  #ask(): void {
    const layout = this.#skim.layout()
    if (layout === this.#layout) return
    this.#hand(this.#kernel.release())
    this.#layout = this.#skim.layout()
    writeLayout(this.#kernel, this.#skim.kind, this.#layout)
  }
}
