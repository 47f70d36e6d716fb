import type {EventLine} from '../analysis/event-lines.js'
import {safeJson} from './printable.js'
import type {Report} from './report.js'

export interface EventList {
  readonly lines: Iterable<EventLine>
}

function* render({lines}: EventList, {capture}: {readonly capture: number | null}): Iterable<string> {
  for (const line of lines) yield `${safeJson(capture === null ? line : {capture, ...line})}\n`
}

const each = {open: '', between: '', close: ''}

/** The formats of `events`: one object a line under either name. */
export const eventReports: readonly [Report<EventList>, ...Report<EventList>[]] = [
  {id: 'ndjson', title: 'NDJSON, an event a line', each, render},
  {id: 'json', title: 'the same', each, render},
]
