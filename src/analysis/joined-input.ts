import type {InputNotes} from '../events/record.js'
import {mostWritten} from '../parsers/open.js'
import type {Encoding, FormatId} from '../parsers/parser.js'
import type {Source} from '../sources/source.js'
import {InputCollector} from './input-collector.js'
import type {Block} from './read-block.js'
import type {ReadInput} from './read-inputs.js'

/** An input that was read in blocks, put together in their order. */
export class JoinedInput {
  readonly #collector: InputCollector
  readonly #counts = new Map<string, number>()
  readonly #written = new Map<FormatId, number>()
  #encoding: Encoding = 'utf-8'
  #bytes = 0
  #lines = 0

  /** `told`: the format that the head was recognised as. */
  constructor(
    readonly source: Source,
    input: number,
    readonly told: FormatId,
  ) {
    this.#collector = new InputCollector(input, {recognise: () => null, late: () => [], counts: this.#counts})
  }

  join({collector, notes, lost, counts, written, encoding, bytes, lines}: Block): void {
    this.#collector.join(collector, this.#lines)
    joinNotes(this.#collector.notes, notes, lost)
    addUp(this.#counts, counts)
    addUp(this.#written, written)
    this.#encoding = encoding
    this.#bytes += bytes
    this.#lines += lines
  }

  /** After the last block. */
  end(): ReadInput {
    const collector = this.#collector
    collector.end()
    return {
      source: this.source,
      opened: {byteCount: this.#bytes, encoding: this.#encoding, format: mostWritten(this.told, this.#written)},
      collector,
      sha256: null,
      scenarioError: null,
    }
  }
}

function joinNotes(all: InputNotes, notes: InputNotes, lost: Block['lost']): void {
  all.lostEvents += lost.events
  all.lostBuffers += lost.buffers
  all.zone = notes.zone
  all.granularityUs = notes.granularityUs
  all.headerStartUs = furthest(Math.min, all.headerStartUs, notes.headerStartUs)
  all.headerEndUs = furthest(Math.max, all.headerEndUs, notes.headerEndUs)
  if (notes.cut !== undefined) all.cut = notes.cut
}

function furthest(of: (a: number, b: number) => number, a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : of(a, b)
}

function addUp<Key>(all: Map<Key, number>, counts: ReadonlyMap<Key, number>): void {
  for (const [key, count] of counts) all.set(key, (all.get(key) ?? 0) + count)
}
