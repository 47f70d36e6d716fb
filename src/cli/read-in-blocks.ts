import {joinBlocks} from '../analysis/join-blocks.js'
import {JoinedInput} from '../analysis/joined-input.js'
import {type PortableBlock, restoredBlock} from '../analysis/portable-block.js'
import {type Block, type BlockPlan, ifReadable, placeOf} from '../analysis/read-block.js'
import type {ReadInput} from '../analysis/read-inputs.js'
import {type BlockFile, withFile} from '../sources/block-file.js'
import type {Source} from '../sources/source.js'
import type {Pipeline} from './pipeline.js'
import type {Crew} from './workers/crew.js'
import {perFile} from './workers/per-file.js'

/** So large that the head, which is read for each, does not count; so small that no thread waits long for the last one. */
const BLOCK = 1 << 25
/** As much is compared to tell whether the file holds the text itself. */
const SAMPLE = 4096

export interface BlocksOptions {
  readonly pipeline: Pipeline
  /** The input's number in the capture. */
  readonly input: number
  readonly hire: (plan: BlockPlan) => Promise<Crew>
  /** Bytes of a block; for tests. */
  readonly size?: number
}

/** Reads a file on disk in blocks, on several threads; null: it has to be read from its beginning to its end. */
export async function readInBlocks(source: Source, options: BlocksOptions): Promise<ReadInput | null> {
  return ifReadable(() =>
    withFile(source.path, async file => ((await isPlain(source, file)) ? read(source, file, options) : null)),
  )
}

async function read(source: Source, file: BlockFile, options: BlocksOptions): Promise<ReadInput | null> {
  const {pipeline, input, hire, size = BLOCK} = options
  const planned = await pipeline.planBlocks(file, size, input)
  if (planned === null || planned.plan.starts.length < 2) return null
  const {plan, head, told} = planned
  const joined = new JoinedInput(source, input, told)
  joined.join(head)
  const readBlock = (number: number) => pipeline.readBlock(file, placeOf(plan, number), input)
  const blocks = perFile<Block | null>({
    sources: plan.starts.map(() => source),
    ordered: true,
    crew: await hire(plan),
    // What stands for a block that was not read is another source.
    make: async (given, number) => (given === source ? await ifReadable(() => readBlock(number)) : null),
    received: sent => (sent === null ? null : restoredBlock(sent as PortableBlock, input)),
  })
  const results = (async function* () {
    for await (const {result} of blocks) yield result
  })()
  return joinBlocks(joined, plan, results, place => pipeline.readBlock(file, place, input))
}

/** Nothing is unpacked on the way. */
async function isPlain(source: Source, file: BlockFile): Promise<boolean> {
  for await (const piece of source.bytes()) {
    const sample = piece.subarray(0, SAMPLE)
    return Buffer.compare(sample, file.read(0, sample.length)) === 0
  }
  return false
}
