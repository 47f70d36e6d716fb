import type {Parser} from '../parser.js'
import {messageAnalyzer} from './message-analyzer.js'
import {wevtutilText} from './wevtutil-text.js'

/** Parsers of events printed for people. */
export const eventTextParsers: readonly Parser[] = [wevtutilText, messageAnalyzer]
