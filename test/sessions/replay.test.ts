import {describe, expect, it} from 'vitest'
import type {TraceEvent} from '../../src/events/event.js'
import type {Adapter} from '../../src/sessions/adapter.js'
import {type CaptureFacts, Silence} from '../../src/sessions/capture.js'
import {BySeq, Replay} from '../../src/sessions/replay.js'
import type {LinkInfo} from '../../src/wdi/facts.js'
import type {Reader} from '../../src/wdi/reader.js'
import {event} from './events.js'
import {association, book} from './told.js'

const PEER = '02:00:00:00:0a:ff'
const LINK1 = '02:00:00:00:0a:01'
const LINK2 = '02:00:00:00:0a:02'
const NONE = '00:00:00:00:00:00'

describe('facts by number', () => {
  it('are there or not', () => {
    const facts = new BySeq<string>(2)
    facts.set(1, 'one')
    expect([0, 1, 2].map(seq => facts.has(seq))).toEqual([false, true, false])
    expect([0, 1, 2].map(seq => facts.get(seq))).toEqual([undefined, 'one', undefined])
  })
})

describe('link infos of LINK_STATE_CHANGE', () => {
  function played(model: Adapter['model'], links: (string | null | undefined)[] | undefined) {
    const events: TraceEvent[] = [event(0, 'IND', 'LINK_STATE_CHANGE')]
    const infos = links?.map(peerLink => ({peerLink}) as LinkInfo)
    const reader = {linkState: () => ({peer: PEER, links: infos})} as unknown as Reader
    const adapter = {model, apPorts: [], events} as unknown as Adapter
    const silence = new Silence({
      startUs: 0,
      endUs: 0,
      lossSpans: [],
      lostEvents: 0,
      lostBuffers: 0,
    } as unknown as CaptureFacts)
    const by = <T>() => new BySeq<T>(1)
    const notes = {
      before: by<never>(),
      task: by<never>(),
      command: by<never>(),
      open: new Map(),
      disassociation: new Map(),
    }
    const {peers, ports} = new Replay(adapter, silence, reader, notes as never, true).run()
    const state = ports.get(1)?.association
    return {
      state: state === undefined ? null : association(state),
      isMld: peers.isMld(PEER),
      mapped: [LINK1, LINK2, NONE].filter(address => peers.mld(address) === PEER),
    }
  }

  it.each([
    ['two links', [LINK1, LINK2], ' MLO', true, [LINK1, LINK2]],
    ['one link with another address', [LINK1], '', true, [LINK1]],
    ['one link with the address of the peer', [PEER], ' no MLO', false, []],
    ['addresses that are zero or not exported', [NONE, null, undefined], ' MLO', false, []],
    ['one without address', [null], '', false, []],
    ['none', [], '', false, []],
    ['not exported', undefined, '', false, []],
  ])('%s', (_, links, mlo, isMld, mapped) => {
    expect(played('wificx', links)).toEqual({state: `associated MLD-A${mlo}`, isMld, mapped})
  })

  it('WDI knows no MLO', () => {
    const expected = {state: 'associated MLD-A no MLO', isMld: false, mapped: []}
    expect(played('wdi', undefined)).toEqual(expected)
    expect(played('wdi', [NONE])).toEqual(expected)
  })
})

describe('records that belong to an open roam', () => {
  const roam = (command: string, port = 1) => `
0 M1  TASK_ROAM     1       101 entries=AP-B
1 M1  ${command}    ${port} 7 ${command === 'SET_SAE_AUTH_PARAMS' ? 'AP-B type=3' : ''}
2 M3  ${command}    ${port} 7 status=success
9 IND ROAM_COMPLETE 1       101 status=success`

  it.each([
    ['SET_SAE_AUTH_PARAMS', [0, 1, 2, 9]],
    ['SET_FAST_BSS_TRANSITION_PARAMETERS', [0, 1, 2, 9]],
    ['SET_ASSOCIATION_PARAMETERS', [0, 1, 2, 9]],
    ['SET_OWE_DH_IE', [0, 1, 2, 9]],
    ['SET_ADD_CIPHER_KEYS', [0, 9]],
    ['GET_STATISTICS', [0, 9]],
  ])('%s', async (command, events) => {
    const {tasks} = await book(roam(command))
    expect((tasks as {events: number[]}[]).map(task => task.events)).toEqual([events])
  })

  it('not those of another port', async () => {
    const {tasks} = await book(roam('SET_SAE_AUTH_PARAMS', 2))
    expect((tasks as {events: number[]}[]).map(task => task.events)).toEqual([[0, 9]])
  })

  it('indications go to the roam, without one to the latest task of the port', async () => {
    const {tasks} = await book(`
0 M1  TASK_ROAM       1 101 entries=AP-B
1 M1  TASK_SCAN       1 102
2 M1  TASK_SCAN       2 103
3 IND BSS_ENTRY_LIST  1 -   count=0
4 IND ROAM_COMPLETE   1 101 status=success
5 IND BSS_ENTRY_LIST  1 -   count=0
6 IND BSS_ENTRY_LIST  3 -   count=0`)
    expect((tasks as {events: number[]}[]).map(task => task.events)).toEqual([[0, 3, 4], [1, 5], [2]])
  })
})
