import {describe, expect, it} from 'vitest'
import {eventXml} from '../../src/exports/event-xml.js'
import {exportCsv} from '../../src/exports/export-csv.js'
import type {Exporter} from '../../src/exports/exporter.js'
import {EXPORTERS} from '../../src/exports/index.js'
import {netsh, pktmon, tracefmt, wmitrace} from '../../src/exports/listing.js'
import {tracerptCsv} from '../../src/exports/tracerpt-csv.js'
import {tracerptXml} from '../../src/exports/tracerpt-xml.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'

/** Every number in the texts below was worked out by hand from this. */
const SCENARIO = `capture from=-1 to=5 lost-events=3
label device="card, 1"
0.0012 IND ROAMING_NEEDED 1 - reason=15 cpu=2 thread=68
1.5 M3 TASK_ROAM 1 7 status=success activity=A1
2 LOG 5002 adapter - trigger=2`

const lines = (exporter: Exporter, text = SCENARIO) =>
  [...exporter.render(readScenarioTrace(text))].join('').split('\n')

const DATA = '55 00 04 00 0f 00 00 00'
const NEEDED = `NDIS_STATUS_WDI_INDICATION_ROAMING_NEEDED PortId=1 TransactionId=0 Data=${DATA}`

it('tracefmt', () => {
  expect(lines(tracefmt)).toEqual([
    'EventTrace',
    '[0]0004.0000::12/31/2025-23:59:59.9990000 [EventTrace]begin of the trace',
    '[0]0004.0000::12/31/2025-23:59:59.9990000 [roamscope]capture model=wificx',
    '[0]0004.0000::12/31/2025-23:59:59.9990000 [roamscope]label device="card, 1"',
    `[2]0004.0044::01/01/2026-00:00:00.0000012 [roamscope]${NEEDED}`,
    '[0]0004.0000::01/01/2026-00:00:00.0015000 [roamscope]M3 TASK_ROAM 1 7 status=0x0 activity=A1',
    '[0]0004.0000::01/01/2026-00:00:00.0020000 [roamscope]LOG 5002 adapter - trigger=2',
    '[0]0004.0000::01/01/2026-00:00:00.0050000 [EventTrace]end of the trace',
    'Processing completed   Buffers: 1, Events: 7, EventsLost: 3 :: Format Errors: 0, Unknowns: 0',
    '',
  ])
})

/** FILETIME of 2026-01-01T00:00:00Z is 134116992000000000. */
const HEADER =
  'Event: Header, BufferSize: 65536, Version: 131082, ProviderVersion: 26100, NumberOfProcessors: 8, ' +
  'EndTime: 134116992000050000, TimerResolution: 156250, EventsLost: 3, BootTime: 134116991999990000, ' +
  'PerfFreq: 10000000, StartTime: 134116991999990000, BuffersLost: 0, SessionNameString: roamscope\r'

it('netsh', () => {
  expect(lines(netsh).slice(0, 5)).toEqual([
    `[0]0004.0000::2025/12/31-23:59:59.999000000 [MSNT_SystemTrace]${HEADER}`,
    '[0]0004.0000::2025/12/31-23:59:59.999000000 [EventTrace]begin of the trace\r',
    '[0]0004.0000::2025/12/31-23:59:59.999000000 [roamscope]capture model=wificx\r',
    '[0]0004.0000::2025/12/31-23:59:59.999000000 [roamscope]label device="card, 1"\r',
    `[2]0004.0044::2026/01/01-00:00:00.000001200 [roamscope]${NEEDED}\r`,
  ])
})

it('pktmon', () => {
  expect([lines(pktmon)[0], lines(pktmon)[4]]).toEqual([
    `[00]0004.0000::2025-12-31 23:59:59.999000000 [MSNT_SystemTrace] ${HEADER}`,
    `[02]0004.0044::2026-01-01 00:00:00.000001200 [roamscope] ${NEEDED}\r`,
  ])
})

it('wmitrace', () => {
  expect(lines(wmitrace)).toEqual([
    '0: kd> !wmitrace.logdump WiFiSession',
    '(WmiTrace) LogDump for Logger Id 0x13',
    'Found Buffers: 1 Messages: 7, sorting entries',
    '[0]0004.0000::12/31/2025-23:59:59.999 [EventTrace]begin of the trace',
    '[0]0004.0000::12/31/2025-23:59:59.999 [roamscope]capture model=wificx',
    '[0]0004.0000::12/31/2025-23:59:59.999 [roamscope]label device="card, 1"',
    `[2]0004.0044::01/01/2026-00:00:00.000 [roamscope]${NEEDED}`,
    '[0]0004.0000::01/01/2026-00:00:00.001 [roamscope]M3 TASK_ROAM 1 7 status=0x0 activity=A1',
    '[0]0004.0000::01/01/2026-00:00:00.002 [roamscope]LOG 5002 adapter - trigger=2',
    '[0]0004.0000::01/01/2026-00:00:00.005 [EventTrace]end of the trace',
    'Total of 7 Messages from 1 Buffers',
    '',
  ])
})

describe('tracerpt CSV', () => {
  const rows = lines(tracerptCsv)

  it('has the header of tracerpt, 341 characters with its padding', () => {
    expect(rows[0]).toBe(
      '  Event Name,       Type,     Event ID,    Version,    Channel,      Level,     Opcode,       Task,            Keyword,        PID,        TID,     Processor Number,  Instance ID,   Parent Instance ID,                              Activity ID,                      Related Activity ID,           Clock-Time, Kernel(ms),   User(ms), User Data\r',
    )
    expect(rows[0]).toHaveLength(341 + 1)
  })

  it('has the trace header with the members of TRACE_LOGFILE_HEADER in order', () => {
    expect(rows[1]?.split(',').map(cell => cell.trim())).toEqual([
      ...['EventTrace', 'Header', '0', '0', '0', '4', '0', '0', '0x0000000000000000', '0x00000004', '0x00000000', '0'],
      ...['', '', '{00000000-0000-0000-0000-000000000000}', '', '134116991999990000', '0', '0'],
      ...['65536', '131082', '26100', '8', '134116992000050000', '156250', '0', '0', '0', '0', '8', '3', '0', '0', '0'],
      ...['134116991999990000', '10000000', '134116991999990000', '0', '0', '"roamscope"', '"roamscope.etl"'],
    ])
  })

  it('has a row a record, its columns padded, quotes inside left alone', () => {
    expect(rows[4]).toBe(
      '   roamscope,          0,            0,          0,          0,          4,          0,          0, 0x0000000000000000, 0x00000004, 0x00000000,                    0,             ,                     ,   {00000000-0000-0000-0000-000000000000},                                         ,   134116991999990000,          0,          0, "label device="card, 1""\r',
    )
    expect(rows[5]?.slice(120)).toBe(
      `0x00000004, 0x00000044,                    2,             ,                     ,   {00000000-0000-0000-0000-000000000000},                                         ,   134116992000000012,          0,          0, "${NEEDED}"\r`,
    )
    // SHA-256 of "A1" begins with 16a36e86f6fed5d465ff332511a0ce1a.
    expect(rows[6]).toContain('{16a36e86-f6fe-d5d4-65ff-332511a0ce1a}')
    expect(rows[6]).toContain('"M3 OID_WDI_TASK_ROAM PortId=1 TransactionId=7 Status=0x00000000"')
  })
})

it('tracerpt XML', () => {
  const text = lines(tracerptXml).join('\n')
  expect(text.startsWith('<Events>\n<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\n')).toBe(
    true,
  )
  expect(text).toContain('<Data Name="EventsLost">3</Data>')
  expect(text).toContain(`<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
	<System>
		<Provider Name="roamscope" />
		<EventID>0</EventID>
		<Version>0</Version>
		<Level>4</Level>
		<Task>0</Task>
		<Opcode>0</Opcode>
		<Keywords>0x0</Keywords>
		<TimeCreated SystemTime="2026-01-01T00:00:00.000001200Z" />
		<Correlation ActivityID="{00000000-0000-0000-0000-000000000000}" />
		<Execution ProcessID="4" ThreadID="68" ProcessorID="2" KernelTime="0" UserTime="0" />
		<Channel />
		<Computer />
	</System>
	<RenderingInfo Culture="en-US">
		<Message>${NEEDED}</Message>
	</RenderingInfo>
</Event>
`)
  expect(text.endsWith('</Event>\n</Events>\n')).toBe(true)
})

it('event log XML', () => {
  expect(lines(eventXml)[3]).toBe(
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='roamscope'/>` +
      `<EventID>0</EventID><Version>0</Version><Level>4</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x0</Keywords>` +
      `<TimeCreated SystemTime='2026-01-01T00:00:00.000001200Z'/><EventRecordID>4</EventRecordID><Correlation/>` +
      `<Execution ProcessID='4' ThreadID='68'/><Channel>roamscope</Channel><Computer>host</Computer><Security/></System>` +
      // Event logs have no column for the processor: the notation says it.
      `<RenderingInfo Culture='en-US'><Message>IND ROAMING_NEEDED 1 - tlv=550004000f000000 cpu=2</Message></RenderingInfo></Event>\r`,
  )
})

it('Export-Csv', () => {
  const rows = lines(exportCsv)
  expect(rows[0]).toBe(
    '"Message","Id","Version","Qualifiers","Level","Task","Opcode","Keywords","RecordId","ProviderName","ProviderId","LogName","ProcessId","ThreadId","MachineName","UserId","TimeCreated","ActivityId","RelatedActivityId","ContainerLog","MatchedQueryIds","Bookmark","LevelDisplayName","OpcodeDisplayName","TaskDisplayName","KeywordsDisplayNames","Properties"\r',
  )
  expect(rows[3]?.startsWith('"label device=""card, 1""","0","0","","4",')).toBe(true)
  expect(rows[5]).toBe(
    '"M3 OID_WDI_TASK_ROAM PortId=1 TransactionId=7 Status=0x00000000","0","0","","4","0","0","0","5","roamscope","","roamscope","4","0","host","","2026-01-01T00:00:00.0015000Z","16a36e86-f6fe-d5d4-65ff-332511a0ce1a","","roamscope.etl","System.UInt32[]","System.Diagnostics.Eventing.Reader.EventBookmark","Information","","","System.Collections.ObjectModel.ReadOnlyCollection`1[System.String]","System.Collections.Generic.List`1[System.Diagnostics.Eventing.Reader.EventProperty]"\r',
  )
})

it('texts that markup would read as its own are escaped', () => {
  const text = 'label note="<b>&\'x"\n0 IND ROAMING_NEEDED 1 -'
  expect(lines(tracerptXml, text).join('\n')).toContain(
    '<Message>label note=&quot;&lt;b&gt;&amp;&apos;x&quot;</Message>',
  )
  expect(lines(eventXml, text)[2]).toContain('<Message>label note=&quot;&lt;b&gt;&amp;&apos;x&quot;</Message>')
})

it('each format has a name of its own', () => {
  expect(new Set(EXPORTERS.map(exporter => exporter.id)).size).toBe(EXPORTERS.length)
})
