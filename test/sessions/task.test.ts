import {describe, expect, it} from 'vitest'
import {
  endedTask,
  firstSeq,
  isAssociationTask,
  isEndless,
  isFailure,
  ownCompletion,
  type Task,
} from '../../src/sessions/task.js'
import type {Reader} from '../../src/wdi/reader.js'
import {event} from './events.js'

it.each([
  [null, false],
  [0, false],
  [0x103, false],
  [0x7fffffff, false],
  [0x80000000, true],
  [0xc0000001, true],
])('status %s is a failure: %s', (status, failure) => {
  expect(isFailure(status)).toBe(failure)
})

it('a completion proves something about a task only where the id, or the lack of any other, makes it its own', () => {
  const m4 = event(0, 'IND', 'SCAN_COMPLETE')
  const matches = ['id', 'wrong-port', 'wrong-kind', 'wrong-transaction', 'fallback'] as const
  expect(matches.filter(match => ownCompletion({m4, match}) === m4)).toEqual(['id', 'wrong-port', 'wrong-kind'])
  expect(matches.filter(match => ownCompletion({m4, match}) === null)).toEqual(['wrong-transaction', 'fallback'])
  expect(ownCompletion({m4: null, match: null})).toBeNull()
})

it('tasks of completions', () => {
  const names = ['SCAN_COMPLETE', 'TASK_SCAN', 'LINK_STATE_CHANGE']
  expect(names.map(name => endedTask(event(0, 'IND', name).message).name)).toEqual([
    'TASK_SCAN',
    'TASK_SCAN',
    'LINK_STATE_CHANGE',
  ])
})

it('roams and connects associate', () => {
  const names = ['TASK_ROAM', 'TASK_CONNECT', 'TASK_SCAN', 'TASK_DISCONNECT']
  expect(names.filter(name => isAssociationTask(event(0, 'M1', name)))).toEqual(['TASK_ROAM', 'TASK_CONNECT'])
})

describe('tasks without limit', () => {
  const endless = (name: string, repeat: number | null, m1 = event(0, 'M1', name)) =>
    isEndless({message: m1.message, m1} as Task, {scanTask: () => ({repeat})} as unknown as Reader)

  it.each([
    ['TASK_SCAN', 0, true],
    ['TASK_SCAN', 1, false],
    ['TASK_SCAN', null, false],
    ['TASK_P2P_DISCOVER', 1, true],
    ['TASK_ROAM', 0, false],
  ])('%s repeated %s times: %s', (name, repeat, expected) => {
    expect(endless(name, repeat)).toBe(expected)
  })

  it('a scan whose command is not in the capture has one', () => {
    const scan = event(0, 'M1', 'TASK_SCAN')
    const reader = {scanTask: () => ({repeat: 0})} as unknown as Reader
    expect(isEndless({message: scan.message, m1: null} as Task, reader)).toBe(false)
  })
})

describe('number of the first record', () => {
  const record = (seq: number) => event(0, 'M1', 'TASK_SCAN', {seq})

  it.each([
    [{m1: record(3), m3: record(4), events: [record(2)]}, 3],
    [{m1: null, m3: record(4), events: [record(2)]}, 4],
    [{m1: null, m3: null, events: [record(2)]}, 2],
    [{m1: null, m3: null, events: []}, 0],
    [{m1: null, m3: null}, 0],
    [undefined, 0],
  ])('%#', (command, seq) => {
    expect(firstSeq(command as Task | undefined)).toBe(seq)
  })
})
