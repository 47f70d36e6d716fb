import type {Recognition, Statement} from '../../dialects/dialect.js'
import {buildEvent} from './build-event.js'
import {messageOf} from './events/event-name.js'
import {Stations} from './events/station.js'
import {parseRecordLine, type RecordLine} from './grammar/record-line.js'
import {stripComment} from './grammar/strip-comment.js'
import {adapterFacts} from './header/header.js'
import {HeaderReader} from './header/header-reader.js'
import {stated} from './header/stated.js'
import {ScenarioError} from './scenario-error.js'
import {Addresses} from './values/addresses.js'

/**
 * The notation of scenario files inside other logs: one record or header line after any prefix, as in
 * `12:00:01 note: IND ROAMING_START 0 reason=LOST` or `capture model=native80211`. A time in front of the record is
 * not needed and not used: the log's own counts.
 *
 * What a frame agrees with is what earlier lines of the same log said; header lines may stand anywhere and hold for
 * all lines after them. `from=` and `to=` are not taken over, since the log has its own edges; `loss=` only where the
 * log says with `origin=` when time 0 was.
 */
export interface EmbeddedState {
  readonly addresses: Addresses
  readonly reader: HeaderReader
  readonly stations: Stations
  /** Header lines read so far: concatenated logs repeat them. */
  readonly seen: Set<string>
  /** A line was read, or its beginning. */
  touched: boolean
}

/** One for each input. */
export function embeddedState(): EmbeddedState {
  const addresses = new Addresses()
  return {addresses, reader: new HeaderReader(addresses), stations: new Stations(), seen: new Set(), touched: false}
}

/** `problem`: a line that is meant as notation and breaks it. null: something else. */
export type Embedded = Recognition | Statement | {readonly problem: string} | null

const RECORD =
  /(?:^|[\s\]):>|])((?:M1|M3|IND|LOG)[ \t]+[A-Z0-9_]{2,100}[ \t]+(?:\d{1,5}|adapter|\?)(?:@[\p{L}\p{N}_.-]{1,100})?(?:[ \t].*)?)$/mu
const HEADER =
  /(?:^|[\s\]):>|])((?:(?:capture|label|alias)[ \t]+[\p{L}][\p{L}\p{N}_-]*=|adapter[ \t]+[\p{L}\p{N}][\p{L}\p{N}_.-]*[ \t]+[\p{L}][\p{L}\p{N}_-]*=).*)$/mu
const MOST_HEADER_LINES = 1000
const LONGEST = 262_144

/** Reads the notation in one record of a log; `text` is its message, or the whole line where the prefix is unknown. */
export function parseEmbedded(text: string, state: EmbeddedState): Embedded {
  if (text.length > LONGEST) return null
  const record = RECORD.exec(text)
  if (record !== null) return orProblem(() => recordOf(stripComment(record[1] as string).trim(), state))
  const header = HEADER.exec(text)
  if (header === null) return null
  // Prose that happens to look like a header line is prose.
  const outcome = orProblem(() => statementOf(stripComment(header[1] as string).trim(), state))
  return outcome !== null && 'problem' in outcome ? null : outcome
}

function orProblem(read: () => Embedded): Embedded {
  try {
    return read()
  } catch (error) {
    if (error instanceof ScenarioError) return {problem: error.sentence}
    throw error
  }
}

function statementOf(text: string, state: EmbeddedState): Statement | null {
  const {reader, seen} = state
  state.touched = true
  if (!seen.has(text)) {
    if (seen.size === MOST_HEADER_LINES) return null
    reader.line(text, 0)
    seen.add(text)
  }
  const {fromUs: _from, toUs: _to, lossSpans, ...facts} = stated(reader.header, reader.header.origin.us)
  return {stated: {...facts, lossSpans: reader.saysOrigin ? lossSpans : []}}
}

function recordOf(text: string, state: EmbeddedState): Recognition | {readonly problem: string} {
  const {addresses, reader, stations} = state
  state.touched = true
  const {header} = reader
  const record = parseRecordLine(text, 0, addresses.isAddress) as RecordLine
  const only = header.adapters.length === 1 ? (header.adapters[0] ?? null) : null
  const declared = record.adapter === null ? only : (header.adapters.find(line => line.name === record.adapter) ?? null)
  const adapterKey = record.adapter ?? declared?.name ?? null
  const message = messageOf(record.kind, record.event, adapterFacts(header, declared).model ?? 'unknown', 0)
  const {
    cpu,
    tid,
    pid: _,
    activityId,
    monoUs,
    ...body
  } = buildEvent(record, {
    message,
    adapterKey,
    station: stations.of(adapterKey, record.port),
    addresses,
    allTlvs: header.tlvs,
    advertised: new Map(),
    line: 0,
  })
  const says = (key: string): boolean => record.fields.some(field => field.kind === 'pair' && field.key === key)
  return {
    ...body,
    notes: [],
    ...(says('cpu') && cpu !== null ? {cpu} : {}),
    ...(says('thread') && tid !== null ? {tid} : {}),
    ...(activityId === null ? {} : {activityId}),
    ...(monoUs === null ? {} : {monoUs}),
  }
}
