import {type ExportRecord, type HeaderFacts, SYSTEM_PID} from './export-record.js'
import type {Exporter} from './exporter.js'
import {plan} from './plan.js'
import {filetime, isoStamp} from './stamp.js'
import {EVENT_TRACE_GUID, LOST_EVENT_TYPE, RT_LOST_EVENT_GUID} from './trace-classes.js'
import {xmlText} from './xml-text.js'

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event'
const TRACE_NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/trace'
const DIGITS = 9

function traceEvent(record: ExportRecord, opcode: number, body: string, classGuid: string | null): string {
  const {at, cpu, tid, activity, provider} = record
  const name = provider === '' ? '' : ` Name="${xmlText(provider)}"`
  const info =
    classGuid === null
      ? `\t<RenderingInfo Culture="en-US">\n\t\t<Message>${xmlText(record.text)}</Message>\n\t</RenderingInfo>\n`
      : `\t<RenderingInfo Culture="en-US">\n\t\t<EventName xmlns="${TRACE_NAMESPACE}">${xmlText(record.text)}</EventName>\n\t</RenderingInfo>\n` +
        `\t<ExtendedTracingInfo xmlns="${TRACE_NAMESPACE}">\n\t\t<EventGuid>{${classGuid}}</EventGuid>\n\t</ExtendedTracingInfo>\n`
  return (
    `<Event xmlns="${NAMESPACE}">\n\t<System>\n` +
    `\t\t<Provider${name} />\n` +
    `\t\t<EventID>0</EventID>\n\t\t<Version>0</Version>\n\t\t<Level>4</Level>\n\t\t<Task>0</Task>\n` +
    `\t\t<Opcode>${opcode}</Opcode>\n\t\t<Keywords>0x0</Keywords>\n` +
    `\t\t<TimeCreated SystemTime="${isoStamp(at, DIGITS)}" />\n` +
    `\t\t<Correlation ActivityID="${activity ?? '{00000000-0000-0000-0000-000000000000}'}" />\n` +
    `\t\t<Execution ProcessID="${SYSTEM_PID}" ThreadID="${tid}" ProcessorID="${cpu}" KernelTime="0" UserTime="0" />\n` +
    `\t\t<Channel />\n\t\t<Computer />\n\t</System>\n${body}${info}</Event>\n`
  )
}

function traceHeader({start, end, lostEvents, lostBuffers}: HeaderFacts): string {
  const members = {
    BufferSize: 65536,
    NumberOfProcessors: 8,
    EndTime: filetime(end),
    EventsLost: lostEvents,
    StartTime: filetime(start),
    BuffersLost: lostBuffers,
  }
  const data = Object.entries(members).map(([name, value]) => `\t\t<Data Name="${name}">${value}</Data>\n`)
  const record = {kind: 'header', at: start, cpu: 0, tid: 0, activity: null, provider: '', text: 'EventTrace'} as const
  return traceEvent(record, 0, `\t<EventData>\n${data.join('')}\t</EventData>\n`, EVENT_TRACE_GUID)
}

/** tracerpt -of XML (formats.md 2.2). */
export const tracerptXml: Exporter = {
  id: 'tracerpt-xml',
  title: 'tracerpt XML',
  places: {stepNs: 1, cpu: true, activity: true, lostEvents: true, lostBuffers: true},
  *render(trace) {
    const {header, records} = plan(trace, this.places)
    yield '<Events>\n'
    yield traceHeader(header)
    for (const record of records) {
      const loss = record.kind === 'loss'
      yield traceEvent(
        loss ? {...record, provider: '', text: 'RTLostEvent'} : record,
        loss ? LOST_EVENT_TYPE : 0,
        '',
        loss ? RT_LOST_EVENT_GUID : null,
      )
    }
    yield '</Events>\n'
  },
}
