import type {Analysis, InputReport} from '../analysis/analysis.js'
import {analyze} from '../analysis/analyze.js'
import {type EventLine, eventLines} from '../analysis/event-lines.js'
import {
  type Block,
  type BlockOptions,
  type BlockPlace,
  planBlocks,
  readBlock,
  type SeekableFile,
} from '../analysis/read-block.js'
import {inputReport, type ReadInput, readInputs} from '../analysis/read-inputs.js'
import type {Dialect} from '../dialects/dialect.js'
import {literalsOf, recogniser} from '../dialects/index.js'
import {contributionOf} from '../fleet/contribute.js'
import type {Contribution} from '../fleet/fleet.js'
import {Wanted} from '../parsers/scan/wanted.js'
import type {Source} from '../sources/source.js'
import type {Request} from './request.js'

export interface EventBatch {
  readonly inputs: readonly InputReport[]
  readonly lines: Iterable<EventLine>
}

/** How the stages are put together for a request: reads files and judges captures, on the thread that has it. */
export class Pipeline {
  readonly #wanted: Wanted | null

  constructor(
    readonly request: Request,
    readonly dialects: readonly Dialect[],
    readonly version: string,
    /** Told of bytes as they are read. */
    readonly onBytes: (count: number) => void,
  ) {
    const literals = request.fullParse ? null : literalsOf(dialects)
    this.#wanted = literals === null ? null : new Wanted(literals)
  }

  /** Inputs are numbered from `first`. */
  read(sources: Iterable<Source>, first = 0, everything = false): Promise<ReadInput[]> {
    const {tzMinutes, dateOrder, prefix, hash} = this.request
    const options = {
      parse: {tzMinutes, dateOrder, prefix},
      recogniser: () => recogniser(this.dialects),
      hash,
      wanted: this.#wanted,
      everything,
      onBytes: this.onBytes,
    }
    return readInputs(sources, options, first)
  }

  /** null: it cannot be read in blocks. */
  planBlocks(file: SeekableFile, size: number, input: number): ReturnType<typeof planBlocks> {
    return planBlocks(file, size, this.#blockOptions(input))
  }

  readBlock(file: SeekableFile, place: BlockPlace, input: number): Promise<Block> {
    return readBlock(file, place, this.#blockOptions(input))
  }

  #blockOptions(input: number): BlockOptions {
    const {tzMinutes, dateOrder, prefix} = this.request
    return {
      parse: {tzMinutes, dateOrder, prefix},
      recogniser: () => recogniser(this.dialects),
      wanted: this.#wanted,
      input,
      onBytes: this.onBytes,
    }
  }

  analysis(inputs: readonly ReadInput[]): Analysis {
    const {rules, settings, model, labels} = this.request
    return analyze(inputs, {rules, settings, model, labels, version: this.version})
  }

  events(inputs: readonly ReadInput[]): EventBatch {
    return {inputs: inputs.map(inputReport), lines: eventLines(inputs, this.request.model, this.request.shown)}
  }

  contribution(inputs: readonly ReadInput[], by: readonly string[]): Contribution {
    const {rules, settings, model, labels} = this.request
    return contributionOf(inputs, {rules, settings, model, labels, by})
  }
}
