import {describe, expect, it} from 'vitest'
import type {Adapter} from '../../src/sessions/adapter.js'
import type {Silence} from '../../src/sessions/capture.js'
import {TaskBook} from '../../src/sessions/task-book.js'
import type {AbortTask} from '../../src/wdi/facts.js'
import type {Reader} from '../../src/wdi/reader.js'
import {event} from './events.js'
import {book, ms} from './told.js'

const LONG = 'capture from=-60000 to=200000'
const M1 = '0 M1 TASK_SCAN 1 5'
const M3 = '1 M3 TASK_SCAN 1 5 status=success'
const scan = (known: object) => ({name: 'TASK_SCAN', port: 1, id: 5, m1: 0, ...known})

describe('hang limits: 10 s to M3, 30 s more to M4 (A.1)', () => {
  const unanswered = (end: string, closed?: number) =>
    scan({end, ...(closed === undefined ? {} : {closed}), events: [0]})

  it.each([
    ['no response', LONG, [M1], unanswered('hung', 10000)],
    ['no completion', LONG, [M1, M3], scan({m3: 1, end: 'hung', closed: 30001, events: [0, 1]})],
    ['the capture ends with the limit', 'capture to=10000', [M1], unanswered('hung', 10000)],
    ['the capture ends before', 'capture to=9999.999', [M1], unanswered('open')],
    ['responses are not exported', 'capture to=200000 families=M1,IND', [M1], unanswered('hung', 40000)],
    ['loss before the limit', `${LONG} loss=9000..9001`, [M1], unanswered('open', 10000)],
    ['loss from the limit on', `${LONG} loss=10000..10001`, [M1], unanswered('open', 10000)],
    ['loss after the limit', `${LONG} loss=10000.001..10001`, [M1], unanswered('hung', 10000)],
    ['loss up to the command', `${LONG} loss=-1..0`, [M1], unanswered('open', 10000)],
    ['loss before the command', `${LONG} loss=-1..-0.001`, [M1], unanswered('hung', 10000)],
  ])('%s', async (_, capture, records, task) => {
    expect(await book([capture, ...records].join('\n'))).toEqual({tasks: [task]})
  })

  it.each([
    ['at the limit', 10000, scan({m3: 10000, end: 'hung', closed: 40000, events: [0, 10000]})],
    ['after it', 10000.001, scan({m3: 10000.001, end: 'hung', closed: 10000, events: [0, 10000.001]})],
  ])('the response comes %s', async (_, at, task) => {
    expect(await book(`${LONG}\n${M1}\n${at} M3 TASK_SCAN 1 5 status=success`)).toEqual({tasks: [task]})
  })

  it('a late failure ends only its own task', async () => {
    const late = `${LONG}
${M1}
11000 M1  TASK_SCAN      1 6
12000 M3  TASK_SCAN      1 5 status=failure
12001 IND BSS_ENTRY_LIST 1 - count=0
12002 M3  TASK_SCAN      1 6 status=success
12003 IND SCAN_COMPLETE  1 6 status=success`
    const other = {m3: 12002, m4: 12003, match: 'id', end: 'completed', closed: 12003}
    expect(await book(late)).toEqual({
      tasks: [
        scan({m3: 12000, end: 'rejected', closed: 12000, events: [0, 12000]}),
        {...scan({id: 6, m1: 11000}), ...other, events: [11000, 12001, 12002, 12003]},
      ],
    })
  })

  const p2p = {name: 'TASK_P2P_DISCOVER', port: 1, id: 5, m1: 0}

  it.each([
    ['a scan until aborted', '0 M1 TASK_SCAN 1 5 repeat=0', M3, scan({m3: 1, end: 'open', events: [0, 1]})],
    ['a scan twice', '0 M1 TASK_SCAN 1 5 repeat=2', M3, scan({m3: 1, end: 'hung', closed: 30001, events: [0, 1]})],
    [
      'P2P discovery',
      '0 M1 TASK_P2P_DISCOVER 1 5',
      '1 M3 TASK_P2P_DISCOVER 1 5 status=success',
      {...p2p, m3: 1, end: 'open', events: [0, 1]},
    ],
    [
      'P2P discovery without response',
      '0 M1 TASK_P2P_DISCOVER 1 5',
      '',
      {...p2p, end: 'hung', closed: 10000, events: [0]},
    ],
  ])('no limit for the completion of %s', async (_, m1, m3, task) => {
    expect(await book(`${LONG}\n${m1}\n${m3}`)).toEqual({tasks: [task]})
  })
})

describe('what ends everything that is open (A.5)', () => {
  const records = `${M1}
${M3}
2 M1 GET_STATISTICS 1 6
3 M1 GET_STATISTICS 1 7
4 M3 GET_STATISTICS 1 7 status=success`
  const commands = [
    {name: 'GET_STATISTICS', port: 1, id: 6, m1: 2},
    {name: 'GET_STATISTICS', port: 1, id: 7, m1: 3, m3: 4},
  ]
  const cut = scan({m3: 1, resetBy: 10, end: 'device-reset', closed: 10, events: [0, 1]})

  it.each([
    'IND FIRMWARE_STALLED adapter -',
    'LOG REMOVED adapter',
    'LOG BOOT adapter',
    'LOG 5002 adapter trigger=2',
    'LOG 5002 adapter first=0x7fffffff',
  ])('%s; what comes later changes nothing', async reset => {
    expect(await book(`${LONG}\n${records}\n10 ${reset}\n20 LOG BOOT adapter`)).toEqual({
      tasks: [cut],
      commands: [{...commands[0], resetBy: 10}, commands[1]],
    })
  })

  it.each(['LOG 5002 adapter first=0x80000000', 'LOG POWER adapter state=sleep', 'LOG 8000 adapter'])(
    'not %s',
    async record => {
      expect(await book(`${LONG}\n${records}\n10 ${record}`)).toEqual({
        tasks: [scan({m3: 1, end: 'hung', closed: 30001, events: [0, 1]})],
        commands,
      })
    },
  )

  it('TASK_CLOSE, but not itself', async () => {
    const close = `${LONG}
${records}
10 M1  TASK_CLOSE     adapter 9
11 M3  TASK_CLOSE     adapter 9 status=success
12 IND CLOSE_COMPLETE adapter 9 status=success`
    const ended = {m1: 10, m3: 11, m4: 12, match: 'id', end: 'completed', closed: 12, events: [10, 11, 12]}
    expect(await book(close)).toEqual({
      tasks: [cut, {name: 'TASK_CLOSE', port: 65535, id: 9, ...ended}],
      commands: [{...commands[0], resetBy: 10}, commands[1]],
    })
  })

  it('marks the last 64 properties', async () => {
    const many = Array.from({length: 66}, (_, i) => `${i} M1 GET_STATISTICS 1 ${i + 1}`)
    const {commands} = await book([...many, '100 LOG BOOT adapter'].join('\n'))
    expect((commands as {resetBy?: number}[]).map(({resetBy}) => resetBy)).toEqual([
      undefined,
      undefined,
      ...Array.from({length: 64}, () => 100),
    ])
  })
})

describe('ABORT_TASK (A.3)', () => {
  it('before the completion, and after it', async () => {
    const twice = `${LONG}
${M1}
${M3}
5  M1  ABORT_TASK    1 6 target=TASK_SCAN id=5 port=1
6  M3  ABORT_TASK    1 6 status=success
9  IND SCAN_COMPLETE 1 5 status=aborted
10 M1  ABORT_TASK    1 7 target=TASK_SCAN id=5 port=1`
    const ended = {m3: 1, m4: 9, match: 'id', end: 'completed', closed: 9, aborts: [5], lateAborts: [10]}
    expect(await book(twice)).toEqual({
      tasks: [scan({...ended, events: [0, 1, 5, 9, 10]})],
      commands: [
        {name: 'ABORT_TASK', port: 1, id: 6, m1: 5, m3: 6},
        {name: 'ABORT_TASK', port: 1, id: 7, m1: 10},
      ],
    })
  })

  const abort = (at: number) => `${at} M1 ABORT_TASK 1 6 target=TASK_SCAN id=5 port=1`

  it.each([
    ['of a hung task counts', abort(31000), {end: 'hung', closed: 30001, aborts: [31000], events: [0, 1, 31000]}],
    [
      'after a reset is late',
      `5 LOG BOOT adapter\n${abort(9)}`,
      {resetBy: 5, end: 'device-reset', closed: 5, lateAborts: [9], events: [0, 1, 9]},
    ],
  ])('%s', async (_, records, known) => {
    const {tasks} = await book(`${LONG}\n${M1}\n${M3}\n${records}`)
    expect(tasks).toEqual([scan({m3: 1, ...known})])
  })

  /** Scan 5 and connect 6 on port 1, scan 7 without id on port 2: all open, in this order. */
  function aborted(cancel: Partial<AbortTask>, name = 'ABORT_TASK') {
    const reader = {abortTask: () => cancel} as unknown as Reader
    const tasks = new TaskBook({} as Adapter, {} as Silence, reader, true)
    tasks.command(event(1, 'M1', 'TASK_SCAN', {transactionId: 5}))
    tasks.command(event(2, 'M1', 'TASK_CONNECT', {transactionId: 6}))
    tasks.command(event(3, 'M1', 'TASK_SCAN', {port: 2}))
    tasks.command(event(9, 'M1', name))
    return tasks.tasks.filter(task => task.aborts.length > 0).map(task => ms(task.m1))
  }

  it.each([
    [{target: 'TASK_SCAN', id: 5, port: 1}, [1]],
    [{target: 'TASK_SCAN', id: 5, port: 0xffff}, [3]],
    [{target: 'TASK_CONNECT', id: 6, port: 0xffff}, [2]],
    [{target: 'TASK_CONNECT', id: 6, port: 2}, []],
    [{target: 'TASK_CONNECT', id: 5, port: 1}, []],
    [{target: 'TASK_SCAN', id: 9, port: 1}, []],
    [{target: 'TASK_SCAN', id: 9, port: 2}, [3]],
    [{target: 'TASK_SCAN', id: null, port: 1}, [1]],
    [{target: 'TASK_SCAN', port: 1}, [1]],
    [{target: null, id: 6, port: 1}, [2]],
    [{id: 6, port: 1}, [2]],
    [{target: 'TASK_CONNECT', id: 6, port: null}, [2]],
    [{target: 'TASK_CONNECT', id: 6}, [2]],
    [{port: 1}, []],
    [{target: null, id: null, port: 1}, []],
  ])('with cancel parameters %j means %j', (cancel, expected) => {
    expect(aborted(cancel)).toEqual(expected)
    expect(aborted(cancel, 'SET_POWER_STATE')).toEqual([])
  })
})
