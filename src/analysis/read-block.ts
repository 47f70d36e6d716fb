import type {InputNotes} from '../events/record.js'
import {type BlockText, blockStarts, nextRecord, type ReadAt} from '../parsers/block-starts.js'
import {HEAD, type OpenInput, openInput} from '../parsers/open.js'
import type {Encoding, FormatId, ParseOptions, RecordSink} from '../parsers/parser.js'
import type {Wanted} from '../parsers/scan/wanted.js'
import {type Room, SourceError} from '../sources/source.js'
import {type CollectedPart, InputCollector, type Recogniser} from './input-collector.js'

/** A file of which every part can be read. */
export interface SeekableFile {
  readonly size: number
  readonly read: ReadAt
  pieces(from: number, to: number, room: Room): AsyncIterable<Uint8Array>
}

export interface BlockOptions {
  readonly parse: ParseOptions
  readonly recogniser: () => Recogniser & {
    /** What the recognition of later records depends on; null: more than can be told. */
    carried(): string | null
  }
  readonly wanted: Wanted | null
  /** The input's number in the capture. */
  readonly input: number
  readonly onBytes: (count: number) => void
  /** For tests. */
  readonly headLength?: number
}

/** Offsets at which the first record behind the head begins, and the block; it ends at `to`, or with the file. */
export interface BlockPlace {
  readonly head: number
  readonly from: number
  readonly to: number | null
}

/** What a block came to, when it is read as if it stood behind the head. */
export interface Block {
  readonly collector: CollectedPart
  readonly notes: InputNotes
  readonly lost: {readonly events: number; readonly buffers: number}
  readonly counts: ReadonlyMap<string, number>
  readonly written: ReadonlyMap<FormatId, number>
  readonly encoding: Encoding
  readonly bytes: number
  readonly lines: number
  /** Nothing in it changes how a reader goes on: what follows can be read as if it stood behind the head. */
  readonly neutral: boolean
}

/** Where the blocks of a file begin, after its head. */
export interface BlockPlan {
  readonly head: number
  readonly starts: readonly number[]
}

const READABLE: readonly Encoding[] = ['utf-8', 'utf-16le', 'windows-1252']

/**
 * A plan to read a file in blocks, and what its head came to; null: its format has no records that are told without
 * what stands before them, or it has too few of them.
 */
export async function planBlocks(
  file: SeekableFile,
  size: number,
  options: BlockOptions,
): Promise<{readonly plan: BlockPlan; readonly head: Block; readonly told: FormatId} | null> {
  const {headLength = HEAD} = options
  const reader = new BlockReader(file, options)
  await reader.feed(0, headLength)
  const {encoding, blocks, parser} = reader.opened
  if (blocks === null || parser === null || !READABLE.includes(encoding)) return null
  const text: BlockText = {encoding, mark: blocks.mark, begins: line => blocks.begins(line)}
  const read: ReadAt = (offset, length) => file.read(offset, length)
  const head = nextRecord(read, text, headLength, Math.min(file.size, headLength + size))
  if (head === null) return null
  await reader.feed(headLength, head)
  // What was read up to there may have told that records begin otherwise.
  if (nextRecord(read, text, head, head + 1) !== head) return null
  const starts = blockStarts(read, text, head, file.size, size)
  const block = reader.end(head)
  // What is told later of a record of the head would be told as one of a block.
  return reader.state === null ? null : {plan: {head, starts}, head: block, told: parser.id}
}

/** Reads one block. Throws a SourceError where the file cannot be read. */
export async function readBlock(
  file: SeekableFile,
  {head, from, to}: BlockPlace,
  options: BlockOptions,
): Promise<Block> {
  const reader = new BlockReader(file, options)
  await reader.feed(0, head)
  reader.begin(head, from)
  await reader.feed(from, to ?? Infinity, options.onBytes)
  return reader.end(to)
}

/** null: the file cannot be read, which is for others to tell. */
export async function ifReadable<Result>(read: () => Promise<Result>): Promise<Result | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SourceError) return null
    throw error
  }
}

export function placeOf({head, starts}: BlockPlan, number: number): BlockPlace {
  return {head, from: starts[number] as number, to: starts[number + 1] ?? null}
}

/** Reads the head, and then another part of the file with what was learnt from it. */
class BlockReader {
  readonly opened: OpenInput
  readonly #recogniser: ReturnType<BlockOptions['recogniser']>
  readonly #sink: PartSink
  /** All that the reading of what comes next depends on; null: more than can be told. */
  state: string | null = null
  #before: string | null = null
  #lost = {events: 0, buffers: 0}
  #counts: ReadonlyMap<string, number> = new Map()
  #written: ReadonlyMap<FormatId, number> = new Map()
  #bytes = 0
  /** Where the bytes that were read last end. */
  #at = 0

  constructor(
    readonly file: SeekableFile,
    readonly options: BlockOptions,
  ) {
    const {parse, wanted, headLength} = options
    this.#recogniser = options.recogniser()
    this.#sink = new PartSink(this.#collector())
    this.opened = openInput(this.#sink, parse, wanted, headLength)
  }

  async feed(from: number, to: number, onBytes: (count: number) => void = () => {}): Promise<void> {
    this.#at = from
    for await (const piece of this.file.pieces(from, to, () => this.opened.room)) {
      this.opened.bytes(piece)
      this.#at += piece.length
      this.#bytes += piece.length
      onBytes(piece.length)
    }
  }

  /** What was read so far is left out; the text goes on there. */
  begin(head: number, from: number): void {
    this.#jump(head)
    this.#before = this.state
    const {lostEvents, lostBuffers} = this.#sink.notes
    this.#lost = {events: lostEvents, buffers: lostBuffers}
    this.#counts = new Map(this.#recogniser.counts)
    this.#written = new Map(this.opened.written)
    this.#bytes = 0
    this.#sink.collector = this.#collector()
    this.#jump(from)
  }

  /** null: the file ends here. */
  end(to: number | null): Block {
    const {opened} = this
    const {collector, notes} = this.#sink
    const lines = to === null ? 0 : this.#jump(to)
    if (to === null) opened.end()
    collector.settle(to === null)
    return {
      collector,
      notes,
      lost: {events: notes.lostEvents - this.#lost.events, buffers: notes.lostBuffers - this.#lost.buffers},
      counts: difference(this.#recogniser.counts, this.#counts),
      written: difference(opened.written, this.#written),
      encoding: opened.encoding,
      bytes: this.#bytes,
      lines,
      neutral: to === this.#at && this.state !== null && this.state === this.#before && !collector.providers.full,
    }
  }

  #jump(to: number): number {
    const {lines = 0, carried = null} = this.opened.blocks?.jump(to) ?? {}
    const {zone, granularityUs} = this.#sink.notes
    const recognising = this.#recogniser.carried()
    const all = [carried, recognising, zone, granularityUs]
    this.state = carried === null || recognising === null ? null : JSON.stringify(all)
    return lines
  }

  #collector(): InputCollector {
    const {input, headLength} = this.options
    return new InputCollector(input, this.#recogniser, headLength)
  }
}

/** What a reader learns of the whole input it goes on to tell here; the rest is handed to one collector after the other. */
class PartSink implements RecordSink {
  readonly notes: InputNotes

  constructor(public collector: InputCollector) {
    this.notes = collector.notes
  }

  record: RecordSink['record'] = record => this.collector.record(record)
  event: RecordSink['event'] = event => this.collector.event(event)
  passed: RecordSink['passed'] = passed => this.collector.passed(passed)
  problem: RecordSink['problem'] = problem => this.collector.problem(problem)
  capabilities: RecordSink['capabilities'] = facts => this.collector.capabilities(facts)
  format(): void {}
}

function difference<Key>(now: ReadonlyMap<Key, number>, before: ReadonlyMap<Key, number>): Map<Key, number> {
  const result = new Map<Key, number>()
  for (const [key, count] of now) {
    const more = count - (before.get(key) ?? 0)
    if (more > 0) result.set(key, more)
  }
  return result
}
