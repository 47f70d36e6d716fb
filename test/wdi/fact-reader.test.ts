import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {TlvValue} from '../../src/wdi/encode.js'
import {createReader} from '../../src/wdi/fact-reader.js'
import {
  associationRequest,
  associationResponse,
  authentication,
  beacon,
  element,
  ftElement,
  mobilityDomainElement,
  multiLinkElement,
  oweDhElement,
  reasonBody,
  rsnElement,
  ssidElement,
  unexportedFrame,
} from '../../src/wdi/frame-builders.js'
import {ALL_MESSAGES} from '../../src/wdi/messages.js'
import {suiteValue} from '../../src/wdi/suites.js'
import {eventOf, withTlvs} from './events.js'
import {haveVectors, vector} from './vectors.js'

const A = '02:00:00:00:0a:01'
const B = '02:00:00:00:0b:01'
const tlv = (name: string, value: Omit<TlvValue, 'tlv'> = {}): TlvValue => ({tlv: `WDI_TLV_${name}`, ...value})
const bssid = (address: string) => tlv('BSSID', {fields: {bssid: address}})
const reader = () => createReader()

const settings = tlv('CONNECTION_SETTINGS', {
  fields: {roamRequest: true, mfpEnabled: true, roamNeededReason: 10, mloConnectionSupported: 1},
})
const candidate = (address: string, more: TlvValue[] = []) =>
  tlv('CONNECT_BSS_ENTRY', {
    tlvs: [
      bssid(address),
      tlv('BSS_ENTRY_SIGNAL_INFO', {fields: {rssi: -60, linkQuality: 70}}),
      tlv('BSS_ENTRY_CHANNEL_INFO', {fields: {channelNumber: 36, bandId: 2}}),
      ...more,
    ],
  })

describe('tasks', () => {
  const parameters = tlv('CONNECT_PARAMETERS', {
    tlvs: [
      settings,
      tlv('SSID', {fields: {ssid: 'net'}}),
      tlv('SSID', {bytes: new Uint8Array(0)}),
      tlv('AUTH_ALGO_LIST', {items: [{authAlgorithm: 7}, {authAlgorithm: 9}]}),
      tlv('UNICAST_CIPHER_ALGO_LIST', {items: [{cipherAlgorithm: 4}]}),
      tlv('DISALLOWED_BSSIDS_LIST', {items: [{bssid: A}]}),
      tlv('UNAVAILABLE_BAND_LIST', {tlvs: [tlv('BANDID', {fields: {bandId: 2}})]}),
      tlv('RSNA_AKM_CIPHER_SUITE', {
        items: [
          {akm: suiteValue(8), cipher: suiteValue(9)},
          {akm: 2, cipher: 4},
        ],
      }),
      tlv('EXTRA_ASSOCIATION_REQUEST_IES', {bytes: element(127, Uint8Array.of(0, 0, 8))}),
      tlv('OWE_DH_IE', {bytes: oweDhElement(Uint8Array.of(1, 2))}),
    ],
  })

  it('say what the host wants', () => {
    const ft = tlv('FT_REASSOC_PARAMETERS', {
      tlvs: [
        tlv('FT_MDE', {bytes: mobilityDomainElement('0b47')}),
        tlv('FT_PMKR0NAME', {fields: {pmkName: 'aa'.repeat(16)}}),
        tlv('FT_FTE', {bytes: ftElement({snonce: '33'.repeat(32), r0khId: '6170'})}),
      ],
    })
    const frame = beacon([ssidElement('net'), multiLinkElement({mldAddress: '02:00:00:00:0b:ff'})])
    const task = reader().connectTask(
      withTlvs('TASK_ROAM', [
        parameters,
        candidate(A),
        candidate(B, [tlv('PMKID', {bytes: new Uint8Array(16).fill(1)}), tlv('BEACON_FRAME', {bytes: frame}), ft]),
      ]),
    )
    expect(task).toMatchObject({
      hasParameters: true,
      settings: {roamFlag: 1, mfpEnabled: 1, hostFipsModeEnabled: 0, roamNeededReason: 10, mloConnectionSupported: 1},
      ssids: ['net', ''],
      auth: [7, 9],
      unicastCiphers: [4],
      multicastCiphers: null,
      allowed: null,
      disallowed: [A],
      unavailableBands: [2],
      pairs: [
        {akm: 8, cipher: 9},
        {akm: 2, cipher: 4},
      ],
      oweDh: '13000102',
    })
    expect(task.extraElements?.map(({id}) => id)).toEqual([127])
    expect(task.candidates).toMatchObject([
      {bssid: A, rssi: -60, channel: 36, band: 2, hasSignal: true, pmkid: null, ft: null, ssid: null, multiLink: null},
      {
        bssid: B,
        pmkid: '01'.repeat(16),
        ssid: 'net',
        multiLink: true,
        mldAddress: '02:00:00:00:0b:ff',
        ft: {mobilityDomain: '0b47', pmkR0Name: 'aa'.repeat(16), snonce: '33'.repeat(32), r0khId: '6170'},
      },
    ])
  })

  it('of older versions have settings that are unknown, not absent', () => {
    const old = {...settings, fields: {roamRequest: 1}, size: 13}
    const {settings: read} = reader().connectTask(withTlvs('TASK_ROAM', [tlv('CONNECT_PARAMETERS', {tlvs: [old]})]))
    expect(read?.roamFlag).toBe(1)
    expect(read?.bssTransitionSupported).toBeUndefined()
  })

  it('that lack a TLV say so only where the export is complete', () => {
    const whole = reader().connectTask(withTlvs('TASK_ROAM', []))
    expect(whole).toMatchObject({hasParameters: false, settings: null, auth: null, candidates: []})
    const selected = reader().connectTask(withTlvs('TASK_ROAM', [], {complete: false}))
    expect(selected.hasParameters).toBeUndefined()
    expect(selected.settings).toBeUndefined()
    expect(selected.candidates).toBeUndefined()
    const shown = reader().connectTask(withTlvs('TASK_ROAM', [candidate(A)], {complete: false}))
    expect(shown.candidates).toMatchObject([{bssid: A, pmkid: undefined}])
  })

  it('that were cut have no list of candidates, but what stands in whole containers', () => {
    const event = withTlvs('TASK_ROAM', [parameters, candidate(A), candidate(B)], {truncated: true})
    const payload = event.payload?.subarray(0, -3) ?? null
    const task = reader().connectTask({...event, payload})
    expect(task.candidates).toBeUndefined()
    expect(task.settings?.roamFlag).toBe(1)
    expect(task.allowed).toBeNull()
  })
})

describe('results', () => {
  const result = (params: Record<string, number>, more: TlvValue[] = []) =>
    tlv('ASSOCIATION_RESULT', {
      tlvs: [
        bssid(B),
        tlv('ASSOCIATION_RESULT_PARAMETERS', {fields: params}),
        tlv('PHY_TYPE_LIST', {items: [{phyType: 10}]}),
        ...more,
      ],
    })

  it('have entries with frames', () => {
    const request = associationRequest({
      form: 'reassoc',
      currentAp: A,
      elements: [ssidElement('net'), rsnElement({akms: [8]})],
    })
    const entries = reader().associationEntries(
      withTlvs('ASSOCIATION_RESULT', [
        result({assocStatus: 44, dot11StatusCode: 77}, [
          tlv('AUTHENTICATION_RESPONSE_FRAME', {
            bytes: authentication({algorithm: 0, sequence: 2, code: 77, elements: []}),
          }),
        ]),
        result(
          {reassociation: 1, authAlgorithm: 9, unicastCipher: 4, portAuthorized: 0, assocComebackTime: 5, bandId: 6},
          [
            tlv('ASSOCIATION_REQUEST_FRAME', {bytes: request}),
            tlv('ASSOCIATION_RESPONSE_FRAME', {bytes: associationResponse({code: 0, elements: []})}),
            tlv('BEACON_FRAME', {bytes: beacon([])}),
            tlv('MLO_LINK_BSSID', {fields: {bssid: '02:00:00:00:00:01'}}),
          ],
        ),
      ]),
    )
    expect(entries).toMatchObject([
      {
        bssid: B,
        status: 44,
        code: 77,
        authResponse: {code: 77},
        request: null,
        response: null,
        beacon: null,
        localLink: null,
      },
      {
        status: 0,
        reassociation: 1,
        auth: 9,
        comebackTu: 5,
        band: 6,
        phys: [10],
        request: {forms: ['reassoc'], ssid: 'net', rsn: {akms: [8]}},
        response: {code: 0},
        beacon: true,
        localLink: '02:00:00:00:00:01',
      },
    ])
  })

  it('keep entries before a cut, with an unknown rest', () => {
    const event = withTlvs('ASSOCIATION_RESULT', [result({assocStatus: 0}), result({assocStatus: 1})], {
      truncated: true,
    })
    const entries = reader().associationEntries({...event, payload: event.payload?.subarray(0, -20) ?? null})
    expect(entries?.length).toBe(2)
    expect(entries?.[0]).toMatchObject({bssid: B, status: 0, phys: [10], request: null})
    expect(entries?.[1]?.bssid).toBe(B)
    expect(entries?.[1]?.status).toBe(1)
    expect(entries?.[1]?.band).toBeUndefined()
    expect(entries?.[1]?.request).toBeUndefined()
  })

  it('with a cut frame know that elements may be missing', () => {
    const frame = associationResponse({code: 0, elements: [rsnElement({})]}).subarray(0, 12)
    const [entry] =
      reader().associationEntries(
        withTlvs('ASSOCIATION_RESULT', [result({}, [tlv('ASSOCIATION_RESPONSE_FRAME', {bytes: frame})])]),
      ) ?? []
    expect(entry?.response).toMatchObject({truncated: true, code: 0, rsn: undefined})
  })

  it.skipIf(!haveVectors)('of the sample driver: beacon under its own number', () => {
    const payload = vector('s_TLV_Success_AssociationResult_43_WiFi7_Open_Link_1')
    expect(reader().associationEntries(eventOf('ASSOCIATION_RESULT', {payload}))).toMatchObject([
      {bssid: '22:22:22:22:00:01', beacon: true, request: {multiLink: true, mldAddress: '00:01:02:03:04:05'}},
    ])
  })

  it('in text alone are entries in their order', () => {
    const fields = {
      BSSID: [A, B],
      assocStatus: ['WDI_ASSOC_STATUS_AUTH_FAILED_BY_PEER', '0'],
      statuscode: ['77', '0'],
      auth: ['SAE', 'WPA3_SAE'],
    }
    const entries = reader().associationEntries(eventOf('ASSOCIATION_RESULT', {complete: false, fields}))
    expect(entries).toMatchObject([
      {bssid: A, status: 44, code: 77, auth: undefined},
      {bssid: B, status: 0, code: 0, auth: 9},
    ])
    expect(entries?.[0]?.request).toBeUndefined()
    expect(reader().associationEntries(eventOf('ASSOCIATION_RESULT', {complete: false}))).toBeUndefined()
  })
})

describe('bytes against text', () => {
  it('bytes win, and a contradiction is a problem on the line of the event', () => {
    const one = reader()
    const event = withTlvs('ROAMING_NEEDED', [tlv('ROAMING_NEEDED_PARAMETERS', {fields: {roamReason: 10}})], {
      fields: {reason: '11'},
    })
    expect(one.roamingNeeded(event)).toEqual({reason: 10})
    expect(one.problems(event)).toEqual([{offset: 0, line: 7, message: 'reason: the text says 11, the bytes 10'}])
  })

  it('agreement is none, text fills what bytes leave unknown', () => {
    const one = reader()
    const agreeing = withTlvs('ROAMING_NEEDED', [tlv('ROAMING_NEEDED_PARAMETERS', {fields: {roamReason: 10}})], {
      fields: {reason: '0xA'},
    })
    expect(one.problems(agreeing)).toEqual([])
    const silent = withTlvs('ROAMING_NEEDED', [], {complete: false, fields: {reason: 'ROAMING_LOW_LINK_QUALITY'}})
    expect(one.roamingNeeded(silent)).toEqual({reason: 15})
  })

  it('length errors are problems, unless the record is known to be cut', () => {
    const payload = Uint8Array.of(0x55, 0, 4, 0, 10, 0)
    expect(reader().problems(eventOf('ROAMING_NEEDED', {payload}))).toMatchObject([{offset: 0, line: 7}])
    expect(reader().problems(eventOf('ROAMING_NEEDED', {payload, truncated: true}))).toEqual([])
    expect(reader().roamingNeeded(eventOf('ROAMING_NEEDED', {payload}))).toEqual({reason: undefined})
  })
})

describe('FT and SAE', () => {
  const elements = [rsnElement({akms: [3], pmkids: ['aa'.repeat(16)]}), mobilityDomainElement('0b47'), ftElement({})]

  it('FT indication and answer', () => {
    const indication = withTlvs('FT_ASSOC_PARAMS_NEEDED', [
      bssid(B),
      tlv('FT_AUTH_REQUEST', {bytes: authentication({elements})}),
      tlv('FT_AUTH_RESPONSE', {bytes: authentication({algorithm: 2, sequence: 2, code: 0, elements})}),
    ])
    expect(reader().ftIndication(indication)).toMatchObject({
      bssid: B,
      request: {algorithm: null, mobilityDomain: '0b47'},
      response: {algorithm: 2, rsn: {pmkids: ['aa'.repeat(16)]}},
    })
    const answer = withTlvs('SET_FAST_BSS_TRANSITION_PARAMETERS', [
      tlv('STATUS', {fields: {ndisStatus: 0}}),
      tlv('FT_RSNIE', {bytes: rsnElement({})}),
      tlv('FT_FTE', {bytes: new Uint8Array(0)}),
    ])
    expect(reader().ftAnswer(answer)).toEqual({status: 0, rsnBytes: 22, mdeBytes: null, fteBytes: 0})
  })

  it('SAE indication and answer', () => {
    const indication = withTlvs('SAE_AUTH_PARAMS_NEEDED', [
      bssid(B),
      tlv('SAE_INDICATION_TYPE', {fields: {indicationType: 1}}),
      tlv('SAE_COMMIT_FRAME', {bytes: unexportedFrame()}),
    ])
    expect(reader().saeIndication(indication)).toMatchObject({
      bssid: B,
      type: 1,
      status: null,
      commitFrame: {algorithm: null, code: null},
      confirmFrame: null,
      localLink: null,
    })
    const answer = withTlvs('SET_SAE_AUTH_PARAMS', [
      bssid(B),
      tlv('SAE_REQUEST_TYPE', {fields: {requestType: 4}}),
      tlv('SAE_COMMIT_PARAMS', {tlvs: []}),
    ])
    expect(reader().saeAnswer(answer)).toEqual({bssid: B, type: 4, hasCommit: true, hasConfirm: false, status: null})
  })
})

describe('the rest', () => {
  it('disassociations with frames: there, empty, not exported', () => {
    const parameters = tlv('DISASSOCIATION_INDICATION_PARAMETERS', {fields: {macAddress: A, disassocReason: 13}})
    const read = (bytes: Uint8Array) =>
      reader().disassociation(withTlvs('DISASSOCIATION', [parameters, tlv('DISCONNECT_DEAUTH_FRAME', {bytes})]))
    expect(read(reasonBody(3))).toMatchObject({address: A, status: 13, deauthFrame: {reason: 3}, disassocFrame: null})
    expect(read(unexportedFrame()).deauthFrame).toMatchObject({reason: null, bytes: {length: 1}})
    expect(read(new Uint8Array(0)).deauthFrame).toMatchObject({reason: null, bytes: {length: 0}})
  })

  it('keys without a byte of them', () => {
    const key = (keyType: number, more: TlvValue[]) =>
      tlv('SET_CIPHER_KEY_INFO', {tlvs: [tlv('CIPHER_KEY_TYPE_INFO', {fields: {keyType}}), ...more]})
    const secret = tlv('CIPHER_KEY_CCMP_KEY', {bytes: new Uint8Array(16).fill(0xee)})
    const keys = reader().keys(
      withTlvs('SET_ADD_CIPHER_KEYS', [
        key(1, [tlv('PEER_MAC_ADDRESS', {fields: {macAddress: B}}), secret]),
        key(2, [tlv('CIPHER_KEY_ID', {fields: {keyId: 1}}), tlv('LINK_ID', {fields: {linkId: 0}}), secret]),
      ]),
    )
    expect(keys).toEqual([
      {type: 1, peer: B, keyId: null, linkId: null},
      {type: 2, peer: null, keyId: 1, linkId: 0},
    ])
  })

  it('link states: a signal of 0 was not measured', () => {
    const link = (linkId: number, rssi: number) =>
      tlv('LINK_INFO', {
        fields: {linkId, rssi, channelNumber: 36, bandId: 2, localLinkMacAddress: A, peerLinkMacAddress: B},
      })
    const event = withTlvs('LINK_STATE_CHANGE', [
      tlv('LINK_STATE_CHANGE_PARAMETERS', {fields: {peerMacAddress: B, linkQuality: 70}}),
      link(0, -61),
      link(1, 0),
    ])
    const state = reader().linkState(event)
    expect(state).toMatchObject({hasParameters: true, peer: B, quality: 70})
    expect(state.links).toEqual([
      {linkId: 0, localLink: A, peerLink: B, rssi: -61, channel: 36, band: 2},
      {linkId: 1, localLink: A, peerLink: B, rssi: undefined, channel: 36, band: 2},
    ])
    expect(reader().linkState({...event, truncated: true}).links).toBeUndefined()
    expect(reader().linkState(withTlvs('LINK_STATE_CHANGE', [])).links).toEqual([])
    const text = eventOf('LINK_STATE_CHANGE', {
      complete: false,
      fields: {bssid: B, quality: '40', links: '2', rssi: ['-70 dBm', '0']},
    })
    expect(reader().linkState(text)).toMatchObject({peer: B, quality: 40, links: [{rssi: -70}, {rssi: undefined}]})
  })

  it('aborts name their task', () => {
    const event = (oid: number) =>
      withTlvs('ABORT_TASK', [
        tlv('CANCEL_PARAMETERS', {fields: {originalTaskOid: oid, originalTransactionId: 5, originalPortId: 65535}}),
      ])
    expect(reader().abortTask(event(0xe4400064))).toEqual({
      hasParameters: true,
      target: 'TASK_ROAM',
      id: 5,
      port: 65535,
    })
    expect(reader().abortTask(event(0xe440001d)).target).toBeUndefined()
    const text = eventOf('ABORT_TASK', {complete: false, fields: {target: 'WDI_TASK_SCAN', id: '7', targetport: '0'}})
    expect(reader().abortTask(text)).toEqual({hasParameters: undefined, target: 'TASK_SCAN', id: 7, port: 0})
  })

  it('scans, qualities, radios, lists', () => {
    const scan = withTlvs('TASK_SCAN', [
      tlv('SCAN_MODE', {fields: {scanRepeatCount: 0, scanTrigger: 3}}),
      tlv('SCAN_DWELL_TIME', {fields: {maximumScanTime: 4000}}),
    ])
    expect(reader().scanTask(scan)).toEqual({repeat: 0, trigger: 3, maxTotalMs: 4000})
    const quality = withTlvs('SET_CONNECTION_QUALITY', [
      tlv('CONNECTION_QUALITY_PARAMETERS', {fields: {hint: 2}}),
      tlv('LOW_LATENCY_CONNECTION_QUALITY_PARAMETERS', {fields: {roamingNeededLinkQualityThreshold: 50}}),
    ])
    expect(reader().connectionQuality(quality)).toEqual({hint: 2, threshold: 50})
    const radio = withTlvs('RADIO_STATUS', [tlv('RADIO_STATE', {fields: {hardwareOn: 1, softwareOn: 0}})])
    expect(reader().radioStatus(radio)).toEqual({hardware: 1, software: 0})
    const limited = withTlvs('SECONDARY_STA_CONNECTIVITY', [tlv('LIMITED_CONNECTIVITY', {fields: {limited: 1}})])
    expect(reader().secondaryLimited(limited)).toBe(1)
    const list = withTlvs('BSS_ENTRY_LIST', [
      tlv('BSS_ENTRY', {tlvs: [bssid(A), tlv('PROBE_RESPONSE_FRAME', {bytes: beacon([ssidElement('net')])})]}),
    ])
    expect(reader().bssEntryList(list).entries).toMatchObject([{bssid: A, ssid: 'net', hasSignal: false}])
    expect(reader().oweDh(withTlvs('SET_OWE_DH_IE', [tlv('OWE_DH_IE', {bytes: oweDhElement(Uint8Array.of(9))})]))).toBe(
      '130009',
    )
    expect(reader().associationParameters(withTlvs('SET_ASSOCIATION_PARAMETERS', [candidate(A)]))).toMatchObject([
      {bssid: A},
    ])
  })
})

describe('Native 802.11', () => {
  it('reads symbols, numbers and addresses of any notation', () => {
    const event = eventOf('ASSOCIATION_COMPLETION', {
      fields: {mac: '02-00-00-00-0B-01', status: 'UNREACHABLE', auth: 'RSNA_PSK', 'four-address': '0', beacon: ''},
    })
    const legacy = {...event, message: eventOf('DOT11_ASSOCIATION_COMPLETION').message}
    expect(reader().legacy(legacy)).toMatchObject({
      mac: B,
      status: 2,
      auth: 7,
      unicastCipher: 0,
      phys: null,
      fourAddress: 0,
      portAuthorized: 0,
      beacon: true,
      bssType: 'infrastructure',
      origin: 'miniport',
    })
  })

  it('knows the difference between zero and not exported', () => {
    const incomplete = reader().legacy(eventOf('DOT11_ASSOCIATION_COMPLETION', {complete: false}))
    for (const name of ['mac', 'status', 'reason', 'auth', 'beacon', 'adhocBssid', 'phys'] as const) {
      expect(incomplete[name], name).toBeUndefined()
    }
    const start = eventOf('DOT11_ROAMING_START', {fields: {reason: 'LOST', adhocbssid: A, bss: 'adhoc', source: 'os'}})
    expect(reader().legacy(start)).toMatchObject({
      reason: 12,
      adhocBssid: A,
      adhocSsid: null,
      bssType: 'adhoc',
      origin: 'os',
      beacon: false,
    })
    expect(reader().legacy(eventOf('DOT11_DISASSOCIATION')).reason).toBeUndefined()
    expect(reader().legacy(eventOf('DOT11_DISASSOCIATION', {fields: {reason: '0x10007'}})).reason).toBe(0x10007)
  })

  it('gives single fields as numbers', () => {
    const event = eventOf('DOT11_PHY_STATE_CHANGED', {fields: {state: '0', first: '0x80000001', word: 'sleep'}})
    expect(reader().number(event, 'state')).toBe(0)
    expect(reader().number(event, 'first')).toBe(0x80000001)
    expect(reader().number(event, 'word')).toBeNull()
    expect(reader().number(event, '__proto__')).toBeNull()
  })
})

describe('a reader', () => {
  it('keeps facts per event', () => {
    const one = reader()
    const event = withTlvs('TASK_ROAM', [candidate(A)])
    expect(one.connectTask(event)).toBe(one.connectTask(event))
    expect(one.connectTask(withTlvs('TASK_ROAM', []))).not.toBe(one.connectTask(event))
  })

  it('never throws, whatever the bytes and words', () => {
    const words = fc.constantFrom(
      '',
      '1',
      '-1',
      '0x',
      'ALL',
      'ff:ff:ff:ff:ff:ff',
      '9'.repeat(40),
      '\u0000',
      '[object Object]',
    )
    const names = fc.constantFrom(
      'bssid',
      'status',
      'reason',
      'auth',
      'links',
      'rssi',
      'target',
      'keytype',
      'candidates',
      'constructor',
    )
    const wdi = ALL_MESSAGES.filter(message => message.messageId !== null)
    fc.assert(
      fc.property(
        fc.constantFrom(...wdi),
        fc.option(fc.uint8Array({maxLength: 80})),
        fc.dictionary(names, fc.array(words, {maxLength: 3})),
        fc.boolean(),
        fc.boolean(),
        (message, payload, fields, complete, truncated) => {
          const one = reader()
          const event = eventOf(message.name, {payload, fields, complete, truncated})
          for (const read of Object.values(one)) (read as (event: object, field: string) => unknown)(event, 'status')
        },
      ),
      {numRuns: 300},
    )
  })
})
