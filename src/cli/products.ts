import type {Analysis} from '../analysis/analysis.js'
import type {InspectedInput} from '../analysis/inspect.js'
import {inspectInput} from '../analysis/inspect-input.js'
import {type PortableInput, portableInput, restoredInput} from '../analysis/portable-input.js'
import type {ReadInput} from '../analysis/read-inputs.js'
import {captureLabel, type FileContribution} from '../fleet/capture-groups.js'
import type {Source} from '../sources/source.js'
import type {EventBatch, Pipeline} from './pipeline.js'

/** What is made of a file by itself, on whichever thread. */
export interface Products {
  readonly analysis: Analysis
  readonly events: EventBatch
  readonly inspection: InspectedInput
  readonly contribution: FileContribution
  /** A part of a capture of several files. */
  readonly input: ReadInput
}

export type Product = keyof Products

type Makers = {readonly [P in Product]: (pipeline: Pipeline, input: ReadInput, by: readonly string[]) => Products[P]}

const MAKERS: Makers = {
  analysis: (pipeline, input) => pipeline.analysis([input]),
  events: (pipeline, input) => pipeline.events([input]),
  inspection: (_, input) => inspectInput(input),
  contribution: (pipeline, input, by) => ({
    label: captureLabel(input),
    contribution: pipeline.contribution([input], by),
    // Standard input cannot be read again; its number tells it from files that are.
    kept: input.source.path === '-' ? input : null,
  }),
  input: (_, input) => input,
}

/** `by`: the cohorts of a contribution. `number`: the file's place in a run whose files may become one capture. */
export async function productOf<P extends Product>(
  product: P,
  by: readonly string[],
  pipeline: Pipeline,
  source: Source,
  number: number,
): Promise<Products[P]> {
  const first = product === 'contribution' || product === 'input' ? number : 0
  const [input] = await pipeline.read([source], first, product === 'inspection')
  return MAKERS[product](pipeline, input as ReadInput, by)
}

/** What a worker sends of its product. */
export function packed<P extends Product>(product: P, made: Products[P]): unknown {
  if (product === 'input') return portableInput(made as ReadInput)
  if (product !== 'events') return made
  const {inputs, lines} = made as EventBatch
  return {inputs, lines: [...lines]}
}

/** The product that was sent. */
export function unpacked<P extends Product>(product: P, sent: unknown, source: Source, number: number): Products[P] {
  return (product === 'input' ? restoredInput(sent as PortableInput, source, number) : sent) as Products[P]
}
