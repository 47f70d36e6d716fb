import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeTlvs, type TlvNode} from '../../src/wdi/decode.js'
import {decodeMessage} from '../../src/wdi/decode-message.js'
import {encodeMessage, encodeTlvs} from '../../src/wdi/encode.js'
import {parseHex} from '../../src/wdi/octets.js'
import {haveVectors, malformed, streams, vector} from './vectors.js'

const hex = (digits: string) => parseHex(digits) as Uint8Array
const decode = (digits: string) => decodeTlvs(hex(digits))
const first = (digits: string): TlvNode => decode(digits).tlvs[0] as TlvNode
const codes = (digits: string) => decode(digits).problems.map(({offset, code}) => [offset, code])

describe('fixed layouts', () => {
  it('reads packed fields, with names for what has one', () => {
    const {problems, tlvs} = decode('55 00 0400 0a000000')
    expect(problems).toEqual([])
    expect(tlvs[0]).toMatchObject({
      type: 0x55,
      name: 'WDI_TLV_ROAMING_NEEDED_PARAMETERS',
      offset: 0,
      length: 4,
      fields: {values: {roamReason: 10}, names: {roamReason: 'WDI_ASSOC_STATUS_ROAMING_BETTER_AP_FOUND'}},
    })
  })

  it('reads booleans, addresses, signed numbers and flags', () => {
    expect(first('bc 00 0a00 020000000a01 0d000000').fields?.values).toEqual({
      macAddress: '02:00:00:00:0a:01',
      disassocReason: 13,
    })
    expect(first('0b 00 0800 ceffffff 28000000').fields?.values).toEqual({rssi: -50, linkQuality: 40})
    expect(first('0f01 0400 05000000').fields?.names).toEqual({
      selectionFlags: 'WDI_BSS_SELECTION_HOST_PREFERRED | WDI_BSS_SELECTION_FLAGS_AP_REQUESTED_TRANSITION',
    })
    const settings = first('3f 00 0d00 0100000100 0a000000 01000000')
    expect(settings.fields?.values).toEqual({
      roamRequest: true,
      hiddenNetwork: false,
      excludeUnencrypted: false,
      mfpEnabled: true,
      hostFipsModeEnabled: false,
      roamNeededReason: 10,
      roamTrigger: 1,
    })
  })

  it('takes the lengths of older versions for whole, others not', () => {
    const settings = '0100000100 0a000000 01000000 01 01 00 00 00'
    const codesOf = (length: number) =>
      codes(`3f00 ${length.toString(16).padStart(2, '0')}00 ${settings.replaceAll(' ', '').slice(0, 2 * length)}`)
    for (const length of [13, 14, 15, 16, 18]) expect(codesOf(length), `${length}`).toEqual([])
    for (const length of [12, 17]) expect(codesOf(length), `${length}`).toEqual([[0, 'short']])
  })

  it('skips surplus bytes of a value and unknown types', () => {
    expect(codes('5500 0600 0a000000 ffff')).toEqual([])
    const {tlvs, problems} = decode('7777 0300 010203 0200 0600 020000000a01')
    expect(problems).toEqual([])
    expect(tlvs[0]).toMatchObject({type: 0x7777, name: null, bytes: Uint8Array.of(1, 2, 3)})
    expect(tlvs[1]?.name).toBe('WDI_TLV_BSSID')
  })

  it('leaves one to three bytes behind the last TLV alone', () => {
    expect(codes('5500 0400 0a000000 aabbcc')).toEqual([])
    expect(codes('aa')).toEqual([])
  })

  it('keeps numbers beyond 2^53 exact', () => {
    const node = decodeTlvs(encodeTlvs([{tlv: 'WDI_TLV_BSS_ENTRY_AGE_INFO', fields: {}}])).tlvs[0]
    expect(node?.problems).toEqual([])
    const [name] = Object.keys(node?.fields?.values ?? {})
    const bytes = encodeTlvs([{tlv: 'WDI_TLV_BSS_ENTRY_AGE_INFO', fields: {[name as string]: 0xfedcba9876543210n}}])
    expect(decodeTlvs(bytes).tlvs[0]?.fields?.values[name as string]).toBe('18364758544493064720')
  })
})

describe('arrays and texts', () => {
  it('reads lists of numbers, addresses and pairs', () => {
    expect(first('3c00 0800 07000000 09000000').fields).toEqual({
      values: {authAlgorithm: [7, 9]},
      names: {authAlgorithm: ['WDI_AUTH_ALGO_RSNA_PSK', 'WDI_AUTH_ALGO_WPA3_SAE']},
    })
    expect(first('c200 0c00 020000000a01 ffffffffffff').fields?.values).toEqual({
      bssid: ['02:00:00:00:0a:01', 'ff:ff:ff:ff:ff:ff'],
    })
    const pair = first('0902 0800 000fac08 000fac09').fields
    expect(pair?.names).toEqual({pair: [{akm: 'rsna_akm_sae_pmk256', cipher: 'rsna_cipher_gcmp_256'}]})
  })

  it('names suites in either byte order', () => {
    for (const digits of ['000fac08 000fac09', '08ac0f00 09ac0f00']) {
      expect(first(`0902 0800 ${digits}`).fields?.names.pair).toEqual([
        {akm: 'rsna_akm_sae_pmk256', cipher: 'rsna_cipher_gcmp_256'},
      ])
    }
  })

  it('says when the last member is cut', () => {
    expect(codes('3c00 0600 07000000 0900')).toEqual([[0, 'short']])
  })

  it('shows SSIDs as text, longer than allowed as invalid', () => {
    expect(first('3b00 0400 6e 65 74 ff').fields?.values).toEqual({ssid: 'net\\xff'})
    expect(first('3b00 0000').fields?.values).toEqual({ssid: ''})
    expect(codes(`3b00 2000 ${'61'.repeat(32)}`)).toEqual([])
    expect(codes(`3b00 2100 ${'61'.repeat(33)}`)).toEqual([[0, 'invalid']])
  })

  it('wants sixteen bytes in a PMKID', () => {
    expect(codes(`9f00 1000 ${'11'.repeat(16)}`)).toEqual([])
    expect(codes(`9f00 0f00 ${'11'.repeat(15)}`)).toEqual([[0, 'short']])
  })
})

describe('containers', () => {
  const key = (value: string) => `5200 ${(value.length / 2).toString(16).padStart(2, '0')}00 ${value}`

  it('nests, with offsets from the first byte of the input', () => {
    const {tlvs, problems} = decodeTlvs(hex('0800 1200 0200 0600 020000000a01 7777 0400 00000000'), {base: 16})
    expect(problems).toEqual([])
    expect(tlvs[0]?.tlvs?.map(({offset}) => offset)).toEqual([20, 30])
  })

  it('says where a length reaches beyond its container, and reads on behind the container', () => {
    const {tlvs, problems} = decode('0800 0c00 0200 0800 020000000a01 0000 5500 0400 0a000000')
    expect(problems).toEqual([])
    expect(tlvs.map(({offset}) => offset)).toEqual([0, 16])
    expect(codes('0800 0a00 0200 0800 020000000a01 5500 0400 0a000000')).toEqual([[4, 'truncated']])
  })

  it('never keeps keys, nor unknown members beside them', () => {
    const secret = 'c0ffee11'.repeat(4)
    const ccmp = `5000 1000 ${secret}`.replaceAll(' ', '')
    const unknown = `7777 1000 ${secret}`.replaceAll(' ', '')
    const decoded = decode(key(`${ccmp}${unknown}`))
    expect(decoded.problems).toEqual([])
    const [known, strange] = decoded.tlvs[0]?.tlvs ?? []
    expect(known?.fields?.values).toEqual({data: '(16 key bytes)'})
    expect(strange?.fields?.values).toEqual({data: '(16 key bytes)'})
    const everything = JSON.stringify(decoded, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
    )
    expect(everything).not.toContain('c0ffee11')
  })

  it('never keeps keys of a fixed structure', () => {
    const decoded = decode(`4801 2c00 01000000 0200000000000000 ${'c0ffee11'.repeat(8)}`)
    expect(decoded.tlvs[0]?.fields?.values).toEqual({
      protocolOffloadId: 1,
      replayCounter: 2,
      kck: '(16 key bytes)',
      kek: '(16 key bytes)',
    })
    expect(decoded.tlvs[0]?.value).toEqual(new Uint8Array(0))
  })

  it('stops at a depth that no message has', () => {
    let bytes = new Uint8Array(0)
    for (let i = 0; i < 400; i++) {
      const next = new Uint8Array(bytes.length + 4)
      next.set([0x08, 0, bytes.length & 0xff, bytes.length >> 8])
      next.set(bytes, 4)
      bytes = next
    }
    expect(decodeTlvs(bytes).problems).toEqual([
      {offset: 64, code: 'invalid', message: 'WDI_TLV_BSS_ENTRY is nested more than 16 deep'},
    ])
  })
})

describe('layouts that the bytes decide', () => {
  it('reads unavailable bands as TLVs or as bare numbers', () => {
    expect(first('0002 0800 3900 0400 02000000').tlvs?.[0]?.fields?.values).toEqual({bandId: 2})
    expect(first('0002 0800 02000000 05000000').fields).toEqual({
      values: {bandId: [2, 5]},
      names: {bandId: ['WDI_BAND_ID_5000', 'WDI_BAND_ID_6000']},
    })
  })

  it('reads algorithm pairs of eight bytes or of two', () => {
    expect(first('1300 0800 07000000 04000000').fields?.values.pair).toEqual([{authAlgorithm: 7, cipherAlgorithm: 4}])
    expect(codes('1300 0a00 0704 0704 0704 0704 0704')).toEqual([])
  })

  it('tells the older link info of the same length by where the signal stands', () => {
    const macs = '020000000001 020000000a01'
    const now = `0402 2800 01000000 ${macs} 24000000 02000000 bcffffff 50000000 07000000 08000000`
    const then = `0402 2800 01000000 02000000 ${macs} 24000000 02000000 bcffffff 50000000 07000000`
    expect(first(now).fields?.values).toMatchObject({
      linkId: 1,
      rssi: -68,
      bandwidth: 80,
      peerLinkMacAddress: '02:00:00:00:0a:01',
    })
    expect(first(then).fields?.values).toMatchObject({
      localLinkId: 1,
      rssi: -68,
      peerLinkMacAddress: '02:00:00:00:0a:01',
    })
  })

  it('takes the names of the message for numbers that have two', () => {
    const name = (message?: string) => decodeTlvs(hex('4d01 0100 00'), {message}).tlvs[0]?.name
    expect(name()).toBe('WDI_TLV_SAE_COMMIT_FRAME')
    expect(name('NDIS_STATUS_WDI_INDICATION_SAE_AUTH_PARAMS_NEEDED')).toBe('WDI_TLV_SAE_COMMIT_FRAME')
  })
})

describe('messages', () => {
  it('reads the header, and counts offsets from its first byte', () => {
    const bytes = encodeMessage({portId: 0xffff, status: 0xc0000001, transactionId: 7, ihvId: 9}, [
      {tlv: 'WDI_TLV_BSSID', fields: {bssid: '02:00:00:00:0a:01'}},
    ])
    const {header, tlvs, problems} = decodeMessage(bytes)
    expect(header).toEqual({portId: 0xffff, status: 0xc0000001, transactionId: 7, ihvId: 9})
    expect(tlvs[0]?.offset).toBe(16)
    expect(problems).toEqual([])
  })

  it('is short below sixteen bytes', () => {
    expect(decodeMessage(new Uint8Array(15))).toMatchObject({header: null, problems: [{offset: 0, code: 'short'}]})
    expect(decodeMessage(new Uint8Array(16)).problems).toEqual([])
  })
})

describe('no bytes are too strange', () => {
  it('decodes anything without throwing, with problems in order and inside the input', () => {
    const types = fc.constantFrom(0x33, 0x34, 0x35, 0x2d, 0x2e, 0x2f, 0x30, 0x52, 0x08, 0x40, 0x119, 0x14d, 0x200)
    const tlv = fc
      .tuple(types, fc.integer({min: 0, max: 60}), fc.uint8Array({maxLength: 60}))
      .map(([type, length, body]) => [type & 255, type >> 8, length, 0, ...body])
    const anything = fc.oneof(
      fc.uint8Array({maxLength: 300}),
      fc.array(tlv, {maxLength: 6}).map(all => Uint8Array.from(all.flat())),
    )
    fc.assert(
      fc.property(anything, bytes => {
        const {problems} = decodeTlvs(bytes)
        const offsets = problems.map(({offset}) => offset)
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
        for (const offset of offsets) expect(offset).toBeLessThan(Math.max(1, bytes.length))
        decodeMessage(bytes)
      }),
      {numRuns: 400},
    )
  })

  it.skipIf(!haveVectors)('decodes every truncation of a real message', () => {
    const bytes = vector('s_TLV_Success_AssociationResult_6_FT_CCMP')
    for (let end = 0; end < bytes.length; end++) {
      const {problems} = decodeTlvs(bytes.subarray(0, end))
      if (end >= 4) expect(problems[0], `${end}`).toMatchObject({offset: 0, code: 'truncated'})
      else expect(problems).toEqual([])
    }
  })
})

describe.skipIf(!haveVectors)('bytes of the WiFiCx sample driver (not in the project: ../shared)', () => {
  it.each(streams.filter(name => !malformed.includes(name)))('%s decodes completely', name => {
    const {tlvs, problems} = decodeTlvs(vector(name))
    expect(problems).toEqual([])
    const unnamed = (nodes: readonly TlvNode[]): TlvNode[] =>
      nodes.flatMap(node => [...(node.name === null ? [node] : []), ...unnamed(node.tlvs ?? [])])
    expect(unnamed(tlvs)).toEqual([])
    expect(tlvs.length).toBeGreaterThan(0)
  })

  it('finds where the lengths of a 60 GHz entry go wrong', () => {
    // 0: BSS_ENTRY of 71 bytes, all there. 4: BSSID, 6 bytes. 14: BEACON_FRAME says 5 bytes where 20 follow (its
    // twin s_TLV_BSS_Entry_10_11ad_Beacon_Dmg_1x says 20), too few for a beacon. Read on from byte 23, the rest of
    // the beacon looks like a TLV 0 of length 0 (00 00 00 00), then like type 0x380c with 0x0064 = 100 bytes at 27,
    // of which the container has 75 - 31 = 44 left.
    const {problems} = decodeTlvs(vector('s_TLV_BSS_Entry_11_11ad_Beacon_Dmg_Open'))
    expect(problems.map(({offset, code}) => [offset, code])).toEqual([
      [14, 'short'],
      [27, 'truncated'],
    ])
  })

  it('finds where the lengths of a Wi-Fi 7 result go wrong', () => {
    // 0: ASSOCIATION_RESULT says 0x1c0 = 448 bytes, 446 - 4 = 442 are there. 66: the request says 0x7e = 126 bytes;
    // its elements end after 120 (at 190), where the header of the next TLV follows (2f 00 55 00). Read as elements
    // these are 47 and 85 with length 0 (at 190 and 192), then at 194 element 1 with 4 bytes, of which the 126 have
    // none left. 196: what follows (00 00 01 c0) looks like a TLV 0 of 0xc001 bytes.
    const {problems} = decodeTlvs(vector('s_TLV_Success_AssociationResult_30_WiFi7_Mixed_Link_1'))
    expect(problems.map(({offset, code}) => [offset, code])).toEqual([
      [0, 'truncated'],
      [194, 'truncated'],
      [196, 'truncated'],
    ])
  })

  it('reads a result of FT with its frames', () => {
    const [result] = decodeTlvs(vector('s_TLV_Success_AssociationResult_6_FT_CCMP')).tlvs
    const response = result?.tlvs?.find(node => node.name === 'WDI_TLV_ASSOCIATION_RESPONSE_FRAME')?.frame
    expect(response?.kind).toBe('association-response')
    const elements = new Map(response?.elements.map(element => [element.name, element]))
    expect(elements.get('Mobility Domain')?.fields?.values).toEqual({mobilityDomain: '0b47', capability: 0})
    expect(elements.get('Fast BSS Transition')?.fields?.values).toMatchObject({
      r1khId: 'b4c7998ab630',
      r0khId: Buffer.from('ap8132-734EB0').toString('hex'),
    })
  })
})
