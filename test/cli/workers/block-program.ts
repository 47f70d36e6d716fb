import {parentPort, workerData} from 'node:worker_threads'
import {work} from '../../../src/cli/worker.js'

/** A worker's program for tests: what bin/worker.js does. */
if (parentPort) await work(parentPort, workerData)
