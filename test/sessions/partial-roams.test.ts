import {describe, expect, it} from 'vitest'
import {book} from './told.js'

const result = (at: number, port = 1) => `${at} IND ASSOCIATION_RESULT ${port} - (AP-B status=0)`
const roam = (at: number, known = {}) => ({name: 'TASK_ROAM', port: 1, events: [at], ...known})
const open = (at: number) => roam(at, {end: 'open', closed: at + 40000})

describe('indications of a roam whose command is not in the capture (A.6)', () => {
  it.each([
    'ASSOCIATION_RESULT 1 - (AP-B status=0)',
    'FT_ASSOC_PARAMS_NEEDED 1 - AP-B',
    'SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0',
  ])('IND %s is taken for a roam', async indication => {
    expect(await book(`capture to=200000\n0 IND ${indication}`)).toEqual({tasks: [open(0)]})
  })

  it.each(['DISASSOCIATION 1 - AP-B', 'LINK_STATE_CHANGE 1 - AP-B quality=50'])('IND %s is not', async indication => {
    expect(await book(`capture to=200000\n0 IND ${indication}`)).toEqual({})
  })

  it.each([
    ['less than 40 s after the start', 'capture from=-39999.999 to=200000', {tasks: [open(0)]}],
    ['40 s after the start', 'capture from=-40000 to=200000', {}],
    ['later', 'capture from=-60000 to=200000', {}],
    ['later, after a loss', 'capture from=-60000 to=200000 loss=-9..-8', {tasks: [open(0)]}],
    ['on a port of an access point', 'capture to=200000 ap=1', {}],
  ])('%s', async (_, capture, expected) => {
    expect(await book(`${capture}\n${result(0)}`)).toEqual(expected)
  })

  it('in a recording that starts after its origin', async () => {
    expect(await book(`capture from=10000 to=200000\n${result(45000)}`)).toEqual({tasks: [open(45000)]})
  })

  it('not after a task of the same port, for then no other was open', async () => {
    const scan = 'capture to=200000\n-3 M1 TASK_SCAN 1 5\n-2 IND SCAN_COMPLETE 1 5 status=success'
    const done = {m4: -2, match: 'id', end: 'completed', closed: -2, events: [-3, -2]}
    const known = {name: 'TASK_SCAN', port: 1, id: 5, m1: -3, ...done}
    expect(await book(`${scan}\n${result(0)}`)).toEqual({tasks: [known]})
    expect(await book(`${scan}\n${result(0, 2)}`)).toEqual({tasks: [known, {...open(0), port: 2}]})
  })
})

describe('the first record with a name says what it is', () => {
  it('a response', async () => {
    const connect = `
${result(0)}
1 M3  TASK_CONNECT     1 5 status=success
2 IND CONNECT_COMPLETE 1 5 status=success`
    const ended = {m3: 1, m4: 2, match: 'id', end: 'completed', closed: 2, events: [0, 1, 2]}
    expect(await book(connect)).toEqual({tasks: [{name: 'TASK_CONNECT', port: 1, id: 5, ...ended}]})
  })

  it('a response, and more of them', async () => {
    const {tasks} = await book(`
${result(0)}
1 M3 TASK_CONNECT 1 5 status=success
2 M3 TASK_CONNECT 1 5 status=success`)
    const events = [0, 1, 2]
    expect(tasks).toEqual([
      {name: 'TASK_CONNECT', port: 1, id: 5, m3: 1, extraM3: [2], end: 'open', closed: 30001, events},
    ])
  })

  it.each(['ROAM', 'CONNECT'])('the completion of a %s', async kind => {
    const ended = {m4: 2, match: kind === 'ROAM' ? 'fallback' : 'id', end: 'completed', closed: 2, events: [0, 2]}
    expect(await book(`${result(0)}\n2 IND ${kind}_COMPLETE 1 5 status=success`)).toEqual({
      tasks: [{name: `TASK_${kind}`, port: 1, id: 5, ...ended}],
    })
  })

  it('even 40 s and more after the start of the capture', async () => {
    const late = `capture from=-30000 to=200000\n${result(0)}\n15000 IND CONNECT_COMPLETE 1 5 status=success`
    const ended = {m4: 15000, match: 'id', end: 'completed', closed: 15000, events: [0, 15000]}
    expect(await book(late)).toEqual({tasks: [{name: 'TASK_CONNECT', port: 1, id: 5, ...ended}]})
  })

  it('each on its own port', async () => {
    const two = `${result(0)}\n${result(0.5, 2)}\n1 M3 TASK_ROAM 2 7 status=success\n2 M3 TASK_ROAM 1 8 status=success`
    expect(await book(two)).toEqual({
      tasks: [
        {...roam(0), id: 8, m3: 2, end: 'open', closed: 30002, events: [0, 2]},
        {...roam(0.5), port: 2, id: 7, m3: 1, end: 'open', closed: 30001, events: [0.5, 1]},
      ],
    })
  })

  it('not that of a scan', async () => {
    const scan = {name: 'TASK_SCAN', port: 1, id: 5, m3: 1, end: 'open', closed: 30001, events: [1]}
    expect(await book(`${result(0)}\n1 M3 TASK_SCAN 1 5 status=success`)).toEqual({
      tasks: [roam(0, {end: 'open', closed: 40000}), scan],
    })
  })

  it.each([
    ['M1 TASK_ROAM 1', {m1: 0, end: 'hung', closed: 10000}],
    ['M3 TASK_ROAM 1 status=success', {m3: 0, end: 'open', closed: 30000}],
    ['M1 TASK_ROAM 1 101', {id: 101, m1: 0, end: 'hung', closed: 10000}],
  ])('a roam that began with %s has its name already', async (record, known) => {
    expect(await book(`0 ${record}\n1 M3 TASK_CONNECT 1 5 status=success`)).toEqual({
      tasks: [roam(0, known), {name: 'TASK_CONNECT', port: 1, id: 5, m3: 1, end: 'open', closed: 30001, events: [1]}],
    })
  })
})
