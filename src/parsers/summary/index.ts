import type {Parser} from '../parser.js'
import {summary} from './summary.js'

/** What tools say about a trace as a whole. */
export const summaryParsers: readonly Parser[] = [summary]
