import {describe, expect, it} from 'vitest'
import {corpusFile, hasCorpus, read, timeOf} from '../read.js'

/** What a browser's pair of eyes finds in the files, by other means than the parser's. */
const html = () => corpusFile('wlanreport/wlan-report-bg-ar5bwb222.html').toString().replace('\ufeff', '')
const xml = () => corpusFile('wlanreport/wlan-report-ptbr-ax201.xml').toString().replace('\ufeff', '')

function counts(ids: Iterable<string | number | null | undefined>): Record<string, number> {
  const found: Record<string, number> = {}
  for (const id of ids) found[String(id)] = (found[String(id)] ?? 0) + 1
  return found
}

describe.skipIf(!hasCorpus)('real wlan reports (../shared/corpus/real)', () => {
  it('XML: every event once, in the order of the file', () => {
    const {records, input, problems, notes} = read(corpusFile('wlanreport/wlan-report-ptbr-ax201.xml'))
    const printed = [...xml().matchAll(/<UID>(\d+)<\/UID>\s*<EventID>(\d+)<\/EventID>[\s\S]*?<EventTime>([^<]*)</g)]
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'wlanreport-xml', records: 182})
    expect(printed).toHaveLength(182)
    expect(records.map(({fields}) => fields?.UID)).toEqual(printed.map(([, uid]) => uid))
    expect(records.map(({eventId}) => String(eventId))).toEqual(printed.map(([, , id]) => id))
    // The machine's clock is three hours behind UTC, as 33 events tell that have both times.
    const hour = 3_600_000_000
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1_000_000})
    expect(records.map(({atUs}) => atUs)).toEqual(printed.map(([, , , t]) => Date.parse(`${t}Z`) * 1000 + 3 * hour))
    expect(records.filter(({fields}) => fields?.SnapshotTime !== undefined)).toHaveLength(33)
    expect(notes.cut).toBeUndefined()
  })

  it('XML: providers, sessions, messages', () => {
    const {records} = read(corpusFile('wlanreport/wlan-report-ptbr-ax201.xml'))
    expect(counts(records.map(({provider}) => provider))).toEqual({
      'Microsoft-Windows-WLAN-AutoConfig': 141,
      'Microsoft-Windows-NCSI': 17,
      'Microsoft-Windows-NDIS': 24,
    })
    expect(records[0]).toMatchObject({
      eventId: 11_004,
      line: expect.any(Number),
      text: '      <WlanEvent type="wlan " error="0">',
      fields: {
        UID: '1',
        Type: 'wlan',
        Level: '4',
        EventError: '0',
        InterfaceGuid: '1f3a169d-441b-4436-a8f1-f9294fb07891',
        Session: '1',
        'Session.success': '1',
        'Session.interface': 'Intel(R) Wi-Fi 6 AX201 160MHz',
        'Session.ssid': 'Corp Corporativo',
        'Session.bss': 'Infrastructure',
        'Session.duration': '9014',
      },
    })
    expect(records[0]?.message.split('\n')).toEqual([
      'Segurança sem fio interrompida.',
      '',
      'Adaptador de Rede: Intel(R) Wi-Fi 6 AX201 160MHz',
      'GUID de Interface: {1f3a169d-441b-4436-a8f1-f9294fb07891}',
      'Endereço MAC Local: 02:DA:B3:1A:73:55',
      'SSID de Rede: Corp Corporativo',
      'Tipo de BSS: Infrastructure',
      'Dica de Segurança: Operação bem-sucedida.',
    ])
    expect(new Set(records.map(({fields}) => fields?.Session)).size).toBe(10)
  })

  it('HTML: every row once, in the order of the file', () => {
    const {records, input, problems, notes} = read(corpusFile('wlanreport/wlan-report-bg-ar5bwb222.html'))
    const printed = [...html().matchAll(/<td>(\d+)<a id="(\d+)"><\/a><\/td>\s*<td>([^<]*)</g)]
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'wlanreport-html', records: 1095})
    expect(records.map(({fields}) => fields?.UID)).toEqual(printed.map(([, , uid]) => uid))
    expect(records.map(({eventId}) => String(eventId))).toEqual(printed.map(([, id]) => id))
    const hour = 3_600_000_000
    expect(notes).toMatchObject({zone: 'utc', granularityUs: 1_000_000})
    expect(records.map(({atUs}) => atUs)).toEqual(printed.map(([, , , t]) => Date.parse(`${t}Z`) * 1000 - 3 * hour))
    expect(records.filter(({fields}) => fields?.SnapshotTime !== undefined)).toHaveLength(47)
    expect(timeOf(records[0])).toBe('2016-06-23T05:54:46.000000')
  })

  it('HTML: providers, errors, sessions, messages', () => {
    const {records} = read(corpusFile('wlanreport/wlan-report-bg-ar5bwb222.html'))
    expect(counts(records.map(({provider}) => provider))).toEqual({
      'Microsoft-Windows-WLAN-AutoConfig': 743,
      'Microsoft-Windows-NCSI': 36,
      'Microsoft-Windows-NDIS': 12,
      'Microsoft-Windows-Wcmsvc': 295,
      'Microsoft-Windows-Kernel-General': 9,
    })
    const failed = records.filter(({eventId}) => eventId === 8002)
    expect(failed).toHaveLength(183)
    expect(failed.every(({fields}) => fields?.EventError === '1')).toBe(true)
    expect(failed[0]?.message).toMatch(
      /^WLAN AutoConfig service failed to connect to a wireless network\.\n\nNetwork Adapter: /,
    )
    expect(failed[0]?.fields).toMatchObject({
      Session: '2',
      'Session.status': 'failed',
      'Session.duration': '9',
      InterfaceGuid: '0ff69ccd-a1f3-4307-a72b-e7bd3382416d',
    })
    expect(new Set(records.map(({fields}) => fields?.Session)).size).toBe(
      html().split('<div class="session">').length - 1,
    )
  })

  it.each(['wlan-report-ptbr-ax201.xml', 'wlan-report-bg-ar5bwb222.html'])(
    '%s: records begin where their place says',
    name => {
      const bytes = corpusFile(`wlanreport/${name}`)
      const lines = bytes.toString().replace('\ufeff', '').split('\n')
      for (const {line, offset, text} of read(bytes).records) {
        expect(lines[line - 1]?.replace(/\r+$/, '')).toBe(text)
        expect(bytes.toString('utf8', offset, offset + Buffer.byteLength(text))).toBe(text)
      }
    },
  )

  it.each(['wlan-report-ptbr-ax201.xml', 'wlan-report-bg-ar5bwb222.html'])(
    '%s reads the same in pieces, and in UTF-16',
    name => {
      const bytes = corpusFile(`wlanreport/${name}`)
      const {records} = read(bytes)
      expect(read(bytes, {}, [1, 4095, 10_000, 3, 100_001]).records).toEqual(records)
      const bare = (all: typeof records) => all.map(({offset: _, ...rest}) => rest)
      const wide = Buffer.from(`\ufeff${bytes.toString().replace('\ufeff', '')}`, 'utf16le')
      expect(bare(read(wide).records)).toEqual(bare(records))
    },
  )
})
