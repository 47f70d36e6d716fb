import {describe, expect, it} from 'vitest'
import {decodeTlvs} from '../../src/wdi/decode.js'
import {encodeTlvs} from '../../src/wdi/encode.js'
import {withholdKeys, withholdKeyText} from '../../src/wdi/withhold-keys.js'

const secret = Uint8Array.from({length: 16}, (_, i) => 0xa0 + i)
const message = 'OID_WDI_SET_ADD_CIPHER_KEYS'
const payload = encodeTlvs([
  {
    tlv: 'WDI_TLV_SET_CIPHER_KEY_INFO',
    tlvs: [
      {tlv: 'WDI_TLV_PEER_MAC_ADDRESS', fields: {macAddress: '02:00:00:00:0b:01'}},
      {tlv: 'WDI_TLV_CIPHER_KEY_TYPE_INFO', fields: {}},
      {tlv: 'WDI_TLV_CIPHER_KEY_CCMP_KEY', bytes: secret},
    ],
  },
])
const holds = (bytes: Uint8Array) => Buffer.from(bytes).includes(Buffer.from(secret.subarray(0, 4)))

describe('keys in payloads', () => {
  it('are zeros in what is kept, and nothing else changes', () => {
    expect(holds(payload)).toBe(true)
    const kept = withholdKeys(payload, message)
    expect(kept.length).toBe(payload.length)
    expect(holds(kept)).toBe(false)
    expect(decodeTlvs(kept, {message}).tlvs[0]?.tlvs?.[0]).toEqual(decodeTlvs(payload, {message}).tlvs[0]?.tlvs?.[0])
  })

  it('are gone from payloads that were cut anywhere or shifted by a byte', () => {
    for (let length = 0; length < payload.length; length++)
      expect(holds(withholdKeys(payload.subarray(0, length), message))).toBe(false)
    expect(holds(withholdKeys(Buffer.concat([Uint8Array.of(1), payload]), message))).toBe(false)
  })
})

describe('keys in the text of a record', () => {
  const dump = Buffer.from(payload).toString('hex')

  it.each([
    [`M1 OID_WDI_SET_ADD_CIPHER_KEYS PortId=1 TransactionId=7 Data=${dump}`, 'a0a1a2'],
    [`M1 OID_WDI_SET_ADD_CIPHER_KEYS PortId=1 Data=${dump.replace(/../g, '$& ')}`, 'a0 a1 a2'],
    ['SET_ADD_CIPHER_KEYS key=a0a1a2a3a4 peer=02:00:00:00:0b:01', 'a0a1a2'],
    ['SET_ADD_CIPHER_KEYS WEP key: "a0a1a2a3a4"', 'a0a1a2'],
  ])('are withheld: %s', (text, part) => {
    expect(text).toContain(part)
    expect(withholdKeyText(text, 'SET_ADD_CIPHER_KEYS')).not.toContain(part)
  })

  it('leaves addresses, ids and other messages as the file has them', () => {
    const text =
      'M1 SET_ADD_CIPHER_KEYS PortId=1 TransactionId=7 peer=02:00:00:00:0b:01 KeyId=1 Adapter=0xFFFF8801A2B3C4D5'
    expect(withholdKeyText(text, 'SET_ADD_CIPHER_KEYS')).toBe(text)
    expect(withholdKeyText(`Data=${dump}`, 'TASK_ROAM')).toBe(`Data=${dump}`)
  })
})
