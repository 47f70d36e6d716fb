import {describe, expect, it} from 'vitest'
import type {TraceEvent} from '../../src/events/event.js'
import {linkChanges} from '../../src/sessions/lone-sessions.js'
import {PeerMap} from '../../src/sessions/peers.js'
import {BySeq, type Replay} from '../../src/sessions/replay.js'
import type {LinkInfo, LinkState} from '../../src/wdi/facts.js'
import type {Reader} from '../../src/wdi/reader.js'
import {event} from './events.js'
import {ms, sessions} from './told.js'

const WDI = 'capture model=wdi'
const A = '-9 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
/** Indications have a transaction id, and it is 0. */
const lone = (kind: string, at: number, known: object) => ({
  kind,
  port: 1,
  transaction: 0,
  start: at,
  end: at,
  events: [at],
  ...known,
})
/** Kind and start of each session. */
const short = async (...records: readonly string[]) =>
  (await sessions(records.join('\n'))).map(({kind, start}) => `${start} ${kind}`)

describe('ROAMING_NEEDED that no roam answers (A.3)', () => {
  it('is a session of its own', async () => {
    expect(await sessions(`${WDI}\n${A}\n0 IND ROAMING_NEEDED 1 - reason=11`)).toEqual([
      lone('trigger-only', 0, {oldPeer: 'AP-A', trigger: 0}),
    ])
    expect(await sessions(`${WDI}\n0 IND ROAMING_NEEDED 1 - reason=11`)).toEqual([
      lone('trigger-only', 0, {trigger: 0}),
    ])
  })

  it('after 10 s, or with the end of the capture beyond them', async () => {
    const trigger = '0 IND ROAMING_NEEDED 1 - reason=11'
    const roam = (at: number) => `${at} M1 TASK_ROAM 1 101 entries=AP-B`
    expect(await short('capture to=10000', trigger)).toEqual([])
    expect(await short('capture to=10000.001', trigger)).toEqual(['0 trigger-only'])
    expect(await short(trigger, roam(10000))).toEqual(['0 roam'])
    expect(await short(trigger, roam(10000.001))).toEqual(['0 trigger-only', '10000.001 roam'])
  })
})

describe('DISASSOCIATION outside any task (A.3)', () => {
  it('is a disconnect', async () => {
    expect(await sessions(`${WDI}\n${A}\n0 IND DISASSOCIATION 1 - AP-A status=11`)).toEqual([
      lone('disconnect', 0, {oldPeer: 'AP-A', disassociations: [0]}),
    ])
  })

  it('the peer is shown by its link address', async () => {
    const mlo = `
-20 M1  TASK_CONNECT       1 101 entries=AP-B MloConnectionSupported=1
-15 IND ASSOCIATION_RESULT 1 -   (AP-B status=0 request{multi-link} response{multi-link, mld=MLD-B})
-10 IND CONNECT_COMPLETE   1 101 status=success
-8  IND DOT11_RESET_COMPLETE 1 102 status=success
-5  M1  TASK_CONNECT       1 103 entries=AP-B MloConnectionSupported=1
-4  IND ASSOCIATION_RESULT 1 -   (MLD-B status=0)
-3  IND CONNECT_COMPLETE   1 103 status=success
0   IND DISASSOCIATION     1 -   MLD-B status=11`
    const all = await sessions(mlo)
    expect(all.at(-1)).toEqual(lone('disconnect', 0, {oldPeer: 'AP-B', disassociations: [0]}))
  })

  const task = `
-9 IND LINK_STATE_CHANGE   1 - AP-A quality=60
-2 M1  TASK_DISCONNECT     1 5 AP-A reason=3
-1 M3  TASK_DISCONNECT     1 5 status=success
0  IND DISCONNECT_COMPLETE 1 5 status=success`
  const left = (at: number, port = 1) => `${at} IND DISASSOCIATION ${port} - AP-A status=7`

  it.each([
    ['inside a task', [left(-1)], []],
    ['5 s after a disconnect task: its late report', [left(5000)], []],
    ['more than 5 s after it', [left(5000.001)], ['5000.001 disconnect']],
    ['a second one', [left(3), left(4)], ['4 disconnect']],
    ['after other records', ['3 IND BSS_ENTRY_LIST 1 - count=0', left(4)], []],
    ['on another port', [left(3, 2)], ['3 disconnect']],
  ])('%s', async (_, records, expected) => {
    expect(await short(task, ...records)).toEqual(['-2 disconnect', ...expected])
  })

  it('late in the capture', async () => {
    const late = '10000 IND DISCONNECT_COMPLETE 1 5 status=success'
    expect(await short(late, left(10003))).toEqual(['10000 disconnect'])
  })

  it('after a completion without the rest of its task', async () => {
    expect(await short('0 IND DISCONNECT_COMPLETE 1 5 status=success', left(3))).toEqual(['0 disconnect'])
    expect(await short('0 IND SCAN_COMPLETE 1 5 status=success', left(3))).toEqual(['0 scan', '3 disconnect'])
  })
})

describe('another set of links of an MLO connection (A.3)', () => {
  it('is a link change', async () => {
    const changes = `
-5 IND LINK_STATE_CHANGE 1 - AP-B quality=60 links=1
0  IND LINK_STATE_CHANGE 1 - AP-B quality=60 links=2`
    expect(await sessions(changes)).toEqual([lone('link-change', 0, {oldPeer: 'AP-B'})])
  })

  /**
   * Numbers of the records, one each ms, that are link changes. A record is its name, or a link state: the peer ("-" for
   * none) and "id/address" of each link ("?": not exported).
   */
  function changesOf(records: string, known: readonly string[] = ['mld']) {
    const states = new Map<TraceEvent, LinkState>()
    const events = records.split('; ').map((record, seq) => {
      const [peer, ...links] = record.split(' ')
      const infos = links.map(link => {
        const [linkId, peerLink] = link.split('/')
        return {linkId: Number(linkId), peerLink} as LinkInfo
      })
      const one = event(seq, 'IND', links.length === 0 ? record : 'LINK_STATE_CHANGE', {seq})
      states.set(one, {peer: peer === '-' ? null : peer, links: links[0] === '?' ? undefined : infos} as LinkState)
      return one
    })
    const peers = new PeerMap()
    for (const mld of known) peers.learn(`link of ${mld}`, mld)
    const reader = {linkState: (one: TraceEvent) => states.get(one)} as unknown as Reader
    const replay = {reader, peers, notes: {before: new BySeq(9)}} as unknown as Replay
    return linkChanges(events, replay).map(change => ms(change.events[0] ?? null))
  }

  it.each([
    ['a link more', 'mld 0/a; mld 0/a 1/b', [1]],
    ['a link less', 'mld 0/a 1/b; mld 0/a', [1]],
    ['another address', 'mld 0/a 1/b; mld 0/a 1/c', [1]],
    ['another number', 'mld 0/a 1/b; mld 0/a 2/b', [1]],
    ['each change of several', 'mld 0/a; mld 0/b; mld 0/b; mld 0/a', [1, 3]],
    ['the same links in another order', 'mld 0/a 1/b; mld 1/b 0/a', []],
    ['the links of another peer', 'mld 0/a; else 0/a 1/b', []],
    ['other records between', 'mld 0/a; BSS_ENTRY_LIST; mld 0/b', [2]],
    ['a result between: another association', 'mld 0/a; ASSOCIATION_RESULT; mld 0/b', []],
    ['a disassociation between', 'mld 0/a; DISASSOCIATION; mld 0/b', []],
    ['link infos not exported', 'mld 0/a; mld ?; mld 0/b', [2]],
    ['no peer', 'mld 0/a; - 0/b; mld 0/b', [2]],
    ['no peer twice', '- 0/a; - 0/a 1/b', []],
  ])('%s', (_, records, expected) => {
    expect(changesOf(records)).toEqual(expected)
  })

  it.each([
    ['mld 0/a; mld 0/b', []],
    ['mld 0/a; mld 0/a 1/b', [1]],
    ['mld 0/a 1/b; mld 0/a', [1]],
  ])(
    'where the peer is not known as MLD, of a connection that has or had more than one link: %s',
    (records, expected) => {
      expect(changesOf(records, [])).toEqual(expected)
    },
  )
})
