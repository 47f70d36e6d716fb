import type {TraceRecord} from '../../events/record.js'
import {readGuid, readId} from '../etw/ids.js'
import {fieldsOf, type Member, textOf} from '../etw/payload.js'
import {eventNumberIn, ungrouped} from '../etw/trace-event-names.js'
import {lineRecord} from '../line-record.js'
import {MEMBER} from '../scan/layouts.js'
import {readStamp, type Stamp} from '../stamps.js'
import {JsonLayouts, ownOf} from './json-layouts.js'
import {jsonParser} from './json-parser.js'
import {firstText, type JsonMembers, membersOf, printed} from './json-value.js'
import type {JsonObject} from './object-splitter.js'

const MEMBERS = new Map([
  ['timestamp', MEMBER.time],
  ['providername', MEMBER.provider],
  ['providerguid', MEMBER.zone],
  // Holds the event id.
  ['eventname', MEMBER.zone],
  ['opcodename', MEMBER.text],
  ['processname', MEMBER.text],
  ['xmleventdata', MEMBER.fields],
  ['value', MEMBER.wrapper],
])

/** What the record itself says again. */
const REPEATED: ReadonlySet<string> = new Set([
  'formattedmessage',
  'msec',
  'pid',
  'tid',
  'pname',
  'providername',
  'eventname',
])

/** SilkETW's file output: an object an event, one a line or laid out (formats.md 5.5). */
export const silkEtw = jsonParser(
  'silketw',
  'SilkETW JSON',
  head => {
    const has = (name: string) => head.includes(`"${name}"`)
    return has('ProviderGuid') && has('ProviderName') && (has('YaraMatch') || has('XmlEventData')) ? 1 : 0
  },
  ownOf(['eventname', 'opcodename', 'processname']),
  sink => {
    sink.notes.zone = 'utc'
    const layouts = new JsonLayouts('silketw', MEMBERS)
    let said = false
    function read(members: JsonMembers, object: JsonObject): TraceRecord | null {
      if (!members.has('providername') && !members.has('providerguid')) return null
      const time = firstText(members, ['timestamp'])
      const stamp = readStamp(time)
      const dated = stamp?.zone === 'utc' ? stamp : null
      if (dated !== null) {
        layouts.dated(time, false)
        // Zeros at the end of a fraction are left out.
        sink.notes.granularityUs = Math.min(dated.unitUs, sink.notes.granularityUs ?? dated.unitUs)
      } else if (!said) {
        said = true
        const message = 'This event has no time with its offset from UTC: events like it stay undated.'
        sink.problem({line: object.line, offset: object.offset, message})
      }
      return recordOf(members, object, dated)
    }
    return {read, layout: () => layouts.latest}
  },
)

function recordOf(members: JsonMembers, object: JsonObject, stamp: Stamp | null): TraceRecord {
  const data = membersOf(members.get('xmleventdata')?.value)
  const payload: Member[] = []
  for (const [key, {name, value}] of data ?? []) {
    if (!REPEATED.has(key)) payload.push({name, value: ungrouped(printed(value).trim())})
  }
  const eventName = firstText(members, ['eventname'])
  const system: Member[] = [
    {name: 'EventName', value: eventName},
    {name: 'OpcodeName', value: firstText(members, ['opcodename'])},
    {name: 'ProcessName', value: firstText(members, ['processname'])},
  ]
  const text = data === null ? '' : firstText(data, ['formattedmessage'])
  return lineRecord(object.firstLine, object.line, object.offset, {
    atUs: stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    pid: readId(firstText(members, ['processid'])),
    tid: readId(firstText(members, ['threadid'])),
    provider: firstText(members, ['providername']) || null,
    providerGuid: readGuid(firstText(members, ['providerguid'])),
    eventId: eventNumberIn(eventName),
    activityId: readGuid(firstText(members, ['activityid'])),
    message: text.trim().replace(/\r+\n?/g, '\n') || textOf(payload),
    fields: fieldsOf([...payload, ...system.filter(({value}) => value !== '')], 'Data'),
  })
}
