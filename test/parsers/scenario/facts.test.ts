import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {createReader} from '../../../src/wdi/fact-reader.js'
import {onlyEvent} from './read-scenario.js'

const reader = createReader()
const label = (text: string, length: number) =>
  createHash('sha256').update(text).digest().subarray(0, length).toString('hex')
const AP_A = '02:00:00:00:0a:01'
const AP_B = '02:00:00:00:0b:01'
const AP_C = '02:00:00:00:0c:01'

describe('tasks', () => {
  it('TASK_ROAM says what it shows, and its mandatory TLVs are unremarkable', () => {
    const task = reader.connectTask(onlyEvent('0 M1 TASK_ROAM 1 101 entries=AP-B RoamFlag=1 RoamNeededReason=10'))
    expect(task).toMatchObject({
      hasParameters: true,
      settings: {roamFlag: 1, roamNeededReason: 10, mfpEnabled: 0, roamTrigger: 0, mloConnectionSupported: 0},
      ssids: ['net'],
      unicastCiphers: [4],
      multicastCiphers: [4],
      allowed: null,
      disallowed: null,
      phys: null,
      unavailableBands: null,
      pairs: null,
      extraElements: null,
      oweDh: null,
    })
    // The list is not judged: it allows everything.
    expect(task.auth).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10, 11])
    expect(task.candidates).toMatchObject([
      {bssid: AP_B, flags: null, pmkid: null, rssi: undefined, hasSignal: true, hasChannel: true, ft: null},
    ])
  })

  it('TASK_CONNECT takes every field', () => {
    const task = reader.connectTask(
      onlyEvent(
        '0 M1 TASK_CONNECT 1 101 auth=WPA3_SAE,11 ucipher=GCMP256,CCMP mcipher=GCMP256 ssid=net,"my net",* RoamFlag=1 ' +
          'MFPEnabled=1 HostFIPSModeEnabled=1 RoamNeededReason=15 RoamTrigger=2 FIPSConnection=1 BSSTransitionSupported=1 ' +
          'MloConnectionSupported=1 MSCSSupported=1 DSCPToUPMappingSupported=1 allowed=AP-B,ALL disallowed=AP-C ' +
          'phy=HE,EHT unavailable-bands=5,6 pairs=8/GCMP256,24/9 ies=127:0000080000000000,221/506f9a:10 owe-dh=D1 ' +
          'entries=(AP-B flags=0x5 pmkid=K1 rssi=-61 ssid=net channel=36 band=5 ies=70:00 multi-link mld=MLD-B) ' +
          '(AP-C ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1})',
      ),
    )
    expect(task.settings).toEqual({
      roamFlag: 1,
      mfpEnabled: 1,
      hostFipsModeEnabled: 1,
      roamNeededReason: 15,
      roamTrigger: 2,
      bssTransitionSupported: 1,
      mloConnectionSupported: 1,
      fipsConnection: 1,
      mscsSupported: 1,
      dscpToUpMappingSupported: 1,
    })
    expect(task).toMatchObject({
      ssids: ['net', 'my net', ''],
      auth: [9, 11],
      unicastCiphers: [9, 4],
      multicastCiphers: [9],
      allowed: [AP_B, 'ff:ff:ff:ff:ff:ff'],
      disallowed: [AP_C],
      phys: [10, 11],
      unavailableBands: [2, 6],
      pairs: [
        {akm: 8, cipher: 9},
        {akm: 24, cipher: 9},
      ],
      oweDh: `1300${Buffer.from('D1').toString('hex')}`,
    })
    expect(task.extraElements?.map(({id, body}) => [id, Buffer.from(body).toString('hex')])).toEqual([
      [127, '0000080000000000'],
      [221, '506f9a10'],
    ])
    expect(task.candidates).toMatchObject([
      {
        bssid: AP_B,
        flags: 5,
        pmkid: label('K1', 16),
        rssi: -61,
        channel: 36,
        band: 2,
        ssid: 'net',
        extraElements: [{id: 70}],
        ft: null,
        multiLink: true,
        mldAddress: '02:00:00:00:0b:ff',
      },
      {
        bssid: AP_C,
        ft: {
          mobilityDomain: label('MD1', 2),
          pmkR0Name: label('R0N', 16),
          snonce: label('S1', 32),
          r0khId: Buffer.from('r0kh1').toString('hex'),
        },
      },
    ])
  })

  it('TASK_SCAN', () => {
    expect(reader.scanTask(onlyEvent('0 M1 TASK_SCAN 1 7'))).toEqual({repeat: 1, trigger: 0, maxTotalMs: 0})
    expect(reader.scanTask(onlyEvent('0 M1 TASK_SCAN 1 7 repeat=0 trigger=3 maxtotal=900'))).toEqual({
      repeat: 0,
      trigger: 3,
      maxTotalMs: 900,
    })
  })

  it('TASK_DISCONNECT and TASK_SET_RADIO_STATE', () => {
    const hex = (text: string) => Buffer.from(onlyEvent(`0 M1 ${text}`).payload ?? []).toString('hex')
    expect(hex('TASK_DISCONNECT 1 7 AP-A reason=3')).toBe('36000800020000000a010300')
    expect(hex('TASK_SET_RADIO_STATE adapter 7 state=1')).toBe('a000010001')
    expect(hex('TASK_DOT11_RESET 1 7')).toBe('')
  })
})

describe('properties', () => {
  it('SET_ADD_CIPHER_KEYS', () => {
    const keys = (fields: string) => reader.keys(onlyEvent(`0 M1 SET_ADD_CIPHER_KEYS 1 7 ${fields}`))
    expect(keys('(pairwise peer=AP-B) (group) (igtk id=4 link=1) (bigtk no id)')).toEqual([
      {type: 1, peer: AP_B, keyId: 0, linkId: null},
      {type: 2, peer: null, keyId: 1, linkId: null},
      {type: 3, peer: null, keyId: 4, linkId: 1},
      {type: 4, peer: null, keyId: null, linkId: null},
    ])
    expect(keys('')).toEqual([])
  })

  it('SET_FAST_BSS_TRANSITION_PARAMETERS', () => {
    const answer = (fields: string) =>
      reader.ftAnswer(onlyEvent(`0 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 7 ${fields}`))
    const full = answer('status=success rsnie mde fte')
    expect(full.status).toBe(0)
    expect([full.rsnBytes, full.mdeBytes, full.fteBytes].every(length => (length ?? 0) > 0)).toBe(true)
    expect(answer('status=failure fte(empty)')).toEqual({
      status: 0xc0000001,
      rsnBytes: null,
      mdeBytes: null,
      fteBytes: 0,
    })
  })

  it('SET_SAE_AUTH_PARAMS', () => {
    const answer = (fields: string) => reader.saeAnswer(onlyEvent(`0 M1 SET_SAE_AUTH_PARAMS 1 7 ${fields}`))
    expect(answer('AP-B type=4 commit-params')).toEqual({
      bssid: AP_B,
      type: 4,
      hasCommit: true,
      hasConfirm: false,
      status: null,
    })
    expect(answer('AP-B type=1 confirm-params')).toMatchObject({hasCommit: false, hasConfirm: true})
    expect(answer('AP-B type=2 status=11')).toMatchObject({type: 2, status: 11})
  })

  it('SET_ASSOCIATION_PARAMETERS, SET_CONNECTION_QUALITY, SET_OWE_DH_IE, ABORT_TASK', () => {
    const event = (text: string) => onlyEvent(`0 M1 ${text}`)
    expect(reader.associationParameters(event('SET_ASSOCIATION_PARAMETERS 1 7 (AP-C pmkid=K1)'))).toMatchObject([
      {bssid: AP_C, pmkid: label('K1', 16)},
    ])
    expect(reader.connectionQuality(event('SET_CONNECTION_QUALITY 1 7 hint=2 threshold=50'))).toEqual({
      hint: 2,
      threshold: 50,
    })
    expect(reader.connectionQuality(event('SET_CONNECTION_QUALITY 1 7 hint=3'))).toEqual({hint: 3, threshold: null})
    expect(reader.oweDh(event('SET_OWE_DH_IE 1 7 owe-dh=D2'))).toBe('13004432')
    expect(reader.abortTask(event('ABORT_TASK 1 7 target=TASK_SCAN id=181 port=adapter'))).toEqual({
      hasParameters: true,
      target: 'TASK_SCAN',
      id: 181,
      port: 65535,
    })
  })
})

describe('indications', () => {
  const event = (text: string) => onlyEvent(`0 IND ${text}`)

  it('ASSOCIATION_RESULT without frames', () => {
    expect(
      reader.associationEntries(
        event(
          'ASSOCIATION_RESULT 1 - (AP-B status=54 code=17) (AP-C auth=RSNA_PSK ucipher=CCMP mcipher=TKIP ' +
            'reassociation=1 PortAuthorized=1 comeback=100 band=6 phy=HE,EHT beacon local-link)',
        ),
      ),
    ).toMatchObject([
      {
        bssid: AP_B,
        hasParameters: true,
        status: 54,
        code: 17,
        auth: 0,
        unicastCipher: 0,
        reassociation: 0,
        phys: [10],
        request: null,
        response: null,
        authResponse: null,
        beacon: null,
        localLink: null,
      },
      {
        bssid: AP_C,
        status: 0,
        auth: 7,
        unicastCipher: 4,
        multicastCipher: 2,
        reassociation: 1,
        portAuthorized: 1,
        comebackTu: 100,
        band: 6,
        phys: [10, 11],
        beacon: true,
        localLink: '02:00:00:00:00:01',
      },
    ])
  })

  it('DISASSOCIATION and its frames', () => {
    const read = (fields: string) => reader.disassociation(event(`DISASSOCIATION 1 - ${fields}`))
    expect(read('ALL status=13')).toMatchObject({
      hasParameters: true,
      address: 'ff:ff:ff:ff:ff:ff',
      status: 13,
      deauthFrame: null,
      disassocFrame: null,
    })
    expect(read('AP-A deauth-frame(reason 7)').deauthFrame?.reason).toBe(7)
    expect(read('AP-A disassoc-frame(reason=8)').disassocFrame?.reason).toBe(8)
    expect(read('AP-A deauth-frame').deauthFrame?.reason).toBeNull()
    expect(read('AP-A deauth-frame').deauthFrame?.bytes.length).toBeGreaterThan(0)
    expect(read('AP-A deauth-frame(empty)').deauthFrame?.bytes.length).toBe(0)
  })

  it('ROAMING_NEEDED, RADIO_STATUS, SECONDARY_STA_CONNECTIVITY', () => {
    expect(reader.roamingNeeded(event('ROAMING_NEEDED 1 - reason=15'))).toEqual({reason: 15})
    expect(reader.radioStatus(event('RADIO_STATUS adapter - hw=1'))).toEqual({hardware: 1, software: 0})
    expect(reader.secondaryLimited(event('SECONDARY_STA_CONNECTIVITY adapter - limited=1'))).toBe(1)
  })

  it('SAE_AUTH_PARAMS_NEEDED and its frames', () => {
    const read = (fields: string) => reader.saeIndication(event(`SAE_AUTH_PARAMS_NEEDED 1 - ${fields}`))
    expect(read('AP-B type=0')).toMatchObject({bssid: AP_B, type: 0, commitFrame: null, localLink: null, status: null})
    expect(read('AP-B type=3 status=51')).toMatchObject({type: 3, status: 51})
    expect(read('AP-B type=1 commit-frame').commitFrame).toMatchObject({
      algorithm: 3,
      sequence: 1,
      code: 0,
      multiLink: false,
    })
    expect(read('AP-B type=1 commit-frame(code 76)').commitFrame).toMatchObject({code: 76})
    expect(read('AP-B type=2 confirm-frame multi-link mld=MLD-B local-link=STA-MLD')).toMatchObject({
      confirmFrame: {algorithm: 3, sequence: 2, multiLink: true, mldAddress: '02:00:00:00:0b:ff'},
      localLink: '02:00:00:00:00:ff',
    })
  })

  it('LINK_STATE_CHANGE', () => {
    const read = (fields: string) => reader.linkState(event(`LINK_STATE_CHANGE 1 - ${fields}`))
    expect(read('AP-A quality=60')).toMatchObject({
      hasParameters: true,
      peer: AP_A,
      quality: 60,
      links: [{linkId: 0, peerLink: AP_A, rssi: undefined}],
    })
    expect(read('AP-A links=2 rssi=-60,-70').links?.map(link => link.rssi)).toEqual([-60, -70])
    expect(read('AP-A rssi=-60,-70').links).toHaveLength(2)
    expect(read('AP-A links=0').links).toEqual([])
  })

  it('BSS_ENTRY_LIST and ASSOCIATION_PARAMETERS_REQUEST', () => {
    const entries = (fields: string) => reader.bssEntryList(event(`BSS_ENTRY_LIST 1 - ${fields}`)).entries
    expect(entries('count=3 (AP-A rssi=-50 ssid=net channel=1 band=2.4)')).toMatchObject([
      {bssid: AP_A, rssi: -50, ssid: 'net', channel: 1, band: 1},
      {bssid: '02:00:00:fe:00:00', rssi: undefined},
      {bssid: '02:00:00:fe:00:01'},
    ])
    expect(entries('count=2')).toHaveLength(2)
    expect(entries('')).toEqual([])
    const request = event('ASSOCIATION_PARAMETERS_REQUEST 1 - AP-B AP-C')
    expect(Buffer.from(request.payload ?? []).toString('hex')).toContain('02000600020000000b01')
  })

  it('says where the line says nothing of mandatory TLVs that nothing is wrong', () => {
    const ft = reader.ftIndication(event('FT_ASSOC_PARAMS_NEEDED 1 - AP-B'))
    expect(ft.request?.mobilityDomain).toBe(ft.response?.mobilityDomain)
    expect(ft.request?.rsn?.pmkids).toHaveLength(1)
  })
})

describe('records outside WDI', () => {
  const legacy = (text: string) => reader.legacy(onlyEvent(`capture model=native80211\n0 ${text}`))

  it('ROAMING_START', () => {
    expect(legacy('IND ROAMING_START 0 reason=LOST')).toMatchObject({
      reason: 12,
      bssType: 'infrastructure',
      adhocBssid: '00:00:00:00:00:00',
      adhocSsid: '',
    })
    expect(legacy('IND ROAMING_START 0 reason=BETTER bss=adhoc adhoc-bssid=AP-A adhoc-ssid=x')).toMatchObject({
      reason: 11,
      bssType: 'adhoc',
      adhocBssid: AP_A,
      adhocSsid: 'x',
    })
  })

  it('ASSOCIATION_START and ASSOCIATION_COMPLETION', () => {
    expect(legacy('IND ASSOCIATION_START 0 mac=AP-B ssid=net')).toMatchObject({mac: AP_B, ssid: 'net'})
    expect(legacy('IND ASSOCIATION_START 0')).toMatchObject({mac: undefined, ssid: undefined})
    expect(legacy('IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE')).toMatchObject({
      mac: AP_B,
      status: 2,
      auth: 0,
      unicastCipher: 0,
      multicastCipher: 0,
      phys: null,
      portAuthorized: 0,
      fourAddress: 0,
      beacon: false,
    })
    expect(
      legacy(
        'IND ASSOCIATION_COMPLETION 0 mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=TKIP phy=HT,VHT ' +
          'PortAuthorized=1 four-address=1 beacon',
      ),
    ).toMatchObject({
      status: 0,
      auth: 6,
      unicastCipher: 4,
      multicastCipher: 2,
      phys: [7, 8],
      portAuthorized: 1,
      fourAddress: 1,
      beacon: true,
    })
    expect(legacy('IND ASSOCIATION_COMPLETION 0 status=success no beacon')).toMatchObject({beacon: false})
  })

  it.each([
    ['OS', 7],
    ['PEER_DEAUTH', 0x10000],
    ['PEER_DISASSOC', 0x20000],
    ['LOST', 12],
    ['ROAMING', 8],
    ['0x10007', 0x10007],
  ])('DISASSOCIATION reason=%s', (reason, value) => {
    expect(legacy(`IND DISASSOCIATION 0 mac=ALL reason=${reason}`)).toMatchObject({
      mac: 'ff:ff:ff:ff:ff:ff',
      reason: value,
    })
  })

  it('completions, media indications, PHY state', () => {
    expect(legacy('IND ROAMING_COMPLETION 0 status=BETTER_AP').status).toBe(11)
    expect(legacy('IND CONNECTION_COMPLETION 0 status=CANCELLED').status).toBe(5)
    expect(legacy('IND ROAMING_COMPLETION 0 status=failure').status).toBe(1)
    expect(legacy('IND ROAMING_COMPLETION 0').status).toBeUndefined()
    expect(legacy('IND MEDIA_CONNECT 0').origin).toBe('miniport')
    expect(legacy('IND MEDIA_DISCONNECT 0 source=filter').origin).toBe('filter')
    expect(legacy('IND PHY_STATE_CHANGED 0 state=0').state).toBe(0)
  })

  it('has zeros only where every field is exported', () => {
    expect(
      reader.legacy(onlyEvent('capture model=native80211 tlvs=0\n0 IND ASSOCIATION_COMPLETION 0 status=success')),
    ).toMatchObject({auth: undefined, beacon: undefined, portAuthorized: undefined})
  })

  it.each([
    ['M1 CONNECT_REQUEST 0', 'OID_DOT11_CONNECT_REQUEST', 'legacy-request'],
    ['M3 CIPHER_KEY 0 status=success', 'OID_DOT11_CIPHER_KEY_MAPPING_KEY', 'legacy-request'],
    ['M1 OID_DOT11_PMKID_LIST 0', 'OID_DOT11_PMKID_LIST', 'legacy-request'],
    ['M1 OID_GEN_STATISTICS 0', 'OID_GEN_STATISTICS', 'ndis-request'],
    ['IND NDIS_STATUS_DOT11_SCAN_CONFIRM 0', 'DOT11_SCAN_CONFIRM', 'legacy-indication'],
    ['IND DISASSOCIATION 0', 'DOT11_DISASSOCIATION', 'legacy-indication'],
    ['IND LINK_STATE_CHANGE 1 - AP-A', 'LINK_STATE_CHANGE', 'indication'],
  ])('on a native adapter %s is %s', (text, name, kind) => {
    expect(onlyEvent(`capture model=native80211\n0 ${text}`).message).toMatchObject({name, kind})
  })

  it('LOG records carry their fields as text', () => {
    const number = (text: string, field: string) => reader.number(onlyEvent(`0 LOG ${text}`), field)
    expect(number('5002 adapter - trigger=2 command=TASK_ROAM', 'trigger')).toBe(2)
    expect(number('5002 adapter - trigger=2', 'first')).toBe(0)
    expect(number('5002 adapter - first=0x80000001', 'first')).toBe(0x80000001)
    expect(onlyEvent('0 LOG 5002 adapter - command=OID_WDI_TASK_ROAM').fields.command).toEqual(['TASK_ROAM'])
    expect(onlyEvent('0 LOG 21057 1 AP-B state=7').fields).toMatchObject({peer: [AP_B], state: ['7']})
    expect(onlyEvent('0 LOG POWER adapter state=sleep').fields).toMatchObject({state: ['sleep']})
    expect(onlyEvent('0 LOG TIME_CHANGE adapter by=-2000').fields).toMatchObject({by: ['-2000']})
    expect(onlyEvent('0 LOG EVENTS_LOST adapter').message).toMatchObject({name: 'EVENTS_LOST', kind: 'log'})
  })
})
