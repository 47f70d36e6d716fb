import type {Blocks, ByteLength, FormatId, Parser, ParserRun, Passed, RecordSink} from '../parser.js'
import {readStamp, type Stamp} from '../stamps.js'
import {type EventElement, readEventElement} from './event-element.js'
import {type EventExtent, EventExtents} from './event-extents.js'
import {EVENT_XML_OWN, EventLayouts} from './event-layouts.js'
import {recordOf} from './event-record.js'
import {isTracerpt, startsEventXml} from './sniff.js'

/** tracerpt -of XML (formats.md 2.2). */
export const tracerptXml: Parser = {
  id: 'tracerpt-xml',
  title: 'tracerpt XML',
  sniff: head => (isTracerpt(head) ? startsEventXml(head) : 0),
  start: (sink, _options, bytes) => new EventXmlRun('tracerpt-xml', sink, bytes),
}

/** Event-log XML of wevtutil, Event Viewer and PowerShell, with or without a root (formats.md 4.1 to 4.3). */
export const eventXml: Parser = {
  id: 'event-xml',
  title: 'event log XML',
  sniff: head => (isTracerpt(head) ? 0 : startsEventXml(head)),
  start: (sink, _options, bytes) => new EventXmlRun('event-xml', sink, bytes),
}

class EventXmlRun implements ParserRun {
  readonly #sink: RecordSink
  readonly #extents: EventExtents
  /** Who wrote the last record: joined files may change that. */
  #writer: FormatId
  #rawTimeSaid = false
  readonly #layouts = new EventLayouts()
  readonly skim = {
    kind: 'elements',
    own: EVENT_XML_OWN,
    layout: () => (this.#extents.settled ? this.#layouts.latest : null),
    pass: (passed: Passed) => this.#pass(passed),
  } as const
  readonly blocks: Blocks = {
    begins: line => /^[ \t]*<Event[ >]/.test(line),
    jump: (line, offset) => {
      const {settled} = this.#extents
      this.#extents.jump(line, offset, true)
      return settled ? JSON.stringify([this.#writer, this.#rawTimeSaid]) : null
    },
    line: () => this.#extents.line,
  }

  constructor(format: FormatId, sink: RecordSink, bytes: ByteLength) {
    this.#sink = sink
    this.#writer = format
    sink.notes.zone = 'utc'
    this.#extents = new EventExtents(
      bytes,
      extent => this.#event(extent),
      problem => sink.problem(problem),
    )
  }

  get inside(): boolean {
    return !this.#extents.settled
  }

  text(chunk: string): void {
    this.#extents.text(chunk)
  }

  end(): void {
    this.#extents.end()
  }

  #pass(passed: Passed): void {
    this.#sink.passed(passed)
    this.#extents.jump(passed.line, passed.offset)
  }

  #event(extent: EventExtent): void {
    const element = readEventElement(extent.xml, extent.tree, extent.cut !== null)
    if (extent.cut === 'end') {
      const whole = element !== null && hasPayload(extent.xml)
      this.#say(extent, `The file ends inside this event: ${whole ? 'its end' : 'it'} was left out.`)
      if (!whole) return
    }
    if (element === null) {
      this.#say(extent, 'This event is no well-formed XML: it was left out.')
    } else if (!element.system.has('Provider') && !element.system.has('EventID')) {
      this.#say(extent, 'This element has no System part of an event: it was left out.')
    } else {
      this.#tellWriter(element)
      const stamp = this.#stamp(extent, element)
      this.#layouts.read(this.#writer, stamp === null ? undefined : element.system.get('TimeCreated.SystemTime'))
      this.#sink.record(recordOf(extent, element, stamp, this.#sink.notes))
    }
  }

  #tellWriter({system, other}: EventElement): void {
    const traced = other.has('ExtendedTracingInfo.EventGuid') || system.has('Execution.ProcessorID')
    const writer = system.has('EventRecordID') ? 'event-xml' : traced ? 'tracerpt-xml' : this.#writer
    if (writer !== this.#writer) this.#sink.format(writer)
    this.#writer = writer
  }

  #stamp(extent: EventExtent, {system}: EventElement): Stamp | null {
    const {notes} = this.#sink
    const stamp = readStamp(system.get('TimeCreated.SystemTime') ?? '')
    if (stamp?.shape === 'iso') {
      notes.granularityUs = Math.min(stamp.unitUs, notes.granularityUs ?? stamp.unitUs)
      return stamp
    }
    if (!this.#rawTimeSaid) {
      this.#rawTimeSaid = true
      const why = system.has('TimeCreated.RawTime')
        ? 'The time of this event is in raw ticks (tracerpt -rts): convert the trace again without -rts.'
        : 'This event has no time that can be read: events like it stay undated.'
      this.#say(extent, why)
    }
    return null
  }

  #say({line, offset}: EventExtent, message: string): void {
    this.#sink.problem({line, offset, message})
  }
}

/** Enough of an event whose end is missing: what is left is not in the middle of its values. */
function hasPayload(xml: string): boolean {
  return /<\/(?:EventData|UserData|ProcessingErrorData)\s*>|<EventData\s*\/>/.test(xml)
}
