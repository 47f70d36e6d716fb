import type {InputNotes, TraceRecord, Undecoded} from '../../events/record.js'
import {readGuid, readId, readNumber} from '../etw/ids.js'
import {lossText, lossTypeOf, RT_LOST_EVENT, RT_LOST_EVENT_GUID} from '../etw/lost-events.js'
import {fieldsOf, type Member, textOf} from '../etw/payload.js'
import {EVENT_TRACE_GUID, noteTraceHeader} from '../etw/trace-header.js'
import type {Stamp} from '../stamps.js'
import type {EventElement} from './event-element.js'
import type {EventExtent} from './event-extents.js'

/** What the system says about an event, kept beside its payload; names that no payload uses for something else. */
const KEPT = [
  ['EventRecordID', 'system', 'EventRecordID'],
  ['LogName', 'system', 'Channel'],
  ['Level', 'system', 'Level'],
  ['EventName', 'other', 'RenderingInfo.EventName'],
  ['EventGuid', 'other', 'ExtendedTracingInfo.EventGuid'],
  ['Function', 'other', 'DebugData.Function'],
  ['FileLine', 'other', 'DebugData.FileLine'],
  ['ErrorCode', 'other', 'ProcessingErrorData.ErrorCode'],
  ['DataItemName', 'other', 'ProcessingErrorData.DataItemName'],
  ['EventPayload', 'other', 'ProcessingErrorData.EventPayload'],
  ['BinaryEventData', 'other', 'BinaryEventData'],
] as const

/** The record of one event; a trace header also gives its counters and span to the notes. */
export function recordOf(
  extent: EventExtent,
  element: EventElement,
  stamp: Stamp | null,
  notes: InputNotes,
): TraceRecord {
  const {system, other} = element
  const eventGuid = readGuid(other.get('ExtendedTracingInfo.EventGuid'))
  const eventName = other.get('RenderingInfo.EventName') ?? ''
  const type = system.get('Opcode') ?? ''
  const loss = lossTypeOf(eventName, eventGuid, type)
  if (eventGuid === EVENT_TRACE_GUID || eventName === 'EventTrace') {
    if (element.data.some(({name}) => name === 'EventsLost')) noteTraceHeader(element.data, notes)
  }
  return {
    line: extent.line,
    offset: extent.offset,
    text: extent.firstLine,
    atUs: stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    cpu: readId(system.get('Execution.ProcessorID')),
    pid: readId(system.get('Execution.ProcessID')),
    tid: readId(system.get('Execution.ThreadID')),
    provider: loss === null ? providerOf(element) : RT_LOST_EVENT,
    providerGuid: loss === null ? readGuid(system.get('Provider.Guid')) : RT_LOST_EVENT_GUID,
    eventId: loss ?? readNumber(system.get('EventID')),
    activityId: readGuid(system.get('Correlation.ActivityID')),
    message: loss === null ? messageOf(element) : lossText(loss),
    fields: fieldsOf([...element.data, ...keptOf(element)], 'Data'),
    undecoded: undecodedOf(element),
  }
}

/** WPP records name their component; others the provider, classic ones only their class. */
function providerOf({system, other}: EventElement): string | null {
  const names = [other.get('DebugData.Component'), system.get('Provider.Name'), other.get('RenderingInfo.Provider')]
  return names.find(name => name !== undefined && name !== '') ?? (other.get('RenderingInfo.EventName') || null)
}

function messageOf({data, other}: EventElement): string {
  const rendered = other.get('RenderingInfo.Message') || other.get('DebugData.Message')
  if (rendered) return rendered.replace(/\r+\n?/g, '\n')
  const failure = other.get('ProcessingErrorData.ErrorCode')
  return failure === undefined || data.length > 0 ? textOf(data) : `Processing error ${failure}`
}

function keptOf(element: EventElement): Member[] {
  const members: Member[] = []
  for (const [name, part, key] of KEPT) {
    const value = element[part].get(key)
    if (value !== undefined && value !== '') members.push({name, value})
  }
  return members
}

function undecodedOf({data, other}: EventElement): Undecoded | null {
  for (const key of other.keys()) if (key.startsWith('ProcessingErrorData')) return 'processing-error'
  return other.has('BinaryEventData') && data.length === 0 ? 'no-schema' : null
}
