import type {TraceRecord} from '../../events/record.js'
import {readGuid} from '../etw/ids.js'
import {fieldsOf, type Member} from '../etw/payload.js'
import {lineRecord} from '../line-record.js'
import type {Stamp} from '../stamps.js'
import {providerOf, snapshotEventId} from './event-provider.js'
import type {ReportEvent, ReportPlace, ReportSnapshot} from './report-event.js'

const AUTOCONFIG = 'Microsoft-Windows-WLAN-AutoConfig'

function recordOf(
  place: ReportPlace,
  atUs: number | null,
  ns: number,
  type: string,
  eventId: number | null,
  message: string,
  members: readonly Member[],
): TraceRecord {
  return lineRecord(place.text, place.line, place.offset, {
    atUs,
    ns,
    provider: providerOf(eventId, type),
    eventId,
    message,
    fields: fieldsOf(
      members.filter(({value}) => value !== ''),
      'Data',
    ),
  })
}

/**
 * An event of the tables. Fields: UID, Type (words of its class), Level, EventError; InterfaceGuid, which its session
 * gives to events of WLAN AutoConfig; Session (number in the report) and Session.<fact>; SnapshotTime (FILETIME), where the
 * list behind the graph has its exact time. `atUs` null: it has no time that can be read.
 */
export function eventRecord(event: ReportEvent, atUs: number | null, snapshot: ReportSnapshot | null): TraceRecord {
  const {session, id, type} = event
  const isWlan = providerOf(id, type) === AUTOCONFIG
  const members: Member[] = [
    {name: 'UID', value: event.uid},
    {name: 'Type', value: type},
    {name: 'Level', value: event.level},
    {name: 'EventError', value: event.error ? '1' : '0'},
    {name: 'InterfaceGuid', value: isWlan ? (readGuid(session?.interfaceGuid ?? '') ?? '') : ''},
    {name: 'Session', value: session === null ? '' : String(session.number)},
    ...(session?.facts ?? []).map(({name, value}) => ({name: `Session.${name}`, value})),
    {name: 'SnapshotTime', value: snapshot?.time ?? ''},
  ]
  return recordOf(event.place, atUs, 0, type, id, event.message, members)
}

/** An entry of the list behind the graph whose event is not in the tables. */
export function snapshotRecord(snapshot: ReportSnapshot, stamp: Stamp | null): TraceRecord {
  const members: Member[] = [
    {name: 'UID', value: snapshot.uid},
    {name: 'EventType', value: snapshot.type},
    {name: 'EventError', value: snapshot.error ? '1' : '0'},
    ...snapshot.facts,
    {name: 'SnapshotTime', value: snapshot.time},
  ]
  const id = snapshotEventId(snapshot.type, snapshot.error)
  return recordOf(snapshot.place, stamp?.atUs ?? null, stamp?.ns ?? 0, '', id, snapshot.message, members)
}
