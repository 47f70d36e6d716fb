/** Follows the quotes of delimited text (RFC 4180) line by line: where rows end, before any cell is read. */
export class QuoteScan {
  readonly #delimiter: string
  /** Inside a quoted cell: the row goes on with the next line. */
  open = false
  /** A quote stands where RFC 4180 has none. */
  irregular = false
  /** Quotes inside quoted cells that are not doubled. */
  bare = 0

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  /** Reads one line; `places` takes those of bare quotes. */
  line(text: string, places: number[] = []): void {
    let at = 0
    while (at <= text.length) {
      if (!this.open) {
        if (text.charCodeAt(at) !== 34) {
          const next = text.indexOf(this.#delimiter, at)
          const quote = text.indexOf('"', at)
          if (quote >= 0 && (next < 0 || quote < next)) this.irregular = true
          if (next < 0) return
          at = next + 1
          continue
        }
        this.open = true
        at++
      }
      const quote = text.indexOf('"', at)
      if (quote < 0) return
      if (text.charCodeAt(quote + 1) === 34) at = quote + 2
      else if (quote + 1 === text.length || text[quote + 1] === this.#delimiter) {
        this.open = false
        at = quote + 2
      } else {
        this.irregular = true
        this.bare++
        places.push(quote)
        at = quote + 1
      }
    }
  }
}

/**
 * The cells of a row in which a QuoteScan found nothing irregular and nothing open: what any reader of RFC 4180 makes
 * of it, many times as fast.
 */
export function regularCells(row: string, delimiter: string): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let end: number
    if (row.charCodeAt(at) === 34) {
      let doubled = false
      end = row.indexOf('"', at + 1)
      while (row.charCodeAt(end + 1) === 34) {
        doubled = true
        end = row.indexOf('"', end + 2)
      }
      const cell = row.slice(at + 1, end)
      cells.push(doubled ? cell.replaceAll('""', '"') : cell)
      end++
    } else {
      const next = row.indexOf(delimiter, at)
      end = next < 0 ? row.length : next
      cells.push(row.slice(at, end))
    }
    if (end >= row.length) return cells
    at = end + 1
  }
}

/** The same lines with bare quotes doubled, so that a strict reader takes them. */
export function withDoubledQuotes(lines: readonly string[], delimiter: string): string {
  const scan = new QuoteScan(delimiter)
  return lines
    .map(line => {
      const places: number[] = []
      scan.line(line, places)
      return places.reduceRight((text, at) => `${text.slice(0, at)}"${text.slice(at)}`, line)
    })
    .join('\n')
}
