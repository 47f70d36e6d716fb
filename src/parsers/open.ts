import {describeBinary} from './binary.js'
import {createDecoder, type Decoder} from './decoder.js'
import {detectEncoding} from './encoding.js'
import {InputSink} from './input-sink.js'
import type {Blocks, Encoding, FormatId, ParseOptions, Parser, ParserRun, Passed, RecordSink, Skim} from './parser.js'
import {RecordScan} from './scan/record-scan.js'
import type {Wanted} from './scan/wanted.js'
import {firstParser, Seams} from './seams.js'

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
  let seams: Seams | null = null
  const counting = new InputSink(sink)
  let headText = ''
  /** Last character so far: every tool ends its lines, and markup ends with a tag. */
  let last = ''
  let binary: FormatId | null = null

  /** `isAll`: there is no more than what came so far. */
  function start(isAll: boolean): void {
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
    counting.mark = detected.mark
    decoder = createDecoder(
      detected.encoding,
      piece => {
        if (piece !== '') last = piece.charAt(piece.length - 1)
        if (seams === null) headText += piece
        else seams.text(piece)
      },
      (message, offset) => {
        // What is held back was read as UTF-8.
        seams?.flush()
        sink.problem({offset: offset + detected.mark, line: 0, message})
      },
    )
    decoder.bytes(head.subarray(detected.mark))
    const first = firstParser(headText, options.prefix)
    parser = first.parser
    counting.begin(parser.id)
    run = parser.start(counting, options, decoder.byteLength, first.head)
    seams = new Seams(parser, decoder.byteLength, {
      text: text => run?.text(text),
      isInside: () => run?.inside ?? false,
      seam: goOnWith,
    })
    seams.text(headText)
    headText = ''
    if (isAll) return
    scan = scanOf(decoder, run, head.length - detected.mark, 1 + newlinesIn(head, decoder.encoding === 'utf-16le'))
    feed(all.subarray(headLength))
  }

  /** Another tool's output begins. */
  function goOnWith(next: Parser, line: number, offset: number, head: string): void {
    run?.end()
    counting.goOn(next.id, line, offset)
    run = next.start(counting, options, (decoder as Decoder).byteLength, head)
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
        seams?.jump(passed.line, passed.offset)
        decoder.jump(passed.offset)
        skim.pass(passed)
      },
      text: (bytes: Uint8Array) => decoder.bytes(bytes),
    }
    // Text that is held back, and behind it that of another parser, is not for this one.
    const layout = () => (seams?.waits || counting.isJoined ? null : skim.layout())
    return new RecordScan(kernel, wide, target, {...skim, layout} as Skim, offset, line)
  }

  function blocksOf(decoder: Decoder, run: ParserRun): OpenBlocks | null {
    const {blocks} = run
    const {mark} = counting
    if (blocks === undefined) return null
    return {
      mark,
      begins: line => blocks.begins(line),
      jump(offset) {
        scan?.end()
        const isUndecided = seams?.waits ?? false
        seams?.flush()
        const lines = (seams?.line ?? 1) - 1
        const carried = blocks.jump(1, offset - mark)
        decoder.jump(offset - mark)
        seams?.jump(1, offset - mark)
        scan = scanOf(decoder, run, offset - mark, 1)
        const isKnown = carried !== null && !isUndecided && !counting.isJoined
        return {lines, carried: isKnown ? JSON.stringify([decoder.encoding, carried]) : null}
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
      if (byteCount >= headLength) start(false)
    },
    end() {
      start(true)
      scan?.end()
      decoder?.end()
      seams?.flush()
      run?.end()
      counting.end()
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
      return mostWritten(parser === null || parser.id === 'text' ? 'unknown' : parser.id, counting.written)
    },
    get parser() {
      return parser
    },
    get byteCount() {
      return byteCount
    },
    get records() {
      return counting.records
    },
    get undecoded() {
      return counting.undecoded
    },
    written: counting.written,
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
