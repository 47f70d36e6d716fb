import type {TraceRecord} from '../../events/record.js'
import {readGuid, readId, readNumber} from '../etw/ids.js'
import {fieldsOf, type Member} from '../etw/payload.js'
import type {Stamp} from '../stamps.js'
import type {EventColumns} from './event-columns.js'
import type {Line} from './quoted-rows.js'

const TEXT_LENGTH = 4096

/** What a row of an event log says. The message is all there is of the payload; the fields tell where the event is. */
export function eventOf(
  cells: readonly string[],
  first: Line,
  columns: EventColumns,
  stamp: Stamp | null,
): TraceRecord {
  const cell = (at: number) => (at < 0 ? '' : (cells[at] ?? '').trim())
  const members: Member[] = [
    {name: 'EventRecordID', value: cell(columns.recordId)},
    {name: 'LogName', value: cell(columns.log)},
    {name: 'Level', value: cell(columns.level)},
  ]
  return {
    line: first.line,
    offset: first.offset,
    text: first.text.slice(0, TEXT_LENGTH),
    atUs: stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    cpu: null,
    pid: readId(cell(columns.pid)),
    tid: readId(cell(columns.tid)),
    provider: cell(columns.provider) || null,
    providerGuid: readGuid(cell(columns.providerGuid)),
    eventId: readNumber(cell(columns.id)),
    activityId: readGuid(cell(columns.activity)),
    message: cell(columns.message),
    fields: fieldsOf(
      members.filter(({value}) => value !== ''),
      'Data',
    ),
    undecoded: null,
  }
}

/** The numbers of a row are numbers: what a row with a quote too many rarely has. */
export function fitsColumns(cells: readonly string[], columns: EventColumns): boolean {
  if (!columns.counts.includes(cells.length)) return false
  return [columns.id, columns.recordId, columns.pid, columns.tid].every(
    at => at < 0 || /^\s*\d*\s*$/.test(cells[at] as string),
  )
}
