import type {Problem} from '../../events/place.js'
import {LONGEST_LINE} from '../lines.js'
import type {ByteLength} from '../parser.js'
import {TextWindow} from '../text-window.js'

/** The text of one object with its place. */
export interface JsonObject {
  readonly json: string
  readonly line: number
  readonly offset: number
  /** The first physical line, as far as it belongs to this object. */
  readonly firstLine: string
}

const STRUCTURE = /["{}[\]\n]/g
/** What Windows PowerShell makes of an array in some cases: `{"value": [ … ], "Count": 2}`. */
const WRAPPER = /^\{\s*"value"\s*:\s*\[$/
const LONGEST_WRAPPER = 64
const NO_END = 'This object has no end: it was left out.'
const NOT_CLOSED = 'A text of this object is not closed: it was left out.'
const TOO_LONG = `This object is longer than ${LONGEST_LINE} characters: it was left out.`
const CUT = 'The file ends inside this object: it was left out.'

/**
 * Cuts JSON text into its objects: one after the other, one a line, or the members of one array. A broken object costs
 * itself: a line that begins as it did, where no object can begin, is the start of the next one.
 */
export class ObjectSplitter {
  readonly #object: (object: JsonObject) => void
  readonly #problem: (problem: Problem) => void
  /** Text from the start of the current object on, or of its line. */
  readonly #window: TextWindow
  /** Text before this index is done with. */
  #at = 0
  /** Open brackets of the current object; empty: between objects. */
  #open = ''
  /** Blanks in front of the current object on its line; null: something else is there. */
  #indent: string | null = null
  #inString = false
  /** The current object is broken: a line that begins as it did is waited for. */
  #lost = false

  constructor(bytes: ByteLength, object: (object: JsonObject) => void, problem: (problem: Problem) => void) {
    this.#window = new TextWindow(bytes)
    this.#object = object
    this.#problem = problem
  }

  /** Between objects. */
  get settled(): boolean {
    return this.#open === ''
  }

  /** Whole objects were left out: the next text begins behind one. */
  jump(line: number, offset: number): void {
    this.#window.jump(line, offset)
    this.#at = 0
  }

  text(chunk: string): void {
    this.#window.add(chunk)
    this.#run(false)
  }

  end(): void {
    this.#run(true)
    if (this.#open !== '' && !this.#lost) this.#say(CUT)
  }

  #run(final: boolean): void {
    do {
      const held = this.#inString ? this.#window.text.length : this.#at
      if (this.#open !== '' && !this.#lost && held > LONGEST_LINE) this.#lose(TOO_LONG)
    } while (this.#step(final))
    if (this.#open === '' || this.#lost) this.#at -= Math.min(this.#at, this.#window.forget(this.#at))
  }

  /** Goes behind the next character that matters; false: more text is needed. */
  #step(final: boolean): boolean {
    if (this.#inString) return this.#string()
    STRUCTURE.lastIndex = this.#at
    const found = STRUCTURE.exec(this.#window.text)
    if (found === null) {
      this.#at = this.#window.text.length
      return false
    }
    const [char] = found
    if (char === '\n') return this.#newLine(found.index, final)
    this.#at = found.index + 1
    if (this.#lost) return true
    if (char === '{') this.#begin(found.index)
    else if (this.#open === '') return true
    else if (char === '"') this.#inString = true
    else if (char === '[') this.#array()
    else this.#close()
    return true
  }

  #begin(at: number): void {
    if (this.#open === '') {
      const lead = this.#window.leadOf(at)
      this.#indent = this.#window.isFirst(at) ? this.#window.text.slice(at - lead, at) : null
      this.#at -= this.#window.drop(at - lead)
    }
    this.#open += '{'
  }

  #array(): void {
    this.#open += '['
    if (this.#open !== '{[' || this.#at > LONGEST_WRAPPER) return
    if (WRAPPER.test(this.#window.text.slice(0, this.#at).trimStart())) this.#open = ''
  }

  #close(): void {
    this.#open = this.#open.slice(0, -1)
    if (this.#open !== '') return
    const {text, line, offset} = this.#window
    const json = text.slice(this.#indent?.length ?? 0, this.#at)
    this.#object({json, line, offset, firstLine: this.#window.firstLine(this.#at)})
    this.#at -= this.#window.drop(this.#at)
  }

  #string(): boolean {
    const {text} = this.#window
    const end = text.indexOf('"', this.#at)
    const lineEnd = text.indexOf('\n', this.#at)
    if (lineEnd >= 0 && (end < 0 || lineEnd < end)) {
      // Texts of JSON hold no line ends.
      this.#at = lineEnd
      this.#lose(NOT_CLOSED)
      return true
    }
    if (end < 0) return false
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes++
    this.#inString = slashes % 2 === 1
    this.#at = end + 1
    return true
  }

  /** Looks whether the line behind this end begins as the open object did, and cannot be part of it. */
  #newLine(at: number, final: boolean): boolean {
    if (this.#open !== '' && (this.#lost || this.#indent !== null)) {
      const next = /[^ \t]/g
      next.lastIndex = at + 1
      const first = next.exec(this.#window.text)
      if (first === null && !final && this.#window.text.length - at < LONGEST_WRAPPER) {
        this.#at = at
        return false
      }
      const blanks = first === null ? '' : this.#window.text.slice(at + 1, first.index)
      if (first?.[0] === '{' && (this.#indent ?? blanks) === blanks && (this.#lost || this.#isMisplaced(at))) {
        if (!this.#lost) this.#say(NO_END)
        this.#lost = false
        this.#open = ''
      }
    }
    this.#at = at + 1
    return true
  }

  /** An object in an object has a name. */
  #isMisplaced(at: number): boolean {
    return this.#open.endsWith('{') && !/:\s*$/.test(this.#window.text.slice(Math.max(0, at - 100), at))
  }

  #lose(message: string): void {
    this.#say(message)
    this.#lost = true
    this.#inString = false
  }

  #say(message: string): void {
    this.#problem({line: this.#window.line, offset: this.#window.offset, message})
  }
}
