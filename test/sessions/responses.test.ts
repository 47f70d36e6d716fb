import {describe, expect, it} from 'vitest'
import {book} from './told.js'

/** A recording that began long before and goes on long after the records: nothing may have begun unseen. */
const LONG = 'capture from=-60000 to=200000'

const asked = (at: number, id: number, known = {}) => ({name: 'GET_STATISTICS', port: 1, id, m1: at, ...known})

describe('a command and its response (A.0)', () => {
  it('a task from M1 to M4', async () => {
    const roam = `
0  M1  TASK_ROAM          1 101 entries=AP-B auth=OPEN
2  M3  TASK_ROAM          1 101 status=success
80 IND ASSOCIATION_RESULT 1 -   (AP-B status=0 auth=OPEN)
82 IND ROAM_COMPLETE      1 101 status=success`
    const ended = {m4: 82, match: 'id', end: 'completed', closed: 82}
    expect(await book(roam)).toEqual({
      tasks: [{name: 'TASK_ROAM', port: 1, id: 101, m1: 0, m3: 2, ...ended, events: [0, 2, 80, 82]}],
    })
  })

  it('more responses to the same property, and its id used again', async () => {
    const twice = `
0  M1 GET_STATISTICS 1 7
1  M3 GET_STATISTICS 1 7 status=success
2  M3 GET_STATISTICS 1 7 status=success
3  M3 GET_STATISTICS 1 7 status=success
10 M1 GET_STATISTICS 1 7
11 M3 GET_STATISTICS 1 7 status=success`
    expect(await book(twice)).toEqual({
      commands: [asked(0, 7, {m3: 1, extraM3: [2, 3]}), asked(10, 7, {m3: 11})],
    })
  })

  it('is told by transaction id and message', async () => {
    const same = `
0 M1 GET_STATISTICS  1 7
1 M1 SET_POWER_STATE 1 7
2 M1 GET_STATISTICS  1 8
3 M3 GET_STATISTICS  1 7 status=success
4 M3 SET_POWER_STATE 1 7 status=success
5 M3 GET_STATISTICS  1 9 status=success`
    expect(await book(same)).toEqual({
      commands: [asked(0, 7, {m3: 3}), {...asked(1, 7, {m3: 4}), name: 'SET_POWER_STATE'}, asked(2, 8)],
      strayM3: [5],
    })
  })
})

describe('without a transaction id: port and kind, first open (A.0)', () => {
  const waiting = `
-3 M1 GET_STATISTICS  2
-2 M1 SET_POWER_STATE 1`
  const others = [
    {name: 'GET_STATISTICS', port: 2, m1: -3},
    {name: 'SET_POWER_STATE', port: 1, m1: -2},
  ]
  const unnamed = (at: number, known = {}) => ({name: 'GET_STATISTICS', port: 1, m1: at, ...known})

  it('one after another', async () => {
    const answers = `
0 M1 GET_STATISTICS 1
1 M1 GET_STATISTICS 1
2 M3 GET_STATISTICS 1 status=success
3 M3 GET_STATISTICS 1 status=success
4 M3 GET_STATISTICS 1 status=success`
    expect(await book(waiting + answers)).toEqual({
      commands: [...others, unnamed(0, {m3: 2}), unnamed(1, {m3: 3})],
      strayM3: [4],
    })
  })

  it.each([
    ['the command has none', '0 M1 GET_STATISTICS 1', '5 M3 GET_STATISTICS 1 9 status=success', {m3: 5}],
    ['the response has none', '0 M1 GET_STATISTICS 1 7', '5 M3 GET_STATISTICS 1 status=success', {id: 7, m3: 5}],
    ['both have one', '0 M1 GET_STATISTICS 1 7', '5 M3 GET_STATISTICS 1 9 status=success', {id: 7}],
  ])('%s', async (_, m1, m3, known) => {
    expect(await book(`${waiting}\n${m1}\n${m3}`)).toEqual({
      commands: [...others, unnamed(0, known)],
      ...('m3' in known ? {} : {strayM3: [5]}),
    })
  })

  it.each([
    ['lost between the first and the second: the first that is later', '0.2..0.4', [0, 0, 5, 0]],
    ['lost after the last: the last, for the others may have been answered unseen', '3..4', [0, 0, 0, 5]],
    ['lost before all: the first', '-1..-0.5', [0, 5, 0, 0]],
    ['lost up to the first: the first', '-1..0', [0, 5, 0, 0]],
  ])('after a loss: %s', async (_, loss, answered) => {
    const lossy = `capture loss=${loss}
-1 M1 SET_POWER_STATE 1
0  M1 GET_STATISTICS  1
1  M1 GET_STATISTICS  1
2  M1 GET_STATISTICS  1
5  M3 GET_STATISTICS  1 status=success`
    const [first, ...rest] = answered.map((m3, i) => ({...unnamed(i - 1), ...(m3 === 0 ? {} : {m3})}))
    expect(await book(lossy)).toEqual({commands: [{...first, name: 'SET_POWER_STATE'}, ...rest]})
  })

  it('a task', async () => {
    const scans = `${LONG}
0 M1 TASK_SCAN     1
1 M1 TASK_SCAN     2
2 M3 TASK_SCAN     2   status=success
3 M3 TASK_SCAN     1   status=success
4 IND SCAN_COMPLETE 2  status=success
5 IND SCAN_COMPLETE 1 9 status=success`
    const scan = {name: 'TASK_SCAN', match: 'fallback', end: 'completed'}
    expect(await book(scans)).toEqual({
      tasks: [
        {...scan, port: 1, m1: 0, m3: 3, m4: 5, closed: 5, events: [0, 3, 5]},
        {...scan, port: 2, m1: 1, m3: 2, m4: 4, closed: 4, events: [1, 2, 4]},
      ],
    })
  })

  it('among the last 64 commands', async () => {
    const m1 = Array.from({length: 66}, (_, i) => `${i} M1 GET_STATISTICS 1`)
    const {commands} = await book([...m1, '100 M3 GET_STATISTICS 1 status=success'].join('\n'))
    expect((commands as {m3?: number}[]).findIndex(command => command.m3 === 100)).toBe(2)
  })
})

describe('a response without command', () => {
  it('a property is not reconstructed, even at the start of the capture', async () => {
    expect(await book('-9000 M3 GET_STATISTICS 1 7 status=success')).toEqual({strayM3: [-9000]})
  })

  const unseen = (at: number, end: object) => ({
    tasks: [{name: 'TASK_ROAM', port: 1, id: 101, m3: at, events: [at], ...end}],
  })

  it.each([
    ['just inside the first 40 s', 'capture from=-39999.999', unseen(0, {end: 'open', closed: 30000})],
    ['40 s after the start', 'capture from=-40000', {strayM3: [0]}],
    ['later, with a loss before', `${LONG} loss=-5..-4`, unseen(0, {end: 'open', closed: 30000})],
    ['later, with a loss after', `${LONG} loss=4..5`, {strayM3: [0]}],
  ])('a task: %s', async (_, capture, expected) => {
    expect(await book(`${capture}\n0 M3 TASK_ROAM 1 101 status=success`)).toEqual(expected)
  })

  it('a task, in a recording that starts after its origin', async () => {
    const late = 'capture from=10000 to=90000\n45000 M3 TASK_ROAM 1 101 status=success'
    expect(await book(late)).toEqual(unseen(45000, {end: 'open', closed: 75000}))
  })

  it('a task that failed is rejected', async () => {
    expect(await book('0 M3 TASK_ROAM 1 101 status=failure')).toEqual(unseen(0, {end: 'rejected', closed: 0}))
  })

  it('a loss counts from the last task of its own port on', async () => {
    const capture = `${LONG} loss=-40000..-39999`
    const scan = `
-20000 M1  TASK_SCAN     1 1
-19999 M3  TASK_SCAN     1 1 status=success
-19000 IND SCAN_COMPLETE 1 1 status=success`
    const ended = {m3: -19999, m4: -19000, match: 'id', end: 'completed', closed: -19000}
    const known = {name: 'TASK_SCAN', port: 1, id: 1, m1: -20000, ...ended, events: [-20000, -19999, -19000]}
    expect(await book(`${capture}${scan}\n0 M3 TASK_ROAM 1 101 status=success`)).toEqual({tasks: [known], strayM3: [0]})
    expect(await book(`${capture}${scan}\n0 M3 TASK_ROAM 2 101 status=success`)).toEqual({
      tasks: [known, {name: 'TASK_ROAM', port: 2, id: 101, m3: 0, end: 'open', closed: 30000, events: [0]}],
    })
  })
})
