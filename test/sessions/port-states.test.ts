import {describe, expect, it} from 'vitest'
import {ms, replayed, states} from './told.js'

/** The state of port 1 before each record and at the end. */
async function told(scenario: string, port: number | null = 1): Promise<readonly string[]> {
  const {all, replay} = await replayed(scenario)
  return states(all, replay, port)
}

/** Last state of port 1 after the records. */
const last = async (...records: readonly string[]) => (await told(records.join('\n'))).at(-1)

const LINK_A = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60 links=0'

describe('events that name a peer (A.2)', () => {
  it.each([
    ['a link state', LINK_A, 'end associated AP-A'],
    ['a link state on WDI', `capture model=wdi\n${LINK_A}`, 'end associated AP-A no MLO'],
    ['one link that is the peer', LINK_A.replace('links=0', 'links=1'), 'end associated AP-A no MLO'],
    ['two links', LINK_A.replace('links=0', 'links=2'), 'end associated AP-A MLO'],
    ['a link state that says nothing', `${LINK_A} without=WDI_TLV_LINK_STATE_CHANGE_PARAMETERS`, 'end unknown'],
    ['a successful result', '0 IND ASSOCIATION_RESULT 1 - (AP-B status=0)', 'end associated AP-B'],
    ['a failed result', '0 IND ASSOCIATION_RESULT 1 - (AP-B status=50)', 'end unknown'],
    [
      'the second of two results',
      '0 IND ASSOCIATION_RESULT 1 - (AP-B status=50) (AP-C status=0)',
      'end associated AP-C',
    ],
    ['a result that says nothing', 'capture tlvs=0\n0 IND ASSOCIATION_RESULT 1 -', 'end unknown'],
    [
      'a result on the port of an access point',
      'capture ap=1\n0 IND ASSOCIATION_RESULT 1 - (AP-B status=0)',
      'end unknown',
    ],
    ['a link state on the port of an access point', `capture ap=1\n${LINK_A}`, 'end unknown'],
  ])('%s', async (_, records, expected) => {
    expect(await last(records)).toBe(expected)
  })

  it.each([
    ['pairwise', '(pairwise peer=AP-A)', 'success', 'end associated AP-A'],
    ['pairwise after a group key', '(group peer=AP-B) (pairwise peer=AP-A)', 'success', 'end associated AP-A'],
    ['pairwise after one without peer', '(pairwise) (pairwise peer=AP-A)', 'success', 'end associated AP-A'],
    ['pairwise without peer', '(pairwise)', 'success', 'end unknown'],
    ['group only', '(group peer=AP-A)', 'success', 'end unknown'],
    ['pairwise, refused', '(pairwise peer=AP-A)', 'failure', 'end unknown'],
    ['not exported', '', 'success', 'end unknown'],
  ])('a key: %s', async (_, keys, status, expected) => {
    const key = `capture tlvs=0\n0 M1 SET_ADD_CIPHER_KEYS 1 7 ${keys}\n1 M3 SET_ADD_CIPHER_KEYS 1 7 status=${status}`
    expect(await told(key)).toEqual(['0 unknown', '1 unknown', expected])
  })

  it('the response to something else does not', async () => {
    expect(await last('0 M1 SET_POWER_STATE 1 7', '1 M3 SET_POWER_STATE 1 7 status=success')).toBe('end unknown')
  })
})

describe('what clears ports (A.2)', () => {
  const two = `${LINK_A}\n1 IND LINK_STATE_CHANGE 2 - AP-B quality=60 links=0`
  const both = async (record: string) => {
    const {all, replay} = await replayed(`${two}\n${record}`)
    return [1, 2].map(port => states(all, replay, port).at(-1))
  }
  const kept = ['end associated AP-A', 'end associated AP-B']
  const cleared = 'end unassociated'

  it.each([
    ['IND DOT11_RESET_COMPLETE 1 5 status=success', [cleared, kept[1]]],
    ['IND TASK_DOT11_RESET 1 5 status=success', [cleared, kept[1]]],
    ['M1 TASK_DOT11_RESET 1 5', kept],
    ['IND DELETE_PORT_COMPLETE 1 5 status=success', [cleared, kept[1]]],
    ['IND CREATE_PORT_COMPLETE 1 5 status=success', kept],
    ['IND SCAN_COMPLETE 1 5 status=success', kept],
    ['IND CLOSE_COMPLETE adapter 5 status=success', [cleared, cleared]],
    ['IND TASK_CLOSE adapter 5 status=success', [cleared, cleared]],
    ['IND OPEN_COMPLETE adapter 5 status=success', kept],
    ['IND FIRMWARE_STALLED adapter -', [cleared, cleared]],
    ['IND RADIO_STATUS adapter - hw=0 sw=1', [cleared, cleared]],
    ['IND RADIO_STATUS adapter - hw=1 sw=0', [cleared, cleared]],
    ['IND RADIO_STATUS adapter - hw=1 sw=1', kept],
    ['IND SECONDARY_STA_CONNECTIVITY adapter - limited=0', kept],
    ['LOG REMOVED adapter', [cleared, cleared]],
    ['LOG BOOT adapter', [cleared, cleared]],
    ['LOG 5002 adapter trigger=1', [cleared, cleared]],
    ['LOG 5002 adapter first=0x80000000', kept],
    ['LOG POWER adapter state=resume', kept],
    ['LOG EVENTS_LOST adapter', kept.map(state => `${state} unconfirmed`)],
  ])('%s', async (record, expected) => {
    expect(await both(`9 ${record}`)).toEqual(expected)
  })
})

describe('after a loss span (A.2)', () => {
  const named = (at: number, peer: string) => `${at} IND LINK_STATE_CHANGE 1 - ${peer} quality=60 links=0`
  const lossy = (...records: readonly string[]) => ['capture loss=2..3', ...records].join('\n')
  const end = '9 IND BSS_ENTRY_LIST 1 - count=0'

  it('the peer is in doubt until an event names it', async () => {
    expect(await told(lossy(LINK_A, '4 IND BSS_ENTRY_LIST 1 - count=0', named(5, 'AP-A'), end))).toEqual([
      '0 unknown',
      '4 associated AP-A unconfirmed',
      '5 associated AP-A unconfirmed',
      '9 associated AP-A',
      'end associated AP-A',
    ])
  })

  it('naming it again is no new association', async () => {
    const {replay} = await replayed(lossy(LINK_A, named(4, 'AP-A')))
    expect(ms(replay.ports.get(1)?.association.since ?? null)).toBe(0)
  })

  it('a peer that was not exported is named at last', async () => {
    const unnamed = '0 IND ASSOCIATION_RESULT 1 - (AP-A status=0 without=WDI_TLV_BSSID)'
    expect(await last(lossy(unnamed, named(4, 'AP-B')))).toBe('end associated AP-B')
    expect(await last(unnamed, named(4, 'AP-B'))).toBe('end associated')
  })

  it.each([
    ['one of two spans', '2..3,20..30', ' unconfirmed'],
    ['one that began before the peer was named', '-1..3', ' unconfirmed'],
    ['none yet', '20..30', ''],
    ['only one before', '-2..-1', ''],
  ])('%s', async (_, loss, doubt) => {
    expect(await last(`capture loss=${loss}`, LINK_A, end)).toBe(`end associated AP-A${doubt}`)
  })

  it('another peer has taken its place', async () => {
    expect(await last(lossy(LINK_A, named(4, 'AP-B'), end))).toBe('end associated AP-B')
  })

  it('but not without loss, or once the old one was seen again', async () => {
    expect(await last(LINK_A, named(4, 'AP-B'), end)).toBe('end associated AP-A')
    expect(await last(lossy(LINK_A, named(4, 'AP-A'), named(5, 'AP-B'), end))).toBe('end associated AP-A')
  })

  it('a port that is known to have no peer is not in doubt', async () => {
    const reset = '0 IND DOT11_RESET_COMPLETE 1 5 status=success'
    expect(await told(lossy(reset, end))).toEqual(['0 unknown', '9 unassociated', 'end unassociated'])
    expect(await last(lossy(reset, named(4, 'AP-B')))).toBe('end unassociated')
    expect(await told(lossy(end))).toEqual(['9 unknown', 'end unknown'])
  })
})

describe('tasks that were open at a command', () => {
  it('are kept only where there are any', async () => {
    const {notes} = (
      await replayed(`
0 M1  TASK_SCAN       1 5
1 M1  TASK_ROAM       2 6 entries=AP-B
2 IND SCAN_COMPLETE   1 5 status=success
3 M1  GET_STATISTICS  1 7
4 IND ROAM_COMPLETE   2 6 status=success
5 M1  GET_STATISTICS  1 8`)
    ).all
    expect([...notes.open].map(([seq, tasks]) => [seq, tasks.map(({m1}) => ms(m1))])).toEqual([
      [1, [0]],
      [3, [1]],
    ])
  })
})
