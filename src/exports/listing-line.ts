import {type ExportRecord, type HeaderFacts, SYSTEM_PID} from './export-record.js'
import {filetime, type StampParts, stampParts} from './stamp.js'

/** How one tool prints the prefix of a record (formats.md 1.1, 3.1, 7.1). */
export interface Style {
  readonly cpuDigits: number
  /** Between the component and the message. */
  readonly gap: string
  readonly lineEnd: string
  stamp(parts: StampParts): string
}

const hex = (id: number): string => id.toString(16).toUpperCase().padStart(4, '0')

/** One record with its prefix. */
export function line({cpu, tid, at, provider, text}: ExportRecord, style: Style): string {
  const processor = String(cpu).padStart(style.cpuDigits, '0')
  const stamp = style.stamp(stampParts(at))
  return `[${processor}]${hex(SYSTEM_PID)}.${hex(tid)}::${stamp} [${provider}]${style.gap}${text}${style.lineEnd}`
}

/** The trace header as converters print it: its StartTime tells the zone of all stamps. */
export function headerLine(facts: HeaderFacts, style: Style): string {
  const members = [
    ['BufferSize', '65536'],
    ['Version', '131082'],
    ['ProviderVersion', '26100'],
    ['NumberOfProcessors', '8'],
    ['EndTime', filetime(facts.end)],
    ['TimerResolution', '156250'],
    ['EventsLost', String(facts.lostEvents)],
    ['BootTime', filetime(facts.start)],
    ['PerfFreq', '10000000'],
    ['StartTime', filetime(facts.start)],
    ['BuffersLost', String(facts.lostBuffers)],
    ['SessionNameString', 'roamscope'],
  ]
  const text = `Event: Header, ${members.map(member => member.join(': ')).join(', ')}`
  return line(
    {kind: 'header', at: facts.start, cpu: 0, tid: 0, activity: null, provider: 'MSNT_SystemTrace', text},
    style,
  )
}
