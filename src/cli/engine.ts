import type {Analysis, InputReport} from '../analysis/analysis.js'
import {analyze} from '../analysis/analyze.js'
import {type EventLine, eventLines} from '../analysis/event-lines.js'
import type {InspectReport} from '../analysis/inspect.js'
import {inspectInput} from '../analysis/inspect-input.js'
import {inputReport, type ReadInput, readInputs} from '../analysis/read-inputs.js'
import type {Dialect} from '../dialects/dialect.js'
import {literalsOf, recogniser} from '../dialects/index.js'
import {byCapture} from '../fleet/capture-groups.js'
import {contributionOf} from '../fleet/contribute.js'
import {Fleet} from '../fleet/fleet.js'
import {type FleetSummary, summaryOf} from '../fleet/summary.js'
import {expandPaths} from '../sources/expand-paths.js'
import type {Source} from '../sources/source.js'
import type {Progress} from './progress.js'
import type {Request} from './request.js'
import {UserError} from './user-error.js'

export interface EventBatch {
  readonly inputs: readonly InputReport[]
  readonly lines: Iterable<EventLine>
}

/** What the commands ask of the pipeline: the only file of theirs that knows how its stages are called. */
export class Engine {
  constructor(
    readonly paths: readonly string[],
    readonly request: Request,
    readonly dialects: readonly Dialect[],
    readonly progress: Progress,
    readonly version: string,
    /** Told what was left out of folders, and why. */
    readonly note: (text: string) => void,
  ) {}

  /** One capture of all inputs, or under `--each` one of every input, in argument order. */
  async *analyses(): AsyncIterable<Analysis> {
    const {rules, settings, model, labels, each} = this.request
    const options = {rules, settings, model, labels, version: this.version}
    if (!each) {
      const inputs = await this.#read(await this.#sources())
      const [only] = inputs
      if (inputs.length === 1 && only?.scenarioError) {
        throw new UserError(
          2,
          `${only.source.path}, ${only.scenarioError.message}`,
          'Correct that line of the scenario.',
        )
      }
      yield analyze(inputs, options)
      return
    }
    for (const source of await this.#sources()) yield analyze(await this.#read([source]), options)
  }

  /** One report on all inputs, each looked at by itself. */
  async *inspections(): AsyncIterable<InspectReport> {
    const inputs = await this.#read(await this.#sources(), 0, true)
    yield {schemaVersion: 1, inputs: inputs.map(inspectInput)}
  }

  /** Under `--each` the events of every input by itself. */
  async *events(): AsyncIterable<EventBatch> {
    const {model, each} = this.request
    const batch = (inputs: readonly ReadInput[]) => ({
      inputs: inputs.map(inputReport),
      lines: eventLines(inputs, model),
    })
    if (!each) yield batch(await this.#read(await this.#sources()))
    else for (const source of await this.#sources()) yield batch(await this.#read([source]))
  }

  /** One summary of all captures; every file is one, but for those of one label `capture`. */
  async *health(by: readonly string[]): AsyncIterable<FleetSummary> {
    const {rules, settings, model, labels} = this.request
    const options = {rules, settings, model, labels, by}
    const contributions = byCapture(await this.#sources(), {
      read: (sources, first) => this.#read(sources, first),
      contribute: inputs => contributionOf(inputs, options),
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

  #read(sources: Iterable<Source>, first = 0, everything = false): Promise<ReadInput[]> {
    const {tzMinutes, dateOrder, prefix, hash, fullParse} = this.request
    const options = {
      parse: {tzMinutes, dateOrder, prefix},
      recogniser: () => recogniser(this.dialects),
      hash,
      literals: fullParse ? null : literalsOf(this.dialects),
      everything,
      onBytes: (count: number) => this.progress.add(count),
    }
    return readInputs(this.progress.watchAll(sources), options, first)
  }
}
