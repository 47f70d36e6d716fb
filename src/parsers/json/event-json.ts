import type {TraceRecord} from '../../events/record.js'
import {EventClock, orderIn} from '../csv/event-clock.js'
import {templateNames} from '../csv/template-names.js'
import {readGuid, readId, readNumber} from '../etw/ids.js'
import {fieldsOf, type Member, textOf} from '../etw/payload.js'
import type {Stamp} from '../stamps.js'
import {jsonParser} from './json-parser.js'
import {firstText, type JsonMembers, membersOf, printed} from './json-value.js'
import type {JsonObject} from './object-splitter.js'

/** Properties of EventLogRecord (Get-WinEvent) and EventLogEntry (Get-EventLog); PowerShell never translates them. */
const TIME = ['timecreated', 'timegenerated']
const ID = ['id', 'eventid', 'instanceid']
const PROVIDER = ['providername', 'source']

/** Names that only objects of an event log have; three of them prove it. */
const KNOWN =
  /"(?:RecordId|ProviderName|ProviderId|LogName|TimeCreated|LevelDisplayName|OpcodeDisplayName|MachineName|ContainerLog|MatchedQueryIds|RelatedActivityId|TimeGenerated|EntryType|ReplacementStrings|InstanceId)"\s*:/g
const PROVIDER_KEY = /"(?:ProviderName|Source)"\s*:\s*"/
const EVENT_KEY = /"(?:Id|EventI[dD]|InstanceId|Message)"\s*:/
const TIME_KEY = /"(?:TimeCreated|TimeGenerated)"\s*:/

/** Get-WinEvent or Get-EventLog piped to ConvertTo-Json (formats.md 4.6); also one object a line. */
export const convertToJson = jsonParser(
  'convertto-json',
  'PowerShell ConvertTo-Json of an event log',
  head => {
    const known = new Set(head.match(KNOWN))
    if (known.size >= 3) return 1
    return TIME_KEY.test(head) && (EVENT_KEY.test(head) || PROVIDER_KEY.test(head)) ? 0.8 : 0
  },
  (sink, options, head) => {
    const dates = head.matchAll(/"(?:TimeCreated|TimeGenerated)"\s*:\s*"([^"\\]{6,60})"/g)
    const order = orderIn([...dates].map(([, date]) => date as string))
    sink.notes.zone = 'utc'
    const clock = new EventClock(options, sink.notes, problem => sink.problem(problem), order)
    return (members, object) => {
      const time = timeText(members)
      const isEvent = time !== '' || firstText(members, ID) !== ''
      if (!isEvent || (firstText(members, PROVIDER) === '' && firstText(members, ['message', 'id']) === '')) return null
      const unix = unixTime(time)
      if (unix !== null) sink.notes.granularityUs = Math.min(1000, sink.notes.granularityUs ?? 1000)
      const stamp = time === '' || unix !== null ? null : clock.read(time, object, true)
      return recordOf(members, object, unix, stamp)
    }
  },
)

/** Windows PowerShell adds members to some dates, which makes objects of them. */
function timeText(members: JsonMembers): string {
  for (const name of TIME) {
    const value = members.get(name)?.value
    const inner = membersOf(value)
    const text = inner === null ? printed(value) : firstText(inner, ['value', 'datetime', 'systemtime'])
    if (text !== '') return text
  }
  return ''
}

/** `/Date(1695000000000)/`: milliseconds since 1970, UTC, whatever offset is printed behind them. */
function unixTime(text: string): number | null {
  const ms = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1]
  return ms === undefined ? null : Number(ms) * 1000
}

function recordOf(members: JsonMembers, object: JsonObject, unixUs: number | null, stamp: Stamp | null): TraceRecord {
  const text = (...names: string[]) => firstText(members, names).trim()
  const provider = firstText(members, PROVIDER).trim() || null
  const eventId = readNumber(firstText(members, ID))
  const payload = payloadOf(members, provider, eventId)
  const system: Member[] = [
    {name: 'EventRecordID', value: text('recordid', 'eventrecordid', 'index')},
    {name: 'LogName', value: text('logname', 'channel')},
    {name: 'Level', value: text('leveldisplayname', 'entrytype', 'level')},
  ]
  return {
    line: object.line,
    offset: object.offset,
    text: object.firstLine,
    atUs: unixUs ?? stamp?.atUs ?? null,
    ns: stamp?.ns ?? 0,
    cpu: null,
    pid: readId(text('processid')),
    tid: readId(text('threadid')),
    provider,
    providerGuid: readGuid(text('providerid', 'providerguid')),
    eventId,
    activityId: readGuid(text('activityid')),
    message: text('message').replace(/\r+\n?/g, '\n') || textOf(payload),
    fields: fieldsOf([...payload, ...system.filter(({value}) => value !== '')], 'Data'),
    undecoded: null,
  }
}

/** `Properties` are values in template order; named where their number is that of the template. */
function payloadOf(members: JsonMembers, provider: string | null, eventId: number | null): Member[] {
  const list = (members.get('properties') ?? members.get('replacementstrings'))?.value
  if (!Array.isArray(list)) return []
  const values = list.map(one => printed(membersOf(one)?.get('value')?.value ?? (membersOf(one) ? '' : one)).trim())
  const names = provider === null || eventId === null ? null : templateNames(provider, eventId)
  return values.map((value, i) => ({name: names?.length === values.length ? (names[i] as string) : null, value}))
}
