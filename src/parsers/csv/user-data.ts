import {parse} from 'csv-parse/sync'

/** The cells of tracerpt's last column, blanks and quotes taken off. */
export interface UserData {
  readonly values: readonly string[]
  /** Every quote opens or closes a value: the cells are where tracerpt meant them. */
  readonly clean: boolean
  /** The last value's closing quote is missing. */
  readonly open: boolean
}

const QUOTE = '"'
/** A cell such as `" ""text"""`: a spreadsheet quoted tracerpt's own quotes. */
const SPREADSHEET_CELL = /(?:^|,)"[ \t]*""/

/**
 * Splits the user data of a row, which is not RFC 4180: quotes inside a value are not doubled, so a quoted value
 * ends at a quote that a comma or the end of the row follows.
 */
export function splitUserData(raw: string, lossOfPadding: boolean): UserData {
  const resaved = SPREADSHEET_CELL.test(raw)
  const tail = (resaved ? withoutSpreadsheetQuotes(raw) : raw).trimEnd()
  const values: string[] = []
  let clean = true
  let open = false
  let at = 0
  while (at < tail.length || (at === tail.length && values.length > 0)) {
    const start = skipBlanks(tail, at)
    if (tail[start] === QUOTE) {
      const end = new QuoteState().close(tail, start + 1)
      open = end < 0
      values.push(tail.slice(start + 1, open ? undefined : end).trim())
      at = open ? tail.length + 1 : end + 2
    } else {
      const comma = tail.indexOf(',', start)
      const value = tail.slice(start, comma < 0 ? undefined : comma)
      if (value.includes(QUOTE)) clean = false
      values.push(value.trim())
      at = comma < 0 ? tail.length + 1 : comma + 1
    }
  }
  // A spreadsheet pads ragged rows to a rectangle.
  if (resaved || lossOfPadding) while (values.at(-1) === '') values.pop()
  return {values, clean: clean && !open, open}
}

/** Follows the quotes of user data over the physical lines of a row. */
export class QuoteState {
  /** Inside a quoted value. */
  open = false
  #single = false

  /** Reads one line from `from`; a line break ends a value as the end of the row does. */
  line(text: string, from: number): void {
    let at = from
    while (at <= text.length) {
      if (!this.open) {
        const start = skipBlanks(text, at)
        if (text[start] !== QUOTE) {
          const comma = text.indexOf(',', start)
          if (comma < 0) return
          at = comma + 1
          continue
        }
        this.open = true
        this.#single = false
        at = start + 1
      }
      const end = this.close(text, at)
      if (end < 0) return
      this.open = false
      at = end + 2
    }
  }

  /** Place of the quote that closes a value whose text goes on at `from`; -1: not in this text. */
  close(text: string, from: number): number {
    let at = from
    for (;;) {
      const quote = text.indexOf(QUOTE, at)
      if (quote < 0) return -1
      let after = quote + 1
      while (text[after] === QUOTE) after++
      const odd = (after - quote) % 2 === 1
      if (after === text.length || text[after] === ',') {
        // An even run before a comma closes nothing where the writer doubles its quotes.
        if (odd || this.#single) return after - 1
      } else if (odd) this.#single = true
      at = after
    }
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

/** The spreadsheet split the row at every comma and quoted by RFC 4180: undone, the commas are back where they were. */
function withoutSpreadsheetQuotes(raw: string): string {
  try {
    const [cells] = parse(raw, {relax_quotes: true, record_delimiter: '\0'}) as string[][]
    return cells === undefined ? raw : cells.join(',')
  } catch {
    return raw
  }
}
