import type {Parser} from '../parser.js'
import {eventViewerCsv, exportCsv} from './event-csv.js'
import {tracerptCsv} from './tracerpt-csv.js'

/** Parsers of comma-separated exports. */
export const csvParsers: readonly Parser[] = [tracerptCsv, exportCsv, eventViewerCsv]
