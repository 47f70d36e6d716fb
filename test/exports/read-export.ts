import type {Recognition} from '../../src/dialects/dialect.js'
import {recogniser} from '../../src/dialects/index.js'
import type {TraceEvent} from '../../src/events/event.js'
import type {Problem} from '../../src/events/place.js'
import type {InputNotes, TraceRecord} from '../../src/events/record.js'
import type {Capabilities} from '../../src/parsers/capabilities.js'
import {chooseParser} from '../../src/parsers/index.js'
import type {ParsedEvent, RecordSink} from '../../src/parsers/parser.js'
import {activityGuid} from '../../src/parsers/scenario/values/activity-guid.js'

const PARSE = {tzMinutes: null, dateOrder: null, prefix: null}

type Event = Omit<TraceEvent, 'place' | 'provider' | 'seq'>

/** What parsers and dialects read from a text. */
export interface ReadText {
  readonly parser: string
  readonly events: Event[]
  readonly problems: Problem[]
  readonly notes: InputNotes
  /** Records that name a message, but could not be placed. */
  named: number
  stated: Partial<Capabilities>
  /** Times of all dated records, in order. */
  readonly times: number[]
}

export function readText(text: string): ReadText {
  const parser = chooseParser(text.slice(0, 65_536))
  const notes: InputNotes = {
    lostEvents: 0,
    lostBuffers: 0,
    zone: 'utc',
    granularityUs: null,
    headerStartUs: null,
    headerEndUs: null,
  }
  const read: ReadText = {parser: parser.id, events: [], problems: [], notes, named: 0, stated: {}, times: []}
  const dialects = recogniser()
  const sink: RecordSink = {
    notes,
    passed: () => {
      throw new Error('nothing is passed over here')
    },
    format: () => undefined,
    problem: problem => read.problems.push(problem),
    event: event => keep(event),
    capabilities(facts) {
      read.stated = {...read.stated, ...facts}
    },
    record(record) {
      if (record.atUs !== null) read.times.push(record.atUs)
      const recognised = record.undecoded === null ? dialects.recognise(record) : null
      if (recognised === 'named') read.named++
      else if (recognised !== null && 'stated' in recognised) sink.capabilities(recognised.stated)
      else if (recognised !== null) read.events.push(eventOf(record, recognised))
    },
  }
  function keep({line: _line, offset: _offset, ...event}: ParsedEvent): void {
    read.times.push(event.atUs)
    read.events.push(event)
  }
  const run = parser.start(sink, PARSE, piece => Buffer.byteLength(piece), text.slice(0, 65_536))
  run.text(text)
  run.end()
  return read
}

function eventOf(record: TraceRecord, {notes: _, ...recognition}: Recognition): Event {
  return {
    ...recognition,
    atUs: record.atUs ?? 0,
    ns: record.ns,
    activityId: recognition.activityId ?? record.activityId,
    cpu: recognition.cpu ?? record.cpu,
    pid: record.pid,
    tid: recognition.tid ?? record.tid,
    monoUs: recognition.monoUs ?? null,
    text: record.text,
  }
}

/** What has to survive of an event; times without the origin. */
export function essence(event: Event, originUs: number, stepNs: number) {
  const answers = event.step === 'M3' || event.message.kind === 'completion'
  return {
    step: event.step,
    message: event.message.name,
    us: event.atUs - originUs,
    ns: event.ns - (event.ns % stepNs),
    adapter: event.adapterKey,
    activity: event.activityId === null ? null : activityGuid(event.activityId),
    port: event.port,
    transaction: event.transactionId,
    status: event.status,
    cpu: event.cpu ?? 0,
    thread: event.tid,
    mono: event.monoUs,
    // Answers have no payload: that there is none need not be printed.
    payload: answers ? '' : Buffer.from(event.payload ?? []).toString('hex'),
    complete: answers || event.complete,
    truncated: event.truncated,
    // Columns of an export become text fields of what is read from words; bytes beat them.
    fields: event.message.messageId === null ? {...event.fields} : {},
  }
}
