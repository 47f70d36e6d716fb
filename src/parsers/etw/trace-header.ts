import type {InputNotes} from '../../events/record.js'
import {readFiletime} from '../filetime.js'
import {readStamp} from '../stamps.js'
import {readNumber} from './ids.js'
import type {Member} from './payload.js'

/** GUID of the EventTrace class: the record that every trace begins with. */
export const EVENT_TRACE_GUID = '68fdd900-4a3e-11d1-84f4-0000f80464e3'

/** TRACE_LOGFILE_HEADER as exports print it: the time zone between the names and BootTime is left out. */
export const TRACE_HEADER_NAMES = [
  ['BufferSize', 'Version', 'ProviderVersion', 'NumberOfProcessors', 'EndTime', 'TimerResolution', 'MaxFileSize'],
  ['LogFileMode', 'BuffersWritten', 'StartBuffers', 'PointerSize', 'EventsLost', 'CPUSpeed', 'LoggerName'],
  ['LogFileName', 'BootTime', 'PerfFreq', 'StartTime', 'ReservedFlags', 'BuffersLost', 'SessionName', 'FileName'],
].flat()

/** Takes the counters and the span of a trace from its header record; files that were joined add up. */
export function noteTraceHeader(members: readonly Member[], notes: InputNotes): void {
  const value = (name: string) => members.find(member => member.name === name)?.value
  notes.lostEvents += readNumber(value('EventsLost')) ?? 0
  notes.lostBuffers += readNumber(value('BuffersLost')) ?? 0
  const start = timeOf(value('StartTime'))
  const end = timeOf(value('EndTime'))
  if (start !== null) notes.headerStartUs = Math.min(start, notes.headerStartUs ?? start)
  if (end !== null) notes.headerEndUs = Math.max(end, notes.headerEndUs ?? end)
}

function timeOf(text: string | undefined): number | null {
  if (text === undefined) return null
  return (readFiletime(text) ?? readStamp(text.trim()))?.atUs ?? null
}
