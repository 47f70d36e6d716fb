import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {read, timeOf} from '../read.js'

const tracefmt = (message: string, ms = '968') => `[0]0338.0E40::06/10/2005-14:25:43.${ms} [tracedrv]${message}\r\n`
const header =
  '[00]0BFC.2430::2021-06-02 14:19:40.139669900 [MSNT_SystemTrace] Event: Header, BufferSize: 16777216, ' +
  'EndTime: 132670974116769656, EventsLost: 3, TimeZoneInformation: , StartTime: 132670973801396699, BuffersLost: 2, X: y\r\n'
const pktmon = (message: string, second = 41) =>
  `[02]0004.0278::2021-06-02 14:19:${second}.530246400 [Microsoft-Windows-PktMon] ${message} \r\n`

describe('a WPP listing', () => {
  it('gives every record its place, its first line and its facts', () => {
    const {records, input, formats, problems} = read(
      `EventTrace\r\n${tracefmt('IOCTL = 1')}${tracefmt('Machine State :: Offline ', '969')}`,
    )
    expect(records).toEqual([
      {
        line: 2,
        offset: 12,
        text: '[0]0338.0E40::06/10/2005-14:25:43.968 [tracedrv]IOCTL = 1',
        atUs: Date.parse('2005-06-10T14:25:43.968Z') * 1000,
        ns: 0,
        cpu: 0,
        pid: 0x338,
        tid: 0xe40,
        provider: 'tracedrv',
        providerGuid: null,
        eventId: null,
        activityId: null,
        message: 'IOCTL = 1',
        fields: null,
        undecoded: null,
      },
      expect.objectContaining({line: 3, offset: 71, message: 'Machine State :: Offline'}),
    ])
    expect(input).toMatchObject({format: 'tracefmt', encoding: 'utf-8', records: 2, undecoded: 0, byteCount: 146})
    expect(formats).toEqual(['tracefmt', 'tracefmt'])
    expect(problems).toEqual([])
  })

  it('joins lines without a prefix, blank ones only between others', () => {
    const {records} = read(
      `${tracefmt('Dump:')}0000: 33 00 7c 00  |3.|.|\r\n\r\n\t[Wdi] more  \r\n\r\n\r\n${tracefmt('next')}\r\n`,
    )
    expect(records.map(record => record.message)).toEqual(['Dump:\n0000: 33 00 7c 00  |3.|.|\n\n\t[Wdi] more', 'next'])
    expect(records[0]?.text).toBe('[0]0338.0E40::06/10/2005-14:25:43.968 [tracedrv]Dump:')
    expect(records[1]?.line).toBe(7)
  })

  it('joins lines that only look like a prefix', () => {
    const {records} = read(
      `${tracefmt('a')}[0000] 33 00\r\n[0]0338.0E40::13/45/2005-14:25:43.968 [x]b\r\n12: kd: none\r\n${tracefmt('c')}`,
    )
    expect(records.map(record => record.message)).toEqual([
      'a\n[0000] 33 00\n[0]0338.0E40::13/45/2005-14:25:43.968 [x]b\n12: kd: none',
      'c',
    ])
  })

  it('tells the tool of every record, and of the file by most of them', () => {
    const netsh = '[2]0F24.1020::2018-09-17 10:22:14.658 [Microsoft-Windows-WLAN-AutoConfig]FSM\n'
    const {formats, input} = read(
      `${pktmon('a')}\tpacket\r\n${tracefmt('b')}${netsh}${netsh}[8]0004.0E28::2024/09/03-16:13:49.692808900 [Microsoft-Quic]c\n`,
    )
    expect(formats).toEqual(['pktmon', 'tracefmt', 'netsh', 'netsh', 'netsh'])
    expect(input.format).toBe('netsh')
  })

  it('keeps the digits of stamps and takes the coarsest for the resolution', () => {
    const {records, notes} = read(
      '[1] 0F24.1020:: 05/10/17-14:24:28.9280019 [c] a\n[1] 0F24.1020:: 05/10/17-14:24:28.902 [c] b\n[1]0F24.1020::05/10/17-14:24:28.928 [c] b\n',
    )
    expect(records.map(record => [timeOf(record), record.ns])).toEqual([
      ['2017-05-10T14:24:28.928001', 900],
      ['2017-05-10T14:24:28.902000', 0],
      ['2017-05-10T14:24:28.928000', 0],
    ])
    expect(notes.granularityUs).toBe(1000)
  })

  it('puts local stamps where --tz says', () => {
    const {records, notes} = read(tracefmt('x'), {tzMinutes: -420})
    expect(timeOf(records[0])).toBe('2005-06-10T21:25:43.968000')
    expect(notes.zone).toBe('utc')
    expect(read(tracefmt('x')).notes.zone).toBe('local')
  })

  it('cuts the shown line, not the message', () => {
    const {records} = read(tracefmt('y'.repeat(9000)))
    expect(records[0]?.text).toHaveLength(4096)
    expect(records[0]?.message).toHaveLength(9000)
  })

  it('bounds a message of very many lines', () => {
    const {records, problems} = read(`${tracefmt('x')}${`${'z'.repeat(1022)}\n`.repeat(1500)}${tracefmt('next')}`)
    expect(records.map(record => record.message.length <= 1 << 20)).toEqual([true, true])
    expect(records[1]?.message).toBe('next')
    expect(problems.map(problem => problem.message)).toEqual([
      'The record has more than 1048576 characters; the rest of it was not read.',
    ])
  })
})

describe('records that could not be formatted', () => {
  const unknown = 'Unknown( 10): GUID=37753236-C81F-505e-d40a-128d3bb2b5ff (No Format Information found).\r\n'

  it('have no time, a message GUID that is not the provider, and are counted', () => {
    const {records, input} = read(`${tracefmt('a')}${unknown}${tracefmt('b')}`)
    expect(records[1]).toMatchObject({
      line: 2,
      atUs: null,
      ns: 0,
      provider: null,
      providerGuid: null,
      undecoded: 'no-format',
      message: unknown.trim(),
    })
    expect({...records[1]?.fields}).toEqual({messageNumber: '10', messageGuid: '37753236-c81f-505e-d40a-128d3bb2b5ff'})
    expect(records.map(record => record.message)).toEqual(['a', unknown.trim(), 'b'])
    expect(input).toMatchObject({records: 3, undecoded: 1, format: 'tracefmt'})
  })

  it.each([
    ['[Unknown]GUID=x', 'no-schema'],
    ['[]********************', 'no-schema'],
    ['[tracedrv]*****FormatMessage of x, parameter 23 raised an exception*****', 'processing-error'],
    ['[]Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).', 'no-format'],
    ['[tracedrv]*** a heading ***', null],
    ['[tracedrv]Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).', null],
    ['[]Unknown reason', null],
  ])('%s is %s', (rest, undecoded) => {
    expect(read(`[0]0338.0E40::06/10/2005-14:25:43.968 ${rest}\n`).records).toMatchObject([{undecoded}])
  })

  it('may stand where the header has no prefix', () => {
    const line = '*****FormatMessage Header(Header) of EventTrace, parameter 23 raised an exception*****'
    expect(read(`${line}\n${tracefmt('a')}`).records).toMatchObject([
      {undecoded: 'processing-error', atUs: null, message: line},
      {message: 'a'},
    ])
  })
})

describe('TraceLogging records', () => {
  it('have named fields', () => {
    const {records} = read(
      '[1]5FEC.0E48::01/13/2024-23:31:07.097 [Acme.Wlan]{"peer":"02:00","meta":{"event":"Roam","id":12,"activity":"21ba7b61-05f8-41f1-9048-c09493dcfe38"}}\n',
    )
    expect(records[0]).toMatchObject({
      provider: 'Acme.Wlan',
      eventId: 12,
      activityId: '21ba7b61-05f8-41f1-9048-c09493dcfe38',
    })
    expect({...records[0]?.fields}).toMatchObject({peer: '02:00', 'meta.event': 'Roam'})
  })

  it('stay text where they are none', () => {
    expect(read('[1]5FEC.0E48::01/13/2024-23:31:07.097 [c]{"half":\n').records).toMatchObject([
      {message: '{"half":', fields: null},
    ])
  })
})

describe('the trace header', () => {
  it('tells the zone, the span and the losses', () => {
    const {records, notes, problems} = read(header + pktmon('a'))
    expect(notes).toEqual({
      lostEvents: 3,
      lostBuffers: 2,
      zone: 'utc',
      granularityUs: 1,
      headerStartUs: Date.parse('2021-06-02T08:49:40.139Z') * 1000 + 669,
      headerEndUs: Date.parse('2021-06-02T08:50:11.676Z') * 1000 + 965,
    })
    expect(records.map(timeOf)).toEqual(['2021-06-02T08:49:40.139669', '2021-06-02T08:49:41.530246'])
    expect(records[0]?.fields).toMatchObject({Event: 'Header', EventsLost: '3', X: 'y'})
    expect(problems).toEqual([])
  })

  it('beats --tz, and says so', () => {
    const {records, problems} = read(header + pktmon('a'), {tzMinutes: 60})
    expect(timeOf(records[1])).toBe('2021-06-02T08:49:41.530246')
    expect(problems.map(problem => problem.message)).toEqual([
      'The trace header puts its clock 330 minutes east of UTC; --tz was not used.',
    ])
    expect(read(header, {tzMinutes: 330}).problems).toEqual([])
  })

  it('does not change the clock in the middle', () => {
    const {records, notes, problems} = read(pktmon('a') + header + pktmon('b'))
    expect(records.map(timeOf)).toEqual([
      '2021-06-02T14:19:41.530246',
      '2021-06-02T14:19:40.139669',
      '2021-06-02T14:19:41.530246',
    ])
    expect(notes).toMatchObject({zone: 'local', headerStartUs: null, lostEvents: 3})
    expect(problems).toEqual([
      {
        line: 2,
        offset: Buffer.byteLength(pktmon('a')),
        message: 'The trace header, which tells the zone, comes after other records; it was not used.',
      },
    ])
  })

  it('is believed again where another listing is appended', () => {
    const later = header.replace('2021-06-02 14:19:40', '2021-06-02 10:49:40')
    const {records, notes, problems} = read(header + pktmon('a') + later + pktmon('b'))
    expect(records.map(timeOf)).toEqual([
      '2021-06-02T08:49:40.139669',
      '2021-06-02T08:49:41.530246',
      '2021-06-02T08:49:40.139669',
      '2021-06-02T12:19:41.530246',
    ])
    expect(notes).toMatchObject({lostEvents: 6, zone: 'utc'})
    expect(problems).toEqual([])
  })

  it('is not believed where its times cannot be the same instant', () => {
    const far = header.replace('14:19:40', '14:27:00')
    const {notes, problems} = read(far + pktmon('a'))
    expect(notes).toMatchObject({zone: 'local', headerStartUs: null, lostEvents: 3})
    expect(problems.map(problem => problem.message)).toEqual([
      'The trace header has another start time than its own stamp; the zone of the clock cannot be told from it.',
    ])
  })

  it('may say little', () => {
    const {notes, problems} = read(
      '[0]0BFC.2430::2021-06-02 14:19:40.139 [MSNT_SystemTrace]Event: Header, EventsLost: x, EndTime: 0\n',
    )
    expect(notes).toMatchObject({lostEvents: 0, zone: 'local', headerEndUs: null})
    expect(problems).toEqual([])
  })
})

describe('records of lost events', () => {
  it.each<[string, number | null]>([
    ['[MSNT_SystemTrace]Event: RT_LostEvent, x: 1', 32],
    ['[MSNT_SystemTrace] Event: RT_LostBuffer', 33],
    ['[MSNT_SystemTrace] Event: RT_LostFile', 34],
    ['[RT_LostEvent]', 32],
    ['[MSNT_SystemTrace] Event: Lost, x: 1', null],
    ['[LostEventHandler]', null],
  ])('%s', (rest, eventId) => {
    const [record] = read(`[0]0000.0000::2021-06-02 14:19:40.139 ${rest}\n`).records
    expect(record).toMatchObject({eventId, pid: null, tid: null})
    expect(record?.provider === 'RT_LostEvent').toBe(eventId !== null)
    expect(record?.providerGuid).toBe(eventId === null ? null : '6a399ae0-4bc6-4de9-870b-3657f8947e7e')
  })
})

describe('what tools print around records', () => {
  const dump = [
    '0: kd> !wmitrace.logdump x',
    '(WmiTrace) LogDump for Logger Id 0x13',
    'Found Buffers: 5 Messages: 2, sorting entries',
    tracefmt('a').trim(),
    'more',
    tracefmt('b').trim(),
    'Total of 2 Messages from 5 Buffers',
    '0: kd> .bugcheck',
    'Bugcheck code 0',
    '',
  ]

  it('is left out: debugger', () => {
    const {records, formats, input, problems} = read(`${dump.join('\n')}${tracefmt('c')}`)
    expect(records.map(record => record.message)).toEqual(['a\nmore', 'b', 'c'])
    expect(formats).toEqual(['wmitrace', 'wmitrace', 'tracefmt'])
    expect(input.format).toBe('wmitrace')
    expect(problems).toEqual([])
  })

  it('is left out: the console of tracefmt, but for losses', () => {
    const buffer = (lost: number) =>
      `06/10/2005-21:25:45.539 ::        1: Filled=     696, Lost=  0 TotalLost= ${lost}\n`
    const total = 'Processing completed   Buffers: 1, Events: 13, EventsLost: 4 :: Format Errors: 0, Unknowns: 0\n'
    const shown = read(`${tracefmt('a')}${buffer(2)}${tracefmt('b')}${buffer(4)}`)
    expect(shown.records.map(record => record.message)).toEqual(['a', 'b'])
    expect(shown.notes.lostEvents).toBe(4)
    expect(read(`${buffer(2)}${buffer(4)}${total}`).notes.lostEvents, 'the sum counts once').toBe(4)
    expect(read(total).input).toMatchObject({format: 'tracefmt', records: 0})
  })

  it('is no record that a listing begins with', () => {
    const {records, problems} = read(
      `the rest of a record\n  more of it\n\n${tracefmt('a')}${tracefmt('b')}${tracefmt('c')}`,
    )
    expect(records).toHaveLength(3)
    expect(problems).toEqual([
      {line: 1, offset: 0, message: '2 lines belong to no record: the listing begins in the middle of one.'},
    ])
  })
})

describe('a prefix of the user', () => {
  const options = {prefix: '%8!u!/%3!u! %4!s! <%1!s!> %!FUNC!: '}
  const text =
    '12/34 07/25/2003-13:55:39.998 <wlan> CPort::Roam: started\n  more\n12/34 07/25/2003-13:55:40.998 <wlan> CPort::Roam: done\n'

  it('makes a listing of text that nobody knows', () => {
    const {records, input} = read(text, options)
    expect(input).toMatchObject({format: 'tracefmt', records: 2})
    expect(records[0]).toMatchObject({
      pid: 12,
      tid: 34,
      provider: 'wlan',
      message: 'started\n  more',
      fields: {func: 'CPort::Roam'},
    })
    expect(timeOf(records[1])).toBe('2003-07-25T13:55:40.998000')
    expect(read(text).input.format).toBe('text')
  })

  it('does not keep a listing with the default prefix from being read', () => {
    expect(read(tracefmt('a'), options).records).toMatchObject([{message: 'a', provider: 'tracedrv'}])
  })
})

describe('damage', () => {
  const sample = `EventTrace\r\n6 ${tracefmt('a \u20ac')}\t0000: 01 02\r\nUnknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).\r\n7 ${tracefmt('b')}${tracefmt('{"x":1,"meta":{"event":"e"}}')}`

  it('costs no record before the place where a file is cut', () => {
    const bytes = Buffer.from(sample)
    const whole = read(bytes).records
    expect(whole).toHaveLength(4)
    const lineEnd = (record: number) => bytes.indexOf('\n', whole[record]?.offset ?? 0) + 1
    // Shorter ones are no listing yet, but one line of text.
    for (let length = 10; length < bytes.length; length++) {
      const {records, problems} = read(bytes.subarray(0, length))
      const kept = whole.filter((_, i) => (whole[i + 1]?.offset ?? bytes.length) <= length)
      expect(records.slice(0, kept.length), `cut at ${length}`).toEqual(kept)
      // Beyond them at most the record that was cut in its message.
      expect(records.length - kept.length, `cut at ${length}`).toBeLessThanOrEqual(1)
      const inHead = whole.find(
        (record, i) => record.offset < length && length < Math.min(record.offset + 40, lineEnd(i)),
      )
      if (inHead !== undefined && length > 12) expect(problems.length, `cut at ${length}`).toBe(1)
    }
  })

  it('reads the same records however the bytes are cut', () => {
    for (const bytes of [
      Buffer.from(sample),
      Buffer.from(`\ufeff${sample}`),
      Buffer.from(`\ufeff${sample}${header}`, 'utf16le'),
    ]) {
      const {input: _, ...whole} = read(bytes)
      fc.assert(
        fc.property(fc.array(fc.nat(40), {maxLength: 60}), sizes => {
          const {input: __, ...cut} = read(bytes, {}, sizes)
          expect(cut).toEqual(whole)
        }),
        {numRuns: 60},
      )
    }
  })

  it('never throws, whatever the lines', () => {
    const part = fc.constantFrom(
      tracefmt('x'),
      header,
      '[0]',
      '0338.0E40::',
      '06/10/2005-14:25:43.968',
      ' [',
      ']',
      '(WmiTrace)',
      'Unknown(',
      '\n',
      '\r',
      '\0',
      '\u001b[2J',
      '<script>',
      '{"',
      '*****',
      'Event: ',
      '\ud83d',
      '𝟙',
      'Start Time 1',
    )
    fc.assert(
      fc.property(fc.array(part, {maxLength: 30}), parts => {
        const {records, input} = read(parts.join(''))
        expect(records.length).toBe(input.records)
        for (const record of records) expect(record.atUs === null || Number.isSafeInteger(record.atUs)).toBe(true)
      }),
    )
  })
})
