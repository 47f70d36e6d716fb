import type {TraceRecord} from '../../events/record.js'
import {EventClock, orderIn} from '../csv/event-clock.js'
import {TEMPLATE_MEMBERS} from '../csv/template-names.js'
import {eventOfProperties, ID, PROVIDER, TEXTS, TIME, VALUES} from '../etw/event-properties.js'
import {MEMBER} from '../scan/layouts.js'
import {JsonLayouts, ownOf} from './json-layouts.js'
import {jsonParser} from './json-parser.js'
import {firstText, type JsonMembers, membersOf, printed} from './json-value.js'
import type {JsonObject} from './object-splitter.js'

const MEMBERS = new Map([
  ...named(MEMBER.time, TIME),
  ...named(MEMBER.provider, PROVIDER),
  ...named(MEMBER.id, ID),
  ...named(MEMBER.zone, ['providerid']),
  ...named(MEMBER.text, TEXTS),
  ...named(MEMBER.values, VALUES),
  ...named(MEMBER.wrapper, ['value']),
])
const NUMBERED = Array.from({length: 100}, (_, i) => `data${i}`)

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
  ownOf([...TEMPLATE_MEMBERS, ...NUMBERED, 'eventrecordid', 'logname', 'level']),
  (sink, options, head) => {
    const dates = head.matchAll(/"(?:TimeCreated|TimeGenerated)"\s*:\s*"([^"\\]{6,60})"/g)
    const order = orderIn([...dates].map(([, date]) => date as string))
    sink.notes.zone = 'utc'
    const clock = new EventClock(options, sink.notes, problem => sink.problem(problem), order)
    const layouts = new JsonLayouts('convertto-json', MEMBERS)
    function read(members: JsonMembers, object: JsonObject): TraceRecord | null {
      const time = timeText(members)
      const unix = unixTime(time)
      const stamp = time === '' || unix !== null ? null : clock.read(time, object, true)
      if (stamp !== null) layouts.dated(time, stamp.shape === 'culture')
      if (unix !== null) {
        layouts.counted()
        sink.notes.granularityUs = Math.min(1000, sink.notes.granularityUs ?? 1000)
      }
      const place = {...object, atUs: unix ?? stamp?.atUs ?? null, ns: stamp?.ns ?? 0}
      return eventOfProperties(name => printed(members.get(name)?.value), valuesOf(members), place)
    }
    return {read, layout: () => layouts.latest}
  },
)

/** Windows PowerShell adds members to some dates, which makes objects of them. */
function timeText(members: JsonMembers): string {
  for (const name of TIME) {
    const value = members.get(name)?.value
    const inner = membersOf(value)
    const text = inner === null ? printed(value) : firstText(inner, ['value', 'datetime'])
    if (text !== '') return text
  }
  return ''
}

/** `/Date(1695000000000)/`: milliseconds since 1970, UTC, whatever offset is printed behind them. */
function unixTime(text: string): number | null {
  const ms = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1]
  return ms === undefined ? null : Number(ms) * 1000
}

function named<Kind>(kind: Kind, names: readonly string[]): (readonly [string, Kind])[] {
  return names.map(name => [name, kind])
}

/** `[{"Value": …}, …]` or bare values. */
function valuesOf(members: JsonMembers): string[] {
  const list = VALUES.map(name => members.get(name)?.value).find(Array.isArray) ?? []
  return list.map((one: unknown) => {
    const inner = membersOf(one)
    return printed(inner === null ? one : inner.get('value')?.value).trim()
  })
}
