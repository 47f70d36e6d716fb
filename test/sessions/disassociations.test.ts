import {describe, expect, it} from 'vitest'
import {association, ms, replayed} from './told.js'

/** What each DISASSOCIATION meant, and the associations that port 1 had, each with its beginning. */
async function told(...records: readonly string[]) {
  const {all, replay} = await replayed(records.join('\n'))
  const history = replay.ports.get(1)?.history ?? []
  return {
    meant: [...all.notes.disassociation].map(([seq, meaning]) => `${ms(all.events[seq] ?? null)} ${meaning}`),
    history: history.map(one => `${ms(one.since)} ${association(one)}`),
  }
}

const WDI = 'capture model=wdi'
const A = '-5 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const atA = '-5 associated AP-A no MLO'
const ROAM = '0 M1 TASK_ROAM 1 101 entries=AP-B'
const JOIN = '4 IND ASSOCIATION_RESULT 1 - (AP-B status=0)'
const DONE = '6 IND ROAM_COMPLETE 1 101 status=success'
const atB = '4 associated AP-B no MLO'
const left = (at: number, of: string) => `${at} IND DISASSOCIATION 1 - ${of}`

describe('a DISASSOCIATION outside a task (A.2)', () => {
  it('at the start of the capture, and a second one', async () => {
    expect(await told(WDI, left(0, 'AP-A'), left(9, 'AP-A'))).toEqual({
      meant: ['0 state unknown', '9 not associated'],
      history: ['0 unassociated', '9 unassociated'],
    })
  })

  it.each([
    ['the peer', 'AP-A status=11', 'peer'],
    ['everybody', 'ALL status=11', 'peer'],
    ['nobody: the address is not exported', 'without=WDI_TLV_DISASSOCIATION_INDICATION_PARAMETERS', 'peer'],
    ['another', 'AP-B status=11', 'other'],
  ])('of %s', async (_, of, meaning) => {
    expect(await told(WDI, A, left(0, of))).toEqual({meant: [`0 ${meaning}`], history: [atA, '0 unassociated']})
  })

  it('of another address of a connection that may be MLO', async () => {
    const link = '-5 IND LINK_STATE_CHANGE 1 - AP-A quality=60 links=0'
    expect(await told(link, left(0, 'AP-B'))).toEqual({
      meant: ['0 unmapped'],
      history: ['-5 associated AP-A', '0 unassociated'],
    })
  })

  it('where the address of the new peer is not exported', async () => {
    const unnamed = '-5 IND ASSOCIATION_RESULT 1 - (AP-A status=0 without=WDI_TLV_BSSID)'
    expect(await told(WDI, unnamed, left(0, 'AP-A'))).toEqual({
      meant: ['0 unmapped'],
      history: ['-5 associated no MLO', '0 unassociated'],
    })
    expect(await told(WDI, unnamed, left(0, 'ALL'))).toEqual({
      meant: ['0 peer'],
      history: ['-5 associated no MLO', '0 unassociated'],
    })
  })

  it('on the port of an access point: a station left it', async () => {
    expect(await told('capture model=wdi ap=1', A, left(0, 'AP-A'))).toEqual({meant: [], history: []})
  })
})

describe('a DISASSOCIATION inside a roam (A.2)', () => {
  it.each([
    ['of the old peer, before the result', left(2, 'AP-A'), '2 peer', [atA, '2 unassociated', atB]],
    ['of the old peer, after the result', left(5, 'AP-A'), '5 old peer, late', [atA, atB]],
    ['of the new peer', left(5, 'AP-B'), '5 peer', [atA, atB, '5 unassociated']],
    ['of a third one, before the result', left(2, 'AP-C'), '2 other', [atA, '2 unassociated', atB]],
    ['of a third one, after the result', left(5, 'AP-C'), '5 other', [atA, atB, '5 unassociated']],
    ['of the old peer, after the completion', left(7, 'AP-A'), '7 other', [atA, atB, '7 unassociated']],
  ])('%s', async (_, record, meaning, history) => {
    expect(await told(WDI, A, ROAM, JOIN, DONE, record)).toEqual({meant: [meaning], history})
  })

  it('where the old peer is not known', async () => {
    expect(await told(WDI, ROAM, JOIN, left(5, 'AP-A'), DONE)).toEqual({meant: ['5 late or other'], history: [atB]})
  })

  it('where there was none', async () => {
    const reset = '-9 IND DOT11_RESET_COMPLETE 1 5 status=success'
    expect(await told(WDI, reset, ROAM, JOIN, left(5, 'AP-A'), DONE)).toEqual({
      meant: ['5 other'],
      history: ['-9 unassociated', atB, '5 unassociated'],
    })
  })

  it('where the command of the roam is not in the capture', async () => {
    expect(await told(WDI, A, JOIN, left(5, 'AP-A'), DONE)).toEqual({
      meant: ['5 other'],
      history: [atA, atB, '5 unassociated'],
    })
  })

  it('a second association to the old peer is not the old one', async () => {
    const back = '5 IND ASSOCIATION_RESULT 1 - (AP-A status=0)'
    expect(await told(WDI, A, ROAM, JOIN, back, left(5.5, 'AP-A'), DONE)).toEqual({
      meant: ['5.5 peer'],
      history: [atA, atB, '5 associated AP-A no MLO', '5.5 unassociated'],
    })
  })
})

describe('link and MLD addresses (A.0)', () => {
  const mloRoam = '0 M1 TASK_ROAM 1 101 entries=AP-B MloConnectionSupported=1'
  const joined = '4 IND ASSOCIATION_RESULT 1 - (AP-B status=0 request{multi-link} response{multi-link, mld=MLD-B})'

  it('are mapped by the frames of the result', async () => {
    expect(await told(mloRoam, joined, left(9, 'MLD-B'))).toEqual({
      meant: ['9 peer'],
      history: ['4 associated AP-B MLO', '9 unassociated'],
    })
  })

  it('a connection is no MLO without the permission of the task or the element', async () => {
    const plain = '4 IND ASSOCIATION_RESULT 1 - (AP-B status=0 request{})'
    expect((await told(mloRoam, plain)).history).toEqual(['4 associated AP-B no MLO'])
    expect((await told(ROAM, JOIN)).history).toEqual(['4 associated AP-B no MLO'])
    expect((await told(mloRoam, JOIN)).history).toEqual(['4 associated AP-B'])
    expect((await told(JOIN)).history).toEqual(['4 associated AP-B'])
  })

  it('an address is learnt only where both are there', async () => {
    const unnamed = joined.replace('status=0', 'status=0 without=WDI_TLV_BSSID')
    const {replay} = await replayed(`${mloRoam}\n${unnamed}`)
    expect(replay.peers.isMld('02:00:00:00:0b:ff')).toBe(false)
    const {replay: known} = await replayed(`${mloRoam}\n${joined}`)
    expect(known.peers.isMld('02:00:00:00:0b:ff')).toBe(true)
  })
})
