import {describe, expect, it} from 'vitest'
import {book} from './told.js'

/** A recording that began long before and goes on long after the records: nothing may have begun unseen. */
const LONG = 'capture from=-60000 to=200000'

const START = `
0 M1 TASK_SCAN 1 5
1 M3 TASK_SCAN 1 5 status=success`

const scan = (known: object) => ({name: 'TASK_SCAN', port: 1, id: 5, m1: 0, m3: 1, ...known})
const ended = (match: string) => scan({m4: 9, match, end: 'completed', closed: 9, events: [0, 1, 9]})
const hung = scan({end: 'hung', closed: 30001, events: [0, 1]})
/** A task of which only the completion is in the capture. */
const unseen = (name: string, id: number) =>
  ({name, port: 1, id, m4: 9, match: 'id', end: 'completed', closed: 9, events: [9]}) as const

describe('the task that a completion ends (A.0)', () => {
  it.each([
    ['its own', '9 IND SCAN_COMPLETE 1 5', ended('id')],
    ['its own, under the message id of the command', '9 IND TASK_SCAN 1 5', ended('id')],
    ['on another port', '9 IND SCAN_COMPLETE 2 5', ended('wrong-port')],
    ['the port is not exported', '9 IND SCAN_COMPLETE ? 5', ended('id')],
    ['without transaction id', '9 IND SCAN_COMPLETE 1', ended('fallback')],
    ['another transaction id', '9 IND SCAN_COMPLETE 1 6', ended('wrong-transaction')],
    ['the completion of another kind', '9 IND DISCONNECT_COMPLETE 1 5', ended('wrong-kind')],
  ])('%s', async (_, completion, task) => {
    expect(await book(`${LONG}${START}\n${completion} status=success`)).toEqual({tasks: [task]})
  })

  it.each([
    ['another port and another id', '9 IND SCAN_COMPLETE 2 6'],
    ['another kind and another id', '9 IND DISCONNECT_COMPLETE 1 6'],
    ['another kind without id', '9 IND DISCONNECT_COMPLETE 1'],
  ])('none: %s', async (_, completion) => {
    expect(await book(`${LONG}${START}\n${completion} status=success`)).toEqual({tasks: [hung], strayM4: [9]})
  })

  it('none, where two tasks wait and the id is neither', async () => {
    const two = `${LONG}
0 M1 TASK_SCAN 1 5
1 M1 TASK_SCAN 1 6
9 IND SCAN_COMPLETE 1 7 status=success`
    const waiting = {name: 'TASK_SCAN', port: 1, end: 'hung'}
    expect(await book(two)).toEqual({
      tasks: [
        {...waiting, id: 5, m1: 0, closed: 10000, events: [0]},
        {...waiting, id: 6, m1: 1, closed: 10001, events: [1]},
      ],
      strayM4: [9],
    })
  })

  it('the first of two that wait, without id', async () => {
    const two = `${LONG}
0 M1 TASK_SCAN 1 5
1 M1 TASK_SCAN 1 6
9 IND SCAN_COMPLETE 1 status=success`
    const {tasks} = await book(two)
    expect(tasks).toEqual([
      {name: 'TASK_SCAN', port: 1, id: 5, m1: 0, m4: 9, match: 'fallback', end: 'completed', closed: 9, events: [0, 9]},
      {name: 'TASK_SCAN', port: 1, id: 6, m1: 1, end: 'hung', closed: 10001, events: [1]},
    ])
  })

  it('is sought among the last 64', async () => {
    const others = Array.from({length: 64}, (_, i) => `${2 + i / 100} M1 TASK_SCAN 2 ${100 + i}`)
    const {strayM4} = await book([LONG + START, ...others, '9 IND SCAN_COMPLETE 1 status=success'].join('\n'))
    expect(strayM4).toEqual([9])
    const fewer = [LONG + START, ...others.slice(1), '9 IND SCAN_COMPLETE 1 status=success'].join('\n')
    expect((await book(fewer)).strayM4).toBeUndefined()
  })

  it.each([
    ['TASK_CREATE_PORT', 'CREATE_PORT_COMPLETE', 'adapter', 65535, 'id'],
    ['TASK_DELETE_PORT', 'DELETE_PORT_COMPLETE', 'adapter', 65535, 'id'],
    ['TASK_OPEN', 'OPEN_COMPLETE', 'adapter', 65535, 'wrong-port'],
    ['TASK_SCAN', 'SCAN_COMPLETE', '?', undefined, 'id'],
  ])('%s on the object that its page names, ended on port 1', async (name, completion, port, number, match) => {
    const task = `${LONG}
0 M1  ${name}       ${port} 5
9 IND ${completion} 1       5 status=success`
    expect(await book(task)).toEqual({
      tasks: [
        {
          ...{name, id: 5, m1: 0, m4: 9, match, end: 'completed', closed: 9, events: [0, 9]},
          ...(number === undefined ? {} : {port: number}),
        },
      ],
    })
  })
})

describe('a loss since the task was seen last: the completion may be that of another', () => {
  const lossy = scan({end: 'open', closed: 30001, events: [0, 1]})
  const of = (loss: string, completion: string) => book(`${LONG} ${loss}${START}\n${completion} status=success`)

  it.each([
    ['another id', '9 IND SCAN_COMPLETE 1 6', unseen('TASK_SCAN', 6)],
    ['another kind', '9 IND DISCONNECT_COMPLETE 1 5', unseen('TASK_DISCONNECT', 5)],
  ])('%s', async (_, completion, other) => {
    expect(await of('loss=5..6', completion)).toEqual({tasks: [lossy, other]})
  })

  it('not with id 0, which is nobody', async () => {
    expect(await of('loss=5..6', '9 IND SCAN_COMPLETE 1 -')).toEqual({tasks: [ended('wrong-transaction')]})
  })

  it.each([
    ['before the response', 'loss=0.2..0.4'],
    ['somewhere in the capture', 'lost-events=3'],
  ])('not when it lies %s', async (_, loss) => {
    expect(await of(loss, '9 IND SCAN_COMPLETE 1 6')).toEqual({tasks: [ended('wrong-transaction')]})
  })

  it('where only the command was seen, since that', async () => {
    const task = `${LONG} loss=5..6
0 M1  TASK_SCAN     1 5
9 IND SCAN_COMPLETE 1 6 status=success`
    const open = {name: 'TASK_SCAN', port: 1, id: 5, m1: 0, end: 'open', closed: 10000, events: [0]}
    expect(await book(task)).toEqual({tasks: [open, unseen('TASK_SCAN', 6)]})
  })
})

describe('completions beyond the first (A.1)', () => {
  it('a second and third one', async () => {
    const thrice = [9, 10, 11].map(at => `${at} IND SCAN_COMPLETE 1 5 status=success`).join('\n')
    expect(await book(`${LONG}${START}\n${thrice}`)).toEqual({
      tasks: [{...ended('id'), extraM4: [10, 11], events: [0, 1, 9, 10, 11]}],
    })
  })

  it('of another kind, after its own: belongs to nothing', async () => {
    const both = '9 IND SCAN_COMPLETE 1 5 status=success\n10 IND DISCONNECT_COMPLETE 1 5 status=success'
    expect(await book(`${LONG}${START}\n${both}`)).toEqual({tasks: [ended('id')], strayM4: [10]})
  })

  it('after a failed response', async () => {
    const rejected = `${LONG}
0 M1  TASK_SCAN     1 5
1 M3  TASK_SCAN     1 5 status=failure
9 IND SCAN_COMPLETE 1 5 status=success`
    const expected = scan({extraM4: [9], end: 'rejected', closed: 1, events: [0, 1, 9]})
    expect(await book(rejected)).toEqual({tasks: [expected]})
  })

  it.each(['success', 'failure'])('before the response, which says %s', async status => {
    const early = `${LONG}
0 M1  TASK_SCAN     1 5
1 IND SCAN_COMPLETE 1 5 status=success
2 M3  TASK_SCAN     1 5 status=${status}`
    const expected = scan({m3: 2, m4: 1, match: 'id', end: 'completed', closed: 1, events: [0, 1, 2]})
    expect(await book(early)).toEqual({tasks: [expected]})
  })

  it('after a reset: the task stays ended by the reset', async () => {
    const reset = `${LONG}${START}\n5 IND FIRMWARE_STALLED adapter -\n9 IND SCAN_COMPLETE 1 5 status=success`
    const expected = scan({resetBy: 5, m4: 9, match: 'id', end: 'device-reset', closed: 5, events: [0, 1, 9]})
    expect(await book(reset)).toEqual({tasks: [expected]})
  })

  it('after a reset, without its id: belongs to nothing', async () => {
    const reset = `${LONG}${START}\n5 IND FIRMWARE_STALLED adapter -\n9 IND SCAN_COMPLETE 1 6 status=success`
    const expected = scan({resetBy: 5, end: 'device-reset', closed: 5, events: [0, 1]})
    expect(await book(reset)).toEqual({tasks: [expected], strayM4: [9]})
  })

  it('after the limit, with another id: the hung task ends at last', async () => {
    const late = `${LONG}${START}\n40000 IND SCAN_COMPLETE 1 6 status=success`
    const expected = {m4: 40000, match: 'wrong-transaction', end: 'completed', closed: 30001, events: [0, 1, 40000]}
    expect(await book(late)).toEqual({tasks: [scan(expected)]})
  })
})

describe('a task whose command is not in the capture (A.6)', () => {
  it.each([
    ['at its start', 'capture to=200000', {tasks: [unseen('TASK_SCAN', 5)]}],
    ['later', LONG, {strayM4: [9]}],
    ['later, after a loss', `${LONG} loss=5..6`, {tasks: [unseen('TASK_SCAN', 5)]}],
  ])('only a completion, %s', async (_, capture, expected) => {
    expect(await book(`${capture}\n9 IND SCAN_COMPLETE 1 5 status=success`)).toEqual(expected)
  })

  const response = (id: string, completion: string) =>
    book(`0 M3 TASK_SCAN 1 ${id} status=success\n9 IND SCAN_COMPLETE 1 ${completion} status=success`)
  const partial = {name: 'TASK_SCAN', port: 1, m3: 0, m4: 9, end: 'completed', closed: 9, events: [0, 9]}

  it('learns its id from the completion', async () => {
    expect(await response('', '6')).toEqual({tasks: [{...partial, id: 6, match: 'fallback'}]})
  })

  it('but keeps the one that its response had', async () => {
    expect(await response('5', '6')).toEqual({tasks: [{...partial, id: 5, match: 'wrong-transaction'}]})
  })

  it('a command without id stays without', async () => {
    const unnamed = '0 M1 TASK_SCAN 1\n9 IND SCAN_COMPLETE 1 6 status=success'
    const {m3, ...known} = partial
    expect(await book(unnamed)).toEqual({tasks: [{...known, m1: 0, match: 'fallback'}]})
  })
})
