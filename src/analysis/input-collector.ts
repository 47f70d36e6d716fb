import type {LateRecognition, Recognised, Recognition} from '../dialects/dialect.js'
import type {TextFields, TraceEvent} from '../events/event.js'
import type {Problem} from '../events/place.js'
import type {InputNotes, TraceRecord} from '../events/record.js'
import type {Micros} from '../events/units.js'
import type {Capabilities} from '../parsers/capabilities.js'
import {isSoftwareTrace} from '../parsers/etw/software-trace.js'
import {HEAD} from '../parsers/open.js'
import {ownText} from '../parsers/own-text.js'
import type {ParsedEvent, Passed, RecordSink} from '../parsers/parser.js'
import {eraseKeyText} from '../wdi/erase-key-text.js'
import {carriesKeys, eraseKeys} from '../wdi/erase-keys.js'
import {CollectedEvent, type Origin} from './collected-event.js'
import {type ClockFacts, InputClock} from './input-clock.js'
import {ProviderCounts} from './provider-counts.js'
import {TextStore} from './text-store.js'

/** Problems listed by input; more are only counted. */
const LISTED_PROBLEMS = 100

/** Different names, and different sets of printed values, that events share. */
const MOST_NAMES = 10_000

/** A loss record and the records around it, as far as they were dated. */
export interface LossRecord {
  readonly event: TraceEvent
  afterUs: Micros | null
  beforeUs: Micros | null
}

/** Recognises the records of one input: the export's own dialects or the user's. */
export interface Recogniser {
  recognise(record: TraceRecord): Recognised
  /** What became known of earlier records; asked after every record, and with `end` after the last. */
  late(end: boolean): readonly LateRecognition[]
  /** How many records each dialect recognised, by its id. */
  readonly counts: ReadonlyMap<string, number>
}

/** What one input came to, here or on another thread. */
export type CollectedInput = Pick<
  InputCollector,
  'notes' | 'events' | 'losses' | 'stated' | 'records' | 'undecoded' | 'wpp' | 'named' | 'problem' | 'allProblems'
> & {
  readonly clock: Pick<InputClock, 'firstUs' | 'lastUs' | 'smallestStepUs' | 'dated' | 'backwards' | 'gaps'>
  readonly providers: Pick<ProviderCounts, 'list'>
  readonly recogniser: Pick<Recogniser, 'counts'>
}

/** What a part of an input came to, here or on another thread; its recogniser began as that of the part before ended. */
export type CollectedPart = Pick<
  InputCollector,
  | 'events'
  | 'losses'
  | 'undated'
  | 'problems'
  | 'unlisted'
  | 'stated'
  | 'records'
  | 'undecoded'
  | 'wpp'
  | 'named'
  | 'origin'
> & {
  readonly clock: ClockFacts
  readonly providers: Pick<ProviderCounts, 'all'>
}

/** Gathers what one input holds: its Wi-Fi events, and of everything else only counts. */
export class InputCollector implements RecordSink {
  readonly notes: InputNotes = {
    lostEvents: 0,
    lostBuffers: 0,
    zone: 'local',
    granularityUs: null,
    headerStartUs: null,
    headerEndUs: null,
  }
  readonly events: TraceEvent[] = []
  readonly problems: Problem[] = []
  readonly providers = new ProviderCounts()
  readonly losses: LossRecord[] = []
  /** Events in front of the first date. */
  readonly undated: TraceEvent[] = []
  stated: Partial<Capabilities> | null = null
  records = 0
  undecoded = 0
  /** Records of software tracing (WPP), formatted or not. */
  wpp = 0
  /** Records that name a WDI message but could not be placed. */
  named = 0
  readonly clock = new InputClock()
  /** Problems that are only counted. */
  unlisted = 0
  readonly #origin: Origin
  readonly #names = new Map<string, string>()
  readonly #sets = new Map<string, TextFields>()
  readonly #texts = new TextStore()
  readonly #anchors: number

  /**
   * `anchors`: dates of records up to that offset count for the clock of the input, those of Wi-Fi records and of the
   * last one everywhere: so that it is the same whether the others were read or passed over. Infinity: all count.
   */
  constructor(
    input: number,
    readonly recogniser: Recogniser,
    anchors = HEAD,
  ) {
    this.#anchors = anchors
    this.#origin = {input, lines: 0}
  }

  record(record: TraceRecord): void {
    this.records++
    const {provider, undecoded} = record
    const software = undecoded === 'no-format' || isSoftwareTrace(provider)
    if (software) this.wpp++
    if (undecoded !== null) this.undecoded++
    const recognised = undecoded === null ? this.recogniser.recognise(record) : null
    const wifi = recognised !== null && recognised !== 'named' && !('stated' in recognised)
    const counts = wifi || record.offset < this.#anchors
    if (counts) this.providers.count(record, wifi)
    this.#time(record.atUs, counts)
    this.#take(record, recognised)
    this.#late(false)
  }

  passed({records, software, undecoded}: Passed): void {
    this.records += records
    this.undecoded += undecoded
    this.wpp += software
  }

  /** After the last record: what still waited for another line is what it is. */
  end(): void {
    this.settle(true)
    this.clock.end()
  }

  /** After the last record of a part; `end`: the input ends there. */
  settle(end: boolean): void {
    if (end) this.#late(true)
    this.events.sort((a, b) => a.place.offset - b.place.offset)
  }

  /** Goes on with the part behind it, of which the lines were counted from 1: `lines` are in front of them. */
  join(part: CollectedPart, lines: number): void {
    part.origin.lines = lines
    for (const event of part.undated) (event as {atUs: Micros}).atUs = this.clock.previousUs ?? 0
    for (const event of part.events) this.events.push(event)
    this.#joinLosses(part)
    this.clock.join(part.clock)
    this.providers.join(part.providers.all())
    for (const problem of part.problems)
      this.problem(problem.line === 0 ? problem : {...problem, line: problem.line + lines})
    this.unlisted += part.unlisted
    if (part.stated !== null) this.capabilities(part.stated)
    this.records += part.records
    this.undecoded += part.undecoded
    this.wpp += part.wpp
    this.named += part.named
  }

  #joinLosses({losses, clock}: CollectedPart): void {
    this.#dated(clock.beganUs)
    for (const loss of losses) {
      loss.afterUs ??= this.clock.previousUs
      this.losses.push(loss)
    }
  }

  get origin(): Origin {
    return this.#origin
  }

  #late(end: boolean): void {
    for (const {record, recognised} of this.recogniser.late(end)) this.#take(record, recognised)
  }

  #take(record: TraceRecord, recognised: Recognised): void {
    if (recognised === null) return
    if (recognised === 'named') this.named++
    else if ('stated' in recognised) this.capabilities(recognised.stated)
    else this.#recognised(record, recognised)
  }

  event(parsed: ParsedEvent): void {
    this.records++
    this.#time(parsed.atUs, true)
    const {line, offset, ...rest} = parsed
    const {text, ...facts} = rest
    this.#keep(new CollectedEvent({...facts, provider: null}, {line, offset}, this.#origin, text, this.#texts))
  }

  /** `openInput` counts the formats of mixed files. */
  format(): void {}

  capabilities(facts: Partial<Capabilities>): void {
    this.stated = {...this.stated, ...facts}
  }

  problem(problem: Problem): void {
    if (this.problems.length < LISTED_PROBLEMS) this.problems.push(problem)
    else this.unlisted++
  }

  /** The input turned out to be unusable: what was read of it does not count. */
  forget(): void {
    this.events.length = 0
    this.losses.length = 0
    this.records = 0
    this.stated = null
  }

  /**
   * Listed problems in the order of the file, and one line for those beyond the list. Some are found later than others
   * behind them, and when depends on how the file was cut into pieces.
   */
  allProblems(): Problem[] {
    const listed = this.problems.toSorted((a, b) => a.offset - b.offset)
    if (this.unlisted === 0) return listed
    return [...listed, {offset: 0, line: 0, message: `${this.unlisted} more problems are not listed`}]
  }

  #recognised(record: TraceRecord, recognition: Recognition): void {
    for (const message of recognition.notes) this.problem({offset: record.offset, line: record.line, message})
    const {message, payload, adapterKey} = recognition
    const activityId = recognition.activityId ?? record.activityId
    const facts = {
      step: recognition.step,
      message,
      // A record without time keeps its place behind the one before it.
      atUs: record.atUs ?? this.clock.previousUs ?? 0,
      ns: record.ns,
      adapterKey: adapterKey === null ? null : this.#name(adapterKey),
      activityId: activityId === null ? null : this.#name(activityId),
      port: recognition.port,
      transactionId: recognition.transactionId,
      status: recognition.status,
      cpu: recognition.cpu ?? record.cpu,
      pid: record.pid,
      tid: recognition.tid ?? record.tid,
      monoUs: recognition.monoUs ?? null,
      payload: payload !== null && carriesKeys(message.name) ? eraseKeys(payload, true) : payload,
      complete: recognition.complete,
      truncated: recognition.truncated,
      fields: this.#fields(recognition.fields),
      provider: record.provider === null ? null : this.#name(record.provider),
    }
    const {line, offset} = record
    const text = eraseKeyText(record.text, message.name)
    const event = new CollectedEvent(facts, {line, offset}, this.#origin, text, this.#texts)
    if (record.atUs === null && this.clock.previousUs === null) this.undated.push(event)
    this.#keep(event)
  }

  /** Printed values are pieces of the file's text, and the same ones come again and again: each set is kept once. */
  #fields(fields: TextFields): TextFields {
    const key = JSON.stringify(fields)
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    const own: TextFields = JSON.parse(key)
    if (this.#sets.size < MOST_NAMES) this.#sets.set(key, own)
    return own
  }

  /** One copy of a name, however often it occurs. */
  #name(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    const own = ownText(name)
    if (this.#names.size < MOST_NAMES) this.#names.set(own, own)
    return own
  }

  #keep(event: TraceEvent): void {
    this.events.push(event)
    if (event.message.name === 'EVENTS_LOST') {
      this.losses.push({event, afterUs: this.clock.earlierUs, beforeUs: null})
    }
  }

  #time(atUs: Micros | null, counts: boolean): void {
    this.clock.time(atUs, counts)
    this.#dated(atUs)
  }

  /** Losses before the next date. */
  #dated(atUs: Micros | null): void {
    if (atUs === null) return
    for (let i = this.losses.length - 1; i >= 0; i--) {
      const loss = this.losses[i] as LossRecord
      if (loss.beforeUs !== null) break
      loss.beforeUs = atUs
    }
  }
}
