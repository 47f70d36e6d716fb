import type {Parser} from '../parser.js'
import {wevtutilText} from './wevtutil-text.js'

/** Parsers of event logs printed for people. */
export const eventTextParsers: readonly Parser[] = [wevtutilText]
