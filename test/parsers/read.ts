import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Problem} from '../../src/events/place.js'
import type {InputNotes, TraceRecord} from '../../src/events/record.js'
import {type OpenInput, openInput} from '../../src/parsers/open.js'
import type {FormatId, ParseOptions} from '../../src/parsers/parser.js'

/** What came out of one input. */
export interface Read {
  readonly input: OpenInput
  readonly records: readonly TraceRecord[]
  readonly problems: readonly Problem[]
  readonly formats: readonly FormatId[]
  readonly notes: InputNotes
}

const NO_OPTIONS: ParseOptions = {tzMinutes: null, dateOrder: null, prefix: null}

/** Reads bytes, or text as UTF-8, given in pieces of the sizes named (the rest at once). */
export function read(
  bytes: string | Uint8Array,
  options: Partial<ParseOptions> = {},
  sizes: readonly number[] = [],
): Read {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)
  const records: TraceRecord[] = []
  const problems: Problem[] = []
  const formats: FormatId[] = []
  const notes: InputNotes = {
    lostEvents: 0,
    lostBuffers: 0,
    zone: 'local',
    granularityUs: null,
    headerStartUs: null,
    headerEndUs: null,
  }
  const input = openInput(
    {
      notes,
      record: record => void records.push(record),
      problem: problem => void problems.push(problem),
      passed: () => {
        throw new Error('nothing is passed over here')
      },
      format: id => void formats.push(id),
      event: () => {},
      capabilities: () => {},
    },
    {...NO_OPTIONS, ...options},
  )
  let at = 0
  for (const size of sizes) {
    // The piece's memory is used again, as that of a file's reader is.
    const piece = Buffer.from(all.subarray(at, at + size))
    input.bytes(piece)
    piece.fill(0x2a)
    at += piece.length
  }
  input.bytes(all.subarray(at))
  input.end()
  return {input, records, problems, formats, notes}
}

/** UTC time of a record, to the microsecond. */
export function timeOf(record: TraceRecord | undefined): string | null {
  if (record === undefined || record.atUs === null) return null
  const ms = Math.floor(record.atUs / 1000)
  return `${new Date(ms).toISOString().slice(0, -1)}${String(record.atUs - ms * 1000).padStart(3, '0')}`
}

const corpus = fileURLToPath(new URL('../../../shared/corpus/real/', import.meta.url))

/** The real exports lie beside the project, and are not always there. */
export const hasCorpus = existsSync(corpus)

export function corpusFile(name: string): Buffer {
  return readFileSync(`${corpus}${name}`)
}
