import type {Problem} from '../../../src/events/place.js'
import type {InputNotes, TraceRecord} from '../../../src/events/record.js'
import type {FormatId, ParseOptions, Parser} from '../../../src/parsers/parser.js'

export interface ReadAll {
  records: TraceRecord[]
  problems: Problem[]
  notes: InputNotes
  formats: FormatId[]
}

/** Everything that a parser makes of a text, given whole or in the pieces between the `cuts`. */
export function readAll(
  parser: Parser,
  text: string,
  options: Partial<ParseOptions> = {},
  cuts: readonly number[] = [],
): ReadAll {
  const all: ReadAll = {
    records: [],
    problems: [],
    formats: [],
    notes: {
      lostEvents: 0,
      lostBuffers: 0,
      zone: 'relative',
      granularityUs: null,
      headerStartUs: null,
      headerEndUs: null,
    },
  }
  const run = parser.start(
    {
      notes: all.notes,
      record: record => all.records.push(record),
      problem: problem => all.problems.push(problem),
      passed: () => {
        throw new Error('nothing is passed over here')
      },
      format: id => all.formats.push(id),
      event: () => {
        throw new Error('no format of this kind holds events')
      },
      capabilities: () => {
        throw new Error('no format of this kind states capabilities')
      },
    },
    {tzMinutes: null, dateOrder: null, prefix: null, ...options},
    piece => Buffer.byteLength(piece),
    text.slice(0, 65_536),
  )
  let start = 0
  for (const cut of [...cuts, text.length].sort((a, b) => a - b)) {
    run.text(text.slice(start, cut))
    start = cut
  }
  run.end()
  return all
}

/** Places between two characters, so that no piece ends inside one. */
export function betweenCharacters(text: string, cuts: readonly number[]): number[] {
  return cuts
    .map(cut => Math.min(cut, text.length))
    .map(cut => (/^[\udc00-\udfff]/.test(text.slice(cut, cut + 1)) ? cut - 1 : cut))
}

/** Micros of a moment in UTC, written as ISO 8601 with up to six decimals. */
export function at(iso: string): number {
  const [whole = '', fraction = ''] = iso.replace('Z', '').split('.')
  return Date.parse(`${whole}Z`) * 1000 + Number(fraction.padEnd(6, '0'))
}

/** Folder of the shared files; tests on real files skip where it is missing. */
export const shared = new URL('../../../../shared/', import.meta.url)
