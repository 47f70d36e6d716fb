import {describe, expect, it} from 'vitest'
import type {TraceEvent} from '../../src/events/event.js'
import type {Adapter} from '../../src/sessions/adapter.js'
import {replayLegacy} from '../../src/sessions/legacy.js'
import {createReader} from '../../src/wdi/fact-reader.js'
import {logMessage} from '../../src/wdi/messages.js'
import {event} from './events.js'

const A = '02:00:00:00:0a:01'
const B = '02:00:00:00:0b:01'

const ind = (name: string, fields: Record<string, string> = {}, port = 0) =>
  event(0, 'IND', `DOT11_${name}`, {
    port,
    complete: true,
    fields: Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, [v]])),
  })
const request = (step: 'M1' | 'M3', name: string, status: number | null = 0) =>
  event(0, step, `OID_DOT11_${name}`, {port: 0, status})

/** Plays the records in order; `stateBefore(i)` is the state just before record i, `after` the one at the end. */
function play(...records: TraceEvent[]) {
  const last = ind('SCAN_CONFIRM')
  const events = [...records, last].map((record, seq) => ({...record, seq, atUs: seq * 1000}))
  const replay = replayLegacy({events} as unknown as Adapter, createReader())
  const stateBefore = (i: number) => {
    const state = replay.before.get(i)
    if (state === undefined) throw new Error(`no state before record ${i}`)
    return state
  }
  return {...replay, stateBefore, after: stateBefore(records.length), events}
}

const connect = [
  request('M1', 'CONNECT_REQUEST'),
  ind('CONNECTION_START'),
  ind('ASSOCIATION_START', {mac: A, ssid: 'home'}),
  ind('ASSOCIATION_COMPLETION', {mac: A, status: '0'}),
  ind('CONNECTION_COMPLETION', {status: '0'}),
]

describe('a Native 802.11 port', () => {
  it('is unknown at the start of a capture', () => {
    expect(play().after).toMatchObject({
      known: false,
      operationsKnown: false,
      link: 'unknown',
      historyFrom: null,
      peer: null,
    })
  })

  it('is connected after a successful connection, with peer, SSID and history', () => {
    const {after, stateBefore, events, operations} = play(...connect)
    expect(after).toMatchObject({known: true, peer: A, ssid: 'home', link: 'connected', connection: null})
    expect(after.linkSince).toBe(events[4])
    expect(after.historyFrom).toBe(events[0])
    expect(stateBefore(3)).toMatchObject({link: 'none', connection: operations[0]})
    expect(stateBefore(3).associating).toHaveLength(1)
  })

  it('keeps its connection through a roam and the SSID of the connection', () => {
    const {after} = play(
      ...connect,
      ind('ROAMING_START', {reason: '11'}),
      ind('ASSOCIATION_START', {mac: B, ssid: 'guest'}),
      ind('ASSOCIATION_COMPLETION', {mac: B, status: '0'}),
      ind('ROAMING_COMPLETION', {status: '0'}),
    )
    expect(after).toMatchObject({peer: B, ssid: 'home', link: 'connected', roaming: null})
    expect([...after.joined.keys()]).toEqual([A, B])
  })

  it.each([
    ['link quality', ind('LINK_QUALITY')],
    ['a lost association', ind('DISASSOCIATION', {mac: A, reason: '12'})],
    ['a successful association', ind('ASSOCIATION_COMPLETION', {mac: A, status: '0'})],
  ])('%s shows a connection from before the capture', (_, record) => {
    expect(play(record).after.link).toBe('older than the capture')
  })

  it('is disconnected by the OS until the next connect request', () => {
    const {after, stateBefore, events} = play(
      ...connect,
      ind('DISASSOCIATION', {mac: A, reason: '7'}),
      request('M1', 'CONNECT_REQUEST'),
    )
    expect(stateBefore(6)).toMatchObject({link: 'none', peer: null, ssid: null})
    expect(stateBefore(6).osDisconnect).toBe(events[5])
    expect(after.osDisconnect).toBeNull()
  })

  it('ends everything with a reset, and nothing with one that failed', () => {
    const roam = [
      ...connect,
      ind('ROAMING_START', {reason: '11'}),
      ind('ASSOCIATION_START', {mac: B}),
      request('M1', 'RESET_REQUEST'),
    ]
    const done = play(...roam, request('M3', 'RESET_REQUEST'))
    expect(done.after).toMatchObject({roaming: null, associating: [], peer: null, known: true, link: 'none'})
    expect(done.operations.at(-1)?.cutBy).toBe(done.events[8])
    expect(done.associations.at(-1)?.endedBy).toBe(done.events[8])
    const failed = play(...roam, request('M3', 'RESET_REQUEST', 0xc0000001))
    expect(failed.after).toMatchObject({peer: A, osDisconnect: null})
    expect(failed.after.roaming).toBe(failed.operations.at(-1))
  })

  it('a disassociation of somebody else leaves its own association alone', () => {
    expect(play(...connect, ind('DISASSOCIATION', {mac: B, reason: '8'})).after.peer).toBe(A)
    expect(play(...connect, ind('DISASSOCIATION', {mac: 'ff:ff:ff:ff:ff:ff', reason: '8'})).after.peer).toBeNull()
  })

  it('matches completions by address, and ends what its operation leaves open', () => {
    const {associations, events} = play(
      ind('ROAMING_START', {reason: '12'}),
      ind('ASSOCIATION_START', {mac: A}),
      ind('ASSOCIATION_START', {mac: B}),
      ind('ASSOCIATION_COMPLETION', {mac: A, status: '2'}),
      ind('ROAMING_COMPLETION', {status: '1'}),
    )
    expect(associations.map(({mac, completion, endedBy}) => [mac, completion, endedBy])).toEqual([
      [A, events[3], null],
      [B, null, events[4]],
    ])
  })

  it('an operation that is never completed owns 40 s of the capture, and its late end', () => {
    const {operations} = play(
      ind('ROAMING_START', {reason: '12'}),
      ...Array.from({length: 50_000}, () => ind('LINK_QUALITY')),
    )
    expect(operations[0]?.events.length).toBe(40_001)
  })

  it('a halt of the adapter ends everything on all ports', () => {
    const removed = {
      ...ind('LINK_QUALITY'),
      step: 'LOG' as const,
      message: logMessage('REMOVED') ?? event(0, 'IND', 'DOT11_LINK_QUALITY').message,
      port: null,
    }
    const {operations, events} = play(
      ind('ROAMING_START', {reason: '12'}, 0),
      ind('ROAMING_START', {reason: '12'}, 1),
      removed,
    )
    expect(operations.map(({port, cutBy}) => [port, cutBy])).toEqual([
      [0, events[2]],
      [1, events[2]],
    ])
  })
})
