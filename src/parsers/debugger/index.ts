import type {Parser} from '../parser.js'
import {ifr} from './ifr.js'
import {ndiskd} from './ndiskd.js'

/** What extensions of the Windows debugger print. */
export const debuggerParsers: readonly Parser[] = [ifr, ndiskd]
