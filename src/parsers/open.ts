import {describeBinary} from './binary.js'
import {createDecoder, type Decoder} from './decoder.js'
import {detectEncoding} from './encoding.js'
import {chooseParser} from './index.js'
import type {Encoding, FormatId, ParseOptions, Parser, ParserRun, RecordSink} from './parser.js'

/** Bytes by which encoding and format are told. */
const HEAD = 64 * 1024

/**
 * One input on its way from bytes to records: feed it the decompressed bytes in pieces of any size, then
 * call `end`, also after a piece that could not be read. The other members may be read at any time and are
 * final after `end`.
 */
export interface OpenInput {
  /** A piece is not kept: its memory may be used again. */
  bytes(chunk: Uint8Array): void
  end(): void
  readonly encoding: Encoding
  /** Of a mixed file the format with most records; `unknown` before enough was read to tell, and where nothing is. */
  readonly format: FormatId
  /** The parser that was chosen; null for binary and empty files. */
  readonly parser: Parser | null
  readonly byteCount: number
  readonly records: number
  readonly undecoded: number
}

/**
 * Opens an input: encoding and format are told from its first 64 KiB, then everything is handed on as it
 * comes. Offsets are in bytes of the input, byte order mark included; a problem of line 0 is about the input
 * as a whole.
 * Throws a PrefixError, while the first bytes are read, where options.prefix cannot be compiled.
 */
export function openInput(sink: RecordSink, options: ParseOptions): OpenInput {
  let waiting: Uint8Array[] | null = []
  let byteCount = 0
  let decoder: Decoder | null = null
  let parser: Parser | null = null
  let run: ParserRun | null = null
  /** Length of the byte order mark. */
  let mark = 0
  let headText = ''
  /** Last character so far: every tool ends its lines, and markup ends with a tag. */
  let last = ''
  let binary: FormatId | null = null
  /** Who wrote the record that comes next, and how many each of them wrote. */
  let writer: FormatId = 'unknown'
  const written = new Map<FormatId, number>()
  let records = 0
  let undecoded = 0

  function count(): void {
    records++
    written.set(writer, (written.get(writer) ?? 0) + 1)
  }

  const counting: RecordSink = {
    notes: sink.notes,
    format(id) {
      writer = id
      sink.format(id)
    },
    record(record) {
      count()
      if (record.undecoded !== null) undecoded++
      sink.record(mark === 0 ? record : {...record, offset: record.offset + mark})
    },
    event(event) {
      count()
      sink.event(mark === 0 ? event : {...event, offset: event.offset + mark})
    },
    capabilities: facts => sink.capabilities(facts),
    problem: problem => sink.problem(mark === 0 ? problem : {...problem, offset: problem.offset + mark}),
  }

  function start(): void {
    if (waiting === null) return
    const all = Buffer.concat(waiting)
    waiting = null
    if (all.length === 0) {
      sink.problem({offset: 0, line: 0, message: 'The file is empty.'})
      return
    }
    const head = all.subarray(0, HEAD)
    const detected = detectEncoding(head)
    if (detected.encoding === 'binary') {
      const {format, sentence} = describeBinary(head)
      binary = format
      sink.problem({offset: 0, line: 0, message: sentence})
      return
    }
    mark = detected.mark
    decoder = createDecoder(
      detected.encoding,
      piece => {
        if (piece !== '') last = piece.charAt(piece.length - 1)
        if (run === null) headText += piece
        else run.text(piece)
      },
      (message, offset) => counting.problem({offset, line: 0, message}),
    )
    decoder.bytes(head.subarray(mark))
    parser = chooseParser(headText, options.prefix)
    writer = parser.id
    run = parser.start(counting, options, decoder.byteLength)
    run.text(headText)
    headText = ''
    decoder.bytes(all.subarray(HEAD))
  }

  return {
    bytes(chunk) {
      byteCount += chunk.length
      if (waiting === null) {
        decoder?.bytes(chunk)
        return
      }
      // The head is told from its 64 KiB however they were cut.
      waiting.push(new Uint8Array(chunk))
      if (byteCount >= HEAD) start()
    },
    end() {
      start()
      decoder?.end()
      run?.end()
      // People write scenarios, and may leave the last line open.
      if (parser !== null && parser.id !== 'scenario' && last !== '' && !'\n\r>'.includes(last)) sink.notes.cut = true
    },
    get encoding() {
      return binary === null ? (decoder?.encoding ?? 'utf-8') : 'binary'
    },
    get format() {
      if (binary !== null) return binary
      let most: FormatId = parser === null || parser.id === 'text' ? 'unknown' : parser.id
      for (const [id, n] of written) if (n > (written.get(most) ?? 0)) most = id
      return most
    },
    get parser() {
      return parser
    },
    get byteCount() {
      return byteCount
    },
    get records() {
      return records
    },
    get undecoded() {
      return undecoded
    },
  }
}
