import type {InputNotes, TraceRecord, Undecoded} from '../../events/record.js'
import {readGuid, readId, readNumber} from '../etw/ids.js'
import {lossText, lossTypeOf, RT_LOST_EVENT, RT_LOST_EVENT_GUID} from '../etw/lost-events.js'
import {fieldsOf, type Member, textOf} from '../etw/payload.js'
import {EVENT_TRACE_GUID, noteTraceHeader, TRACE_HEADER_NAMES} from '../etw/trace-header.js'
import type {Stamp} from '../stamps.js'
import {templateNames} from './template-names.js'
import type {TracerptLayout} from './tracerpt-layout.js'
import type {TracerptRow} from './tracerpt-rows.js'

/** A finding shows this much of a record's first line. */
const TEXT_LENGTH = 4096

/** What a row of tracerpt's CSV says; header rows also give their counters and span to the notes. */
export function recordOf(
  row: TracerptRow,
  layout: TracerptLayout,
  stamp: Stamp | null,
  notes: InputNotes,
): TraceRecord {
  const cell = (column: keyof TracerptLayout['at']) => row.cells[layout.at[column]]?.trim() ?? ''
  const name = cell('name')
  const type = cell('type')
  const guid = readGuid(name)
  const eventId = readNumber(cell('eventId'))
  const loss = lossTypeOf(name, guid, type)
  const isHeader = loss === null && type === 'Header' && (name === 'EventTrace' || guid === EVENT_TRACE_GUID)
  const members = membersOf(
    row,
    layout,
    isHeader ? TRACE_HEADER_NAMES : eventId === null ? null : templateNames(name, eventId),
  )
  if (isHeader) noteTraceHeader(members, notes)
  return {
    line: row.line,
    offset: row.offset,
    text: row.text.slice(0, TEXT_LENGTH),
    atUs: stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    cpu: readId(cell('cpu')),
    pid: readId(cell('pid')),
    tid: readId(cell('tid')),
    provider: loss !== null ? RT_LOST_EVENT : guid !== null || name === '' ? null : name,
    providerGuid: loss !== null ? RT_LOST_EVENT_GUID : guid,
    eventId: loss ?? eventId,
    activityId: readGuid(cell('activity')),
    message: loss !== null ? lossText(loss) : textOf(members),
    fields: fieldsOf(members, 'UserData'),
    undecoded: loss === null && !isHeader ? undecodedOf(name, guid) : null,
  }
}

/** A row without a name, or with a GUID in its place, is of a provider whose schema tracerpt did not find. */
function undecodedOf(name: string, guid: string | null): Undecoded | null {
  return name === '' || guid !== null ? 'no-schema' : null
}

/** Values by name where their number fits the template; else by position, with the whole as `raw`. */
function membersOf(row: TracerptRow, layout: TracerptLayout, names: readonly string[] | null): Member[] {
  const values = [...row.userData.values]
  // The columns behind the user data, of an old tracerpt.
  values.splice(Math.max(0, values.length - layout.behind), layout.behind)
  if (names !== null) {
    while (values.length > names.length && values.at(-1) === '') values.pop()
    if (values.length === names.length) return values.map((value, i) => ({name: names[i] as string, value}))
  }
  const members: Member[] = values.map(value => ({name: null, value}))
  if (names !== null && members.length > 0) members.push({name: 'raw', value: row.raw.trim()})
  return members
}
