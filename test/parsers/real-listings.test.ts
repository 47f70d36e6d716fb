import {describe, expect, it} from 'vitest'
import type {FormatId} from '../../src/parsers/parser.js'
import {corpusFile, hasCorpus, read, timeOf} from './read.js'

interface Expected {
  readonly format: FormatId
  /** Counted with grep, iconv and sort, not with this parser. */
  readonly records: number
  readonly undecoded: number
  readonly first: string | null
  readonly last: string | null
  readonly zone: 'utc' | 'local'
  readonly granularityUs: number | null
}

const listings: Record<string, Expected> = {
  'tracefmt/tracedrv-default-prefix.txt': {
    format: 'tracefmt',
    records: 12,
    undecoded: 0,
    first: '2005-06-10T14:25:43.968000',
    last: '2005-06-10T14:25:45.539000',
    zone: 'local',
    granularityUs: 1000,
  },
  'tracefmt/tracedrv-custom-prefix.txt': {
    format: 'tracefmt',
    records: 4,
    undecoded: 0,
    first: '2003-07-25T13:55:39.998000',
    last: '2003-07-25T13:55:39.998000',
    zone: 'local',
    granularityUs: 1000,
  },
  'tracefmt/tracelogging-FmtFile.txt': {
    format: 'tracefmt',
    records: 2,
    undecoded: 0,
    first: '2024-01-13T23:31:07.097000',
    last: '2024-01-13T23:32:30.780000',
    zone: 'local',
    granularityUs: 1000,
  },
  'tracefmt/unknown-no-format.txt': {
    format: 'tracefmt',
    records: 3,
    undecoded: 3,
    first: null,
    last: null,
    zone: 'local',
    granularityUs: null,
  },
  'tracefmt/tracefmt-console-verbose.txt': {
    format: 'tracefmt',
    records: 0,
    undecoded: 0,
    first: null,
    last: null,
    zone: 'local',
    granularityUs: null,
  },
  'netsh/wlan-fsm-good-and-failed.txt': {
    format: 'netsh',
    records: 12,
    undecoded: 0,
    first: '2018-09-17T10:22:14.658000',
    last: '2018-09-17T10:22:14.990000',
    zone: 'local',
    granularityUs: 1000,
  },
  'netsh/win8-wwan-account.txt': {
    format: 'netsh',
    records: 9,
    undecoded: 0,
    first: '2012-01-04T09:22:26.567000',
    last: '2012-01-04T09:22:26.707000',
    zone: 'local',
    granularityUs: 1000,
  },
  'netsh/win8-wwan-parser-failure.txt': {
    format: 'netsh',
    records: 10,
    undecoded: 0,
    first: '2012-01-04T10:09:49.271000',
    last: '2012-01-04T10:09:49.692000',
    zone: 'local',
    granularityUs: 1000,
  },
  // Local times are 14:19:40.1396699 and 14:20:11.5094624 at UTC+5:30, 13:12:57.7118641 and 13:14:22.8061877 at UTC+3.
  'pktmon/pktmon-wifi-win10-19042.txt': {
    format: 'pktmon',
    records: 2060,
    undecoded: 0,
    first: '2021-06-02T08:49:40.139669',
    last: '2021-06-02T08:50:11.509462',
    zone: 'utc',
    granularityUs: 1,
  },
  'pktmon/pktmon-ethernet-win11-26200.txt': {
    format: 'pktmon',
    records: 1437,
    undecoded: 0,
    first: '2026-05-31T10:12:57.711864',
    last: '2026-05-31T10:14:22.806187',
    zone: 'utc',
    granularityUs: 1,
  },
  'debugger/wmitrace-bufdump-logdump-iddcx.txt': {
    format: 'wmitrace',
    records: 45,
    undecoded: 1,
    first: '2020-04-24T09:43:36.894000',
    last: '2020-04-24T09:43:55.341000',
    zone: 'local',
    granularityUs: 1000,
  },
}

describe.skipIf(!hasCorpus)('real listings (../shared/corpus/real)', () => {
  it.each(Object.entries(listings))('%s', (name, want) => {
    const {records, input, notes, problems} = read(corpusFile(name))
    const dated = records.filter(record => record.atUs !== null)
    expect({
      format: input.format,
      records: input.records,
      undecoded: input.undecoded,
      first: timeOf(dated[0]),
      last: timeOf(dated.at(-1)),
      zone: notes.zone,
      granularityUs: notes.granularityUs,
    }).toEqual(want)
    expect(problems).toEqual([])
    expect(input.byteCount).toBe(corpusFile(name).length)
  })

  it.each(Object.keys(listings))('%s: every record begins where its place says', name => {
    const bytes = corpusFile(name)
    const {records, input} = read(bytes)
    const encoding = input.encoding === 'utf-16le' ? 'utf16le' : 'utf8'
    const lines = bytes.toString(encoding).replace('\ufeff', '').split(/\r?\n/)
    for (const record of records) {
      expect(lines[record.line - 1]?.slice(0, 4096)).toBe(record.text)
      const length = Buffer.byteLength(record.text, encoding)
      expect(bytes.toString(encoding, record.offset, record.offset + length)).toBe(record.text)
    }
  })

  it('keeps the packets of pktmon with their records', () => {
    const {records} = read(corpusFile('pktmon/pktmon-wifi-win10-19042.txt'))
    // 1,111 lines begin with a tab.
    expect(records.reduce((sum, record) => sum + record.message.split('\n').length - 1, 0)).toBe(1111)
    expect(records[3]?.message).toMatch(/LoggedSize 128\n\tDA:01-00-5E-7F-FF-FA BSSID:/)
    expect(new Set(records.map(record => record.provider))).toEqual(
      new Set(['MSNT_SystemTrace', 'Microsoft-Windows-PktMon']),
    )
  })

  it('reads the header of pktmon', () => {
    const {notes, records} = read(corpusFile('pktmon/pktmon-wifi-win10-19042.txt'))
    expect(notes).toMatchObject({
      lostEvents: 0,
      lostBuffers: 0,
      headerStartUs: records[0]?.atUs,
      headerEndUs: Date.parse('2021-06-02T08:50:11.676Z') * 1000 + 965,
    })
    expect(records[0]?.fields?.StartTime).toBe('132670973801396699')
  })

  it('reads what tracefmt said on the console', () => {
    const {notes} = read(corpusFile('tracefmt/tracefmt-console-verbose.txt'))
    expect(notes).toMatchObject({
      lostEvents: 0,
      headerStartUs: Date.parse('2005-06-10T14:25:30.827Z') * 1000,
      headerEndUs: Date.parse('2005-06-10T14:26:14.371Z') * 1000,
    })
  })

  it('reads members of TraceLogging messages and of a custom prefix', () => {
    const [record] = read(corpusFile('tracefmt/tracelogging-FmtFile.txt')).records
    expect(record).toMatchObject({provider: 'Atum-Hw3d', pid: 24_556, tid: 3656, cpu: 1})
    expect(record?.fields).toMatchObject({nCmdShow: '10', 'meta.event': 'WinMain'})
    const [custom] = read(corpusFile('tracefmt/tracedrv-custom-prefix.txt')).records
    expect(custom).toMatchObject({message: 'IOCTL = 1', fields: {source: 'tracedrv_c258'}})
  })

  it.each([
    'netsh/wlan-fsm-good-and-failed.txt',
    'tracefmt/tracedrv-default-prefix.txt',
    'debugger/wmitrace-bufdump-logdump-iddcx.txt',
  ])('%s reads the same in other encodings and with other line ends', name => {
    const text = corpusFile(name).toString('latin1')
    const plain = read(text)
    const crlf = text.replaceAll('\n', '\r\n')
    const variants: [string, Uint8Array][] = [
      ['CR LF', Buffer.from(crlf)],
      ['CR CR LF', Buffer.from(text.replaceAll('\n', '\r\r\n'))],
      ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
      ['UTF-16LE with mark', Buffer.from(`\ufeff${crlf}`, 'utf16le')],
      ['UTF-16LE without mark', Buffer.from(crlf, 'utf16le')],
      ['UTF-16BE with mark', Buffer.from(`\ufeff${crlf}`, 'utf16le').swap16()],
      ['ANSI', Buffer.from(`${text}[0]0338.0E40::06/10/2005-14:25:43.968 [c]Caf\xe9\n`, 'latin1')],
    ]
    for (const [what, bytes] of variants) {
      const {records, input} = read(bytes)
      const strip = (all: typeof records) => all.slice(0, plain.records.length).map(({offset: _, ...rest}) => rest)
      expect(strip(records), what).toEqual(strip(plain.records))
      expect(input.format, what).toBe(plain.input.format)
    }
  })

  it('tells binary files by their content', () => {
    const files = [
      'etl/classic-32bit-process.etl',
      'etl/compressed-relogger-selfdescribing.etl',
      'etl/manifest-win7-httpservice.etl',
      'etl/pktmon-ethernet-embedded-schemas.etl',
      'etl/tracelogging-amsi-events-lost.etl',
      'etl/tracelogging-lxcore-provider-group.etl',
    ]
    for (const name of files) {
      const {input, problems} = read(corpusFile(name))
      expect(input, name).toMatchObject({format: 'etl', encoding: 'binary', records: 0, parser: null})
      expect(
        problems.map(problem => problem.message),
        name,
      ).toEqual([expect.stringContaining('convert it on Windows first')])
    }
    expect(read(corpusFile('evtx/dnsserver-malformed.evtx')).input).toMatchObject({format: 'evtx', encoding: 'binary'})
  })
})
