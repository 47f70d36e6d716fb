import {describe, expect, it} from 'vitest'
import {decodeInput, kindOf} from '../../src/wdi/decode-input.js'
import {decodeShape} from '../../src/wdi/decode-report.js'
import {decodeLines} from '../../src/wdi/decode-text.js'
import {encodeMessage, encodeTlvs} from '../../src/wdi/encode.js'
import {
  associationRequest,
  authentication,
  beacon,
  mobilityDomainElement,
  reasonBody,
  rsnElement,
  ssidElement,
} from '../../src/wdi/frame-builders.js'
import {concat, parseHex} from '../../src/wdi/octets.js'
import {haveVectors, vector} from './vectors.js'

const hex = (digits: string) => parseHex(digits) as Uint8Array
const trigger = {tlv: 'WDI_TLV_ROAMING_NEEDED_PARAMETERS', fields: {roamReason: 10}}
const header = {portId: 1, status: 0, transactionId: 42, ihvId: 0}

describe('what the bytes are', () => {
  it('a message where the bytes behind a header, and not the whole, are TLVs', () => {
    expect(kindOf(encodeMessage(header, [trigger]))).toBe('message')
    expect(kindOf(encodeMessage(header, []))).toBe('message')
    expect(kindOf(encodeTlvs([trigger]))).toBe('tlvs')
    expect(kindOf(encodeTlvs([trigger, trigger, trigger]))).toBe('tlvs')
  })

  it('else a stream, however broken', () => {
    expect(kindOf(hex('ffff0000'))).toBe('tlvs')
    expect(kindOf(encodeMessage(header, [trigger]).subarray(0, -1))).toBe('tlvs')
    expect(kindOf(concat([encodeMessage(header, [{tlv: '0x7777', bytes: hex('01')}])]))).toBe('tlvs')
  })
})

describe('the JSON of the contract', () => {
  const shape = (bytes: Uint8Array, kind = kindOf(bytes), message: string | null = null) =>
    JSON.parse(JSON.stringify(decodeShape(decodeInput(bytes, kind, message))))

  it('of a message', () => {
    expect(shape(encodeMessage(header, [trigger]), 'message', 'NDIS_STATUS_WDI_INDICATION_ROAMING_NEEDED')).toEqual({
      message: {name: 'NDIS_STATUS_WDI_INDICATION_ROAMING_NEEDED', portId: 1, status: 0, transactionId: 42, ihvId: 0},
      tlvs: [
        {
          type: 0x55,
          name: 'WDI_TLV_ROAMING_NEEDED_PARAMETERS',
          offset: 16,
          length: 4,
          fields: {roamReason: 10},
          names: {roamReason: 'WDI_ASSOC_STATUS_ROAMING_BETTER_AP_FOUND'},
          problems: [],
        },
      ],
      problems: [],
    })
  })

  it('has one of fields, tlvs, frame and bytes in each TLV, and every problem twice: there and outside', () => {
    const bytes = concat([
      encodeTlvs([
        {
          tlv: 'WDI_TLV_BSS_ENTRY',
          tlvs: [{tlv: 'WDI_TLV_BEACON_FRAME', bytes: beacon([ssidElement('net'), hex('30 09 01')])}],
        },
        {tlv: '0x7777', bytes: hex('0102')},
      ]),
      hex('3c00 0400 07'),
    ])
    const {message, tlvs, problems} = shape(bytes)
    expect(message).toBeNull()
    expect(tlvs.map((tlv: object) => Object.keys(tlv))).toEqual([
      ['type', 'name', 'offset', 'length', 'tlvs', 'problems'],
      ['type', 'name', 'offset', 'length', 'bytes', 'problems'],
      ['type', 'name', 'offset', 'length', 'fields', 'names', 'problems'],
    ])
    const {frame} = tlvs[0].tlvs[0]
    expect(frame.elements.map(({id, offset}: {id: number; offset: number}) => [id, offset])).toEqual([
      [0, 20],
      [48, 25],
    ])
    expect(tlvs[1]).toMatchObject({type: 0x7777, name: null, bytes: '0102'})
    expect(problems).toEqual([
      {offset: 25, code: 'truncated', message: 'RSN says 9 bytes, 1 are left'},
      {offset: 34, code: 'truncated', message: 'WDI_TLV_AUTH_ALGO_LIST says 4 bytes, 1 are left'},
    ])
    expect(frame.elements[1].problems).toEqual([problems[0]])
    expect(tlvs[2].problems).toEqual([problems[1]])
  })

  it('has element contents as fields where they are known', () => {
    const bytes = encodeTlvs([{tlv: 'WDI_TLV_FT_RSNIE', bytes: rsnElement({akms: [3], capabilities: 0x80})}])
    expect(shape(bytes).tlvs[0].frame).toMatchObject({
      kind: 'elements',
      elements: [
        {
          id: 48,
          extension: null,
          name: 'RSN',
          offset: 4,
          length: 20,
          fields: {version: 1, group: 4, pairwise: [4], akms: [3], capabilities: 0x80, pmkids: []},
          names: {group: 'rsna_cipher_ccmp_128', akms: ['rsna_akm_ft_1x_sha256']},
        },
      ],
    })
  })

  it('of elements that end inside their parts', () => {
    const bad = concat([hex('30 04 0100 000f'), hex('36 02 0b47'), hex('00 21'), new Uint8Array(33), hex('ff 00')])
    const bytes = encodeTlvs([{tlv: 'WDI_TLV_EXTRA_ASSOCIATION_REQUEST_IES', bytes: bad}])
    const {problems} = shape(bytes)
    expect(problems.map(({offset, code}: {offset: number; code: string}) => [offset, code])).toEqual([
      [4, 'short'],
      [10, 'short'],
      [14, 'invalid'],
      [49, 'invalid'],
    ])
  })
})

describe('frames alone', () => {
  const kind = (bytes: Uint8Array) => decodeInput(bytes, 'frame', null).frame?.kind
  const elements = [ssidElement('net'), rsnElement({})]

  it('are recognised by what fits', () => {
    expect(kind(associationRequest({form: 'assoc', elements}))).toBe('association-request')
    expect(kind(associationRequest({form: 'reassoc', elements}))).toBe('reassociation-request')
    expect(kind(authentication({algorithm: 0, sequence: 1, code: 0, elements: []}))).toBe('authentication')
    expect(kind(beacon(elements))).toBe('beacon')
    expect(kind(concat([mobilityDomainElement('0b47'), rsnElement({})]))).toBe('elements')
    expect(kind(reasonBody(3))).toBe('deauthentication')
  })

  it('may have a MAC header', () => {
    const mac = hex(`8000 0000 ${'ff'.repeat(6)} ${'02'.repeat(12)} 0000`)
    const report = decodeInput(concat([mac, beacon(elements)]), 'frame', null)
    expect(report.frame?.kind).toBe('beacon')
    expect(report.frame?.elements.map(({offset}) => offset)).toEqual([36, 41])
  })

  it.skipIf(!haveVectors)('the handshake in the sample, without a key', () => {
    const names = ['pucM1SaeFrame', 'pucExpectedM2SaeFrame', 'pucM3SaeFrame', 'pucExpectedM4SaeFrame']
    const reports = names.map(name => decodeInput(vector(name), 'frame', null))
    expect(reports.map(({frame}) => frame?.fields.values.message)).toEqual([
      'message 1',
      'message 2',
      'message 3',
      'message 4',
    ])
    expect(reports.flatMap(({problems}) => problems)).toEqual([])
    expect(reports[1]?.frame?.elements.map(({name}) => name)).toEqual(['RSN'])
    expect(reports[2]?.frame?.fields.values.keyData).toBe('(56 key bytes)')
  })

  it('never print a key of a handshake that is not encrypted', () => {
    const gtk = hex('dd 16 000fac 01 0100 c0ffee11c0ffee11c0ffee11c0ffee11')
    const eapol = concat([hex('02 03 0075 02 13ca 0010'), new Uint8Array(88), hex('00 18'), gtk])
    const plain = eapol.slice()
    plain[5] = 0x03
    const frame = concat([hex(`0802 0000 ${'02'.repeat(18)} 0000 aaaa03000000888e`), plain])
    const text = JSON.stringify(decodeShape(decodeInput(frame, 'frame', null)))
    expect(text).toContain('eapol-key')
    expect(text).not.toContain('c0ffee')
  })
})

describe('the tree', () => {
  it('has a line for everything, problems marked, long bytes cut', () => {
    const bytes = concat([
      encodeMessage(header, [trigger, {tlv: 'WDI_TLV_IHV_DATA', bytes: new Uint8Array(200)}]),
      hex('3c00 0400 07'),
    ])
    const lines = decodeLines(decodeInput(bytes, 'message', null))
    expect(lines.map(({offset, depth, text}) => `${offset ?? ''}${' '.repeat(depth + 1)}${text}`)).toEqual([
      '0 message, header of 16 bytes',
      '  port 1, status 0x0, transaction 42, IHV 0',
      '16 ROAMING_NEEDED_PARAMETERS (0x55), 4 bytes',
      '  roamReason  10 WDI_ASSOC_STATUS_ROAMING_BETTER_AP_FOUND',
      '24 IHV_DATA (0xBD), 200 bytes',
      ...Array.from({length: 4}, () => `  ${Array.from({length: 32}, () => '00').join(' ')}`),
      '  … 72 bytes more',
      '228 AUTH_ALGO_LIST (0x3C), 4 bytes',
      '  truncated: WDI_TLV_AUTH_ALGO_LIST says 4 bytes, 1 are left',
      '  authAlgorithm  []',
    ])
    expect(lines.filter(({problem}) => problem).length).toBe(1)
  })

  it('shows structs, lists and frames', () => {
    const bytes = encodeTlvs([
      {tlv: 'WDI_TLV_RSNA_AKM_CIPHER_SUITE', items: [{akm: 8, cipher: 9}]},
      {tlv: 'WDI_TLV_DISCONNECT_DEAUTH_FRAME', bytes: reasonBody(15)},
    ])
    const text = decodeLines(decodeInput(bytes, 'tlvs', null)).map(line => line.text)
    expect(text).toContain('pair  [{akm 8 rsna_akm_sae_pmk256, cipher 9 rsna_cipher_gcmp_256}]')
    expect(text).toContain('reason  15 4WAY_HANDSHAKE_TIMEOUT')
  })
})
