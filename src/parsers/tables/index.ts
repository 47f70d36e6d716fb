import type {Parser} from '../parser.js'
import {tracefmtCsv} from './tracefmt-csv.js'
import {traceview} from './traceview.js'

/** WPP records in columns. */
export const tableParsers: readonly Parser[] = [tracefmtCsv, traceview]
