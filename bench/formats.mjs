// How the records of the benches' traces look in each format: `record` gives the text of one, `random` numbers below n.
import {clixml, perfviewXml} from './markup-formats.mjs'
import {OTHERS} from './other-formats.mjs'

const pad = (n, width) => String(n).padStart(width, '0')
const hex = (n, width) => n.toString(16).padStart(width, '0')
const DAY_US = 86_400e6
/** FILETIME of 1970-01-01, in µs. */
const EPOCH_US = 11_644_473_600_000_000n

function day(us) {
  const date = new Date(us / 1000)
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()}
}

function clock(us) {
  const s = Math.floor((us % DAY_US) / 1e6)
  return {hours: Math.floor(s / 3600), rest: `${pad(Math.floor(s / 60) % 60, 2)}:${pad(s % 60, 2)}`}
}

const guid = random =>
  `${hex(random(2 ** 31), 8)}-${hex(random(65536), 4)}-${hex(random(65536), 4)}-${hex(random(65536), 4)}-${hex(random(2 ** 31), 12)}`
const FIXED = [
  [
    ['Event Name', 12],
    ['Type', 10],
    ['Event ID', 12],
    ['Version', 10],
    ['Channel', 10],
    ['Level', 10],
    ['Opcode', 10],
  ],
  [
    ['Task', 10],
    ['Keyword', 18],
    ['PID', 10],
    ['TID', 10],
    ['Processor Number', 20],
    ['Instance ID', 12],
  ],
  [
    ['Parent Instance ID', 20],
    ['Activity ID', 40],
    ['Related Activity ID', 40],
    ['Clock-Time', 20],
  ],
  [
    ['Kernel(ms)', 10],
    ['User(ms)', 10],
  ],
].flat()
const NAMES =
  '"Message","Id","Version","Qualifiers","Level","Task","Opcode","Keywords","RecordId","ProviderName","ProviderId","LogName","ProcessId","ThreadId","MachineName","UserId","TimeCreated","ActivityId","RelatedActivityId","ContainerLog","MatchedQueryIds","Bookmark","LevelDisplayName","OpcodeDisplayName","TaskDisplayName","KeywordsDisplayNames","Properties"'
const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const tracefmt = {
  head: '',
  tail: '',
  record(us, component, message, random) {
    const {year, month, day: date} = day(us)
    const {hours, rest} = clock(us)
    const ids = `[${random(8)}]0004.${hex(0x100 + random(0xe00), 4).toUpperCase()}`
    return `${ids}::${pad(month, 2)}/${pad(date, 2)}/${year}-${pad(hours, 2)}:${rest}.${pad(us % 1e6, 6)}0 [${component}]${message}\r\n`
  },
}

const tracerptCsv = {
  head: `${FIXED.map(([name, width]) => name.padStart(width)).join(', ')}, User Data\r\n`,
  tail: '',
  record(us, component, message, random) {
    const cells = [component, 'Info', 10 + random(90), 0, 16, 4, random(200), random(60), '0x0000000000000000']
    cells.push('0x00000004', `0x${hex(random(65536), 8)}`, random(8), '', '', `{${guid(random)}}`, '')
    cells.push((BigInt(us) + EPOCH_US) * 10n, random(4000), random(4000))
    const fixed = cells.map((cell, i) => String(cell).padStart(FIXED[i][1])).join(', ')
    // One in a hundred has a dump over several lines.
    const dump =
      random(100) === 0 ? `\r\n    0000: ${hex(random(2 ** 31), 8)}\r\n    0004: ${hex(random(2 ** 31), 8)}` : ''
    return `${fixed}, "${message}${dump}", ${random(100000)}\r\n`
  },
}

let number = 0
const exportCsv = {
  head: `${NAMES}\r\n`,
  tail: '',
  record(us, component, message, random) {
    const {year, month, day: date} = day(us)
    const {hours, rest} = clock(us)
    const time = `${month}/${date}/${year} ${hours % 12 || 12}:${rest} ${hours < 12 ? 'AM' : 'PM'}`
    // One in three goes on with a block of labels.
    const more =
      random(3) === 0
        ? `\r\n\r\nInterface: Wi-Fi\r\n\tAdapter GUID: {8a6f0c1e-6d3b-4c52-9d7e-2f1f4a0b9c3d}\r\nProfile: ""corp""\r\n`
        : ''
    const cells = [
      message + more,
      10 + random(90),
      0,
      '',
      4,
      random(60),
      0,
      '-9223372036854775808',
      ++number,
      component,
    ]
    cells.push(guid(random), 'System', 4, random(9000), 'LAPTOP', 'S-1-5-18', time)
    cells.push(guid(random), '', 'c:\\logs\\wlan.evtx', 'System.UInt32[]', 'EventBookmark', 'Information', 'Info', '')
    cells.push(
      'System.Collections.ObjectModel.ReadOnlyCollection`1[System.String]',
      'System.Collections.Generic.List`1',
    )
    return `${cells.map(cell => `"${cell}"`).join(',')}\r\n`
  },
}

const tracerptXml = {
  head: '<Events>\r\n',
  tail: '</Events>\r\n',
  record(us, component, message, random) {
    const {year, month, day: date} = day(us)
    const {hours, rest} = clock(us)
    const time = `${year}-${pad(month, 2)}-${pad(date, 2)}T${pad(hours, 2)}:${rest}.${pad(us % 1e6, 6)}000Z`
    return `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">\r
\t<System>\r
\t\t<Provider Name="${component}" Guid="{${guid(random)}}" />\r
\t\t<EventID>${10 + random(90)}</EventID>\r
\t\t<Version>0</Version>\r
\t\t<Level>4</Level>\r
\t\t<Task>${random(60)}</Task>\r
\t\t<Opcode>${random(200)}</Opcode>\r
\t\t<Keywords>0x8000000000000000</Keywords>\r
\t\t<TimeCreated SystemTime="${time}" />\r
\t\t<Correlation ActivityID="{${guid(random)}}" />\r
\t\t<Execution ProcessID="4" ThreadID="${random(16000)}" ProcessorID="${random(8)}" KernelTime="0" UserTime="0" />\r
\t\t<Channel />\r
\t\t<Computer />\r
\t</System>\r
\t<EventData>\r
\t\t<Data Name="Message">${escaped(message)}</Data>\r
\t\t<Data Name="Line">${random(5000)}</Data>\r
\t</EventData>\r
\t<RenderingInfo Culture="en-US">\r
\t\t<Level>Information </Level>\r
\t\t<Opcode>Info </Opcode>\r
\t\t<Provider>${component} </Provider>\r
\t</RenderingInfo>\r
</Event>\r
`
  },
}

export const FORMATS = {
  tracefmt,
  'tracerpt-csv': tracerptCsv,
  'winevent-csv': exportCsv,
  'tracerpt-xml': tracerptXml,
  clixml,
  'perfview-xml': perfviewXml,
  ...OTHERS,
}
