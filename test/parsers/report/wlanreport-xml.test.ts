import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read, timeOf} from '../read.js'
import {filetime, GUID, report, snapshot, wlanEvent} from './report-texts.js'

const first = wlanEvent({uid: 1, id: 8000, type: 'wlan connect', time: '2024-03-10T01:59:30'})
const times = (text: string, options = {}) => read(text, options).records.map(timeOf)

describe('wlan report, XML', () => {
  it('tells the event, its place and its session', () => {
    const {records, input, problems, notes} = read(report([first]))
    expect(problems).toEqual([])
    expect(input.format).toBe('wlanreport-xml')
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1_000_000})
    const text = report([first])
    expect(records).toEqual([
      {
        line: text.slice(0, text.indexOf('<WlanEvent ')).split('\n').length,
        offset: text.indexOf('      <WlanEvent '),
        text: '      <WlanEvent type="wlan connect" error="0">',
        atUs: Date.parse('2024-03-10T01:59:30Z') * 1000,
        ns: 0,
        cpu: null,
        pid: null,
        tid: null,
        provider: 'Microsoft-Windows-WLAN-AutoConfig',
        providerGuid: null,
        eventId: 8000,
        activityId: null,
        message: 'm',
        fields: Object.assign(Object.create(null), {
          UID: '1',
          Type: 'wlan connect',
          Level: '4',
          EventError: '0',
          InterfaceGuid: GUID,
          Session: '1',
          'Session.success': '1',
          'Session.interface': 'Card & Co',
          'Session.mode': 'm',
          'Session.profile': 'P',
          'Session.ssid': 'S',
          'Session.bss': 'Infrastructure',
        }),
        undecoded: null,
      },
    ])
  })

  it('joins the two clocks, and gives a happening once', () => {
    const text = report([first], [snapshot('Connect', filetime('2024-03-10T09:59:30Z'), 1)])
    const {records, notes, problems} = read(text)
    expect(notes.zone).toBe('utc')
    expect(problems).toEqual([])
    // The list knows 1,234.5 µs more, which the other events of that second lack.
    expect(records.map(timeOf)).toEqual(['2024-03-10T09:59:30.000000'])
    expect(records[0]?.fields?.SnapshotTime).toBe(filetime('2024-03-10T09:59:30Z'))
  })

  it.each([
    ['a time of another day', filetime('2024-03-12T09:59:30Z')],
    ['no whole quarter of an hour', filetime('2024-03-10T09:55:30Z')],
    ['no FILETIME', '12'],
  ])('stays local with %s', (_, time) => {
    expect(read(report([first], [snapshot('Connect', time, 1)])).notes.zone).toBe('local')
  })

  it('takes the offset of the user where the report tells none', () => {
    const {notes, records} = read(report([first]), {tzMinutes: -480})
    expect(notes.zone).toBe('utc')
    expect(records.map(timeOf)).toEqual(['2024-03-10T09:59:30.000000'])
    const own = report([first], [snapshot('Connect', filetime('2024-03-09T23:59:30Z'), 1)])
    expect(times(own, {tzMinutes: -480})).toEqual(['2024-03-09T23:59:30.000000'])
  })

  it('tells the offset by a restart, whose text is in UTC', () => {
    const message =
      'The operating system started at system time \u200e2016\u200e-\u200e06\u200e-\u200e23T11:49:46.485749900Z.'
    const boot = wlanEvent({uid: 5, id: 12, time: '2016-06-23T14:49:46', message})
    const {records, notes} = read(report([boot]))
    expect(notes.zone).toBe('utc')
    expect(records.map(timeOf)).toEqual(['2016-06-23T11:49:46.000000'])
    expect(records[0]?.provider).toBe('Microsoft-Windows-Kernel-General')
  })

  it('follows a change of the clock from stretch to stretch', () => {
    // Pacific time: 02:00 becomes 03:00 on 2024-03-10 at 10:00 UTC.
    const events = [
      ['2024-03-10T01:30:00', 1],
      ['2024-03-10T01:50:00', 2],
      ['2024-03-10T03:10:00', 3],
      ['2024-03-10T03:20:00', 4],
      ['2024-03-10T05:00:00', 5],
    ] as const
    const text = report(
      events.map(([time, uid]) => wlanEvent({uid, id: 11_000, time})),
      [
        snapshot('Connect', filetime('2024-03-10T10:20:00Z'), 4),
        snapshot('Connect', filetime('2024-03-10T09:30:00Z'), 1),
      ],
    )
    const {records, problems} = read(text)
    expect(records.map(timeOf)).toEqual([
      '2024-03-10T09:30:00.000000',
      '2024-03-10T09:50:00.000000',
      '2024-03-10T10:10:00.000000',
      '2024-03-10T10:20:00.000000',
      '2024-03-10T12:00:00.000000',
    ])
    expect(problems).toEqual([])
  })

  it('says where a change of the clock leaves two times possible', () => {
    // 02:00 became 01:00 on 2024-11-03 at 09:00 UTC: 01:30 came twice.
    const text = report(
      [
        wlanEvent({uid: 1, id: 8000, time: '2024-11-03T00:30:00'}),
        wlanEvent({uid: 2, id: 11_000, time: '2024-11-03T01:30:00'}),
        wlanEvent({uid: 3, id: 8003, time: '2024-11-03T03:00:00'}),
      ],
      [
        snapshot('Connect', filetime('2024-11-03T07:30:00Z'), 1),
        snapshot('Disconnect', filetime('2024-11-03T11:00:00Z'), 3),
      ],
    )
    const {records, problems} = read(text)
    expect(records.map(timeOf)).toEqual([
      '2024-11-03T07:30:00.000000',
      '2024-11-03T08:30:00.000000',
      '2024-11-03T11:00:00.000000',
    ])
    expect(problems.map(({message}) => message)).toEqual([
      expect.stringMatching(/^The clock was changed around this event/),
    ])
  })

  it('keeps entries of the list that no event is, with the id that their kind has', () => {
    const text = report(
      [first],
      [
        snapshot('Disconnect', filetime('2024-03-11T00:00:00Z'), 9, 1),
        snapshot('Disconnect', filetime('2024-03-11T00:00:01Z'), 10),
        snapshot('Sleep', filetime('2024-03-11T00:00:02Z'), 11),
        snapshot('None', filetime('2024-03-11T00:00:03Z'), 12),
        snapshot('Other', filetime('2024-03-11T00:00:04Z'), 13),
      ],
    )
    const {records} = read(text)
    expect(records.map(({eventId, provider}) => [eventId, provider])).toEqual([
      [8000, 'Microsoft-Windows-WLAN-AutoConfig'],
      [8002, 'Microsoft-Windows-WLAN-AutoConfig'],
      [8003, 'Microsoft-Windows-WLAN-AutoConfig'],
      [10_311, 'Microsoft-Windows-NDIS'],
      [4042, 'Microsoft-Windows-NCSI'],
      [null, null],
    ])
    expect(timeOf(records[1])).toBe('2024-03-11T00:00:00.001234')
    expect(records[1]).toMatchObject({
      ns: 500,
      fields: {EventType: 'Disconnect', EventError: '1', SSID: 'Net', UID: '9'},
    })
  })

  it('leaves out entries that name no event', () => {
    const {records, problems} = read(report([first], [snapshot('Connect', filetime('2024-03-10T09:59:30Z'), '')]))
    expect(records).toHaveLength(1)
    expect(problems.map(({message}) => message)).toEqual([expect.stringMatching(/does not name its event/)])
  })

  it.each<[string, number, string | null]>([
    ['wlan ', 11_010, 'Microsoft-Windows-WLAN-AutoConfig'],
    ['', 8002, 'Microsoft-Windows-WLAN-AutoConfig'],
    ['', 12_013, 'Microsoft-Windows-WLAN-AutoConfig'],
    ['ncsi internet', 4042, 'Microsoft-Windows-NCSI'],
    ['wcm', 1015, 'Microsoft-Windows-Wcmsvc'],
    ['eap', 2088, 'Microsoft-Windows-EapHost'],
    ['ndis sleep', 10_311, 'Microsoft-Windows-NDIS'],
    ['wlan ', 12, 'Microsoft-Windows-Kernel-General'],
    ['', 100, null],
    ['news', 77, null],
  ])('knows the provider of %j %i', (type, id, provider) => {
    const [record] = read(report([wlanEvent({uid: 1, id, type, time: '2024-03-10T01:59:30'})])).records
    expect(record?.provider).toBe(provider)
    const isWlan = provider === 'Microsoft-Windows-WLAN-AutoConfig'
    expect(record?.fields?.InterfaceGuid).toBe(isWlan ? GUID : undefined)
  })

  it.each([
    ['CR CR LF', 'A.\r\r\n\r\r\nLabel: x\r\r\nOther:\r\r\n'],
    ['line ends that became two', 'A.\r\n\r\n\r\n\r\nLabel: x\r\n\r\nOther:\r\n\r\n'],
    ['LF', 'A.\n\nLabel: x\nOther:\n'],
    ['references', 'A.&#13;&#10;&#13;&#10;Label: x&#13;&#10;Other:'],
  ])('joins the lines of messages with \\n: %s', (_, message) => {
    const [record] = read(report([wlanEvent({uid: 1, id: 8000, time: '2024-03-10T01:59:30', message})])).records
    expect(record?.message).toBe('A.\n\nLabel: x\nOther:')
  })

  it('never shows keys or what commands printed', () => {
    const secret = [
      '  <ScriptOutput><CustomCommand><Output>S3cret <WlanEvent type="wlan " error="0"></Output></CustomCommand></ScriptOutput>',
      `<Profiles><Interface><Profile>&lt;keyMaterial&gt;S3cret</Profile>${first.replace('>m<', '>S3cret<')}</Interface></Profiles>`,
    ].join('\n')
    const oneLine = report([first], [], secret).replaceAll('\n', '')
    for (const text of [report([first], [], secret), oneLine]) {
      const {records, problems} = read(text)
      expect(records).toHaveLength(1)
      expect(JSON.stringify([records, problems])).not.toContain('S3cret')
    }
  })

  it('reads a report that is one line', () => {
    const {records} = read(report([first, first.replace('<UID>1<', '<UID>2<')]).replaceAll('\n', ''))
    expect(records.map(({line, fields}) => [line, fields?.UID])).toEqual([
      [1, '1'],
      [1, '2'],
    ])
    expect(records[0]?.text).toMatch(/^<WlanEvent .*<\/WlanEvent>$/)
  })

  it('loses the broken event only', () => {
    const broken = [
      wlanEvent({uid: 2, id: 1, time: 'x'}).replace('</WlanEvent>', ''),
      wlanEvent({uid: 3, id: 1, time: 'x'}).replace('</UID>', '</ID>'),
      wlanEvent({uid: 4, id: 11_000, time: 'yesterday', message: 'a & b \u0001'}),
    ]
    const {records, problems} = read(report([...broken, first]))
    expect(records.map(({fields, atUs, message}) => [fields?.UID, atUs === null, message])).toEqual([
      ['4', true, 'a & b \ufffd'],
      ['1', false, 'm'],
    ])
    expect(problems.map(({message}) => message)).toEqual([
      'This element has no end: it was left out.',
      'This element is no well-formed XML: it was left out.',
      expect.stringMatching(/^This event has no time that can be read/),
    ])
  })

  it('keeps what came before any cut, and says that there is one', () => {
    const text = report([first, wlanEvent({uid: 2, id: 8001, time: '2024-03-10T02:00:00', message: 'Grüße'})])
    const whole = read(text).records
    const bytes = Buffer.from(text)
    const root = text.indexOf('<WlanReport>') + 12
    for (let length = root; length < bytes.length - '\n'.length; length++) {
      const {records, notes, problems} = read(bytes.subarray(0, length))
      expect(records).toEqual(whole.slice(0, records.length))
      expect(records.length).toBe(bytes.subarray(0, length).toString().split('</WlanEvent>').length - 1)
      expect(notes.cut, String(length)).toBe(true)
      expect(problems.length).toBeGreaterThan(0)
    }
  })

  it('reads back whatever names and texts are in it', () => {
    const text = fc
      .string({unit: 'grapheme', maxLength: 30})
      .map(s => s.replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '?').trim())
    const escaped = (s: string) => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    const row = fc.record({
      uid: fc.nat(),
      id: fc.integer({min: 1, max: 65_535}),
      seconds: fc.integer({min: 0, max: 4e8}),
      message: text,
    })
    fc.assert(
      fc.property(fc.array(row, {maxLength: 8}), text, (rows, ssid) => {
        const time = (seconds: number) => new Date((1_400_000_000 + seconds) * 1000).toISOString().slice(0, 19)
        const events = rows.map(({seconds, message, ...rest}) =>
          wlanEvent({...rest, time: time(seconds), message: escaped(message)}),
        )
        const {records} = read(report(events).replace('ssid="S"', () => `ssid="${escaped(ssid)}"`))
        expect(
          records.map(({eventId, message, atUs, fields}) => [
            eventId,
            message,
            atUs,
            fields?.UID,
            fields?.['Session.ssid'],
          ]),
        ).toEqual(
          rows.map(({uid, id, seconds, message}) => [
            id,
            message,
            (1_400_000_000 + seconds) * 1_000_000,
            String(uid),
            ssid === '' ? undefined : ssid,
          ]),
        )
      }),
    )
  })

  it.each([
    ['with a BOM and declaration', '\ufeff<?xml version="1.0"?>\r\n<WlanReport>\r\n', 'wlanreport-xml'],
    ['bare', '<WlanReport>', 'wlanreport-xml'],
    ['another report', '<WlanReportList>', 'text'],
    ['a text about it', 'see <WlanReport>', 'text'],
    ['an event', '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>', 'event-xml'],
  ])('is told by its root: %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
