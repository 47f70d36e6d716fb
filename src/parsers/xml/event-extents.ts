import type {Problem} from '../../events/place.js'
import {LONGEST_LINE} from '../lines.js'
import type {ByteLength} from '../parser.js'
import {EventMarkup, startsRecord, TAG_LENGTH} from './event-markup.js'

/** The text of one `<Event>` element. */
export interface EventExtent {
  readonly xml: string
  readonly line: number
  readonly offset: number
  /** The first physical line, as far as it belongs to this event. */
  readonly firstLine: string
  /** The element goes on behind the text: it is too long, or the file ends inside it. */
  readonly cut: 'long' | 'end' | null
  /** Copied from a tree view: `- ` stands in front of elements. */
  readonly tree: boolean
}

/** A longer event is cut here. */
export const LONGEST_EVENT = LONGEST_LINE
const FIRST_LINE = 4096
/** Blanks and the marker of a tree view in front of an event, on its line. */
const PREFIX = /^[ \t\ufeff]*(?:[-+] ?)?[ \t]*$/
const PREFIX_LENGTH = 64

/**
 * Cuts a stream of text into `<Event>` elements, whatever stands around them: a root or none, line ends or none.
 * An event without end costs itself: the next start tag of a record ends it.
 */
export class EventExtents {
  readonly #bytes: ByteLength
  readonly #event: (extent: EventExtent) => void
  readonly #problem: (problem: Problem) => void
  readonly #markup: EventMarkup
  /** Text from the start of the current event or line on, and the place of its first character. */
  #text = ''
  #line = 1
  #offset = 0
  #atLineStart = true
  /** Depth of elements called Event; 0: between events. */
  #depth = 0
  #tree = false
  /** Characters in front of the current event's tag that belong to its first line. */
  #lead = 0
  /** The rest of an event that was cut goes by. */
  #skipping = false

  constructor(bytes: ByteLength, event: (extent: EventExtent) => void, problem: (problem: Problem) => void) {
    this.#bytes = bytes
    this.#event = event
    this.#problem = problem
    const unclosed = () => this.#say(this.#markup.at, 'A comment is not closed: events may be missing here.')
    this.#markup = new EventMarkup(2 * LONGEST_EVENT, unclosed)
  }

  /** Between events. */
  get settled(): boolean {
    return this.#depth === 0 && !this.#skipping && this.#markup.isDone(this.#text)
  }

  /** Number of the line that comes next, where the text so far ends with one. */
  get line(): number {
    return this.#line + lineEnds(this.#text)
  }

  /** Whole events were left out: the next text begins behind the end tag of one, or with a line. */
  jump(line: number, offset: number, atLineStart = false): void {
    this.#text = ''
    this.#line = line
    this.#offset = offset
    this.#atLineStart = atLineStart
    this.#markup.seek(0)
  }

  text(chunk: string): void {
    this.#text += chunk
    this.#run(false)
  }

  end(): void {
    this.#run(true)
    while (this.#depth > 0 && !this.#skipping) {
      if (!this.#resync(this.#text.length)) {
        this.#emit(this.#text.length, 'end')
        this.#depth = 0
      }
      this.#run(true)
    }
  }

  #run(final: boolean): void {
    while (this.#step(final)) {}
    if (this.#depth === 0 || this.#skipping) this.#trim()
  }

  /** One mark, or the limit; false: more text is needed. */
  #step(final: boolean): boolean {
    const mark = this.#markup.next(this.#text, final)
    const reached = mark?.end ?? this.#markup.at
    if (this.#depth > 0 && !this.#skipping && reached > LONGEST_EVENT) {
      this.#overflow()
      return true
    }
    if (mark === null) return false
    if (mark.kind === 'open') return this.#open(mark.at, mark.end, final)
    this.#markup.seek(mark.end)
    if (this.#depth === 0) this.#say(mark.at, 'An event ends here that has no start: it was left out.')
    else if (--this.#depth === 0) this.#close(mark.end)
    return true
  }

  #open(at: number, end: number, final: boolean): boolean {
    if (this.#depth > 0) {
      if (this.#text.length - at < TAG_LENGTH && !final) return false
      if (!startsRecord(this.#text, at)) {
        if (!this.#text.startsWith('/>', end - 2)) this.#depth++
        this.#markup.seek(end)
        return true
      }
      if (!this.#skipping) this.#say(0, 'This event has no end: it was left out.')
    }
    this.#skipping = false
    this.#start(at)
    const tagEnd = end - at + this.#lead
    this.#markup.seek(tagEnd)
    this.#depth = 1
    if (this.#text.startsWith('/>', tagEnd - 2)) {
      this.#depth = 0
      this.#close(tagEnd)
    }
    return true
  }

  /** Drops what is in front of an event, but for the blanks and the tree marker of its line. */
  #start(at: number): void {
    const from = this.#text.lastIndexOf('\n', at - 1) + 1
    const prefix = this.#text.slice(Math.max(from, at - PREFIX_LENGTH - 1), at)
    const own = (from > 0 || this.#atLineStart) && prefix.length <= PREFIX_LENGTH && PREFIX.test(prefix)
    this.#lead = own ? prefix.length : 0
    this.#tree = own && /[-+]/.test(prefix)
    this.#drop(at - this.#lead)
  }

  #close(end: number): void {
    if (!this.#skipping) this.#emit(end, null)
    this.#skipping = false
    this.#drop(end)
  }

  #emit(end: number, cut: EventExtent['cut']): void {
    const lineEnd = this.#text.indexOf('\n')
    const first = Math.min(lineEnd < 0 ? end : lineEnd, end, FIRST_LINE)
    this.#event({
      xml: this.#text.slice(this.#lead, end),
      line: this.#line,
      offset: this.#offset,
      firstLine: this.#text.slice(0, first).replace(/\r+$/, ''),
      cut,
      tree: this.#tree,
    })
  }

  /** The event is longer than any should be: either it has no end, or it is cut. */
  #overflow(): void {
    // Whether a start tag behind this place is that of a record, later text may tell.
    const searched = LONGEST_EVENT - TAG_LENGTH
    if (this.#resync(searched)) return
    this.#say(0, `This event is longer than ${LONGEST_EVENT} characters: the rest of it was not read.`)
    this.#emit(LONGEST_EVENT, 'long')
    this.#skipping = true
    this.#depth = 1
    this.#markup.seek(searched)
  }

  /** Looks for the start of a record inside the current event, in comments as well: something there is not closed. */
  #resync(limit: number): boolean {
    for (let at = this.#text.indexOf('<Event', this.#lead + 1); at >= 0 && at < limit; ) {
      if (startsRecord(this.#text, at)) {
        this.#say(0, 'This event has no end: it was left out.')
        this.#depth = 0
        this.#drop(at)
        this.#markup.seek(0)
        return true
      }
      at = this.#text.indexOf('<Event', at + 1)
    }
    return false
  }

  /** Between events nothing is kept but what may be the start of one. */
  #trim(): void {
    const done = this.#markup.at
    const lineStart = this.#text.lastIndexOf('\n', done - 1) + 1
    this.#drop(Math.max(lineStart, done - 2 * PREFIX_LENGTH))
  }

  #say(at: number, message: string): void {
    const before = this.#text.slice(0, at)
    this.#problem({line: this.#line + lineEnds(before), offset: this.#offset + this.#bytes(before), message})
  }

  /** Forgets the first characters and counts them. */
  #drop(wanted: number): void {
    const count = wholeCharacters(this.#text, wanted)
    if (count === 0) return
    const gone = this.#text.slice(0, count)
    this.#line += lineEnds(gone)
    this.#offset += this.#bytes(gone)
    this.#atLineStart = gone.endsWith('\n')
    this.#text = this.#text.slice(count)
    this.#markup.dropped(count)
  }
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Not between the halves of a character: each alone would be counted as three bytes. */
function wholeCharacters(text: string, count: number): number {
  const code = text.charCodeAt(count)
  return code >= 0xdc00 && code <= 0xdfff && count > 0 ? count - 1 : count
}
