import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {encodeTlvs} from '../../src/wdi/encode.js'
import {eraseKeys} from '../../src/wdi/erase-keys.js'
import {hexText} from '../../src/wdi/octets.js'

const secret = new Uint8Array(16).fill(0xee)
const keys = encodeTlvs([
  {
    tlv: 'WDI_TLV_SET_CIPHER_KEY_INFO',
    tlvs: [
      {tlv: 'WDI_TLV_PEER_MAC_ADDRESS', fields: {macAddress: '02:00:00:00:0a:01'}},
      {tlv: 'WDI_TLV_CIPHER_KEY_CCMP_KEY', bytes: secret},
      {tlv: 'WDI_TLV_CIPHER_KEY_TKIP_INFO', tlvs: [{tlv: 'WDI_TLV_CIPHER_KEY_TKIP_MIC', bytes: secret}]},
      {tlv: '0x7777', bytes: secret},
    ],
  },
  {tlv: 'WDI_TLV_RSN_KEY_INFO', fields: {protocolOffloadId: 1, kck: secret, kek: secret}},
])

describe('keys of a payload', () => {
  it('become zeros, everything else stays', () => {
    const safe = eraseKeys(keys)
    expect(safe.length).toBe(keys.length)
    expect(hexText(safe)).not.toContain('ee')
    expect(hexText(safe)).toContain('4c000600020000000a01')
    expect(hexText(keys)).toContain('ee')
  })

  it('cut anywhere leave no byte behind', () => {
    for (let end = 0; end <= keys.length; end++)
      expect(hexText(eraseKeys(keys.subarray(0, end))), `${end}`).not.toContain('eeee')
  })

  it('leave no byte behind in a stream that a damaged export shifted', () => {
    for (let shift = 0; shift < 4; shift++) {
      const one = encodeTlvs([
        {tlv: 'WDI_TLV_SET_CIPHER_KEY_INFO', tlvs: [{tlv: 'WDI_TLV_CIPHER_KEY_CCMP_KEY', bytes: secret}]},
      ])
      const shifted = Buffer.concat([new Uint8Array(shift).fill(1), one])
      expect(hexText(eraseKeys(shifted, true)), `${shift}`).not.toContain('eeee')
    }
  })

  it('are not looked for where there are none', () => {
    const bytes = encodeTlvs([{tlv: 'WDI_TLV_BSSID', fields: {bssid: '02:00:00:00:0a:01'}}])
    expect(eraseKeys(bytes)).toBe(bytes)
    fc.assert(fc.property(fc.uint8Array({maxLength: 200}), any => void expect(eraseKeys(any).length).toBe(any.length)))
  })
})
