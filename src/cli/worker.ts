import type {MessagePort} from 'node:worker_threads'
import {type PortableBlock, portableBlock} from '../analysis/portable-block.js'
import {type BlockPlan, ifReadable, placeOf} from '../analysis/read-block.js'
import {withFile} from '../sources/block-file.js'
import {fileSource} from '../sources/file-source.js'
import {zipSource} from '../sources/zip-source.js'
import {configuration} from './configuration.js'
import {Pipeline} from './pipeline.js'
import {type Product, packed, productOf} from './products.js'
import {requestOf, type Words} from './request.js'
import {userDialects} from './user-dialects.js'
import {type Shift, serve} from './workers/serve.js'

/** What the main thread asks of its workers; they read the user's own files again. */
export interface Order {
  readonly words: Words
  readonly version: string
  readonly product: Product
  readonly by: readonly string[]
  /** The tasks are blocks of one file, and the product is what they come to. */
  readonly blocks?: {readonly plan: BlockPlan; readonly input: number}
}

/** What bin/worker.js calls with what it was given. */
export function work(port: MessagePort, {order, shift}: {readonly order: Order; readonly shift: Shift}): Promise<void> {
  return serve(port, shift, countBytes => {
    const {words, version, product, by} = order
    const request = requestOf(words, configuration(process.cwd(), process.env))
    const dialects = userDialects(request.dialects, false, () => {})
    const pipeline = new Pipeline(request, dialects, version, countBytes)
    const {blocks} = order
    if (blocks !== undefined) return ({path, number}) => blockOf(path, number, pipeline, blocks)
    return async ({path, place, number}) => {
      const source = place === undefined ? fileSource(path) : zipSource(path, place)
      return packed(product, await productOf(product, by, pipeline, source, number))
    }
  })
}

async function blockOf(
  path: string,
  number: number,
  pipeline: Pipeline,
  {plan, input}: NonNullable<Order['blocks']>,
): Promise<PortableBlock | null> {
  return ifReadable(() =>
    withFile(path, async file => portableBlock(await pipeline.readBlock(file, placeOf(plan, number), input))),
  )
}
