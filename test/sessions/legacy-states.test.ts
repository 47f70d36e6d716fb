import {describe, expect, it} from 'vitest'
import {played} from './told-legacy.js'

const known = {known: true, operationsKnown: true, associationsKnown: true}
const CONNECT = `
1 IND CONNECTION_START       0
2 IND ASSOCIATION_START      0 mac=AP-A ssid=home
3 IND ASSOCIATION_COMPLETION 0 mac=AP-A status=success
4 IND CONNECTION_COMPLETION  0 status=success`
const connection = {kind: 'connection', port: 0, start: 1, completion: 4, associations: [2], events: [1, 2, 3, 4]}
const joinedA = {start: 2, completion: 3, mac: 'AP-A', succeeded: true, inside: 1}
const connected = {
  ...known,
  peer: 'AP-A',
  ssid: 'home',
  joined: ['AP-A 3'],
  historyFrom: 1,
  link: 'connected',
  linkSince: 4,
}

describe('operations of a Native 802.11 port (A.3)', () => {
  it('a connection', async () => {
    expect(await played(CONNECT)).toEqual({state: connected, operations: [connection], associations: [joinedA]})
  })

  it.each([
    ['no connection before', '', {link: 'none', linkSince: 8}],
    ['a connection before', CONNECT, connected],
  ])('a connection that fails: %s', async (_, before, after) => {
    const failed = '7 IND CONNECTION_START 0\n8 IND CONNECTION_COMPLETION 0 status=failure'
    const {state, operations} = await played(before, failed)
    expect(state).toEqual({operationsKnown: true, associationsKnown: true, historyFrom: 7, ...after})
    const old = before === '' ? {} : {oldPeer: 'AP-A'}
    expect(operations.at(-1)).toEqual({kind: 'connection', port: 0, start: 7, completion: 8, events: [7, 8], ...old})
  })

  it('a start cuts the open operation of its kind, not that of the other', async () => {
    const {state, operations} = await played(
      '1 IND CONNECTION_START 0',
      '2 IND ROAMING_START 0 reason=LOST',
      '3 IND CONNECTION_START 0',
      '4 IND ROAMING_START 0 reason=LOST',
    )
    expect(operations).toEqual([
      {kind: 'connection', port: 0, start: 1, cutBy: 3, events: [1, 2, 3]},
      {kind: 'roaming', port: 0, start: 2, cutBy: 4, events: [2, 3, 4]},
      {kind: 'connection', port: 0, start: 3, events: [3, 4]},
      {kind: 'roaming', port: 0, start: 4, events: [4]},
    ])
    const since = {link: 'none', linkSince: 3, historyFrom: 1}
    expect(state).toEqual({operationsKnown: true, associationsKnown: true, connection: 3, roaming: 4, ...since})
  })

  it('a completion ends the operation of its kind and the associations in it', async () => {
    const both = [
      '1 IND CONNECTION_START 0',
      '2 IND ASSOCIATION_START 0 mac=AP-A',
      '3 IND ROAMING_START 0 reason=LOST',
      '4 IND ASSOCIATION_START 0 mac=AP-B',
    ]
    const first = await played(...both, '5 IND CONNECTION_COMPLETION 0 status=failure')
    expect([first.state.connection, first.state.roaming, first.state.associating]).toEqual([undefined, 3, [4]])
    expect(first.associations).toEqual([
      {start: 2, endedBy: 5, mac: 'AP-A', inside: 1},
      {start: 4, mac: 'AP-B', inside: 3},
    ])
    const second = await played(...both, '5 IND ROAMING_COMPLETION 0 status=failure')
    expect([second.state.connection, second.state.roaming, second.state.associating]).toEqual([1, undefined, [2]])
    expect(second.operations).toEqual([
      {kind: 'connection', port: 0, start: 1, associations: [2], events: [1, 2, 3, 4, 5]},
      {kind: 'roaming', port: 0, start: 3, completion: 5, associations: [4], events: [3, 4, 5]},
    ])
  })

  it('a completion without start ends associations outside of any operation', async () => {
    expect(await played('2 IND ASSOCIATION_START 0 mac=AP-A', '5 IND ROAMING_COMPLETION 0 status=failure')).toEqual({
      state: {operationsKnown: true, associationsKnown: true, link: 'unknown'},
      operations: [{kind: 'roaming', port: 0, completion: 5, events: [5]}],
      associations: [{start: 2, endedBy: 5, mac: 'AP-A'}],
    })
  })

  it.each([
    ['the completion', '60000 IND ROAMING_COMPLETION 0 status=success', {completion: 60000}],
    ['the next start', '60000 IND ROAMING_START 0 reason=LOST', {cutBy: 60000}],
  ])('owns 40 s of the capture and %s', async (_, end, how) => {
    const {operations} = await played(
      '1 IND ROAMING_START 0 reason=LOST',
      '40001 IND LINK_QUALITY 0',
      '40001.001 IND LINK_QUALITY 0',
      end,
    )
    const expected = {kind: 'roaming', port: 0, start: 1, ...how, events: [1, 40001, 60000]}
    expect(operations[0]).toEqual(expected)
  })
})

describe('associations', () => {
  it('a completion belongs to the start of its address, else to the latest where one shows none', async () => {
    const starts = [
      '1 IND ASSOCIATION_START 0 mac=AP-A',
      '2 IND ASSOCIATION_START 0',
      '3 IND ASSOCIATION_START 0 mac=AP-C',
    ]
    const of = async (mac: string) =>
      (await played(...starts, `9 IND ASSOCIATION_COMPLETION 0 ${mac} status=UNREACHABLE`)).associations
    const [a, b, c] = [{start: 1, mac: 'AP-A'}, {start: 2}, {start: 3, mac: 'AP-C'}]
    expect(await of('mac=AP-C')).toEqual([a, b, {...c, completion: 9}])
    expect(await of('mac=AP-B')).toEqual([a, {...b, completion: 9, mac: 'AP-B'}, c])
    expect(await of('')).toEqual([a, b, {...c, completion: 9}])
  })

  it('a start is open until its completion', async () => {
    const {state} = await played('1 IND ASSOCIATION_START 0 mac=AP-A')
    expect(state).toEqual({associationsKnown: true, associating: [1], link: 'unknown'})
  })

  it('a completion without start is one of its own', async () => {
    const start = '1 IND ASSOCIATION_START 0 mac=AP-A'
    expect(await played(start, '9 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success')).toEqual({
      state: {
        ...{known: true, associationsKnown: true, associating: [1], joined: ['AP-B 9'], peer: 'AP-B'},
        ...{link: 'older than the capture', linkSince: 9},
      },
      operations: [],
      associations: [
        {start: 1, mac: 'AP-A'},
        {completion: 9, mac: 'AP-B', succeeded: true},
      ],
    })
    expect((await played('9 IND ASSOCIATION_COMPLETION 0 status=UNREACHABLE')).state).toEqual({
      associationsKnown: true,
      link: 'unknown',
    })
  })

  it('a success without address joins nobody that is known', async () => {
    const {state, associations} = await played('9 IND ASSOCIATION_COMPLETION 0 status=success')
    const since = {link: 'older than the capture', linkSince: 9}
    expect(state).toEqual({known: true, associationsKnown: true, ...since})
    expect(associations).toEqual([{completion: 9, succeeded: true}])
    const left = ['9 IND ASSOCIATION_COMPLETION 0 status=success', '10 IND DISASSOCIATION 0 mac=AP-A reason=LOST']
    expect((await played(...left)).state).toEqual({known: true, associationsKnown: true, historyFrom: 10, ...since})
  })

  it('the first success of an address counts; the SSID is that of the connection, until another one connects', async () => {
    const again = (at: number, ssid: string) => [
      `${at} IND ASSOCIATION_START 0 mac=AP-A ssid=${ssid}`,
      `${at + 1} IND ASSOCIATION_COMPLETION 0 mac=AP-A status=success`,
    ]
    const roam = await played(CONNECT, '7 IND ROAMING_START 0 reason=LOST', ...again(8, 'guest'))
    expect(roam.state).toEqual({...connected, roaming: 7})
    const first = await played('7 IND ROAMING_START 0 reason=LOST', ...again(8, 'guest'))
    expect(first.state.ssid).toBe('guest')
    const other = await played(CONNECT, '7 IND CONNECTION_START 0', ...again(8, 'guest'))
    expect(other.state).toEqual({...connected, connection: 7, ssid: 'guest'})
  })
})

describe('disassociations', () => {
  const older = {link: 'older than the capture', linkSince: 7}
  const left = (of: string) => `7 IND DISASSOCIATION 0 ${of} reason=LOST`

  it.each([
    ['an address shows that it was associated before', 'mac=AP-A', {joined: ['AP-A 7']}],
    ['everybody shows nobody', 'mac=ALL', {}],
    ['nobody shows nobody', '', {}],
  ])('first in the capture: %s', async (_, of, joined) => {
    expect((await played(left(of))).state).toEqual({known: true, historyFrom: 7, ...older, ...joined})
  })

  it.each([
    ['the peer', 'mac=AP-A', undefined],
    ['everybody', 'mac=ALL', undefined],
    ['nobody', '', undefined],
    ['somebody else', 'mac=AP-B', 'AP-A'],
  ])('of a connected port: %s', async (_, of, peer) => {
    const {peer: __, ...rest} = connected
    expect((await played(CONNECT, left(of))).state).toEqual(peer === undefined ? rest : connected)
  })

  it('by the OS, until the next connect request', async () => {
    const os = '7 IND DISASSOCIATION 0 mac=AP-A reason=OS'
    const gone = {...known, joined: ['AP-A 3'], historyFrom: 1, link: 'none', linkSince: 7}
    expect((await played(CONNECT, os)).state).toEqual({...gone, osDisconnect: 7})
    expect((await played(CONNECT, os, '8 M1 CONNECT_REQUEST 0')).state).toEqual({...gone, linkSince: 8})
    const twice = await played(CONNECT, os, '8 M1 DISCONNECT_REQUEST 0')
    expect(twice.state).toEqual({...gone, osDisconnect: 7, linkSince: 8})
  })
})

describe('requests', () => {
  it('a connect request: nothing is open that is not shown here', async () => {
    const none = {link: 'none', linkSince: 1, historyFrom: 1}
    expect((await played('1 M1 CONNECT_REQUEST 0')).state).toEqual({...known, ...none})
    expect((await played('1 M3 CONNECT_REQUEST 0 status=success')).state).toEqual({link: 'unknown'})
    expect((await played(CONNECT, '7 M1 CONNECT_REQUEST 0')).state).toEqual(
      Object.fromEntries(Object.entries(connected).filter(([name]) => name !== 'ssid')),
    )
  })

  const disconnected = {link: 'none', linkSince: 7, osDisconnect: 7}

  it.each([
    ['pending', '', disconnected],
    ['done', '9 M3 DISCONNECT_REQUEST 0 status=success', disconnected],
    ['refused', '9 M3 DISCONNECT_REQUEST 0 status=failure', {link: 'unknown'}],
    ['another one refused', '9 M3 RESET_REQUEST 0 status=failure', disconnected],
  ])('a disconnect: %s', async (_, m3, expected) => {
    expect((await played('7 M1 DISCONNECT_REQUEST 0', m3)).state).toEqual(expected)
  })

  it('one that was refused takes back only what it said itself', async () => {
    const os = '6 IND DISASSOCIATION 0 mac=ALL reason=OS'
    const refused = await played(os, '7 M1 DISCONNECT_REQUEST 0', '9 M3 DISCONNECT_REQUEST 0 status=failure')
    expect(refused.state).toEqual({known: true, historyFrom: 6, link: 'none', linkSince: 7, osDisconnect: 6})
    expect((await played('9 M3 DISCONNECT_REQUEST 0 status=failure')).state).toEqual({link: 'unknown'})
  })

  it('a reset ends everything when it is done', async () => {
    const open = ['5 IND ROAMING_START 0 reason=LOST', '6 IND ASSOCIATION_START 0 mac=AP-B']
    const {state, operations, associations} = await played(
      CONNECT,
      ...open,
      '7 M1 RESET_REQUEST 0',
      '9 M3 RESET_REQUEST 0 status=success',
    )
    const rest = {...known, joined: ['AP-A 3'], historyFrom: 1, link: 'none', linkSince: 9}
    expect(state).toEqual({...rest, osDisconnect: 7})
    const roam = {
      kind: 'roaming',
      port: 0,
      start: 5,
      cutBy: 9,
      associations: [6],
      events: [5, 6, 7, 9],
      oldPeer: 'AP-A',
    }
    expect(operations).toEqual([connection, roam])
    expect(associations).toEqual([joinedA, {start: 6, endedBy: 9, mac: 'AP-B', inside: 5}])
    const alone = await played('9 M3 RESET_REQUEST 0 status=success')
    expect(alone.state).toEqual({...known, historyFrom: 9, link: 'none', linkSince: 9, osDisconnect: 9})
  })
})

describe('other records', () => {
  it('a halt ends everything and disconnects, but not by the OS', async () => {
    const off = '6 IND PHY_STATE_CHANGED 0 state=0'
    const {state, operations} = await played(CONNECT, '5 IND DISASSOCIATION 0 mac=AP-A reason=OS', off, '8 LOG BOOT 0')
    expect(state).toEqual({...known, joined: ['AP-A 3'], historyFrom: 1, link: 'none', linkSince: 8, radioOff: true})
    expect(operations).toEqual([connection])
    const open = await played('1 IND ROAMING_START 0 reason=LOST', '8 LOG REMOVED 0')
    expect(open.operations).toEqual([{kind: 'roaming', port: 0, start: 1, cutBy: 8, events: [1]}])
    expect(open.state).toEqual({...known, historyFrom: 8, link: 'none', linkSince: 8})
  })

  it('a halt or another log record plays no port', async () => {
    const {state} = await played('1 IND LINK_QUALITY 0', '2 LOG POWER 0 state=sleep')
    expect(state).toEqual({link: 'older than the capture', linkSince: 1})
    const {operations} = await played('1 IND ROAMING_START 0 reason=LOST', '2 LOG POWER 0 state=sleep')
    expect(operations).toEqual([{kind: 'roaming', port: 0, start: 1, events: [1]}])
  })

  it('the radio is off until it is on', async () => {
    const radio = (at: number, state: number) => `${at} IND PHY_STATE_CHANGED 0 state=${state}`
    expect((await played(radio(1, 0))).state).toEqual({link: 'unknown', radioOff: true})
    expect((await played(radio(1, 0), radio(2, 1))).state).toEqual({link: 'unknown'})
  })
})
