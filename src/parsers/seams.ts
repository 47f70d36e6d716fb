import {chooseParser} from './index.js'
import type {ByteLength, FormatId, Parser} from './parser.js'

/** Formats of one grammar, and the lines with which the output of their tools begins. */
interface Family {
  readonly ids: readonly FormatId[]
  readonly begins: RegExp
  /** Whatever stands behind a record of theirs belongs to it. */
  readonly endless?: true
}

const LISTING: Family = {
  ids: ['tracefmt', 'netsh', 'pktmon', 'wmitrace'],
  begins: /\ufeff?(?:\[\d{1,4}\][\dA-Fa-f]{4,8}\.[\dA-Fa-f]{4,8}::\d|EventTrace[ \t\r]{0,8}$)/my,
}

const FAMILIES: readonly Family[] = [
  LISTING,
  {ids: ['tracerpt-xml', 'event-xml'], begins: /\ufeff?<(?:\?xml|Events?)[\s>]/my},
  {ids: ['clixml'], begins: /\ufeff?(?:#< CLIXML|<\?xml\s|<Objs\s)/my},
  {ids: ['tracerpt-csv'], begins: /\ufeff?\s{0,8}Event Name\s{0,8},/my},
  {
    ids: ['export-csv', 'eventviewer-csv', 'eventviewer-txt'],
    begins: /\ufeff?(?:#TYPE |"?(?:Message|Level|Keywords|TimeCreated|TimeGenerated|EventID|Id|Index)"?[,;\t])/my,
  },
  {ids: ['wevtutil-text'], begins: /\ufeff?Event ?\[0\]/my, endless: true},
  {ids: ['convertto-json', 'silketw'], begins: /\ufeff?(?:\[|(?:\[\s{0,8})?\{)\s*(?:$|")/my},
]

/** Lines that begin the output of other tools than those of a family. */
const OTHERS: ReadonlyMap<Family, RegExp> = new Map(
  FAMILIES.map(family => {
    const others = FAMILIES.filter(other => other !== family).map(({begins}) => begins.source)
    return [family, new RegExp(`(?!${family.begins.source})(?:${others.join('|')})`, 'my')]
  }),
)

/** Characters by which it is told that another tool's output begins. */
const LOOKAHEAD = 16_384
const MAY_BEGIN =
  /^\ufeff?(?:\[[\dA-Fa-f\].:\s{"]*|[[\s]*\{\s*|<(?:[?EO#].*)?|#.*|\s{0,8}(?:E(?:v.*)?)?|"?[A-Z][\w ]*"?)$/s
/** Of a line that has not come whole, so many characters tell that it is none of those. */
const LONGEST_BEGINNING = 128
/** So many records of a listing make one; fewer may be quoted. */
const FEWEST = 3

export interface SeamSink {
  /** Text of the parser at work. */
  text(text: string): void
  /** A record is open that may go on with any line. */
  isInside(): boolean
  /** The text that comes next, in that line and at that offset, is for that parser; `head` is the beginning of it. */
  seam(parser: Parser, line: number, offset: number, head: string): void
}

/**
 * Watches the text of an input for places where the output of another tool begins: people join files. Text is held back
 * only from a line on that may be such a place.
 */
export class Seams {
  readonly #sink: SeamSink
  readonly #bytes: ByteLength
  #family: Family | null
  #held = ''
  /** The text that comes next goes on with a line. */
  #inLine = false
  #line = 1
  #offset = 0

  constructor(parser: Parser, bytes: ByteLength, sink: SeamSink) {
    this.#family = familyOf(parser)
    this.#bytes = bytes
    this.#sink = sink
  }

  /** Number of the line that comes next, or has begun. */
  get line(): number {
    return this.#line
  }

  /** Whether text is held back. */
  get waits(): boolean {
    return this.#held !== ''
  }

  text(piece: string): void {
    if (this.#family === null || this.#family.endless) this.#hand(piece)
    else this.#run(this.#held + piece, false)
  }

  /** What is held back is all that can be known of it. */
  flush(): void {
    if (this.#held !== '') this.#run(this.#held, true)
  }

  /** Text was left out: a record, so that what is held back begins nothing else. */
  jump(line: number, offset: number): void {
    this.#hand(this.#held)
    this.#held = ''
    this.#line = line
    this.#offset = offset
    this.#inLine = false
  }

  #run(text: string, final: boolean): void {
    this.#held = ''
    let rest = text
    let from = this.#inLine ? lineBehind(rest, 0) : 0
    while (from !== null) {
      const at = this.#next(rest, from, final)
      if (at === null) break
      this.#hand(rest.slice(0, at))
      rest = rest.slice(at)
      if (!this.#sink.isInside()) {
        if (rest.length < LOOKAHEAD && !final) {
          this.#held = rest
          return
        }
        this.#decide(rest.slice(0, LOOKAHEAD))
      }
      from = lineBehind(rest, 0)
    }
    this.#hand(rest)
  }

  /** Whether what begins here is another tool's. */
  #decide(head: string): void {
    const parser = chooseParser(head)
    const family = familyOf(parser)
    if (family === null || family === this.#family || !isBegun(family, head, 0)) return
    if (family === LISTING && !isListing(head)) return
    this.#family = family
    this.#sink.seam(parser, this.#line, this.#offset, head)
  }

  /** Place of the next line, from one on, that may be the first of another tool's; null: there is none. */
  #next(text: string, from: number, final: boolean): number | null {
    const others = OTHERS.get(this.#family as Family) as RegExp
    for (let at: number | null = from; at !== null && at < text.length; at = lineBehind(text, at)) {
      others.lastIndex = at
      if (others.test(text)) return at
      const isCut = !final && text.length - at < LONGEST_BEGINNING && !text.includes('\n', at)
      if (isCut && MAY_BEGIN.test(text.slice(at)) && !isBegun(this.#family as Family, text, at)) return at
    }
    return null
  }

  #hand(text: string): void {
    if (text === '') return
    this.#sink.text(text)
    for (let at = lineBehind(text, 0); at !== null; at = lineBehind(text, at)) this.#line++
    this.#offset += this.#bytes(text)
    this.#inLine = !text.endsWith('\n')
  }
}

/**
 * The parser of the text with which an input begins, and as much of that as is for it: the one that suits the head as a
 * whole may be that of what follows.
 */
export function firstParser(head: string, prefix: string | null): {readonly parser: Parser; readonly head: string} {
  const parser = chooseParser(head, prefix)
  const family = familyOf(parser)
  let first: Family | null = null
  for (let at: number | null = 0; family !== null && at !== null; at = lineBehind(head, at)) {
    const begins = isBegun(family, head, at)
    if (begins && first === null) break
    if (!begins) first ??= FAMILIES.find(other => isBegun(other, head, at as number)) ?? null
    else {
      const own = head.slice(0, at)
      const other = chooseParser(own, prefix)
      return familyOf(other) === first ? {parser: other, head: own} : {parser, head}
    }
  }
  return {parser, head}
}

const familyOf = ({id}: Parser): Family | null => FAMILIES.find(({ids}) => ids.includes(id)) ?? null

function isBegun({begins}: Family, text: string, at: number): boolean {
  begins.lastIndex = at
  return begins.test(text)
}

/** Many records, or nothing else. */
function isListing(head: string): boolean {
  const lines = head.split('\n').filter(line => line.trim() !== '')
  const records = lines.filter(line => isBegun(LISTING, line, 0)).length
  return records >= FEWEST || records === lines.length
}

/** Where the line behind this place begins; null: it has not come. */
function lineBehind(text: string, at: number): number | null {
  const end = text.indexOf('\n', at)
  return end < 0 ? null : end + 1
}
