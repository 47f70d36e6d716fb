import type {TraceRecord} from '../../events/record.js'
import {readNumber} from '../etw/ids.js'
import {fieldsOf, type Member} from '../etw/payload.js'
import {lineRecord} from '../line-record.js'
import type {Stamp} from '../stamps.js'

/** One block of `wevtutil qe /f:text`. */
export interface WevtutilEvent {
  readonly line: number
  readonly offset: number
  /** The line that numbers it. */
  readonly text: string
  /** Values by label in lower case. */
  readonly labels: ReadonlyMap<string, string>
  readonly description: readonly string[]
}

/** wevtutil prints N/A where there is nothing. */
export function labelled(event: WevtutilEvent, label: string): string {
  const value = event.labels.get(label)?.trim() ?? ''
  return value === 'N/A' ? '' : value
}

export function recordOf(event: WevtutilEvent, stamp: Stamp | null): TraceRecord {
  const description = event.description.join('\n').trim()
  const members: Member[] = [
    {name: 'LogName', value: labelled(event, 'log name')},
    {name: 'Level', value: labelled(event, 'level')},
    {name: 'Task', value: labelled(event, 'task')},
    {name: 'Opcode', value: labelled(event, 'opcode')},
  ]
  return lineRecord(event.text, event.line, event.offset, {
    atUs: stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    provider: labelled(event, 'source') || null,
    eventId: readNumber(labelled(event, 'event id')),
    message: description === 'N/A' ? '' : description,
    fields: fieldsOf(
      members.filter(({value}) => value !== ''),
      'Data',
    ),
  })
}
