import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {recogniser} from '../../../src/dialects/index.js'
import {read, timeOf} from '../read.js'
import {readBy} from '../scan/both-ways.js'
import {inBlocks} from '../scan/in-blocks.js'

const mdy = (message: string, ms = 968) => `[0]0338.0E40::06/10/2005-14:25:43.${ms} [tracedrv]${message}`
const ymd = (message: string, ms = 968) =>
  `[2]0F24.1020::2005-06-10 14:25:43.${ms} [Microsoft-Windows-WLAN-AutoConfig]${message}`
const banner = ['0: kd> !wmitrace.logdump x', '(WmiTrace) LogDump for Logger Id 0x13']
const marked = (line: string) => line.replace(/::(\d\d)\/(\d\d)\/(\d{4})/, '::\u200e$1\u200e/\u200e$2\u200e/\u200e$3')
const unknown = 'Unknown( 76): GUID=ac5ec775-ccdb-3c2c-6150-28b4eacacbc4 (No Format Information found).'
/** As a console of 80 columns shows it. */
const wrapped = (line: string) => line.match(/.{1,80}/g) ?? ['']
const messages = (...lines: string[]) => read(`${lines.join('\n')}\n`).records.map(({message}) => message)

describe('a listing of several hands', () => {
  it('has both layouts of dates', () => {
    const {records, formats, notes, problems} = read([mdy('a'), ymd('b', 969), mdy('c', 970), ''].join('\r\n'))
    expect(records.map(timeOf)).toEqual([
      '2005-06-10T14:25:43.968000',
      '2005-06-10T14:25:43.969000',
      '2005-06-10T14:25:43.970000',
    ])
    expect(formats).toEqual(['tracefmt', 'netsh', 'tracefmt'])
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1000})
    expect(problems).toEqual([])
  })

  it.each(['44676 ', '44676\t', '  44676  ', '44676:', '44676: ', '1:\t'])(
    'may have %j in front of a record',
    number => {
      const {records, input} = read(`${number}${mdy('a')}\n${number}${ymd('b')}\n${mdy('c')}\n`)
      expect(records.map(({message}) => message)).toEqual(['a', 'b', 'c'])
      expect(records[0]).toMatchObject({text: `${number}${mdy('a')}`, pid: 0x338})
      expect(input.format).toBe('tracefmt')
      for (let end = 1; end < number.length + 44; end++) {
        expect(
          read(`${mdy('a')}\n${number}${mdy('b')}`.slice(0, mdy('a').length + 1 + end)).records.length,
        ).toBeLessThan(3)
      }
    },
  )

  it.each(['44676:44677:', 'a:', '12.', '12-'])('has no record behind %j', number => {
    expect(messages(mdy('a'), `${number}${mdy('b')}`)).toEqual([`a\n${number}${mdy('b')}`])
  })

  it('may have marks around the parts of a date', () => {
    const {records} = read(`${marked(mdy('a \u200e1'))}\n\u200e${ymd('b', 969)}\n${mdy('c', 970)}\n`)
    expect(records.map(({message}) => message)).toEqual(['a 1', 'b', 'c'])
    expect(records[0]?.text).toBe(marked(mdy('a \u200e1')))
    expect(records.map(timeOf)).toEqual([
      '2005-06-10T14:25:43.968000',
      '2005-06-10T14:25:43.969000',
      '2005-06-10T14:25:43.970000',
    ])
    expect(read(marked(`${mdy('a')}\n`), {prefix: '[%9!d!]%8!04X!.%3!04X!::%4!s! [%1!s!]'}).records).toHaveLength(1)
  })

  it('has lines that a publisher broke, which mean the same', () => {
    const {records} = read(`${ymd('FSM Transition from State: ')}\nReset to State: Ihv_Configuring\n`)
    const whole = read(`${ymd('FSM Transition from State: Reset to State: Ihv_Configuring')}\n`).records
    expect(records[0]?.message).toBe('FSM Transition from State:\nReset to State: Ihv_Configuring')
    const [broken, sound] = [records, whole].map(([record]) => recogniser().recognise(record as never))
    expect(broken).toEqual(sound)
  })

  it('has what an old console of the debugger broke at its width, also inside a word', () => {
    const long = mdy(`OID_WDI_TASK_ROAM ${'x'.repeat(40)} y ${'z'.repeat(70)} end`)
    const blank = mdy(`${'a'.repeat(80 - mdy('').length - 1)} ${'b'.repeat(80)}`)
    expect(blank[79]).toBe(' ')
    expect(messages(...banner, ...wrapped(long), ...wrapped(blank), mdy('next'))).toEqual([
      long.slice(mdy('').length),
      blank.slice(mdy('').length),
      'next',
    ])
    // Other tools break no lines: such a message has two.
    expect(messages(...wrapped(long).slice(0, 2))).toEqual([wrapped(long).slice(0, 2).join('\n').slice(mdy('').length)])
  })

  it('has records without a format that the console broke', () => {
    expect(wrapped(unknown)).toHaveLength(2)
    const {records} = read([...banner, mdy('a'), ...wrapped(unknown), mdy('b'), ''].join('\n'))
    expect(records.map(({message, undecoded}) => [message, undecoded])).toEqual([
      ['a', null],
      [unknown, 'no-format'],
      ['b', null],
    ])
  })

  it.each([
    ["A driver's own log", '--- start of log ---', '7: F::g - b'],
    ['A summary', 'Files Processed:', '\tx.etl'],
    ["Output of xperf's dumper", 'BeginHeader', 'EndHeader'],
    ['CSV of tracerpt', '  Event Name,       Type,     Event ID,    Version', 'EventTrace, Header, 0, 2, 0'],
    ['XML of events', '<Events>', '</Events>'],
  ])('tells of %s behind it', (what, first, second) => {
    const {records, problems} = read([mdy('a'), first, second, mdy('c'), ''].join('\n'))
    expect(records.map(({message}) => message)).toEqual(['a', 'c'])
    const message = `${what} begins here and was not read: give it as a file of its own.`
    expect(problems).toEqual([{line: 2, offset: mdy('a').length + 1, message}])
    // Other XML belongs to a message.
    expect(messages(mdy('a'), '<?xml version="1.0"?>', '<WLANProfile>')).toHaveLength(1)
  })

  it('is the same whether it is read, scanned or read in blocks', async () => {
    const lines = fc.constantFrom(
      ...Array.from({length: 30}, (_, i) => mdy(`nothing of interest ${i}`)),
      ...[ymd('b'), mdy('OID_WDI_TASK_ROAM'), marked(mdy('OID_WDI_TASK_SCAN')), `44676:${mdy('c')}`, unknown],
      ...[
        ...banner,
        'Total of 5 Messages from 1 Buffers',
        '--- start of log ---',
        '7: F::g - b',
        '<Events>',
        '  Event Name,       Type,     Event ID,',
        '  more',
        'more',
        '',
      ],
      ...wrapped(mdy(`OID_WDI_${'x'.repeat(90)}`)),
      ...wrapped(unknown),
    )
    let passed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(lines, {minLength: 12, maxLength: 60}),
        fc.integer({min: 60, max: 400}),
        async (all, headLength) => {
          const bytes = Buffer.from(`${mdy('first')}\n${all.join('\n')}\n`)
          const full = readBy(bytes, 'full', headLength, [301])
          const scan = readBy(bytes, 'scan', headLength, [301])
          passed += scan.passed
          expect(scan.result).toEqual(full.result)
          const blocks = await inBlocks(bytes, {headLength, size: 500, full: true})
          if (blocks !== null) expect(blocks.result).toEqual(full.result)
        },
      ),
      {numRuns: Number(process.env.RUNS ?? 300)},
    )
    expect(passed).toBeGreaterThan(100)
  }, 60_000)
})
