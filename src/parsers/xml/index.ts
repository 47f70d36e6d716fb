import type {Parser} from '../parser.js'
import {eventXml, tracerptXml} from './event-xml.js'

/** Parsers of XML exports. */
export const xmlParsers: readonly Parser[] = [tracerptXml, eventXml]
