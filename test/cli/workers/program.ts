import {parentPort, workerData} from 'node:worker_threads'
import {UserError} from '../../../src/cli/user-error.js'
import {serve} from '../../../src/cli/workers/serve.js'

/** A worker's program for tests: what a path says is what happens. */
const deeds: Readonly<Record<string, () => unknown>> = {
  bug: () => {
    throw new TypeError('no such thing')
  },
  refuse: () => {
    throw new UserError(2, 'That will not do.', 'Do something else.')
  },
  exit: () => process.exit(3),
  uncaught: () =>
    new Promise(() =>
      setTimeout(() => {
        throw new Error('out of the blue')
      }),
    ),
  function: () => () => {},
}

const {shift, order} = workerData
if (order.dead) process.exit(1)
if (parentPort) {
  await serve(parentPort, shift, countBytes => async ({path, number}) => {
    countBytes(10)
    const deed = deeds[path.replace(/\d+$/, '')]
    return deed ? deed() : `${path} of ${number}`
  })
}
