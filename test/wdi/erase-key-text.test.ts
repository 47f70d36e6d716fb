import {describe, expect, it} from 'vitest'
import {encodeTlvs} from '../../src/wdi/encode.js'
import {eraseKeyText} from '../../src/wdi/erase-key-text.js'

const secret = Uint8Array.from({length: 16}, (_, i) => 0xa0 + i)
const payload = encodeTlvs([
  {tlv: 'WDI_TLV_SET_CIPHER_KEY_INFO', tlvs: [{tlv: 'WDI_TLV_CIPHER_KEY_CCMP_KEY', bytes: secret}]},
])

describe('keys in the text of a record', () => {
  const dump = Buffer.from(payload).toString('hex')

  it.each([
    [`M1 OID_WDI_SET_ADD_CIPHER_KEYS PortId=1 TransactionId=7 Data=${dump}`, 'a0a1a2'],
    [`M1 OID_WDI_SET_ADD_CIPHER_KEYS PortId=1 Data=${dump.replace(/../g, '$& ')}`, 'a0 a1 a2'],
    ['SET_ADD_CIPHER_KEYS key=a0a1a2a3a4 peer=02:00:00:00:0b:01', 'a0a1a2'],
    ['SET_ADD_CIPHER_KEYS WEP key: "a0a1a2a3a4"', 'a0a1a2'],
  ])('are withheld: %s', (text, part) => {
    expect(text).toContain(part)
    expect(eraseKeyText(text, 'SET_ADD_CIPHER_KEYS')).not.toContain(part)
  })

  it('leaves addresses, ids and other messages as the file has them', () => {
    const text =
      'M1 SET_ADD_CIPHER_KEYS PortId=1 TransactionId=7 peer=02:00:00:00:0b:01 KeyId=1 Adapter=0xFFFF8801A2B3C4D5'
    expect(eraseKeyText(text, 'SET_ADD_CIPHER_KEYS')).toBe(text)
    expect(eraseKeyText(`Data=${dump}`, 'TASK_ROAM')).toBe(`Data=${dump}`)
  })
})
