import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {traceview} from '../../../src/parsers/tables/traceview.js'
import {everyCut} from '../every-cut.js'
import {read, timeOf} from '../read.js'

const rows = [
  '00000001\ttracedrv\t4\t0E40\t2\t7\t06/10/2005-14:25:43.968\tIOCTL = 1\r',
  '00000002\ttracedrv\t4\t3648\t2\t8\t06\\10\\2005-14:25:43:969\tDump:\r',
  '0000: 33 00\r',
  '0\t3\ttracedrv\t4\t3648\t1\t9\t06/10/2005-14:25:44.000\ttabs\tin it\r',
  '',
].join('\n')

describe('rows copied from TraceView', () => {
  it('have the default columns, ids only where they can be nothing but hex', () => {
    const {records, input, problems, notes} = read(rows)
    expect(input).toMatchObject({format: 'traceview', records: 3})
    expect(problems).toEqual([])
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1000})
    expect(
      records.map(({line, cpu, pid, tid, provider, message, fields, ...record}) => [
        ...[line, timeOf(record as never), cpu, pid, tid, provider, message],
        {...fields},
      ]),
    ).toEqual([
      [
        ...[1, '2005-06-10T14:25:43.968000', 2, null, 0xe40, 'tracedrv', 'IOCTL = 1'],
        {number: '00000001', process: '4', sequence: '7'},
      ],
      [
        ...[2, '2005-06-10T14:25:43.969000', 2, null, null, 'tracedrv', 'Dump:\n0000: 33 00'],
        {number: '00000002', process: '4', thread: '3648', sequence: '8'},
      ],
      [
        ...[4, '2005-06-10T14:25:44.000000', 1, null, null, 'tracedrv', 'tabs\tin it'],
        {number: '3', process: '4', thread: '3648', sequence: '9'},
      ],
    ])
  })

  it('have what is sure where columns were hidden', () => {
    const {records} = read('1\ttracedrv\t06/10/2005-14:25:43.968\tIOCTL\ta.c\t12\tMain\n')
    expect(records).toMatchObject([
      {provider: 'tracedrv', cpu: null, pid: null, fields: null, message: 'IOCTL\ta.c\t12\tMain'},
    ])
  })

  it.each([
    ['other rows', 'a\tb\tc\td\te\tf\tg\n'.repeat(3)],
    ['rows of few columns', '06/10/2005-14:25:43.968\ta\n'],
    ['a listing', '[0]0338.0E40::06/10/2005-14:25:43.968 [c]a\tb\tc\td\te\tf\tg\n'],
    ['a mail about them', `Hello,\nwe see\n${rows.slice(0, 60)}\nRegards\n`],
  ])('are not %s', (_, text) => {
    expect(traceview.sniff(text)).toBe(0)
  })

  it('say what belongs to no row', () => {
    expect(read(`x\n${rows}`).problems).toEqual([
      {line: 1, offset: 0, message: 'One line belongs to no row; nothing was read of that.'},
    ])
  })

  it('cut behind every byte lose the last record at most', () => {
    everyCut(rows)
  })

  it('give back what was written', () => {
    const row = fc.record({
      number: fc.nat(99_999),
      name: fc.stringMatching(/^[a-z]\w{0,9}$/),
      cpu: fc.nat(99),
      ms: fc.nat(999),
      message: fc.stringMatching(/^[!-z]([ -z]{0,40}[!-z])?$/),
    })
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 6}), all => {
        const text = all.map(
          ({number, name, cpu, ms, message}) =>
            `${number}\t${name}\t0338\t0E40\t${cpu}\t0\t06/10/2005-14:25:43.${String(ms).padStart(3, '0')}\t${message}\n`,
        )
        expect(
          read(text.join('')).records.map(({fields, provider, cpu, atUs, message}) => ({
            number: Number(fields?.number),
            name: provider,
            cpu,
            ms: ((atUs as number) / 1000) % 1000,
            message,
          })),
        ).toEqual(all)
      }),
    )
  })
})
