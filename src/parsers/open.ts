import {describeBinary} from './binary.js'
import {createDecoder, type Decoder} from './decoder.js'
import {detectEncoding} from './encoding.js'
import {chooseParser} from './index.js'
import type {Blocks, Encoding, FormatId, ParseOptions, Parser, ParserRun, Passed, RecordSink} from './parser.js'
import {RecordScan} from './scan/record-scan.js'
import type {Wanted} from './scan/wanted.js'

/** Bytes by which encoding and format are told, and what the records of the input look like. */
export const HEAD = 64 * 1024

/**
 * One input on its way from bytes to records: feed it the decompressed bytes in pieces of any size, then
 * call `end`, also after a piece that could not be read. The other members may be read at any time and are
 * final after `end`.
 */
export interface OpenInput {
  /** A piece is not kept: its memory may be used again. */
  bytes(chunk: Uint8Array): void
  end(): void
  /** Memory in which the next piece is best read; null: any will do. */
  readonly room: Uint8Array | null
  /** Records that nobody wants are passed over, as far as they can be told without being read. */
  readonly skims: boolean
  readonly encoding: Encoding
  /** Of a mixed file the format with most records; `unknown` before enough was read to tell, and where nothing is. */
  readonly format: FormatId
  /** The parser that was chosen; null for binary and empty files. */
  readonly parser: Parser | null
  readonly byteCount: number
  readonly records: number
  readonly undecoded: number
  /** Records by the format of the tool that wrote them. */
  readonly written: ReadonlyMap<FormatId, number>
  /** null before the head was read, and where reading cannot begin in the middle. */
  readonly blocks: OpenBlocks | null
}

/** An input of which parts are left out. */
export interface OpenBlocks extends Pick<Blocks, 'begins'> {
  /** Length of the byte order mark. */
  readonly mark: number
  /**
   * The next bytes stand at that offset, where a record begins; what came before is complete. Lines count from 1 there.
   * Gives the number of lines since the last jump, and what later records would have depended on.
   */
  jump(offset: number): {readonly lines: number; readonly carried: string | null}
}

/**
 * Opens an input: encoding and format are told from its first 64 KiB, then everything is handed on as it
 * comes. Offsets are in bytes of the input, byte order mark included; a problem of line 0 is about the input
 * as a whole.
 * Throws a PrefixError, while the first bytes are read, where options.prefix cannot be compiled.
 * `wanted` tells which records matter; null: all of them are read. `headLength`: for tests.
 */
export function openInput(
  sink: RecordSink,
  options: ParseOptions,
  wanted: Wanted | null = null,
  headLength = HEAD,
): OpenInput {
  let waiting: Uint8Array[] | null = []
  let byteCount = 0
  let decoder: Decoder | null = null
  let parser: Parser | null = null
  let run: ParserRun | null = null
  let scan: RecordScan | null = null
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

  function count(more = 1): void {
    records += more
    written.set(writer, (written.get(writer) ?? 0) + more)
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
    passed(passed) {
      count(passed.records)
      undecoded += passed.undecoded
      sink.passed(passed)
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
    const head = all.subarray(0, headLength)
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
    run = parser.start(counting, options, decoder.byteLength, headText)
    run.text(headText)
    headText = ''
    scan = scanOf(decoder, run, head.length - mark, 1 + newlinesIn(head, decoder.encoding === 'utf-16le'))
    feed(all.subarray(headLength))
  }

  /** Scans what comes from there on, where that is possible. */
  function scanOf(decoder: Decoder, run: ParserRun, offset: number, line: number): RecordScan | null {
    const {skim} = run
    if (wanted === null || skim === undefined || decoder.encoding === 'utf-16be') return null
    const kernel = wanted.kernel(skim.own)
    if (kernel === null) return null
    const wide = decoder.encoding === 'utf-16le'
    const target = {
      pass(passed: Passed) {
        decoder.jump(passed.offset)
        skim.pass(passed)
      },
      text: (bytes: Uint8Array) => decoder.bytes(bytes),
    }
    return new RecordScan(kernel, wide, target, skim, offset, line)
  }

  function blocksOf(decoder: Decoder, run: ParserRun): OpenBlocks | null {
    const {blocks} = run
    if (blocks === undefined) return null
    return {
      mark,
      begins: line => blocks.begins(line),
      jump(offset) {
        scan?.end()
        const lines = blocks.line() - 1
        const carried = blocks.jump(1, offset - mark)
        decoder.jump(offset - mark)
        scan = scanOf(decoder, run, offset - mark, 1)
        return {lines, carried: carried === null ? null : JSON.stringify([decoder.encoding, carried])}
      },
    }
  }

  function feed(chunk: Uint8Array): void {
    if (scan === null) decoder?.bytes(chunk)
    else scan.bytes(chunk)
  }

  return {
    bytes(chunk) {
      byteCount += chunk.length
      if (waiting === null) {
        feed(chunk)
        return
      }
      // The head is told from its 64 KiB however they were cut.
      waiting.push(new Uint8Array(chunk))
      if (byteCount >= headLength) start()
    },
    end() {
      start()
      scan?.end()
      decoder?.end()
      run?.end()
      // People write scenarios, and may leave the last line open.
      if (parser !== null && parser.id !== 'scenario' && last !== '' && !'\n\r>'.includes(last)) sink.notes.cut = true
    },
    get room() {
      return scan?.room ?? null
    },
    get skims() {
      return scan !== null
    },
    get encoding() {
      return binary === null ? (decoder?.encoding ?? 'utf-8') : 'binary'
    },
    get format() {
      if (binary !== null) return binary
      return mostWritten(parser === null || parser.id === 'text' ? 'unknown' : parser.id, written)
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
    written,
    get blocks() {
      return decoder === null || run === null ? null : blocksOf(decoder, run)
    },
  }
}

/** The format with most records; where there is no such, the one that was told by the head. */
export function mostWritten(told: FormatId, written: ReadonlyMap<FormatId, number>): FormatId {
  let most = told
  for (const [id, n] of written) if (n > (written.get(most) ?? 0)) most = id
  return most
}

function newlinesIn(bytes: Buffer, wide: boolean): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (!wide || (at % 2 === 0 && bytes[at + 1] === 0)) count++
  }
  return count
}
