import type {ByteLength} from './parser.js'

/** Blanks in front of something on its line, up to so many, belong to it. */
const LONGEST_LEAD = 64
const BLANKS = /^[ \t\ufeff]*$/

/** The part of a growing text that is still needed, and the place of its first character in the file. */
export class TextWindow {
  text = ''
  line = 1
  offset = 0
  #lineStart = true
  readonly #bytes: ByteLength

  constructor(bytes: ByteLength) {
    this.#bytes = bytes
  }

  add(chunk: string): void {
    this.text += chunk
  }

  /** Text was left out: what comes next has that place, behind something on its line. */
  jump(line: number, offset: number): void {
    this.text = ''
    this.line = line
    this.offset = offset
    this.#lineStart = false
  }

  /** Blanks between the start of its line and an index, where nothing else is there; else 0. */
  leadOf(at: number): number {
    const from = this.text.lastIndexOf('\n', at - 1) + 1
    const own = (from > 0 || this.#lineStart) && at - from <= LONGEST_LEAD && BLANKS.test(this.text.slice(from, at))
    return own ? at - from : 0
  }

  /** True where an index is the first thing of its line but for blanks. */
  isFirst(at: number): boolean {
    const lead = this.leadOf(at)
    return lead > 0 || (at === 0 ? this.#lineStart : this.text.charCodeAt(at - 1) === 10)
  }

  /** The first physical line up to an index, at most 4,096 characters. */
  firstLine(end: number): string {
    const lineEnd = this.text.indexOf('\n')
    return this.text.slice(0, Math.min(lineEnd < 0 ? end : lineEnd, end, 4096)).replace(/\r+$/, '')
  }

  /** Forgets text that is done with, but for blanks in front of what may come; characters that are gone. */
  forget(done: number): number {
    const lineStart = this.text.lastIndexOf('\n', done - 1) + 1
    return this.drop(Math.max(lineStart, done - 2 * LONGEST_LEAD))
  }

  /** Forgets the first characters and counts them; of a pair of surrogates none or both. */
  drop(wanted: number): number {
    const half = this.text.charCodeAt(wanted)
    const count = half >= 0xdc00 && half <= 0xdfff && wanted > 0 ? wanted - 1 : wanted
    if (count <= 0) return 0
    const gone = this.text.slice(0, count)
    for (let at = gone.indexOf('\n'); at >= 0; at = gone.indexOf('\n', at + 1)) this.line++
    this.offset += this.#bytes(gone)
    this.#lineStart = gone.endsWith('\n')
    this.text = this.text.slice(count)
    return count
  }
}
