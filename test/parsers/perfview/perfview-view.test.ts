import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {read} from '../read.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'
const NAME = `${WLAN}/EventID(20007)`
const HEADER = 'Event Name,Time MSec,Process Name,Rest'

/** As PerfView writes a cell. */
const cell = (text: string, separator = ',') => (text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text)

describe('PerfView CSV', () => {
  it('reads rows', () => {
    const rest =
      ' ThreadID="5,544" ProcessorNumber="2" FormattedMessage="a \\"b\\" c" ReasonCode="229,377" Path="C:\\x\\"'
    const text = `${HEADER}\r\n${NAME},8184.674,svchost (4276),${cell(rest)}\r\n${NAME},8184.675,svchost (4276), A="1"\r\n`
    const {records, input, problems, notes} = read(text)
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'perfview-csv', records: 2})
    expect(notes).toMatchObject({zone: 'relative', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 2,
      offset: HEADER.length + 2,
      atUs: 8_184_674,
      cpu: 2,
      pid: 4276,
      tid: 5544,
      provider: WLAN,
      eventId: 20_007,
      message: 'a "b" c',
    })
    expect({...records[0]?.fields}).toEqual({
      ReasonCode: '229377',
      Path: 'C:\\x\\',
      EventName: 'EventID(20007)',
      ProcessName: 'svchost (4276)',
    })
    expect(records[1]).toMatchObject({line: 3, message: '1', fields: {A: '1'}})
  })

  it('reads other cultures, columns of their own, and line ends in cells', () => {
    const text = `Event Name;Time MSec;Process Name;Reason;Rest\n${NAME};8184,674;;a,"b"; Text="one\ntwo" B="x"\n${NAME};8184,675;p (1);${cell('a;"b"', ';')};\n`
    const {records, problems} = read(text)
    expect(problems).toEqual([])
    expect(records.map(({atUs, line, fields}) => [atUs, line, fields?.Reason, fields?.Text])).toEqual([
      [8_184_674, 2, 'a,"b"', 'one\ntwo'],
      [8_184_675, 4, 'a;"b"', undefined],
    ])
  })

  it('keeps empty cells between tabs', () => {
    const header = HEADER.replaceAll(',', '\t')
    const {records, problems} = read(`${header}\n${NAME}\t1.000\tp\t\n${NAME}\t2.000\tp\t A="1"\n\n`)
    expect(problems).toEqual([])
    expect(records.map(({atUs}) => atUs)).toEqual([1000, 2000])
  })

  it('loses the broken row only', () => {
    const {records, problems} = read(`${HEADER}\n${NAME},1.000,p,"x\n${NAME},2.000,p,a,b\n${NAME},3.000,p,\n`)
    expect(records.map(({atUs}) => atUs)).toEqual([1_000_000, 3_000_000].map(us => us / 1000))
    expect(problems.map(({line}) => line)).toEqual([3])
  })

  it('loses a line that is no row, not the row before', () => {
    const rows = `${NAME},1.000,p," A=""x, y"""\nodd, line\n, more\n${NAME},2.000,p," A=""x,\ny"""\n`
    const {records, problems} = read(`${HEADER}\n${rows}${NAME},3.000,p, A="1"\nodd, end`)
    expect(records.map(({atUs, message}) => [atUs, message])).toEqual([
      [1000, 'x, y'],
      [2000, 'x,\ny'],
      [3000, '1'],
    ])
    expect(problems.map(({line}) => line)).toEqual([3, 8])
  })

  it('keeps what came before any cut', () => {
    const text = `${HEADER}\n${NAME},1.000,p, A="ü"\n${NAME},2.000,p,${cell(' A="1,2" B="x"')}\n`
    const whole = read(text).records
    const bytes = Buffer.from(text)
    for (let length = HEADER.length + 1; length < bytes.length; length++) {
      const {records} = read(bytes.subarray(0, length))
      expect(records.length).toBeLessThanOrEqual(2)
      if (records.length === 2) expect(records[0]).toEqual(whole[0])
    }
  })

  it('reads back whatever is written', () => {
    const value = fc
      .string({unit: 'grapheme', maxLength: 12})
      .map(s => s.replace(/[\p{Cc}\p{Surrogate}\\]/gu, '_').trim())
    const one = fc.record({us: fc.nat(4e9), a: value, b: value})
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 5}), fc.constantFrom(',', ';'), (all, separator) => {
        const header = `Event Name,Time MSec,Process Name,Own,Rest`.replaceAll(',', separator)
        const rows = all.map(({us, a, b}) => {
          const ms = (us / 1000).toFixed(3).replace('.', separator === ';' ? ',' : '.')
          return [
            NAME,
            ms,
            'p (1)',
            cell(a, separator),
            cell(` B="${b.replaceAll('"', '\\"')}" C="x"`, separator),
          ].join(separator)
        })
        const wanted = all.filter(({a}) => !a.startsWith('"'))
        const {records} = read(`${header}\n${rows.filter((_, i) => !all[i]?.a.startsWith('"')).join('\n')}\n`)
        const plain = (text: string) => (/^-?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text)
        expect(records.map(({atUs, fields}) => [atUs, fields?.Own ?? '', fields?.B])).toEqual(
          wanted.map(({us, a, b}) => [us, plain(a), plain(b)]),
        )
      }),
    )
  })
})

describe('PerfView XML', () => {
  const event = (rest: string, time = '12.345') =>
    ` <Event EventName="${NAME}" TimeMsec="${time}" ProcessName="svchost (4276)" ${rest}/>`
  const events = (...all: string[]) => `<Events>\r\n${all.join('\r\n')}\r\n</Events>\r\n`

  it('reads events, also those that no XML reader takes', () => {
    const text = events(event('A="1"A="2" B="&quote;x&quote; &lt; > y" ThreadID="5,544"'), event('N="1,234"', '12.346'))
    const {records, input, problems, notes} = read(text)
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'perfview-xml', records: 2})
    expect(notes).toMatchObject({zone: 'relative', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 2,
      offset: 10,
      text: event('A="1"A="2" B="&quote;x&quote; &lt; > y" ThreadID="5,544"'),
      atUs: 12_345,
      pid: 4276,
      tid: 5544,
      provider: WLAN,
      eventId: 20_007,
    })
    expect(records[0]?.fields).toMatchObject({A: '1', 'A#2': '2', B: '"x" < > y'})
    expect(records[1]?.fields?.N).toBe('1234')
  })

  it('reads times of other cultures', () => {
    const {records, problems} = read(events(event('', '12,345'), event('', '1234567,890'), event('', '1,234.567')))
    expect(problems).toEqual([])
    expect(records.map(({atUs}) => atUs)).toEqual([12_345, 1_234_567_890, 1_234_567])
  })

  it('loses the broken event only', () => {
    const {records, problems} = read(events(event('A="1"'), ' <Event EventName="x"/>', event('', '13.000')))
    expect(records.map(({atUs}) => atUs)).toEqual([12_345, 13_000])
    expect(problems.map(({line, message}) => [line, message])).toEqual([
      [3, 'This event has no name or no time: it was left out.'],
    ])
  })

  it('keeps what came before any cut', () => {
    const text = events(event('A="ü"'), event('B="2"'))
    const whole = read(text).records
    const bytes = Buffer.from(text)
    for (let length = 100; length < bytes.length; length++) {
      const {records} = read(bytes.subarray(0, length))
      expect(records).toEqual(whole.slice(0, bytes.toString('utf8', 0, length).split('/>').length - 1))
    }
  })

  it('reads back whatever is written', () => {
    const value = fc
      .string({unit: 'grapheme', maxLength: 12})
      .map(text => text.replace(/[\p{Cc}\p{Surrogate}]/gu, '_').trim())
    const written = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quote;')
    fc.assert(
      fc.property(fc.array(fc.record({us: fc.nat(4e9), a: value}), {minLength: 1, maxLength: 5}), all => {
        const {records, problems} = read(
          events(...all.map(({us, a}) => event(`A="${written(a)}"`, (us / 1000).toFixed(3)))),
        )
        expect(problems).toEqual([])
        const plain = (text: string) => (/^-?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text)
        expect(records.map(({atUs, fields}) => [atUs, fields?.A ?? ''])).toEqual(all.map(({us, a}) => [us, plain(a)]))
      }),
    )
  })

  it.each([
    ['XML', events(event('')), 'perfview-xml'],
    ['CSV', `${HEADER}\r\n`, 'perfview-csv'],
    ['CSV of another culture', 'Event Name;Time MSec;Process Name\r\n', 'perfview-csv'],
    [
      'tracerpt',
      '  Event Name,       Type,     Event ID,    Version,    Channel,      Level,     Opcode,       Task,            Keyword,        PID,        TID,     Processor Number,  Instance ID,   Parent Instance ID,                              Activity ID,                      Related Activity ID,           Clock-Time, Kernel(ms),   User(ms), User Data\r\n',
      'tracerpt-csv',
    ],
    ['other events', '<Events>\n <Event name="x"/>\n</Events>', 'text'],
  ])('is told by its beginning: %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
