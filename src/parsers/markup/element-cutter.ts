import type {Problem} from '../../events/place.js'
import {LONGEST_LINE} from '../lines.js'
import type {ByteLength} from '../parser.js'
import {TextWindow} from '../text-window.js'

/** An element or a tag as the file has it, with its place. */
export interface Piece {
  /** Name in lower case; of an end tag with `/` in front. */
  readonly name: string
  readonly xml: string
  readonly line: number
  readonly offset: number
  /** The first physical line, as far as it belongs to this piece. */
  readonly firstLine: string
  /** The element goes on behind the text: it is too long, or the file ends inside it. */
  readonly cut: 'long' | 'end' | null
}

export interface CutterOptions {
  /** Elements that are handed over whole, from start to end tag, in lower case. They do not lie in each other. */
  readonly whole: readonly string[]
  /** Elements of which the two tags are handed over, one by one. */
  readonly tags?: readonly string[]
  /** Elements whose content is not looked at. */
  readonly skip?: readonly string[]
  /** Whole elements may hold others of their name. */
  readonly nests?: boolean
  /** Of nesting ones: children that make of the outermost element no more than a frame around others like it. */
  readonly frames?: readonly string[]
  /** Children that prove that it is none. */
  readonly contents?: readonly string[]
  /** A longer element is cut, characters; 1 Mi unless told. */
  readonly longest?: number
}

interface OpenElement {
  readonly name: string
  /** Blanks in front of it. */
  readonly lead: number
  depth: number
  /** It was cut: the rest of it goes by. */
  over: boolean
  /** It is more than a frame around others. */
  proven: boolean
}

type Role = 'whole' | 'tag' | 'skip' | 'frame' | 'content'

/** More than the start tag of anything but a record made of attributes takes. */
const LONGEST_NAME = 64
/** HTML: its content is no markup. */
const RAW = 'script'
const TAG = /<(\/?)([A-Za-z][\w:.-]*)/y
/** What more text may make the start of a comment, a section or another name. */
const UNDECIDED = /<(?:![-A-Z[]*|\/?[\w:.-]*)$/y

/**
 * Cuts a stream of XML or HTML into the elements that matter, whatever stands around them. Comments and CDATA sections
 * are passed over. An element without end costs itself: the next start tag of a known name ends it.
 */
export class ElementCutter {
  readonly #roles = new Map<string, Role>()
  readonly #nests: boolean
  readonly #longest: number
  readonly #piece: (piece: Piece) => void
  readonly #problem: (problem: Problem) => void
  /** Text from the start of the current element on, or of its line. */
  readonly #window: TextWindow
  /** Text before this index is done with. */
  #at = 0
  /** The whole element that the text is in. */
  #open: OpenElement | null = null
  /** What ends the comment, section or skipped element that the text is in, in lower case. */
  #until: string | null = null

  constructor(
    options: CutterOptions,
    bytes: ByteLength,
    piece: (piece: Piece) => void,
    problem: (problem: Problem) => void,
  ) {
    for (const name of options.whole) this.#roles.set(name, 'whole')
    for (const name of options.tags ?? []) this.#roles.set(name, 'tag')
    for (const name of options.skip ?? []) this.#roles.set(name, 'skip')
    for (const name of options.frames ?? []) this.#roles.set(name, 'frame')
    for (const name of options.contents ?? []) this.#roles.set(name, 'content')
    this.#nests = options.nests ?? false
    this.#longest = options.longest ?? LONGEST_LINE
    this.#window = new TextWindow(bytes)
    this.#piece = piece
    this.#problem = problem
  }

  /** Between elements, and nothing that was read may become part of one but blanks. */
  get settled(): boolean {
    return this.#open === null && this.#until === null && this.#at === this.#text.length
  }

  /** Whole elements were left out: the next text begins behind one. */
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
    const open = this.#open
    if (open !== null && !open.over) this.#emit(open.name, open.lead, this.#text.length, 'end')
    this.#open = null
  }

  #run(final: boolean): void {
    while (this.#step(final)) {
      const open = this.#open
      if (open !== null && !open.over && this.#at > this.#longest) this.#overflow(open)
    }
    const open = this.#open
    if (open !== null && !open.over && this.#text.length > 2 * this.#longest) this.#overflow(open)
    // Between elements nothing is kept but the blanks in front of what may be one.
    if (this.#open === null || this.#open.over) this.#at = Math.max(0, this.#at - this.#window.forget(this.#at))
  }

  /** Goes to the next tag that matters; false: more text is needed. */
  #step(final: boolean): boolean {
    if (this.#until !== null && !this.#leave(this.#until)) return false
    const at = this.#text.indexOf('<', this.#at)
    this.#at = at < 0 ? this.#text.length : at
    if (at < 0 || (this.#text.length - at < LONGEST_NAME && !final && isUndecided(this.#text, at))) return false
    const raw = this.#open?.name === RAW
    if (!raw && this.#text.startsWith('<!--', at)) return this.#enter('-->', at + 4)
    if (!raw && this.#text.startsWith('<![CDATA[', at)) return this.#enter(']]>', at + 9)
    TAG.lastIndex = at
    const tag = TAG.exec(this.#text)
    const name = tag === null ? '' : (tag[2] as string).toLowerCase()
    const role = this.#roles.get(name)
    if (tag === null || role === undefined || (raw && name !== RAW)) {
      this.#at++
      return true
    }
    const end = tagEnd(this.#text, TAG.lastIndex)
    if (end === null && !final && this.#text.length - at <= this.#longest) return false
    if (end === null || this.#text[end - 1] !== '>') {
      const outside = this.#open === null
      if (outside) this.#at = this.#goTo(at)
      if (role === 'whole' && end !== null) this.#say('A tag of this element is not closed: it was left out.')
      else if (role === 'whole' && outside) this.#say('The file ends inside this element: it was left out.')
      this.#at++
      return true
    }
    this.#at = end
    if (tag[1] === '/') this.#close(name, role, at, end)
    else this.#start(name, role, at, end)
    return true
  }

  #start(name: string, role: Role, at: number, end: number): void {
    const empty = this.#text.startsWith('/>', end - 2)
    const open = this.#open
    if (role === 'skip') {
      if (!empty) this.#until = `</${name}`
      return
    }
    if (role === 'frame' || role === 'content') {
      if (open === null || open.depth > 1) return
      if (role === 'content') open.proven = true
      else if (!open.proven) this.#open = null
      return
    }
    if (open !== null) {
      if (this.#nests) {
        if (name === open.name && !empty) open.depth++
        return
      }
      if (!open.over) this.#say('This element has no end: it was left out.')
      this.#open = null
    }
    const lead = this.#goTo(at)
    const length = end - at + lead
    this.#at = length
    if (role === 'tag' || empty) {
      this.#emit(name, lead, length, null)
      this.#drop(length)
    } else this.#open = {name, lead, depth: 1, over: false, proven: false}
  }

  #close(name: string, role: Role, at: number, end: number): void {
    const open = this.#open
    if (open !== null && name === open.name) {
      if (--open.depth > 0) return
      if (!open.over) this.#emit(name, open.lead, end, null)
      this.#open = null
      this.#drop(end)
    } else if (role === 'tag' && !(open !== null && this.#nests)) {
      if (open !== null && !open.over) this.#say('This element has no end: it was left out.')
      this.#open = null
      const lead = this.#goTo(at)
      this.#emit(`/${name}`, lead, end - at + lead, null)
      this.#drop(end - at + lead)
    }
  }

  #enter(until: string, at: number): boolean {
    this.#until = until
    this.#at = at
    return true
  }

  /** Looks for the end of what is skipped; false: it has not come yet. */
  #leave(until: string): boolean {
    const found = until.startsWith('</')
      ? indexOfName(this.#text, until, this.#at)
      : this.#text.indexOf(until, this.#at)
    if (found < 0) {
      this.#at = Math.max(this.#at, this.#text.length - until.length)
      return false
    }
    this.#until = null
    this.#at = found + until.length
    return true
  }

  /** Drops what is in front of a tag, but for the blanks of its line; the number of these. */
  #goTo(at: number): number {
    const lead = this.#window.leadOf(at)
    this.#drop(at - lead)
    return lead
  }

  #emit(name: string, lead: number, end: number, cut: Piece['cut']): void {
    const {line, offset} = this.#window
    this.#piece({name, xml: this.#text.slice(lead, end), line, offset, firstLine: this.#window.firstLine(end), cut})
  }

  #overflow(open: OpenElement): void {
    this.#say(`This element is longer than ${this.#longest} characters: the rest of it was not read.`)
    this.#emit(open.name, open.lead, Math.min(this.#longest, this.#text.length), 'long')
    open.over = true
  }

  get #text(): string {
    return this.#window.text
  }

  #drop(count: number): void {
    this.#at = Math.max(0, this.#at - this.#window.drop(count))
  }

  #say(message: string): void {
    this.#problem({line: this.#window.line, offset: this.#window.offset, message})
  }
}

/**
 * Index after the `>` of a tag, which attribute values may hold as well, or of the `<` that shows that the tag is broken;
 * null: neither has come.
 */
function tagEnd(text: string, from: number): number | null {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 60) return at
    if (quote !== 0) {
      if (char === quote) quote = 0
    } else if (char === 34 || char === 39) quote = char
    else if (char === 62) return at + 1
  }
  return null
}

function isUndecided(text: string, at: number): boolean {
  UNDECIDED.lastIndex = at
  return UNDECIDED.test(text)
}

/** Place of an end tag in any case. */
function indexOfName(text: string, wanted: string, from: number): number {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2)) {
    if (text.slice(at, at + wanted.length).toLowerCase() === wanted) return at
  }
  return -1
}
