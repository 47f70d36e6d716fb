// Preloaded by workers.test.ts: writes down how many workers were started.
const threads = require('node:worker_threads')
const {appendFileSync} = require('node:fs')

const {Worker} = threads
threads.Worker = class extends Worker {
  constructor(...args) {
    super(...args)
    appendFileSync(process.env.HIRED_LIST, 'worker\n')
  }
}
