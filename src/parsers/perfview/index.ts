import type {Parser} from '../parser.js'
import {perfviewCsv} from './perfview-csv.js'
import {perfviewXml} from './perfview-xml.js'
import {traceEvent} from './traceevent.js'

/** Parsers of what PerfView and its library print. */
export const perfviewParsers: readonly Parser[] = [perfviewXml, traceEvent, perfviewCsv]
