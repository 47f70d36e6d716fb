import type {TraceEvent} from '../../../src/events/event.js'
import type {InputNotes} from '../../../src/events/record.js'
import type {Capabilities} from '../../../src/parsers/capabilities.js'
import type {ParsedEvent, RecordSink} from '../../../src/parsers/parser.js'
import {scenarioParser} from '../../../src/parsers/scenario/scenario-parser.js'

export interface ReadScenario {
  readonly events: readonly TraceEvent[]
  readonly parsed: readonly ParsedEvent[]
  readonly stated: Capabilities
  readonly notes: InputNotes
}

/** What the parser makes of a scenario; `pieces` cuts the text to try chunk borders. */
export function readScenario(text: string, pieces = 1): ReadScenario {
  const parsed: ParsedEvent[] = []
  let stated: Partial<Capabilities> = {}
  const notes: InputNotes = {
    lostEvents: 0,
    lostBuffers: 0,
    zone: 'utc',
    granularityUs: null,
    headerStartUs: null,
    headerEndUs: null,
  }
  const sink: RecordSink = {
    record: () => expectNone('record'),
    problem: () => expectNone('problem'),
    notes,
    event: event => parsed.push(event),
    capabilities(facts) {
      stated = {...stated, ...facts}
    },
    passed: () => {
      throw new Error('nothing is passed over here')
    },
    format: () => expectNone('format'),
  }
  const options = {tzMinutes: null, dateOrder: null, prefix: null}
  const run = scenarioParser.start(sink, options, piece => Buffer.byteLength(piece), '')
  const size = Math.ceil(text.length / pieces)
  for (let at = 0; at < text.length; at += size) run.text(text.slice(at, at + size))
  run.end()
  const events = parsed.map(({line, offset, ...event}, seq) => ({
    ...event,
    provider: null,
    seq,
    place: {input: 0, line, offset},
  }))
  return {events, parsed, stated: stated as Capabilities, notes}
}

function expectNone(what: string): never {
  throw new Error(`a scenario has no ${what}`)
}

/** The only event of a scenario of one record. */
export function onlyEvent(text: string): TraceEvent {
  const {events} = readScenario(text)
  if (events.length !== 1) throw new Error(`${events.length} events instead of one`)
  return events[0] as TraceEvent
}

/** Line and sentence of the error that a scenario throws. */
export function errorOf(text: string): string {
  try {
    readScenario(text)
  } catch (error) {
    return (error as Error).message
  }
  return 'no error'
}
