import type {JoinedInput} from './joined-input.js'
import {type Block, type BlockPlace, type BlockPlan, placeOf} from './read-block.js'
import type {ReadInput} from './read-inputs.js'

/**
 * One input of its blocks, which come in order. Each was read as if it stood behind the head: that is right as long as
 * those before it are neutral. From the first one on that is not (null: could not be read), `read` reads what is left.
 */
export async function joinBlocks(
  joined: JoinedInput,
  plan: BlockPlan,
  blocks: AsyncIterable<Block | null>,
  read: (place: BlockPlace) => Promise<Block>,
): Promise<ReadInput> {
  const last = plan.starts.length - 1
  let number = 0
  for await (const block of blocks) {
    if (block === null || (number < last && !block.neutral)) break
    joined.join(block)
    number++
  }
  if (number <= last) joined.join(await read({...placeOf(plan, number), to: null}))
  return joined.end()
}
