import {type ExportRecord, type HeaderFacts, SYSTEM_PID} from './export-record.js'
import type {Exporter} from './exporter.js'
import {plan} from './plan.js'
import {filetime} from './stamp.js'
import {LOST_EVENT_TYPE, RT_LOST_EVENT, TRACE_HEADER_MEMBERS} from './trace-classes.js'

/** The header row exactly as tracerpt pads it (formats.md 2.1). */
const COLUMNS = [
  '  Event Name',
  '       Type',
  '     Event ID',
  '    Version',
  '    Channel',
  '      Level',
  '     Opcode',
  '       Task',
  '            Keyword',
  '        PID',
  '        TID',
  '     Processor Number',
  '  Instance ID',
  '   Parent Instance ID',
  '                              Activity ID',
  '                      Related Activity ID',
  '           Clock-Time',
  ' Kernel(ms)',
  '   User(ms)',
  ' User Data',
]

const NO_ACTIVITY = '{00000000-0000-0000-0000-000000000000}'

interface Row {
  readonly name: string
  readonly type: string
  readonly eventId: number
  readonly opcode: number
  readonly record: Pick<ExportRecord, 'at' | 'cpu' | 'tid' | 'activity'>
  readonly data: readonly string[]
}

function rowText({name, type, eventId, opcode, record, data}: Row): string {
  const {at, cpu, tid, activity} = record
  const cells = [
    ...[name, type, eventId, 0, 0, 4, opcode, 0, '0x0000000000000000'],
    ...[`0x${hex(SYSTEM_PID)}`, `0x${hex(tid)}`, cpu, '', '', activity ?? NO_ACTIVITY, '', filetime(at), 0, 0],
  ]
  const padded = cells.map((cell, i) => ` ${cell}`.padStart((COLUMNS[i] as string).length))
  return `${[...padded, ...data.map(datum => ` ${datum}`)].join(',')}\r\n`
}

const hex = (id: number): string => id.toString(16).toUpperCase().padStart(8, '0')

/** Members of TRACE_LOGFILE_HEADER that are not 0, by name. */
function headerRow(facts: HeaderFacts): Row {
  const values = new Map([
    ['BufferSize', '65536'],
    ['Version', '131082'],
    ['ProviderVersion', '26100'],
    ['NumberOfProcessors', '8'],
    ['EndTime', filetime(facts.end)],
    ['TimerResolution', '156250'],
    ['PointerSize', '8'],
    ['EventsLost', String(facts.lostEvents)],
    ['BootTime', filetime(facts.start)],
    ['PerfFreq', '10000000'],
    ['StartTime', filetime(facts.start)],
    ['BuffersLost', String(facts.lostBuffers)],
    ['SessionName', '"roamscope"'],
    ['FileName', '"roamscope.etl"'],
  ])
  return {
    name: 'EventTrace',
    type: 'Header',
    eventId: 0,
    opcode: 0,
    record: {at: facts.start, cpu: 0, tid: 0, activity: null},
    data: TRACE_HEADER_MEMBERS.map(name => values.get(name) ?? '0'),
  }
}

const rowOf = (record: ExportRecord): Row =>
  record.kind === 'loss'
    ? {name: RT_LOST_EVENT, type: 'RTLostEvent', eventId: 0, opcode: LOST_EVENT_TYPE, record, data: []}
    : {name: record.provider, type: '0', eventId: 0, opcode: 0, record, data: [`"${record.text}"`]}

/** tracerpt -of CSV. Quotes inside strings stay as they are: tracerpt does not double them. */
export const tracerptCsv: Exporter = {
  id: 'tracerpt-csv',
  title: 'tracerpt CSV',
  places: {stepNs: 100, cpu: true, activity: true, lostEvents: true, lostBuffers: true},
  *render(trace) {
    const {header, records} = plan(trace, this.places)
    yield `${COLUMNS.join(',')}\r\n`
    yield rowText(headerRow(header))
    for (const record of records) yield rowText(rowOf(record))
  },
}
