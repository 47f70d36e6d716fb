import type {Parser} from '../parser.js'
import {tat} from './tat.js'

/** Files that lie beside traces and are none. */
export const tatParsers: readonly Parser[] = [tat]
