import type {Message} from '../../events/message.js'
import {messageOf} from './events/event-name.js'
import {parseRecordLine, type RecordLine, startsLikeRecord} from './grammar/record-line.js'
import {stripComment} from './grammar/strip-comment.js'
import {isAfter} from './header/capture-values.js'
import {type AdapterLine, adapterFacts, type ScenarioHeader} from './header/header.js'
import {HeaderReader, startsLikeHeader} from './header/header-reader.js'
import {ScenarioError} from './scenario-error.js'
import {Addresses} from './values/addresses.js'
import type {Moment} from './values/milliseconds.js'

/** People write scenarios; what is longer than this was generated and should be a trace. */
const MOST_RECORDS = 250_000

/** One record with all that its own line and the header say about it. */
export interface ScenarioRecord {
  readonly record: RecordLine
  readonly at: Moment
  readonly message: Message
  readonly adapterKey: string | null
  readonly line: number
  readonly offset: number
  /** The line as the file has it. */
  readonly text: string
  /** Columns and fields after the time, without comment. */
  readonly notation: string
}

/** A scenario that was read: its records in the order of the file. */
export interface Scenario {
  readonly header: ScenarioHeader
  readonly addresses: Addresses
  readonly records: readonly ScenarioRecord[]
}

const AFTER_TIME = /^[+-]?\d+(?:\.\d+)?[ \t]+/

/** Takes the lines of a scenario one by one. All errors are ScenarioErrors. */
export class ScenarioBuilder {
  readonly #addresses = new Addresses()
  readonly #reader = new HeaderReader(this.#addresses)
  readonly #records: ScenarioRecord[] = []
  #header: ScenarioHeader | null = null

  line(raw: string, line: number, offset: number): void {
    const text = stripComment(line === 1 ? raw.replace(/^\uFEFF/, '') : raw).trim()
    if (text === '') return
    if (startsLikeHeader(text)) {
      if (this.#header !== null) throw new ScenarioError(line, 'header lines stand before the first record')
      this.#reader.line(text, line)
    } else this.#record(text, raw, line, offset)
  }

  finish(): Scenario {
    return {header: this.#header ?? this.#reader.finish(), addresses: this.#addresses, records: this.#records}
  }

  #record(text: string, raw: string, line: number, offset: number): void {
    if (!startsLikeRecord(text)) {
      throw new ScenarioError(line, 'this is neither a header line nor a record (time in ms, then M1, M3, IND or LOG)')
    }
    this.#header ??= this.#reader.finish()
    const record = parseRecordLine(text, line, this.#addresses.isAddress) as RecordLine
    const at = record.at as Moment
    const {from, to} = this.#header
    if (isAfter(from, at) || isAfter(at, to)) {
      throw new ScenarioError(line, 'the record lies outside the capture: see from= and to= of the capture line')
    }
    if (this.#records.length === MOST_RECORDS) {
      throw new ScenarioError(line, `a scenario holds at most ${MOST_RECORDS} records: split the file`)
    }
    const adapter = adapterOf(record, this.#header.adapters, line)
    const model = adapterFacts(this.#header, adapter).model ?? 'unknown'
    const message = messageOf(record.kind, record.event, model, line)
    const notation = text.replace(AFTER_TIME, '')
    this.#records.push({record, at, message, adapterKey: adapter?.name ?? null, line, offset, text: raw, notation})
  }
}

/** The declared adapter of a record; null: it names none (or none is declared). */
export function adapterOf(record: RecordLine, adapters: readonly AdapterLine[], line: number): AdapterLine | null {
  if (record.adapter === null) return adapters.length === 1 ? (adapters[0] as AdapterLine) : null
  const found = adapters.find(adapter => adapter.name === record.adapter)
  if (found === undefined) throw new ScenarioError(line, `adapter ${record.adapter} is not declared`)
  return found
}
