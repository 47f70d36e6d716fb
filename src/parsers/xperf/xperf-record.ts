import type {TraceRecord} from '../../events/record.js'
import {splitUserData} from '../csv/user-data.js'
import {readGuid, readId, readNumber} from '../etw/ids.js'
import {lossText, lossTypeOf, RT_LOST_EVENT, RT_LOST_EVENT_GUID} from '../etw/lost-events.js'
import {fieldsOf, type Member, textOf} from '../etw/payload.js'
import {EVENT_TRACE_GUID} from '../etw/trace-header.js'

/** Columns that say who wrote the event and where; the others are its payload. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['process name ( pid)', 'process'],
  ['process name (pid)', 'process'],
  ['threadid', 'tid'],
  ['cpu', 'cpu'],
  ['etw:activityid', 'activity'],
  ['etw:related activityid', 'related'],
  ['etw:usersid', 'user'],
  ['etw:sessionid', 'session'],
])

/** A longer name begins no row. */
export const LONGEST_NAME = 512

/** Who wrote events of a class; null: nobody can tell, and their payload is not printed. */
export function xperfProvider(name: string): string | null {
  const slash = name.indexOf('/')
  const provider = slash < 0 ? name : name.slice(0, slash)
  if (provider === 'UnknownEvent' || provider === 'InvalidEvent') return null
  return slash < 0 ? 'MSNT_SystemTrace' : provider
}

/**
 * Facts of a row: its class, the cells behind the time, the columns of its class. Classes of manifest and TraceLogging
 * events are `Provider/Task/win:Opcode`, without the event's id; all others are of the kernel.
 */
export function xperfFacts(
  name: string,
  cells: string,
  columns: readonly string[] | null,
): Pick<TraceRecord, 'message'> & Partial<TraceRecord> {
  const own = new Map<string, string>()
  const members: Member[] = []
  for (const [i, value] of splitUserData(cells, false).values.entries()) {
    const column = columns?.[i] ?? null
    const known = column === null ? undefined : OWN.get(column.toLowerCase())
    if (known === undefined || own.has(known)) members.push({name: column, value})
    else own.set(known, value)
  }
  const provider = xperfProvider(name)
  const unknown = provider === null ? unknownFacts(name, members) : null
  // One by one: to spread the facts takes longer than to read the row.
  return {
    cpu: readId(own.get('cpu')),
    pid: readId(/\(\s*(-?\d{1,10})\)\s*$/.exec(own.get('process') ?? '')?.[1]),
    tid: readId(own.get('tid')),
    activityId: readGuid(own.get('activity')),
    provider: provider ?? unknown?.provider ?? null,
    providerGuid: unknown?.providerGuid ?? null,
    eventId: unknown?.eventId ?? null,
    message: unknown?.message ?? (textOf(members) || name),
    fields:
      unknown === null
        ? fieldsOf([{name: 'Event', value: name.slice(name.indexOf('/') + 1)}, ...members], 'value')
        : (unknown.fields ?? null),
    undecoded: unknown?.undecoded ?? null,
  }
}

/** `UnknownEvent/Crimson` of a provider, `UnknownEvent/Classic` of a class. */
function unknownFacts(name: string, members: readonly Member[]): Pick<TraceRecord, 'message'> & Partial<TraceRecord> {
  const value = (name: string) => members.find(member => member.name === name)?.value
  const guid = readGuid(value('ProviderId') ?? value('EventGuid'))
  const loss = lossTypeOf('', guid, value('Type') ?? '')
  if (loss !== null) {
    return {provider: RT_LOST_EVENT, providerGuid: RT_LOST_EVENT_GUID, eventId: loss, message: lossText(loss)}
  }
  const undecoded = name.startsWith('InvalidEvent') ? 'processing-error' : 'no-schema'
  return {
    provider: guid === EVENT_TRACE_GUID ? 'EventTrace' : null,
    providerGuid: guid,
    eventId: readNumber(value('Id')),
    message: textOf(members),
    fields: fieldsOf(members, 'value'),
    undecoded: guid === EVENT_TRACE_GUID ? null : undecoded,
  }
}
