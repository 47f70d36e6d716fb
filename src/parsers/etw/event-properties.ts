import type {TraceRecord} from '../../events/record.js'
import {templateNames} from '../csv/template-names.js'
import {lineRecord} from '../line-record.js'
import {readGuid, readId, readNumber} from './ids.js'
import {fieldsOf, type Member, textOf} from './payload.js'

/** Properties of EventLogRecord (Get-WinEvent) and EventLogEntry (Get-EventLog), in lower case; PowerShell never translates them. */
export const TIME = ['timecreated', 'timegenerated'] as const
export const ID = ['id', 'eventid', 'instanceid'] as const
export const PROVIDER = ['providername', 'source'] as const
const RECORD = ['recordid', 'index'] as const
const LOG = ['logname'] as const
const LEVEL = ['leveldisplayname', 'entrytype', 'level'] as const
const MESSAGE = ['message'] as const
/** Those whose text is in the record, beside `PROVIDER`. */
export const TEXTS = [...RECORD, ...LOG, ...LEVEL, ...MESSAGE] as const
/** What holds the values of the payload. */
export const VALUES = ['properties', 'replacementstrings'] as const

/** All that PowerShell prints of a value that lies deeper than it was told to go. */
const TOO_DEEP = 'System.Diagnostics.Eventing.Reader.EventProperty'

/** Where an event stands in its file, and when it was. */
export interface PlaceAndTime {
  readonly line: number
  readonly offset: number
  readonly firstLine: string
  readonly atUs: number | null
  readonly ns: number
}

/**
 * The record of an event that PowerShell serialised. `text` gives a property by its name in lower case, empty where there
 * is none; `values` are those of the payload in template order. null: the object is no event.
 */
export function eventOfProperties(
  text: (name: string) => string,
  values: readonly string[],
  place: PlaceAndTime,
): TraceRecord | null {
  const first = (names: readonly string[]) => names.map(name => text(name).trim()).find(value => value !== '') ?? ''
  const id = first(ID)
  const provider = first(PROVIDER)
  const isDated = first(TIME) !== ''
  if (!isDated && id === '') return null
  if (provider === '' && text('message') === '' && (id === '' || !isDated)) return null
  const eventId = readNumber(id)
  const payload = payloadOf(values, provider, eventId)
  const system: Member[] = [
    {name: 'EventRecordID', value: first(RECORD)},
    {name: 'LogName', value: first(LOG)},
    {name: 'Level', value: first(LEVEL)},
  ]
  return lineRecord(place.firstLine, place.line, place.offset, {
    atUs: place.atUs,
    ns: place.ns,
    pid: readId(first(['processid'])),
    tid: readId(first(['threadid'])),
    provider: provider || null,
    providerGuid: readGuid(first(['providerid'])),
    eventId,
    activityId: readGuid(first(['activityid'])),
    message: first(MESSAGE).replace(/\r+\n?/g, '\n') || textOf(payload),
    fields: fieldsOf([...payload, ...system.filter(({value}) => value !== '')], 'Data'),
  })
}

/** Named where the number of values is that of the template. */
function payloadOf(values: readonly string[], provider: string, eventId: number | null): Member[] {
  if (values.every(value => value === TOO_DEEP)) return []
  const names = provider === '' || eventId === null ? null : templateNames(provider, eventId)
  return values.map((value, i) => ({name: names?.length === values.length ? (names[i] as string) : null, value}))
}
