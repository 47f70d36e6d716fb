// Formats of other tools, whose records are what formats.mjs says.

const pad = (n, width) => String(n).padStart(width, '0')
const iso = us => `${new Date(us / 1000).toISOString().slice(0, -1)}${pad(us % 1000, 3)}`

const silketw = {
  head: '',
  tail: '',
  record: (us, component, message, random) =>
    `${JSON.stringify({
      ProviderGuid: '21ba7b61-05f8-41f1-9048-c09493dcfe38',
      YaraMatch: [],
      ProviderName: component,
      EventName: `EventID(${10 + random(90)})`,
      Opcode: 0,
      OpcodeName: 'Info',
      TimeStamp: `${iso(us)}1+02:00`,
      ThreadID: random(16_000),
      ProcessID: random(9000),
      ProcessName: 'svchost',
      PointerSize: 8,
      EventDataLength: 76,
      XmlEventData: {FormattedMessage: message, PID: '4', MSec: '560.5709', Line: random(5000).toLocaleString('en-US')},
    })}\r\n`,
}

let number = 0
/** Windows PowerShell 5.1. */
const convertToJson = {
  head: '[\r\n',
  // The last object is followed by a comma, which no reader minds.
  tail: ']\r\n',
  record: (us, component, message, random) =>
    `    {
        "Id":  ${10 + random(90)},
        "Version":  0,
        "Qualifiers":  null,
        "Level":  4,
        "Task":  ${random(60)},
        "RecordId":  ${++number},
        "ProviderName":  "${component}",
        "ProviderId":  null,
        "LogName":  "System",
        "ProcessId":  4,
        "ThreadId":  ${random(9000)},
        "MachineName":  "LAPTOP",
        "TimeCreated":  "\\/Date(${Math.floor(us / 1000)})\\/",
        "LevelDisplayName":  "Information",
        "Properties":  [
                           {
                               "Value":  ${JSON.stringify(message)}
                           }
                       ],
        "Message":  ${JSON.stringify(`${message}\r\n\r\nIt\u0027s all`).replaceAll("'", '\\u0027')}
    },
`.replaceAll('\n', '\r\n'),
}

const wevtutil = {
  head: '',
  tail: '',
  record: (us, component, message, random) =>
    `Event[${number++}]:
  Log Name: System
  Source: ${component}
  Date: ${iso(us).slice(0, -3)}
  Event ID: ${10 + random(90)}
  Task: N/A
  Level: Information
  Opcode: Info
  Keyword: N/A
  User: S-1-5-18
  User Name: NT AUTHORITY\\SYSTEM
  Computer: LAPTOP
  Description: 
${message}

`.replaceAll('\n', '\r\n'),
}

const COLUMNS =
  'Process Name ( PID),   ThreadID, CPU, etw:ActivityId, etw:Related ActivityId, etw:UserSid, etw:SessionId'
const COMPONENTS = ['nwifi', 'ndis', 'tcpip', 'wdiwifi', 'ihvdrv']
let startUs = null
const since = us => {
  startUs ??= us
  return us - startUs
}

const xperf = {
  head: `BeginHeader\nFirstReliableEventTimeStamp, TimeStamp\n CSwitch,  TimeStamp, New Process Name ( PID),    New TID, CPU\n${COMPONENTS.map(name => `${name}/Log/win:Info,  TimeStamp,     ${COLUMNS}, Message, Line\n`).join('')}EndHeader\nOS Version: 10.0.26100, Trace Size: 20736KB, Events Lost: 0, Buffers lost: 0, Trace Start: 132675686690347142, Trace Length: 2 sec, PointerSize: 8, Trace Name: wifi.etl\nFirstReliableEventTimeStamp, 0\n`,
  tail: '',
  record: (us, component, message, random) =>
    `${`${component}/Log/win:Info`.padStart(24)}, ${String(since(us)).padStart(12)},  svchost.exe (${random(9000)}), ${String(random(16_000)).padStart(10)}, ${random(8)}, , , , , "${message}", ${random(5000)}\n`,
}

const perfviewCsv = {
  head: 'Event Name,Time MSec,Process Name,Rest\r\n',
  tail: '',
  record: (us, component, message, random) =>
    `${component}/EventID(${10 + random(90)}),${(since(us) / 1000).toFixed(3)},svchost (${random(9000)}), ThreadID="${random(16_000).toLocaleString('en-US').replace(',', '')}" ProcessorNumber="${random(8)}" FormattedMessage="${message.replaceAll('"', '\\"').replaceAll(',', ';')}"\r\n`,
}

const tracefmtCsv = {
  head: '',
  tail: '',
  record(us, component, message, random) {
    const [date, time] = iso(us).split('T')
    const [year, month, day] = date.split('-')
    const prefix = `[${random(8)}]0004.${random(0xe00).toString(16).toUpperCase().padStart(4, '0')}`
    return `${random(9)},0x0004,${component},${prefix}::${month}/${day}/${year}-${time}0 [${component}]${message}\r\n`
  },
}

const messageAnalyzer = {
  head: 'MessageNumber,DiagnosisTypes,Timestamp,TimeElapsed,Source,Destination,Module,Summary\r\n',
  tail: '',
  record: (us, component, message, random) =>
    `${++number},None,${iso(us)}1,,,host${random(9)},${component},"${message}"\r\n`,
}

const traceview = {
  head: '',
  tail: '',
  record(us, component, message, random) {
    const [date, time] = iso(us).split('T')
    const [year, month, day] = date.split('-')
    const cells = [++number, component, 4, random(9000), random(8), random(1_000_000)]
    return `${cells.join('\t')}\t${month}\\${day}\\${year}-${time.slice(0, -3).replace('.', ':')}\t${message}\r\n`
  },
}

export const OTHERS = {
  'message-analyzer': messageAnalyzer,
  traceview,
  silketw,
  'convertto-json': convertToJson,
  'wevtutil-text': wevtutil,
  xperf,
  'perfview-csv': perfviewCsv,
  'tracefmt-csv': tracefmtCsv,
}
