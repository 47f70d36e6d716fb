import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {recogniser} from '../../../src/dialects/index.js'
import {ndiskd} from '../../../src/parsers/debugger/ndiskd.js'
import {everyCut} from '../every-cut.js'
import {corpusFile, hasCorpus, read} from '../read.js'

const dump = `1: kd> !ndiskd.wdiadapter -oids
    CAdapter
    ffffc804af396000 - WDI Adapter


WDI ADAPTER

    Object             ffffc804af396000
    WDI driver         ffffc804b8ce7c40 - WDI MiniDriver

DEVICE COMMANDS

    Command            Oid                   State      Child
    ffffc804b9f33000   OID_WDI_TASK_ROAM     Pending
    ffffc804b9f33001   OID_WDI_SET_ADD_CIPHER_KEYS     Completed  x
    [No more device commands found]

Device Command Scheduler

OID HISTORY

    OID_WDI_TASK_SCAN
    Current OID        OID_WDI_TASK_DISCONNECT

MORE INFORMATION
    Power management 1                     Receive filtering
`
const STATE = 'The debugger shows the state of one moment here, without times: sessions cannot be told from it.'

describe('the state of a WDI adapter in the debugger', () => {
  it('has a record a row, with its section, and none for titles and links', () => {
    const {records, input, problems} = read(dump)
    expect(input).toMatchObject({format: 'ndiskd', records: 7, undecoded: 0})
    expect(records.map(({line, message}) => [line, message])).toEqual([
      [3, 'ffffc804af396000 - WDI Adapter'],
      [8, 'Object: ffffc804af396000'],
      [9, 'WDI driver: ffffc804b8ce7c40 - WDI MiniDriver'],
      [14, 'Command: ffffc804b9f33000, Oid: OID_WDI_TASK_ROAM, State: Pending'],
      [15, 'Command: ffffc804b9f33001, Oid: OID_WDI_SET_ADD_CIPHER_KEYS, State: Completed, Child: x'],
      [22, 'OID_WDI_TASK_SCAN'],
      [23, 'Current OID: OID_WDI_TASK_DISCONNECT'],
    ])
    expect({...records[3]?.fields}).toEqual({
      section: 'DEVICE COMMANDS',
      Command: 'ffffc804b9f33000',
      Oid: 'OID_WDI_TASK_ROAM',
      State: 'Pending',
    })
    expect(records.every(({atUs, momentary}) => atUs === null && momentary)).toBe(true)
    expect(problems).toEqual([{line: 0, offset: 0, message: STATE}])
  })

  it('finds the column of a cell by its place', () => {
    const table = '!ndiskd.wdiadapter\n  Job   State  Child\n  1          Idle\n  2   Busy  3\n'
    expect(read(table).records.map(({message}) => message)).toEqual([
      'Job: 1, State: Idle',
      'Job: 2, State: Busy, Child: 3',
    ])
  })

  it('names messages that are counted and make no event', () => {
    const {recognise, counts} = recogniser()
    expect(read(dump).records.map(recognise)).toEqual([null, null, null, 'named', 'named', 'named', 'named'])
    expect(counts.size).toBe(0)
  })

  it('passes over what other commands print, and says so', () => {
    const {records, problems} = read(`${dump}1: kd> lm\nstart end\nffff ffff wifi\n1: kd> ${dump.slice(7)}`)
    expect(records).toHaveLength(14)
    expect(problems[1]).toEqual({
      line: 28,
      offset: dump.length + 10,
      message: '2 lines are output of other commands of the debugger; they were not read.',
    })
  })

  it.each([
    ["a driver's log", '3: kd> !rcdrlogdump usbxhci.sys\n--- start of log ---\n'],
    ['a log dump', '0: kd> !wmitrace.logdump x\n(WmiTrace) LogDump for Logger Id 0x13\n'],
    ['source code', '// !ndiskd.wdiadapter\nint WDI_ADAPTER = 1;\n'],
    ['a page about it', 'The !ndiskd.wdiadapter extension displays information.\nWDI ADAPTER is a heading\n'],
    ['a page that quotes it', `Look at this:\n${'\nmore\n'.repeat(9)}${dump}`],
    ['a heading alone', 'WDI ADAPTER\n\nIt is an adapter.\n'],
  ])('is not %s', (_, text) => {
    expect(ndiskd.sniff(text)).toBe(0)
  })

  it('is known without its prompt', () => {
    expect(ndiskd.sniff(dump.slice(dump.indexOf('WDI ADAPTER')))).toBe(0.8)
    expect(ndiskd.sniff(dump.slice(7))).toBe(0.9)
  })

  it('cut behind every byte loses the last row at most', () => {
    everyCut(dump)
  })

  it('gives back what was written', () => {
    const cell = fc.stringMatching(/^[a-z0-9_]{1,30}$/).map(text => `x${text}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), {minLength: 1, maxLength: 8}), rows => {
        const lines = rows.map(([a, b, c]) => `    ${a.padEnd(40)} ${b.padEnd(40)} ${c}\n`)
        const head = `!ndiskd.wdiadapter\nACTIVE JOBS\n    ${'Job'.padEnd(40)} ${'State'.padEnd(40)} Type\n`
        const {records} = read(`${head}${lines.join('')}`)
        expect(records.map(({fields}) => [fields?.Job, fields?.State, fields?.Type])).toEqual(rows)
      }),
    )
  })

  it('survives hostile text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('__proto__  1', '  a  b  c', 'WDI ADAPTER', ' ')), {
          maxLength: 20,
        }),
        lines => {
          const {records} = read(`!ndiskd.wdiadapter\n${lines.join('\n')}`)
          for (const {fields} of records) expect(Object.getPrototypeOf(fields)).toBe(null)
        },
      ),
    )
  })
})

describe.skipIf(!hasCorpus)('a real state dump (../shared/corpus/real)', () => {
  it('reads ndiskd-wdiadapter.txt', () => {
    const bytes = corpusFile('debugger/ndiskd-wdiadapter.txt')
    const {input, records, problems} = read(bytes)
    expect(input.format).toBe('ndiskd')
    // 9 rows of a name and a value, a job in each of two tables, and the adapter's own line.
    const rows = bytes.toString().match(/^ {4}(?:\S+ ?\S+ {2,}\S.*|ffff\w+ - .*)$/gm) as string[]
    const wanted = rows.filter(row => !/Child|Type|Power management/.test(row))
    expect(wanted).toHaveLength(12)
    expect(records.map(({text}) => text)).toEqual(wanted)
    expect(records.filter(({message}) => message.includes('WiFiJobMiniportInitialize'))).toHaveLength(2)
    expect(problems.map(({message}) => message)).toEqual([STATE])
    expect(records.map(recogniser().recognise)).toEqual(wanted.map(() => null))
  })
})
