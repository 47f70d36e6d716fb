import {describe, expect, it} from 'vitest'
import {parseAssociationRequest, parseAssociationResponse} from '../../src/wdi/association-frame.js'
import {parseAuthentication} from '../../src/wdi/authentication-frame.js'
import {parseBeacon} from '../../src/wdi/beacon-frame.js'
import {
  associationRequest,
  associationResponse,
  authentication,
  beacon,
  ftElement,
  mobilityDomainElement,
  multiLinkElement,
  reasonBody,
  rsnElement,
  saeCommitContent,
  saeConfirmContent,
  ssidElement,
  timeoutInterval,
  unexportedFrame,
} from '../../src/wdi/frame-builders.js'
import {concat, parseHex} from '../../src/wdi/octets.js'
import {parseReason} from '../../src/wdi/reason-frame.js'
import {haveVectors, vector} from './vectors.js'

const elements = [ssidElement('net'), rsnElement({})]
const AP = '02:00:00:00:0a:01'

describe('association requests', () => {
  it('parse in the form that they have', () => {
    expect(parseAssociationRequest(associationRequest({form: 'assoc', elements}))).toMatchObject({
      forms: ['assoc'],
      ssid: 'net',
    })
    expect(parseAssociationRequest(associationRequest({form: 'reassoc', currentAp: AP, elements}))).toMatchObject({
      forms: ['reassoc'],
      ssid: 'net',
      truncated: false,
    })
  })

  it('keep their form whatever the entry says', () => {
    const request = associationRequest({form: 'reassoc', currentAp: AP, elements})
    expect(parseAssociationRequest(request, false)).toMatchObject({forms: ['reassoc'], ssid: 'net'})
  })

  it('of both forms are read as the one with a single SSID', () => {
    const request = associationRequest({form: 'both', elements})
    for (const flag of [false, true, undefined]) {
      const parsed = parseAssociationRequest(request, flag)
      expect(parsed.forms).toEqual(['assoc', 'reassoc'])
      expect(parsed.ssid).toBe('net')
      expect(parsed.rsn?.akms).toEqual([2])
    }
  })

  it('without an SSID element have no form', () => {
    expect(parseAssociationRequest(associationRequest({form: 'assoc', elements: [rsnElement({})]}))).toMatchObject({
      forms: [],
      truncated: false,
    })
  })

  it('cut anywhere leave the rest unknown', () => {
    const request = associationRequest({form: 'assoc', elements})
    for (let end = 0; end < request.length; end++) {
      const parsed = parseAssociationRequest(request.subarray(0, end), false, true)
      expect(parsed.truncated, `${end}`).toBe(true)
      expect(parsed.rsn, `${end}`).toBeUndefined()
    }
  })

  it('of one byte were not exported, of none are empty', () => {
    const unexported = parseAssociationRequest(unexportedFrame())
    expect(unexported).toMatchObject({forms: [], truncated: true, elements: []})
    expect(unexported.ssid).toBeUndefined()
    expect(parseAssociationRequest(new Uint8Array(0)).bytes.length).toBe(0)
  })

  it.skipIf(!haveVectors)('of the sample driver are association requests', () => {
    const result = vector('s_TLV_Success_AssociationResult_6_FT_CCMP')
    const parsed = parseAssociationRequest(result.subarray(70, 132))
    expect(parsed).toMatchObject({forms: ['assoc'], ssid: 'WDI__FT', mobilityDomain: '0b47', ft: null})
    expect(parsed.rsn).toMatchObject({akms: [3], capabilities: 12})
  })
})

describe('association responses', () => {
  it('have code and elements', () => {
    const response = associationResponse({code: 30, elements: [timeoutInterval(3, 200)]})
    const parsed = parseAssociationResponse(response)
    expect(parsed).toMatchObject({forms: ['response'], code: 30})
    expect(parsed.timeouts.get(3)).toBe(200)
    expect(parseAssociationResponse(response.subarray(0, 4))).toMatchObject({code: 30, truncated: true})
    expect(parseAssociationResponse(response.subarray(0, 3)).code).toBeNull()
  })
})

describe('authentication bodies', () => {
  const ft = [rsnElement({akms: [3], pmkids: ['00'.repeat(16)]}), mobilityDomainElement('0b47'), ftElement({})]

  it('of FT come with fixed fields, without, or behind a MAC header', () => {
    const fixed = authentication({algorithm: 2, sequence: 1, code: 0, elements: ft})
    const bare = authentication({elements: ft})
    const header = concat([parseHex(`b000 3a01 ${'02'.repeat(18)} 1000`) as Uint8Array, fixed])
    for (const bytes of [fixed, header]) {
      expect(parseAuthentication(bytes)).toMatchObject({algorithm: 2, sequence: 1, code: 0, mobilityDomain: '0b47'})
    }
    expect(parseAuthentication(bare)).toMatchObject({
      algorithm: null,
      sequence: null,
      code: null,
      mobilityDomain: '0b47',
    })
    for (const bytes of [fixed, header, bare]) expect(parseAuthentication(bytes).rsn?.pmkids.length).toBe(1)
  })

  it('of SAE tell elements only where their content ends', () => {
    const multiLink = multiLinkElement({mldAddress: AP})
    const commit = (content: Uint8Array, extra: Uint8Array[] = []) =>
      parseAuthentication(authentication({algorithm: 3, sequence: 1, code: 0, content, elements: extra}))
    expect(commit(saeCommitContent(), [multiLink])).toMatchObject({algorithm: 3, multiLink: true, mldAddress: AP})
    expect(commit(saeCommitContent())).toMatchObject({multiLink: false})
    expect(commit(saeCommitContent(99))).toMatchObject({multiLink: undefined, truncated: true})
    expect(commit(saeCommitContent(99), [multiLink])).toMatchObject({multiLink: true, mldAddress: AP})
    const confirm = authentication({
      algorithm: 3,
      sequence: 2,
      code: 0,
      content: saeConfirmContent(1),
      elements: [multiLink],
    })
    expect(parseAuthentication(confirm)).toMatchObject({sequence: 2, multiLink: true})
  })

  it('of one byte were not exported', () => {
    expect(parseAuthentication(unexportedFrame())).toMatchObject({
      algorithm: null,
      code: null,
      truncated: true,
      multiLink: undefined,
    })
  })
})

describe('other bodies', () => {
  it('reasons need two bytes', () => {
    expect(parseReason(reasonBody(0x0107)).reason).toBe(0x107)
    expect(parseReason(unexportedFrame()).reason).toBeNull()
    expect(parseReason(new Uint8Array(0))).toEqual({bytes: new Uint8Array(0), reason: null})
  })

  it('beacons have their elements behind twelve bytes', () => {
    expect(parseBeacon(beacon([ssidElement('net')]))).toMatchObject({ssid: 'net', truncated: false})
    expect(parseBeacon(beacon([]).subarray(0, 11)).ssid).toBeUndefined()
  })
})
