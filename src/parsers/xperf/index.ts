import type {Parser} from '../parser.js'
import {xperf} from './xperf.js'

/** Text of the Windows Performance Toolkit. */
export const xperfParsers: readonly Parser[] = [xperf]
