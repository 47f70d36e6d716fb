import {describe, expect, it} from 'vitest'
import type {TraceEvent} from '../../src/events/event.js'
import type {Family} from '../../src/parsers/capabilities.js'
import type {Adapter} from '../../src/sessions/adapter.js'
import {Families} from '../../src/sessions/families.js'
import {logMessage} from '../../src/wdi/messages.js'
import {event} from './events.js'

const ALL: readonly Family[] = ['M1', 'M3', 'IND', 'LOG', 'TASK', 'PROP']

const times = (count: number, step: TraceEvent['step'], name: string) =>
  Array.from({length: count}, (_, i) => event(i, step, name))
const tasks = (count: number) => times(count, 'M1', 'TASK_SCAN')
const properties = (count: number) => times(count, 'M1', 'GET_STATISTICS')
const responses = (count: number) => times(count, 'M3', 'TASK_SCAN')
const completions = (count: number) => times(count, 'IND', 'SCAN_COMPLETE')
const indications = (count: number) => times(count, 'IND', 'LINK_STATE_CHANGE')
const boot = {...event(0, 'LOG', 'TASK_SCAN'), message: logMessage('BOOT') ?? event(0, 'IND', 'SCAN_COMPLETE').message}

function families(events: readonly (readonly TraceEvent[])[], stated: readonly Family[] | null = null) {
  const adapter = {events: events.flat()} as unknown as Adapter
  const all = new Families(stated === null ? null : new Set(stated), [adapter])
  return {
    all,
    adapter,
    has: ALL.filter(family => all.has(adapter, family)),
    missing: all.missing(adapter),
    lacks: ALL.filter(family => all.lacks(adapter, family)),
  }
}

describe('families of records, as they are seen', () => {
  it.each<[string, TraceEvent[][], Family[]]>([
    ['nothing', [], ['LOG']],
    ['a log record', [[boot]], ['LOG']],
    ['a task', [tasks(1)], ['M1', 'LOG', 'TASK']],
    ['a property', [properties(1)], ['M1', 'LOG', 'PROP']],
    ['a response', [responses(1)], ['M3', 'LOG']],
    ['an indication', [indications(1)], ['IND', 'LOG']],
    ['a completion', [completions(1)], ['IND', 'LOG']],
  ])('%s: a few records prove no lack', (_, events, has) => {
    const seen = families(events)
    expect([seen.has, seen.missing, seen.lacks]).toEqual([has, [], []])
  })

  it.each<[string, TraceEvent[][], Family[]]>([
    ['four tasks without anything else', [tasks(4)], []],
    ['five tasks without anything else', [tasks(5)], ['M3', 'IND']],
    ['five tasks, answered and completed', [tasks(5), responses(5), completions(5)], []],
    ['five tasks, no responses', [tasks(5), completions(5)], ['M3']],
    ['five tasks, no indications', [tasks(5), responses(5)], ['IND']],
    ['responses to less than half of the commands', [tasks(5), properties(2), responses(3), indications(1)], ['M3']],
    ['responses to half of the commands', [tasks(5), properties(1), responses(3), indications(1)], []],
    ['four completions without anything else', [completions(4)], []],
    ['five completions without anything else', [completions(5)], ['M1', 'M3']],
    ['five completions under the id of the task', [times(5, 'IND', 'TASK_SCAN')], ['M1', 'M3']],
    ['five other indications', [indications(5)], []],
    ['five properties', [properties(5)], []],
    ['five log records', [Array.from({length: 5}, () => boot)], []],
    ['five responses, five completions', [responses(5), completions(5)], ['M1']],
  ])('%s', (_, events, missing) => {
    const {missing: found, lacks} = families(events)
    expect([found, lacks]).toEqual([missing, missing])
  })

  it('a family that is missing is not there, though some records of it are', () => {
    expect(families([tasks(5), responses(2), completions(5)]).has).toEqual(['M1', 'IND', 'LOG', 'TASK'])
  })

  it('messages by name', () => {
    const {all, adapter} = families([tasks(1), [boot]])
    expect(['TASK_SCAN', 'BOOT', 'SCAN_COMPLETE'].map(name => all.hasMessage(adapter, name))).toEqual([
      true,
      true,
      false,
    ])
  })

  it('counts', () => {
    const {all, adapter} = families([tasks(2), properties(3), responses(4), completions(5), indications(6)])
    const counts = {m1: 5, m3: 4, indications: 11, properties: 3, tasks: 2, completions: 5}
    const names = new Set(['TASK_SCAN', 'GET_STATISTICS', 'SCAN_COMPLETE', 'LINK_STATE_CHANGE'])
    expect(all.of(adapter)).toEqual({...counts, names})
    expect(all.of(adapter)).toBe(all.of(adapter))
    expect(all.of({events: tasks(1)} as unknown as Adapter).tasks).toBe(1)
  })
})

describe('families as the capture states them', () => {
  it.each<[Family[], Family[]]>([
    [
      ['M1', 'IND'],
      ['M1', 'IND', 'TASK', 'PROP'],
    ],
    [
      ['TASK', 'M3'],
      ['M3', 'TASK'],
    ],
    [
      ['PROP', 'LOG'],
      ['LOG', 'PROP'],
    ],
    [[], []],
  ])('%j', (stated, has) => {
    const told = families([tasks(9), responses(9), completions(9)], stated)
    expect([told.has, told.lacks]).toEqual([has, ALL.filter(family => !has.includes(family))])
  })
})
