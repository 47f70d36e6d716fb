// The program of a worker thread; src/cli/workers starts it.
const {parentPort, workerData} = require('node:worker_threads')
const bundle = require('../dist/start.cjs').openBundle('worker', require)
bundle.load('cli/worker.cjs').work(parentPort, workerData)
