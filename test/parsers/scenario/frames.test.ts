import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {createReader} from '../../../src/wdi/fact-reader.js'
import type {AssociationEntry} from '../../../src/wdi/facts.js'
import {readScenario} from './read-scenario.js'

const reader = createReader()
const label = (text: string, length: number) =>
  createHash('sha256').update(text).digest().subarray(0, length).toString('hex')

/** The last result entry of a scenario, with a task in front of it. */
function entry(task: string, result: string, between = ''): AssociationEntry {
  const {events} = readScenario(`0 M1 TASK_ROAM 1 7 ${task}\n${between}\n50 IND ASSOCIATION_RESULT 1 - ${result}`)
  return reader.associationEntries(events.at(-1) as never)?.at(-1) as AssociationEntry
}

const bits = (bytes: Uint8Array | null | undefined) =>
  [...(bytes ?? [])].flatMap((byte, i) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter(bit => (byte >> bit) & 1).map(bit => 8 * i + bit),
  )

describe('association request', () => {
  it('agrees with the task in everything', () => {
    const {request} = entry(
      'entries=(AP-B pmkid=K1 ies=70:01) auth=RSNA ucipher=GCMP mcipher=CCMP ssid=*,lab MFPEnabled=1 ies=221/506f9a:10 ' +
        'BSSTransitionSupported=1 MSCSSupported=1 DSCPToUPMappingSupported=1',
      '(AP-B auth=RSNA reassociation=1 request{})',
    )
    expect(request).toMatchObject({
      forms: ['reassoc'],
      truncated: false,
      ssid: 'lab',
      rsn: {group: 4, pairwise: [8], akms: [1], capabilities: 0x80, pmkids: [label('K1', 16)]},
      ft: null,
      mobilityDomain: null,
      multiLink: false,
      oweDh: null,
    })
    expect(bits(request?.extendedCapabilities)).toEqual([19, 32, 85])
    expect(request?.elements.map(element => element.id)).toEqual([0, 1, 48, 127, 221, 70])
  })

  it.each([
    ['auth=RSNA_PSK', '', [2]],
    ['auth=WPA3_SAE', '', [8]],
    ['auth=WPA3_ENT_192', '', [12]],
    ['auth=OWE', '', [18]],
    ['auth=WPA3_ENT', '', [5]],
    ['auth=RSNA', 'fte', [3]],
    ['auth=WPA3_SAE pairs=24/GCMP256', '', [24]],
    ['auth=RSNA pairs=8/GCMP256,5/CCMP', '', [5]],
  ])('has the AKM of %s %s', (task, items, akms) => {
    expect(entry(`entries=AP-B ${task}`, `(AP-B request{${items}})`).request?.rsn?.akms).toEqual(akms)
  })

  it('has an RSN element only where the algorithm uses one', () => {
    const rsn = (task: string, items = '') => entry(`entries=AP-B ${task}`, `(AP-B request{${items}})`).request?.rsn
    expect(rsn('auth=OPEN')).toBeNull()
    expect(rsn('auth=WPA_PSK')).toBeNull()
    expect(rsn('')).toBeNull()
    expect(rsn('auth=OPEN', 'rsn')).toMatchObject({akms: [2]})
    expect(rsn('auth=RSNA', 'no rsn')).toBeNull()
    expect(entry('entries=AP-B auth=RSNA', '(AP-B auth=OPEN request)').request?.rsn).toBeNull()
  })

  it('says what its items say', () => {
    const request = (items: string, task = 'entries=(AP-B pmkid=K1) auth=RSNA MFPEnabled=1') =>
      entry(task, `(AP-B auth=RSNA request{${items}})`).request
    expect(request('pmkids=[]')?.rsn?.pmkids).toEqual([])
    expect(request('pmkids=[K2, K3]')?.rsn?.pmkids).toEqual([label('K2', 16), label('K3', 16)])
    expect(request('mfp=0')?.rsn?.capabilities).toBe(0)
    expect(request('spp-amsdu=1')?.rsn?.capabilities).toBe(0x480)
    expect(request('no rsn-caps')?.rsn).toMatchObject({capabilities: null, pmkids: []})
    expect(request('akm=24/GCMP256')?.rsn).toMatchObject({akms: [24], pairwise: [9]})
    expect(request('ssid="other net"')?.ssid).toBe('other net')
    expect(bits(request('ext-cap=19,85')?.extendedCapabilities)).toEqual([19, 85])
    expect(request('no ext-cap')?.extendedCapabilities).toBeNull()
    expect(request('multi-link')?.multiLink).toBe(true)
    expect(request('kind=both')).toMatchObject({forms: ['assoc', 'reassoc'], ssid: 'net'})
    expect(request('kind=reassoc')?.forms).toEqual(['reassoc'])
    expect(request('kind=assoc')?.forms).toEqual(['assoc'])
  })

  it('takes akm= of the entry', () => {
    expect(entry('entries=AP-B auth=WPA3_SAE', '(AP-B akm=24/GCMP256 request)').request?.rsn).toMatchObject({
      akms: [24],
      pairwise: [9],
    })
  })

  it('lacks the elements that are missing, and merges the host extended capabilities', () => {
    const ids = (items: string) =>
      entry('entries=AP-B ies=127:01,70:00,221/506f9a:10,255/32:00', `(AP-B request{${items}})`).request?.elements.map(
        ({id, extension}) => extension ?? id,
      )
    expect(ids('')).toEqual([0, 1, 127, 70, 221, 32])
    expect(ids('missing=70,221/506f9a')).toEqual([0, 1, 127, 32])
    expect(ids('missing=255/32')).toEqual([0, 1, 127, 70, 221])
    const capabilities = (items: string) =>
      bits(entry('entries=AP-B ies=127:01', `(AP-B request{${items}})`).request?.extendedCapabilities)
    expect(capabilities('')).toEqual([0])
    expect(capabilities('missing=127')).toEqual([])
    expect(capabilities('ext-cap=5')).toEqual([5])
  })

  it('carries the latest OWE element of the host', () => {
    const owe = (items: string, between = '') =>
      entry('entries=AP-B auth=OWE owe-dh=D1', `(AP-B auth=OWE request{${items}})`, between).request?.oweDh
    expect(owe('')).toBe('13004431')
    expect(owe('', '10 M1 SET_OWE_DH_IE 1 8 owe-dh=D2')).toBe('13004432')
    expect(owe('owe-dh=D3')).toBe('13004433')
    expect(owe('no owe-dh')).toBeNull()
  })

  it('takes a PMKID that came late', () => {
    const pmkids = entry(
      'entries=(AP-B pmkid=K1) auth=RSNA',
      '(AP-B request)',
      '10 M1 SET_ASSOCIATION_PARAMETERS 1 8 (AP-B pmkid=K2)',
    ).request?.rsn?.pmkids
    expect(pmkids).toEqual([label('K2', 16)])
  })

  it('agrees with what was said before it in time, not in the file', () => {
    const {events} = readScenario(
      '50 IND ASSOCIATION_RESULT 1 - (AP-B request)\n0 M1 TASK_ROAM 1 7 entries=AP-B ssid=lab\n60 M1 TASK_ROAM 1 8 ssid=later',
    )
    expect(reader.associationEntries(events[0] as never)?.[0]?.request?.ssid).toBe('lab')
  })

  it('agrees with the task of its own adapter and port', () => {
    const {events} = readScenario(`adapter a os=1
adapter b os=1
0 M1 TASK_ROAM 1@a 7 ssid=first
1 M1 TASK_ROAM 1@b 7 ssid=second
2 M1 TASK_ROAM 2@a 8 ssid=third
50 IND ASSOCIATION_RESULT 1@a - (AP-B request)`)
    expect(reader.associationEntries(events.at(-1) as never)?.[0]?.request?.ssid).toBe('first')
  })

  it('names the old AP when it reassociates', () => {
    const bytes = entry(
      'entries=AP-B',
      '(AP-B reassociation=1 request)',
      '5 IND LINK_STATE_CHANGE 1 - AP-A\n10 IND DISASSOCIATION 1 - AP-A',
    ).request?.bytes
    expect(
      Buffer.from(bytes ?? [])
        .subarray(4, 10)
        .toString('hex'),
    ).toBe('020000000a01')
  })

  it('may be cut', () => {
    const {request} = entry('entries=AP-B auth=RSNA', '(AP-B request{truncated fte})')
    expect(request).toMatchObject({truncated: true, rsn: undefined, ssid: undefined})
    expect(request?.ft).not.toBeNull()
    const {response} = entry('entries=AP-B', '(AP-B code=30 response{truncated})')
    expect(response).toMatchObject({truncated: true, code: 30, multiLink: undefined})
  })
})

describe('association response', () => {
  const response = (result: string) => entry('entries=(AP-B mld=MLD-B)', result).response

  it('agrees with the entry and the request', () => {
    expect(response('(AP-B code=30 comeback=100 response)')).toMatchObject({code: 30, multiLink: false})
    expect(response('(AP-B code=30 comeback=100 response)')?.timeouts).toEqual(new Map([[3, 100]]))
    expect(response('(AP-B request{multi-link mld=MLD-C} response)')).toMatchObject({
      multiLink: true,
      mldAddress: '02:00:00:00:0c:ff',
    })
    expect(response('(AP-B request{multi-link} response)')?.mldAddress).toBe('02:00:00:00:0b:ff')
    expect(response('(AP-D request{multi-link} response)')).toMatchObject({multiLink: true, mldAddress: null})
  })

  it('says what its items say', () => {
    expect(response('(AP-B response{code=5 deadline=1000 comeback=7})')).toMatchObject({code: 5})
    expect(response('(AP-B response{code=5 deadline=1000 comeback=7})')?.timeouts).toEqual(
      new Map([
        [1, 1000],
        [3, 7],
      ]),
    )
    expect(response('(AP-B request{multi-link} response{no multi-link})')?.multiLink).toBe(false)
    expect(response('(AP-B response{multi-link mld=MLD-D})')?.mldAddress).toBe('02:00:00:00:0d:ff')
  })

  it('of the authentication has the code of the entry', () => {
    const auth = (result: string, task = '') => entry(`entries=AP-B ${task}`, result).authResponse
    expect(auth('(AP-B status=44 code=13 auth-response)')).toMatchObject({algorithm: 0, sequence: 2, code: 13})
    expect(auth('(AP-B status=44 code=13 auth-response{code=1})')).toMatchObject({code: 1})
    expect(auth('(AP-B status=44 code=77 auth-response)', 'auth=WPA3_SAE')).toMatchObject({algorithm: 3, code: 77})
  })
})

describe('FT blobs', () => {
  const task = 'entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA'
  function blobs(fields: string) {
    const {events} = readScenario(`0 M1 TASK_ROAM 1 7 ${task}\n9 IND FT_ASSOC_PARAMS_NEEDED 1 - ${fields}`)
    return reader.ftIndication(events[1] as never)
  }
  const zero = (bytes: number) => '00'.repeat(bytes)

  it('agree with the candidate', () => {
    const {bssid, request, response} = blobs('AP-B request{} response')
    expect(bssid).toBe('02:00:00:00:0b:01')
    const shared = {
      algorithm: null,
      mobilityDomain: label('MD1', 2),
      rsn: {akms: [3], pmkids: [label('R0N', 16)]},
    }
    expect(request).toMatchObject({
      ...shared,
      ft: {mic: zero(16), anonce: zero(32), snonce: label('S1', 32), r0khId: Buffer.from('r0kh1').toString('hex')},
    })
    expect(response).toMatchObject({...shared, ft: {snonce: label('S1', 32), anonce: label('ANonce', 32)}})
  })

  it('agree with each other, and with any candidate for an AP of their own', () => {
    expect(blobs('AP-B request{mde=MD2} response').response?.mobilityDomain).toBe(label('MD2', 2))
    expect(blobs('AP-B request response{snonce=S9}').request?.ft?.snonce).toBe(label('S9', 32))
    expect(blobs('AP-D request response').request?.rsn?.pmkids).toEqual([label('R0N', 16)])
  })

  it('say what their items say', () => {
    expect(blobs('AP-B request{no rsn no mde no fte}').request).toMatchObject({
      rsn: null,
      mobilityDomain: null,
      ft: null,
    })
    expect(blobs('AP-B request{pmkids=0}').request?.rsn?.pmkids).toEqual([])
    expect(blobs('AP-B request{pmkids=2}').request?.rsn?.pmkids).toHaveLength(2)
    expect(blobs('AP-B request{anonce=A1, mic=M1}').request?.ft).toMatchObject({
      anonce: label('A1', 32),
      mic: label('M1', 16),
    })
    expect(blobs('AP-B request{seq=3}').request).toMatchObject({algorithm: 2, sequence: 3, code: 0})
    expect(blobs('AP-B response{status=53}').response).toMatchObject({algorithm: 2, sequence: 2, code: 53})
    expect(blobs('AP-B request{truncated mde=MD3}').request).toMatchObject({
      truncated: true,
      mobilityDomain: label('MD3', 2),
      rsn: undefined,
    })
  })

  it('agree with the FT element of the request that follows', () => {
    const {events} = readScenario(`0 M1 TASK_ROAM 1 7 ${task}
9 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request response{snonce=S9 anonce=A9}
50 IND ASSOCIATION_RESULT 1 - (AP-B auth=RSNA reassociation=1 request{fte})`)
    const request = reader.associationEntries(events[2] as never)?.[0]?.request
    expect(request).toMatchObject({
      mobilityDomain: label('MD1', 2),
      ft: {snonce: label('S9', 32), anonce: label('A9', 32)},
    })
  })
})

describe('Multi-Link', () => {
  it('of an SAE indication is in the beacon of the candidate', () => {
    const {events} = readScenario(`0 M1 TASK_ROAM 1 7 entries=AP-B AP-C auth=WPA3_SAE ssid=lab
8 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0 multi-link mld=MLD-B
60 M1 TASK_ROAM 1 8 entries=AP-B auth=WPA3_SAE`)
    expect(reader.connectTask(events[0] as never).candidates).toMatchObject([
      {multiLink: true, mldAddress: '02:00:00:00:0b:ff', ssid: 'lab'},
      {bssid: '02:00:00:00:0c:01', mldAddress: expect.not.stringContaining(':')},
    ])
    expect(reader.connectTask(events[2] as never).candidates?.[0]?.multiLink).not.toBe(true)
  })

  it('tells the link addresses of an MLD that a frame named', () => {
    const {events} = readScenario(`0 M1 TASK_ROAM 1 7 entries=AP-B
50 IND ASSOCIATION_RESULT 1 - (AP-B request{multi-link mld=MLD-B} response)
60 IND LINK_STATE_CHANGE 1 - MLD-B links=2`)
    expect(reader.linkState(events[2] as never).links).toMatchObject([
      {linkId: 0, peerLink: '02:00:00:00:0b:01'},
      {linkId: 1, peerLink: '02:00:00:00:0b:02'},
    ])
  })

  it('keeps the links of an MLD that no frame named', () => {
    const {events} = readScenario(`0 M1 TASK_ROAM 1 7 entries=AP-B
50 IND ASSOCIATION_RESULT 1 - (AP-B request{multi-link} response)
60 IND LINK_STATE_CHANGE 1 - MLD-B links=2`)
    expect(reader.linkState(events[2] as never).links?.map(link => link.peerLink)).toEqual([
      '00:00:00:00:00:00',
      '00:00:00:00:00:00',
    ])
  })
})
