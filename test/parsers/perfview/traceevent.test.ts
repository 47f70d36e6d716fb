import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chooseParser} from '../../../src/parsers/index.js'
import {corpusFile, hasCorpus, read} from '../read.js'

const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'
const line = (
  more = 'CurrState=Roaming; Text=a; b=c d; NewState=12,345; ',
  time = '8,184.674',
  name = `${WLAN}/EventID(20007)`,
) => `EVENT ${time}: ${name} PID=179596; TID=168672; PName=svchost; ProceNum=4; DataLen=203; ${more}`

describe('TraceEvent baseline', () => {
  it('reads events', () => {
    const {records, input, problems, notes} = read(
      `${line()}\n${line('', '8,185.741')}\n\nCOUNT ${WLAN}/EventID(20007):2\n`,
    )
    expect(problems).toEqual([])
    expect(input).toMatchObject({format: 'traceevent', records: 2})
    expect(notes).toMatchObject({zone: 'relative', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 1,
      offset: 0,
      text: line(),
      atUs: 8_184_674,
      ns: 0,
      cpu: 4,
      pid: 179_596,
      tid: 168_672,
      provider: WLAN,
      eventId: 20_007,
      message: 'CurrState: Roaming, Text: a, b: c d, NewState: 12345',
    })
    expect({...records[0]?.fields}).toEqual({
      CurrState: 'Roaming',
      Text: 'a',
      b: 'c d',
      NewState: '12345',
      EventName: 'EventID(20007)',
      ProcessName: 'svchost',
    })
    expect(records[1]).toMatchObject({line: 2, offset: line().length + 1, atUs: 8_185_741, message: ''})
  })

  it('takes losses from the header of the trace', () => {
    const header = line(
      'EventsLost=1,204; BuffersLost=3; StartTime=23/03/14 00:46:36.69...; ',
      '0.000',
      'Windows Kernel/EventTrace',
    )
    expect(read(`${header}\n`).notes).toMatchObject({lostEvents: 1204, lostBuffers: 3, headerStartUs: null})
  })

  it('says once that lines are no events', () => {
    const {records, problems} = read(`${line()}\nhello\nthere\n${line()}\n`)
    expect(records).toHaveLength(2)
    expect(problems.map(({line: at}) => at)).toEqual([2])
  })

  it('keeps what came before any cut', () => {
    const text = `${line('A=ü; ')}\n${line('B=1; C=2; ')}\n`
    const whole = read(text).records
    const bytes = Buffer.from(text)
    for (let length = 90; length < bytes.length; length++) {
      const {records} = read(bytes.subarray(0, length))
      if (records.length > 0 && length > line('A=ü; ').length + 1) expect(records[0]).toEqual(whole[0])
      expect(records.length).toBeLessThanOrEqual(2)
    }
  })

  it('reads back whatever is written', () => {
    const value = fc
      .string({unit: 'grapheme', maxLength: 12})
      .map(s => s.replace(/[\p{Cc}\p{Surrogate};=]/gu, '_').trim())
    const one = fc.record({us: fc.nat(4e9), values: fc.array(value, {maxLength: 4})})
    fc.assert(
      fc.property(fc.array(one, {minLength: 1, maxLength: 5}), all => {
        const text = all.map(({us, values}) => {
          const ms = String(Math.floor(us / 1000)).replace(/\B(?=(\d{3})+$)/g, ',')
          const pairs = values.map((one, i) => `F${i}=${/^-?\d{1,3}(?:,\d{3})+$/.test(one) ? 'x' : one}; `).join('')
          return line(pairs, `${ms}.${String(us % 1000).padStart(3, '0')}`)
        })
        const {records} = read(`${text.join('\n')}\n`)
        expect(records.map(({atUs}) => atUs)).toEqual(all.map(({us}) => us))
        records.forEach(({fields}, i) => {
          const {values} = all[i] as (typeof all)[0]
          values.forEach((want, n) => {
            expect(fields?.[`F${n}`]).toBe(want)
          })
        })
      }),
    )
  })

  it.skipIf(!hasCorpus)('reads the real baseline (../shared/corpus/real)', () => {
    const bytes = corpusFile('perfview/gcevents.baseline.txt')
    const printed = bytes
      .toString()
      .split('\n')
      .filter(text => text.startsWith('EVENT '))
    const {records, input, problems} = read(bytes)
    expect(problems).toEqual([])
    expect(printed).toHaveLength(52)
    expect(input).toMatchObject({format: 'traceevent', records: 52})
    const ms = (text: string) => Number(/^EVENT ([\d,.]+):/.exec(text)?.[1]?.replaceAll(/[,.]/g, ''))
    expect(records.map(({atUs}) => atUs)).toEqual(printed.map(ms))
    const name = (text: string) => /: (.*?) PID=/.exec(text)?.[1]
    expect(records.map(({provider, fields}) => `${provider}/${fields?.EventName}`)).toEqual(printed.map(name))
    const pairs = (text: string) => text.split(/; (?=[A-Z]\w*=)/).length
    // Without PID, TID, ProceNum and DataLen; with the name of the event.
    expect(records.map(({fields}) => Object.keys(fields ?? {}).length)).toEqual(printed.map(text => pairs(text) - 3))
    expect(records[1]).toMatchObject({
      pid: 179_596,
      tid: 168_672,
      cpu: 4,
      fields: {Sku: 'CoreClr', VMMajorVersion: '42'},
    })
  })
})

describe('TraceEvent elements', () => {
  it('reads the short form', () => {
    const text = `<Event MSec=     "12.8213" PID="4612" PName=    "test" TID="12372" EventName="MyFirst/Start" ProviderName="Microsoft-Demos" MyName="Hi &quot;x&quot;" ID="7" N="1,234"/>\n`
    const {records, input, problems, notes} = read(
      `GOT EVENT: ${text}${text.replace(' ProviderName="Microsoft-Demos"', '')}`,
    )
    expect(problems).toEqual([])
    expect(input.format).toBe('traceevent')
    expect(notes).toMatchObject({zone: 'relative', granularityUs: 1})
    expect(records[0]).toMatchObject({
      line: 1,
      offset: 11,
      atUs: 12_821,
      ns: 300,
      pid: 4612,
      tid: 12_372,
      provider: 'Microsoft-Demos',
      eventId: null,
      message: 'MyName: Hi "x", ID: 7, N: 1234',
    })
    expect(records[1]).toMatchObject({line: 2, provider: null, fields: {EventName: 'MyFirst/Start'}})
  })

  it('reads the long form, which has the short one inside', () => {
    const text = [
      '<Event MSec=  "3577.5348" PID="21332" PName=  "devenv" TID="13408" EventName="SomeEvent"',
      '  TimeStamp="06/01/22 18:02:49.443018" ID="20007" Version="0" Keywords="0x0000F00000000000" TimeStampQPC="7,153,447,263,803"',
      `  Level="Informational" ProviderName="${WLAN}" ProviderGuid="9580d7dd-0379-4658-9870-d5be7d52d6de" ClassicProvider="False" ProcessorNumber="3"`,
      '  Opcode="0" Task="65533" Channel="0" PointerSize="8" EventDataLength="4">',
      '  <PrettyPrint>',
      '    <Event MSec=  "3577.5348" PID="21332" PName=  "devenv" TID="13408" EventName="SomeEvent" FormattedMessage="a > b" Reason="5"/>',
      '  </PrettyPrint>',
      '  <Payload Length="4">       0:  5  0  0  0</Payload>',
      '</Event>',
    ].join('\r\n')
    const {records, problems} = read(text)
    expect(problems).toEqual([])
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      provider: WLAN,
      providerGuid: '9580d7dd-0379-4658-9870-d5be7d52d6de',
      eventId: 20_007,
      cpu: 3,
      message: 'a > b',
      fields: {Reason: '5', Level: 'Informational'},
    })
  })

  it.each([
    ['a baseline', line(), 'traceevent'],
    ['an element', '<Event MSec=  "1.0" PID="1"', 'traceevent'],
    ['a log with events of its own', 'EVENT 12: something PID=1; TID=2', 'text'],
    ['source code', 'sb.Append("<Event MSec=");', 'text'],
    ['event log XML', "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>", 'event-xml'],
  ])('is told by its beginning: %s', (_, text, id) => {
    expect(chooseParser(text).id).toBe(id)
  })
})
