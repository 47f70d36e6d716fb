import {type ExportRecord, SYSTEM_PID} from './export-record.js'
import type {Exporter} from './exporter.js'
import {plan} from './plan.js'
import {recordIds} from './record-ids.js'
import {isoStamp} from './stamp.js'
import {LOST_EVENT_TYPE} from './trace-classes.js'

/** Properties of EventLogRecord in the order of Export-Csv (formats.md 4.5). */
const COLUMNS = [
  ...['Message', 'Id', 'Version', 'Qualifiers', 'Level', 'Task', 'Opcode', 'Keywords', 'RecordId', 'ProviderName'],
  ...['ProviderId', 'LogName', 'ProcessId', 'ThreadId', 'MachineName', 'UserId', 'TimeCreated', 'ActivityId'],
  ...['RelatedActivityId', 'ContainerLog', 'MatchedQueryIds', 'Bookmark', 'LevelDisplayName', 'OpcodeDisplayName'],
  ...['TaskDisplayName', 'KeywordsDisplayNames', 'Properties'],
]

const CONSTANT: Readonly<Record<string, string>> = {
  Version: '0',
  Level: '4',
  Task: '0',
  Opcode: '0',
  Keywords: '0',
  LogName: 'roamscope',
  ProcessId: String(SYSTEM_PID),
  MachineName: 'host',
  ContainerLog: 'roamscope.etl',
  MatchedQueryIds: 'System.UInt32[]',
  Bookmark: 'System.Diagnostics.Eventing.Reader.EventBookmark',
  LevelDisplayName: 'Information',
  KeywordsDisplayNames: 'System.Collections.ObjectModel.ReadOnlyCollection`1[System.String]',
  Properties: 'System.Collections.Generic.List`1[System.Diagnostics.Eventing.Reader.EventProperty]',
}

const DIGITS = 7

function valuesOf(record: ExportRecord, id: number): Readonly<Record<string, string>> {
  return {
    ...CONSTANT,
    Message: record.text,
    Id: record.kind === 'loss' ? String(LOST_EVENT_TYPE) : '0',
    RecordId: String(id),
    ProviderName: record.provider,
    ThreadId: String(record.tid),
    TimeCreated: isoStamp(record.at, DIGITS),
    ActivityId: (record.activity ?? '').replace(/[{}]/g, ''),
  }
}

const row = (cells: readonly string[]): string =>
  `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`

/** Get-WinEvent piped to Export-Csv of PowerShell 7, with times that name their zone. */
export const exportCsv: Exporter = {
  id: 'export-csv',
  title: 'Export-Csv of an event log',
  places: {stepNs: 100, cpu: false, activity: true, lostEvents: false, lostBuffers: false},
  *render(trace) {
    yield row(COLUMNS)
    const {records} = plan(trace, this.places)
    const ids = recordIds(records)
    for (const [index, record] of records.entries()) {
      const values = valuesOf(record, ids[index] as number)
      yield row(COLUMNS.map(column => values[column] ?? ''))
    }
  },
}
