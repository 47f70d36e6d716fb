import type {Analysis} from '../analysis/analysis.js'
import type {InspectedInput, InspectReport} from '../analysis/inspect.js'
import type {ReadInput} from '../analysis/read-inputs.js'
import {byCapture} from '../fleet/capture-groups.js'
import {Fleet} from '../fleet/fleet.js'
import {type FleetSummary, summaryOf} from '../fleet/summary.js'
import {expandPaths} from '../sources/expand-paths.js'
import type {Source} from '../sources/source.js'
import {hireFor, hiringForBlocks} from './hire.js'
import type {EventBatch, Pipeline} from './pipeline.js'
import {type Product, type Products, productOf, unpacked} from './products.js'
import type {Progress} from './progress.js'
import type {Request, Words} from './request.js'
import {UserError} from './user-error.js'
import {type Made, perFile} from './workers/per-file.js'

/** What the commands ask for: reads the files that paths stand for, on as many threads as it is worth. */
export class Engine {
  constructor(
    readonly paths: readonly string[],
    readonly words: Words,
    readonly pipeline: Pipeline,
    readonly progress: Progress,
    /** Told what was left out of folders, and why. */
    readonly note: (text: string) => void,
  ) {}

  get request(): Request {
    return this.pipeline.request
  }

  /** One capture of all inputs, or under `--each` one of every input, in argument order. */
  async *analyses(): AsyncIterable<Analysis> {
    const sources = await this.#sources()
    if (this.request.each) {
      for await (const {result} of this.#each('analysis', sources)) yield result
      return
    }
    const inputs = await this.#read(sources)
    const [only] = inputs
    if (inputs.length === 1 && only?.scenarioError) {
      throw new UserError(2, `${only.source.path}, ${only.scenarioError.message}`, 'Correct that line of the scenario.')
    }
    yield this.pipeline.analysis(inputs)
  }

  /** One report on all inputs, each looked at by itself. */
  async *inspections(): AsyncIterable<InspectReport> {
    const inputs: InspectedInput[] = []
    for await (const {result} of this.#each('inspection', await this.#sources())) inputs.push(result)
    yield {schemaVersion: 1, inputs}
  }

  /** Under `--each` the events of every input by itself. */
  async *events(): AsyncIterable<EventBatch> {
    const sources = await this.#sources()
    if (!this.request.each) yield this.pipeline.events(await this.#read(sources))
    else for await (const {result} of this.#each('events', sources)) yield result
  }

  /** One summary of all captures; every file is one, but for those of one label `capture`. */
  async *health(by: readonly string[]): AsyncIterable<FleetSummary> {
    const {rules, settings, labels} = this.request
    const sources = await this.#sources()
    const contributions = byCapture(sources, {
      read: (some, first) => this.#read(some, first),
      contribute: inputs => this.pipeline.contribution(inputs, by),
      files: () => this.#each('contribution', sources, by),
      name: labels.capture ?? null,
    })
    const fleet = new Fleet()
    for await (const contribution of contributions) fleet.add(contribution)
    const ids = rules.map(({meta}) => meta.id)
    yield summaryOf(fleet, by, ids, settings)
  }

  async #sources(): Promise<readonly Source[]> {
    const {sources, notes} = await expandPaths(this.paths, {stdin: () => process.stdin})
    for (const note of notes) this.note(note)
    return sources
  }

  /** Files of one capture. A lone one, which may be numbered otherwise, is read here, where a bug ends the run. */
  async #read(sources: readonly Source[], first = 0): Promise<ReadInput[]> {
    const [source] = sources
    if (source !== undefined && sources.length === 1) {
      const input = await this.#inBlocks(source, first)
      return input === null ? this.pipeline.read(this.progress.watchAll(sources), first) : [input]
    }
    const inputs: ReadInput[] = []
    for await (const {number, result} of this.#each('input', sources)) inputs[number] = result
    return inputs
  }

  /** A large file, on several threads; null: it is better read in one go. */
  async #inBlocks(source: Source, input: number): Promise<ReadInput | null> {
    const {pipeline, progress, words} = this
    const hire = hiringForBlocks(source, {words, version: pipeline.version, product: 'input', by: []})
    if (hire === null) return null
    const {readInBlocks} = await import('./read-in-blocks.js')
    return readInBlocks(source, {
      pipeline,
      input,
      async hire(plan) {
        const crew = await hire({plan, input})
        progress.file(source.path)
        progress.addUp(() => crew.claims.bytes)
        return crew
      },
    })
  }

  async *#each<P extends Product>(
    product: P,
    sources: readonly Source[],
    by: readonly string[] = [],
  ): AsyncIterable<Made<Products[P]>> {
    const {pipeline, progress, words} = this
    const ordered = product !== 'contribution' && product !== 'input'
    const crew = await hireFor(sources, {words, version: pipeline.version, product, by}, ordered)
    if (crew !== null) progress.addUp(() => crew.claims.bytes)
    yield* perFile<Products[P]>({
      sources,
      make(source, number) {
        progress.file(source.path)
        return productOf(product, by, pipeline, source, number)
      },
      ordered,
      crew,
      received(sent, source, number) {
        progress.file(source.path)
        return unpacked(product, sent, source, number)
      },
    })
  }
}
