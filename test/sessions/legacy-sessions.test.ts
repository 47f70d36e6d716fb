import {describe, expect, it} from 'vitest'
import {traceOfTexts} from '../golden/run.js'
import {sessions} from './told.js'

const scenario = (...records: readonly string[]) => ['capture model=native80211', ...records].join('\n')
const only = async (...records: readonly string[]) => {
  const all = await sessions(scenario(...records))
  expect(all).toHaveLength(1)
  return all[0]
}

const ROAM = `
5  IND ROAMING_START          0 reason=LOST
10 IND ASSOCIATION_START      0 mac=AP-B
20 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE
30 IND ASSOCIATION_START      0 mac=AP-C
45 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=success auth=RSNA_PSK`
const END = '50 IND ROAMING_COMPLETION 0 status='
const roam = {kind: 'legacy-roam', port: 0, start: 5, end: 50, events: [5, 10, 20, 30, 45, 50]}
const attempts = {
  attempts: ['#1 20 AP-B failed', '#2 45 AP-C ok'],
  success: 2,
  phases: ['attempt #1 10+10', 'attempt #2 30+15'],
}

describe('a legacy roam (A.3, A.5)', () => {
  it('succeeds with its completion', async () => {
    const expected = {outcome: 'success', class: 'psk', service: 'unknown', newPeer: 'AP-C', totals: {tTask: 45}}
    expect(await only(ROAM, `${END}success`)).toEqual({...roam, ...attempts, ...expected})
  })

  it('fails with its completion, whatever was associated', async () => {
    expect(await only(ROAM, `${END}failure`)).toEqual({...roam, ...attempts, outcome: 'failed', totals: {tTask: 45}})
  })

  it('has no outcome where the status is not exported', async () => {
    expect(await only(ROAM, END.replace('status=', ''))).toEqual({...roam, ...attempts, totals: {tTask: 45}})
  })

  it('is incomplete without completion', async () => {
    const {end, ...open} = roam
    expect(await only(ROAM)).toEqual({...open, events: roam.events.slice(0, -1), ...attempts, outcome: 'incomplete'})
  })

  it('is partial without start: no phases, no totals', async () => {
    expect(await only(`${END}success`)).toEqual({
      ...{kind: 'legacy-roam', port: 0, partial: true, start: 50, end: 50, events: [50], outcome: 'incomplete'},
    })
  })

  it('succeeds without any association, with an unknown peer', async () => {
    expect(await only('5 IND ROAMING_START 0 reason=LOST', `${END}success`)).toEqual({
      ...roam,
      events: [5, 50],
      ...{outcome: 'success', class: 'unknown', service: 'unknown', totals: {tTask: 45}},
    })
  })

  it('counts an attempt without completion, and shows a disassociation inside', async () => {
    const records = [
      '5 IND ROAMING_START 0 reason=LOST',
      '10 IND ASSOCIATION_START 0 mac=AP-B',
      '20 IND DISASSOCIATION 0 mac=AP-A reason=LOST',
      '30 IND ASSOCIATION_START 0 mac=AP-C',
      '45 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=success',
      `${END}failure`,
    ]
    expect(await only(...records)).toEqual({
      ...roam,
      ...{outcome: 'failed', disassociations: [20], attempts: ['#2 45 AP-C ok'], success: 2},
      phases: ['attempt #2 30+15'],
      totals: {tTask: 45},
    })
  })

  it('an attempt without start has no phase', async () => {
    const records = ['5 IND ROAMING_START 0 reason=LOST', '45 IND ASSOCIATION_COMPLETION 0 mac=AP-C status=success']
    expect(await only(...records, `${END}failure`)).toEqual({
      ...roam,
      events: [5, 45, 50],
      ...{outcome: 'failed', attempts: ['#1 45 AP-C ok'], success: 1, totals: {tTask: 45}},
    })
  })

  it.each([
    ['up to the start of an attempt', 'loss=5..10', ['attempt #1 10+10', 'attempt #2 30+15']],
    ['from its end on', 'loss=20..30', ['attempt #1 10+10', 'attempt #2 30+15']],
    ['inside one of two', 'loss=15..16', ['attempt #1 10+?', 'attempt #2 30+15']],
    ['in one, and elsewhere', 'loss=40..60,70..80', ['attempt #1 10+10', 'attempt #2 30+?']],
    ['around one', 'loss=9..21', ['attempt #1 10+?', 'attempt #2 30+15']],
  ])('loss %s', async (_, loss, phases) => {
    const [session] = await sessions(`${scenario(`capture ${loss}`)}\n${ROAM}\n${END}success`)
    expect(session?.phases).toEqual(phases)
  })
})

describe('a legacy connection', () => {
  const connect = (auth: string) => `
5  IND CONNECTION_START       0
10 IND ASSOCIATION_START      0 mac=AP-A
20 IND ASSOCIATION_COMPLETION 0 mac=AP-A status=success ${auth}
30 IND CONNECTION_COMPLETION  0 status=success`
  const connected = (kind: string) => ({
    ...{kind: 'legacy-connect', port: 0, start: 5, end: 30, events: [5, 10, 20, 30], outcome: 'success', class: kind},
    ...{service: 'unknown', newPeer: 'AP-A', attempts: ['#1 20 AP-A ok'], success: 1, phases: ['attempt #1 10+10']},
    totals: {tTask: 25},
  })

  it.each([
    ['auth=OPEN', 'open'],
    ['auth=SHARED_KEY', 'unknown'],
    ['auth=WPA', '8021x'],
    ['auth=WPA_PSK', 'psk'],
    ['auth=RSNA', '8021x'],
    ['auth=RSNA_PSK', 'psk'],
    ['', 'unknown'],
  ])('with %s is of class %s', async (auth, kind) => {
    expect(await only(connect(auth))).toEqual(connected(kind))
  })

  it('is the old peer of the roam that follows', async () => {
    const all = await sessions(scenario(connect('auth=OPEN'), '60 IND ROAMING_START 0 reason=BETTER'))
    expect(all).toEqual([
      connected('open'),
      {kind: 'legacy-roam', port: 0, start: 60, events: [60], outcome: 'incomplete', oldPeer: 'AP-A'},
    ])
  })

  it('shows of its association what the completion says', async () => {
    const said = 'auth=RSNA_PSK ucipher=CCMP mcipher=TKIP phy=HT PortAuthorized=1 beacon'
    const {sessions: all} = await traceOfTexts(scenario(connect(said)))
    expect(all[0]?.success?.entry).toEqual({
      ...{bssid: '02:00:00:00:0a:01', hasParameters: true, status: 0, auth: 7, unicastCipher: 4, multicastCipher: 2},
      ...{portAuthorized: 1, phys: [7], beacon: true},
    })
    expect(all[0]?.attempts.map(({number}) => number)).toEqual([1])
  })

  it('no WDI task or property of the same adapter is a legacy session', async () => {
    expect(await sessions(`capture model=wdi\n${connect('').replaceAll('IND ', 'IND DOT11_')}`)).toEqual([])
  })
})
