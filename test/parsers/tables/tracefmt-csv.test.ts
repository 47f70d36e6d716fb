import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {tracefmtCsv} from '../../../src/parsers/tables/tracefmt-csv.js'
import {everyCut} from '../every-cut.js'
import {read, timeOf} from '../read.js'

const prefixed = `4,0x0338,tracedrv,[0]0338.0E40::06/10/2005-14:25:43.968 [tracedrv]IOCTL = 1, second, "third"
4,0x0338,[1]0338.0E41::06/10/2005-14:25:43.969 [tracedrv]Dump:
0000: 33 00, 7c
Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).
5,"[2]0338.0E40::06/10/2005-14:25:44.000 [c]a ""quoted"" word
over ""two"" lines"
`
const headed = `CPU#, Process ID, Thread ID, Sequence#, System Time, Name, Func Name, Other, Message
0, 0338, 0E40, 7, 06/10/2005-14:25:43.968, tracedrv, Roam::Start, x, "IOCTL = 1, a ""b"""
1, 824, 3648, 8, 06/10/2005-14:25:43.969, tracedrv, , , plain, with commas
of two lines
2, 0x338, 0xE40, 9, 06/10/2005-14:25:43.970, "a,b", , , "quoted
over lines, 06/10/2005-14:25:43.971
"
`
const shown = (text: string) =>
  read(text).records.map(({line, cpu, pid, tid, provider, message, fields, ...record}) => [
    ...[line, timeOf(record as never), cpu, pid, tid, provider, message],
    fields === null ? null : {...fields},
  ])

describe('tracefmt -csv', () => {
  it('is read from the default prefix, whatever stands before it', () => {
    expect(shown(prefixed)).toEqual([
      [1, '2005-06-10T14:25:43.968000', 0, 0x338, 0xe40, 'tracedrv', 'IOCTL = 1, second, "third"', null],
      [2, '2005-06-10T14:25:43.969000', 1, 0x338, 0xe41, 'tracedrv', 'Dump:\n0000: 33 00, 7c', null],
      [
        ...[4, null, null, null, null, null],
        'Unknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).',
        {messageNumber: '10', messageGuid: '37753236-c81f-505e-d40a-128d3bb2b5ff'},
      ],
      [5, '2005-06-10T14:25:44.000000', 2, 0x338, 0xe40, 'c', 'a "quoted" word\nover "two" lines', null],
    ])
    const {input, problems, notes} = read(prefixed)
    expect(input).toMatchObject({format: 'tracefmt-csv', records: 4, undecoded: 1})
    expect(problems).toEqual([])
    expect(notes).toMatchObject({zone: 'local', granularityUs: 1000})
  })

  it('is read by its heading, ids only where they can be nothing but hex', () => {
    expect(shown(headed)).toEqual([
      [
        ...[2, '2005-06-10T14:25:43.968000', 0, 0x338, 0xe40, 'tracedrv', 'IOCTL = 1, a "b"'],
        {sequence: '7', func: 'Roam::Start', Other: 'x'},
      ],
      [
        ...[3, '2005-06-10T14:25:43.969000', 1, null, null, 'tracedrv', 'plain, with commas\nof two lines'],
        {pid: '824', tid: '3648', sequence: '8'},
      ],
      [
        ...[5, '2005-06-10T14:25:43.970000', 2, 0x338, 0xe40, 'a,b', 'quoted\nover lines, 06/10/2005-14:25:43.971'],
        {sequence: '9'},
      ],
    ])
    expect(read(headed).problems).toEqual([])
    expect(timeOf(read(headed, {tzMinutes: 60}).records[0])).toBe('2005-06-10T13:25:43.968000')
  })

  it('may have both', () => {
    const both = `CPU,PID,TID,Level,Message\n0,0338,0E40,4,[0]0338.0E40::06/10/2005-14:25:43.968 [c]m\n`
    expect(shown(both)).toEqual([[2, '2005-06-10T14:25:43.968000', 0, 0x338, 0xe40, 'c', 'm', {level: '4'}]])
    // A second file behind the first has a heading of its own.
    expect(shown(`${both}${headed}`)).toHaveLength(4)
  })

  it('finds the message where it is not the last column', () => {
    const rows =
      'Message,CPU,PID,TID,Time\n"a,b",0,0338,0E40,06/10/2005-14:25:43.968\nc,d,1,0338,0E40,06/10/2005-14:25:43.968\n'
    expect(read(rows).records.map(({message, cpu}) => [message, cpu])).toEqual([
      ['a,b', 0],
      ['c,d', 1],
    ])
  })

  it.each([
    ['a listing', '[0]0338.0E40::06/10/2005-14:25:43.968 [c]a, [0]0338.0E40::06/10/2005-14:25:43.968 [c]b\n'.repeat(4)],
    ['CSV of tracerpt', 'Event Name, Type, TID, Clock-Time, Kernel(ms), User(ms), User Data\nx, y, 1, 2, 3, 4, 5\n'],
    [
      'CSV of the performance analyzer',
      'Line #,Provider Name,Process,ThreadId,Message,Cpu,Time (s)\n1,a,b,2,c,0,1.5\n',
    ],
    [
      'CSV of the event viewer',
      'Level,Date and Time,Source,Event ID,Task Category\nInfo,10/7/2016 06:38:24 PM,x,1,None\n',
    ],
    ['another table', 'localTime,cpu,pid,tid,length\n2021-06-02 14:19:40.530246400,2,4,632,5\n'],
    ['a page that quotes rows', `Look at this:\n${'\nmore\n'.repeat(9)}${prefixed}`],
    ['source code', 'int cpu, pid, tid, time;\nprintf("%d, %d", pid, tid);\n'],
    ['a heading alone', 'CPU,PID,TID,Time,Message\n'],
    ['another heading', 'a,b,c,d,e\n1,2,3,4,5\n'],
  ])('is not %s', (_, text) => {
    expect(tracefmtCsv.sniff(text)).toBe(0)
  })

  it('says what belongs to no record', () => {
    const {problems} = read(`x\n${prefixed.repeat(2)}`)
    expect(problems).toEqual([
      {line: 1, offset: 0, message: 'One line belongs to no record; nothing was read of that.'},
    ])
  })

  it('cut behind every byte loses the last record at most', () => {
    everyCut(prefixed)
    everyCut(headed)
  })

  it('gives back what was written with -csvquote', () => {
    const text = fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/).filter(value => !value.startsWith('{'))
    const row = fc.record({
      cpu: fc.nat(99),
      ms: fc.nat(999),
      component: fc.stringMatching(/^[a-z]{1,9}$/),
      message: text,
    })
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 6}), fc.boolean(), (rows, heading) => {
        const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
        const stamp = (ms: number) => `06/10/2005-14:25:43.${String(ms).padStart(3, '0')}`
        const lines = rows.map(({cpu, ms, component, message}) =>
          heading
            ? `${cpu},0338,0E40,${stamp(ms)},${component},${quoted(message)}\n`
            : `x,y,${quoted(`[${cpu}]0338.0E40::${stamp(ms)} [${component}]${message}`)}\n`,
        )
        const {records} = read(`${heading ? 'CPU,PID,TID,Time,Name,Message\n' : ''}${lines.join('')}`)
        expect(
          records.map(({cpu, atUs, provider, message}) => ({
            cpu,
            ms: ((atUs as number) / 1000) % 1000,
            component: provider,
            message,
          })),
        ).toEqual(rows)
      }),
    )
  })
})
