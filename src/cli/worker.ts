import type {MessagePort} from 'node:worker_threads'
import {fileSource} from '../sources/file-source.js'
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
}

/** What bin/worker.js calls with what it was given. */
export function work(port: MessagePort, {order, shift}: {readonly order: Order; readonly shift: Shift}): Promise<void> {
  return serve(port, shift, countBytes => {
    const {words, version, product, by} = order
    const request = requestOf(words, configuration(process.cwd(), process.env))
    const dialects = userDialects(request.dialects, false, () => {})
    const pipeline = new Pipeline(request, dialects, version, countBytes)
    return async ({path, number}) => packed(product, await productOf(product, by, pipeline, fileSource(path), number))
  })
}
