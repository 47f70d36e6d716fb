import type {InputNotes, TraceRecord} from '../../events/record.js'
import {readGuid, readId, readNumber} from '../etw/ids.js'
import {fieldsOf, type Member, textOf} from '../etw/payload.js'
import {eventNumberIn, ungrouped} from '../etw/trace-event-names.js'
import {readRelativeMs} from '../filetime.js'
import {lineRecord} from '../line-record.js'
import type {Stamp} from '../stamps.js'

/** One event as the TraceEvent library prints it: in rows, attributes or pairs. */
export interface PrintedEvent {
  readonly line: number
  readonly offset: number
  readonly firstLine: string
  /** `Provider/Task/Opcode`, or the same without the provider. */
  readonly name: string
  readonly namesProvider: boolean
  /** Milliseconds since the start of the session. */
  readonly time: string
  /** Everything else, in order: process, thread and processor under names of the library, and the payload. */
  readonly members: readonly Member[]
}

/** Members that are no payload, by their names in lower case: the library has two or three for some of them. */
const SYSTEM = {
  pid: ['pid', 'processid'],
  tid: ['tid', 'threadid'],
  cpu: ['procenum', 'processornumber', 'cpu'],
  process: ['pname', 'processname', 'process name'],
  provider: ['providername'],
  guid: ['providerguid'],
  activity: ['activityid'],
  message: ['formattedmessage'],
} as const
/** What says nothing of the event: how the library came to it. */
const DROPPED: ReadonlySet<string> = new Set(['hasstack', 'datalen'])
/** The same, and the event's own id, where the long form is printed; else a payload may have them. */
const DROPPED_LONG: ReadonlySet<string> = new Set([
  ...['id', 'eventdatalength', 'timestampqpc', 'qpctime', 'classicprovider', 'pointersize', 'eventindex'],
])
const SYSTEM_NAMES: ReadonlySet<string> = new Set(Object.values(SYSTEM).flat())

/** Reads the time of an event and notes what it tells of the clock; null: it is none. */
export function stampOf(time: string, notes: InputNotes): Stamp | null {
  const stamp = readRelativeMs(time)
  notes.zone = 'relative'
  if (stamp !== null) notes.granularityUs = Math.min(stamp.unitUs, notes.granularityUs ?? stamp.unitUs)
  return stamp
}

/** The record of one event. Counters of the trace's header go to the notes. */
export function recordOf(event: PrintedEvent, stamp: Stamp | null, notes: InputNotes): TraceRecord {
  const named = new Map(event.members.map(({name, value}) => [name?.toLowerCase() ?? '', value.trim()]))
  const system = (key: keyof typeof SYSTEM) => SYSTEM[key].map(name => named.get(name)).find(Boolean) ?? ''
  const isLong = named.has('providerguid')
  const slash = event.name.indexOf('/')
  const provider = system('provider') || (slash < 0 || !event.namesProvider ? '' : event.name.slice(0, slash))
  const task =
    event.namesProvider && event.name.startsWith(`${provider}/`) ? event.name.slice(provider.length + 1) : event.name
  const payload = event.members.filter(({name}) => isPayload(name, isLong)).map(plain)
  if (task === 'EventTrace' || task.startsWith('EventTrace/')) noteLosses(payload, notes)
  const process = system('process')
  const kept: Member[] = [
    {name: 'EventName', value: task},
    {name: 'ProcessName', value: process},
  ]
  return lineRecord(event.firstLine, event.line, event.offset, {
    atUs: stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    cpu: readId(ungrouped(system('cpu'))),
    pid: pidOf(system('pid'), process),
    tid: readId(ungrouped(system('tid'))),
    provider: provider || null,
    providerGuid: readGuid(system('guid')),
    eventId: (isLong ? readNumber(named.get('id')) : null) ?? eventNumberIn(task),
    activityId: readGuid(dashed(system('activity'))),
    message: system('message').replace(/\r+\n?/g, '\n') || textOf(payload),
    fields: fieldsOf([...payload, ...kept.filter(({value}) => value !== '')], 'Data'),
  })
}

function isPayload(name: string | null, isLong: boolean): boolean {
  const key = name?.toLowerCase() ?? ''
  return !DROPPED.has(key) && !SYSTEM_NAMES.has(key) && !(isLong && DROPPED_LONG.has(key))
}

const plain = ({name, value}: Member): Member => ({name, value: ungrouped(value.trim())})

/** Processes are printed by number, or as `name (number)` and `Process(number)`. */
function pidOf(pid: string, process: string): number | null {
  return readId(ungrouped(pid || (/\((\d{1,10})\)$/.exec(process)?.[1] ?? '')))
}

function dashed(guid: string): string {
  return guid.replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i, '$1-$2-$3-$4-$5')
}

function noteLosses(payload: readonly Member[], notes: InputNotes): void {
  for (const {name, value} of payload) {
    if (name === 'EventsLost') notes.lostEvents += readNumber(value) ?? 0
    if (name === 'BuffersLost') notes.lostBuffers += readNumber(value) ?? 0
  }
}
