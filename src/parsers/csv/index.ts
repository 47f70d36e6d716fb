import type {Parser} from '../parser.js'
import {eventViewerCsv, eventViewerTxt, exportCsv} from './event-csv.js'
import {tracerptCsv} from './tracerpt-csv.js'

/** Parsers of delimited exports. */
export const csvParsers: readonly Parser[] = [tracerptCsv, exportCsv, eventViewerCsv, eventViewerTxt]
