import type {TraceEvent} from '../../events/event.js'
import type {Maybe} from '../../events/units.js'
import type {Candidate, ConnectionSettings, ConnectTask} from '../../wdi/facts.js'
import type {Reader} from '../../wdi/reader.js'

export type Value = Maybe<string | number | readonly (string | number)[]>

/** A field that rules may ask for; `set`: the enumeration whose names stand for its numbers. */
export interface Field<Row = never> {
  readonly kind: 'number' | 'address' | 'text'
  readonly set: string | null
  of(row: Row): Value
}

type Fields<Row> = Readonly<Record<string, Field<Row>>>

/** The facts of a message: rows (results, keys; most messages have one) with fields. undefined: not exported. */
export interface Facts {
  rows(event: TraceEvent, reader: Reader): readonly unknown[] | undefined
  readonly fields: Fields<never>
}

const number = <Row>(of: (row: Row) => Value, set: string | null = null): Field<Row> => ({kind: 'number', set, of})
const address = <Row>(of: (row: Row) => Value): Field<Row> => ({kind: 'address', set: null, of})
const text = <Row>(of: (row: Row) => Value): Field<Row> => ({kind: 'text', set: null, of})

type Fact<Name extends keyof Reader> = NonNullable<ReturnType<Reader[Name]>>
type Member<List> = List extends readonly (infer Row)[] ? Row : never

/** What a method of the reader says, as one row. */
const one = <Name extends keyof Reader>(name: Name, fields: Fields<Fact<Name>>): Facts => ({
  rows: (event, reader) => [(reader[name] as (event: TraceEvent) => unknown)(event)],
  fields,
})

/** Each member of the list that a method of the reader gives. */
const each = <Name extends keyof Reader>(name: Name, fields: Fields<Member<Fact<Name>>>): Facts => ({
  rows: (event, reader) => (reader[name] as (event: TraceEvent) => readonly unknown[] | undefined)(event),
  fields,
})

const STATUS = 'WDI_ASSOC_STATUS'
const AUTH = 'WDI_AUTH_ALGORITHM'
const BAND = 'WDI_BAND_ID'

/** null where the settings are absent, not only where they are unknown. */
const setting =
  (name: keyof ConnectionSettings) =>
  ({settings}: ConnectTask): Value =>
    settings ? settings[name] : settings

const associationTask = one('connectTask', {
  candidates: number(({candidates}) => candidates?.length),
  auth: number(({auth}) => auth, AUTH),
  ssid: text(({ssids}) => ssids),
  RoamFlag: number(setting('roamFlag')),
  RoamNeededReason: number(setting('roamNeededReason'), STATUS),
  RoamTrigger: number(setting('roamTrigger'), 'WDI_ROAM_TRIGGER'),
  MFPEnabled: number(setting('mfpEnabled')),
  MloConnectionSupported: number(setting('mloConnectionSupported')),
})

const legacy = one('legacy', {
  bssid: address(row => row.mac),
  status: number(row => row.status),
  reason: number(row => row.reason),
  ssid: text(row => row.ssid),
  state: number(row => row.state),
})

const bssEntries: Fields<Candidate> = {
  bssid: address(row => row.bssid),
  ssid: text(row => row.ssid),
  rssi: number(row => row.rssi),
  channel: number(row => row.channel),
  band: number(row => row.band, BAND),
}

/** By short name of the message, for commands and indications; the notation of scenarios has the same names. */
const FACTS: ReadonlyMap<string, Facts> = new Map([
  ['TASK_ROAM', associationTask],
  ['TASK_CONNECT', associationTask],
  [
    'ASSOCIATION_RESULT',
    each('associationEntries', {
      bssid: address(row => row.bssid),
      status: number(row => row.status, STATUS),
      code: number(row => row.code),
      auth: number(row => row.auth, AUTH),
      reassociation: number(row => row.reassociation),
      PortAuthorized: number(row => row.portAuthorized),
      comeback: number(row => row.comebackTu),
      band: number(row => row.band, BAND),
    }),
  ],
  [
    'DISASSOCIATION',
    one('disassociation', {bssid: address(row => row.address), status: number(row => row.status, STATUS)}),
  ],
  ['ROAMING_NEEDED', one('roamingNeeded', {reason: number(row => row.reason, STATUS)})],
  ['FT_ASSOC_PARAMS_NEEDED', one('ftIndication', {bssid: address(row => row.bssid)})],
  ['SET_FAST_BSS_TRANSITION_PARAMETERS', one('ftAnswer', {status: number(row => row.status)})],
  [
    'SAE_AUTH_PARAMS_NEEDED',
    one('saeIndication', {
      bssid: address(row => row.bssid),
      type: number(row => row.type, 'WDI_SAE_INDICATION_TYPE'),
      status: number(row => row.status, 'WDI_SAE_STATUS'),
    }),
  ],
  [
    'SET_SAE_AUTH_PARAMS',
    one('saeAnswer', {
      bssid: address(row => row.bssid),
      type: number(row => row.type, 'WDI_SAE_REQUEST_TYPE'),
      status: number(row => row.status, 'WDI_SAE_STATUS'),
    }),
  ],
  [
    'SET_ADD_CIPHER_KEYS',
    each('keys', {
      bssid: address(row => row.peer),
      type: number(row => row.type, 'WDI_CIPHER_KEY_TYPE'),
      id: number(row => row.keyId),
      link: number(row => row.linkId),
    }),
  ],
  [
    'LINK_STATE_CHANGE',
    one('linkState', {
      bssid: address(row => row.peer),
      quality: number(row => row.quality),
      links: number(row => row.links?.length),
    }),
  ],
  ['BSS_ENTRY_LIST', {rows: (event, reader) => reader.bssEntryList(event).entries, fields: bssEntries}],
  ['ABORT_TASK', one('abortTask', {target: text(row => row.target), id: number(row => row.id)})],
  [
    'TASK_SCAN',
    one('scanTask', {
      repeat: number(row => row.repeat),
      trigger: number(row => row.trigger, 'WDI_SCAN_TRIGGER'),
      maxtotal: number(row => row.maxTotalMs),
    }),
  ],
  [
    'SET_CONNECTION_QUALITY',
    one('connectionQuality', {
      hint: number(row => row.hint, 'WDI_CONNECTION_QUALITY_HINT'),
      threshold: number(row => row.threshold),
    }),
  ],
  ['RADIO_STATUS', one('radioStatus', {hw: number(row => row.hardware), sw: number(row => row.software)})],
])

/** Names of the fields by message, for documentation. */
export const MESSAGE_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(
  [...FACTS].map(([name, {fields}]) => [name, Object.keys(fields)]),
)

const NONE: Facts = {rows: () => [], fields: {}}

/** Facts of commands and indications; responses and completions have none but those of their header. */
export function factsOf(message: string, answered: boolean): Facts {
  if (answered) return NONE
  return FACTS.get(message) ?? (message.startsWith('DOT11_') ? legacy : NONE)
}

const HEADER: Fields<TraceEvent> = {
  port: number(({port}) => port ?? undefined),
  transactionId: number(({transactionId}) => transactionId ?? undefined),
}

const ANSWER: Fields<TraceEvent> = {...HEADER, status: number(({status}) => status ?? undefined, 'status')}

/** What every record has; `status` of the header only where it answers something. */
export const headerOf = (answered: boolean): Fields<TraceEvent> => (answered ? ANSWER : HEADER)
