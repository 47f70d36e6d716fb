import type {TraceEvent} from '../events/event.js'
import {count} from './count.js'
import type {Trace} from './trace.js'

/** " (3 failures in this connect)" behind the first of several; nothing behind a single one. */
export function howOften(all: readonly TraceEvent[], what: string, trace: Trace): string {
  const [first] = all
  if (first === undefined || all.length === 1) return ''
  const session = trace.sessionAt(first)
  return ` (${count(all.length, what)}${session === null ? '' : ` in this ${session.kind}`})`
}
