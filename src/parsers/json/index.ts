import type {Parser} from '../parser.js'
import {convertToJson} from './event-json.js'
import {silkEtw} from './silketw.js'

/** Parsers of JSON. */
export const jsonParsers: readonly Parser[] = [silkEtw, convertToJson]
