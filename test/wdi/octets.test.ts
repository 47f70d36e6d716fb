import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {hexText, littleEndian, macBytes, parseHex, parseMac, ssidBytes, ssidText} from '../../src/wdi/octets.js'

describe('hex and addresses', () => {
  it('reads what people write between bytes, and nothing else', () => {
    expect(parseHex('0x0A:0b-0C,0d 0e')).toEqual(Uint8Array.of(10, 11, 12, 13, 14))
    expect(parseHex('')).toEqual(new Uint8Array(0))
    for (const text of ['0', 'xy', '0a0']) expect(parseHex(text), text).toBeUndefined()
  })

  it('gives back the digits of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(parseHex(hexText(bytes))).toEqual(bytes)
      }),
    )
  })

  it.each(['02:00:00:00:0A:01', '02-00-00-00-0a-01', '0200.0000.0a01', '0x020000000A01', '020000000a01'])(
    '%s is an address',
    text => expect(parseMac(text)).toBe('02:00:00:00:0a:01'),
  )

  it.each(['02:00:00:00:0a', '02:00-00:00:0a:01', '0200:0000:0a01', '02 00 00 00 0a 01', ''])('%s is none', text =>
    expect(parseMac(text)).toBeUndefined(),
  )

  it('refuses to write what is no address', () => {
    expect(() => macBytes('02:00')).toThrow(TypeError)
  })

  it('reads numbers little-endian, missing bytes as zero', () => {
    expect(littleEndian(Uint8Array.of(0x34, 0x12), 0, 2)).toBe(0x1234)
    expect(littleEndian(Uint8Array.of(0xff, 0xff, 0xff, 0xff), 0, 4)).toBe(0xffffffff)
    expect(littleEndian(Uint8Array.of(1), 0, 4)).toBe(1)
  })
})

describe('SSIDs as text', () => {
  it.each([
    ['net', '6e6574'],
    ['Café 📶', '436166c3a920f09f93b6'],
    ['\\xff\\x00', 'ff00'],
    ['\\x1b[2J', '1b5b324a'],
    ['a\\x5cx41', '615c783431'],
    ['\\xe2\\x80\\xae', 'e280ae'],
    ['\\xc3', 'c3'],
    ['\\xef\\xbb\\xbfa', 'efbbbf61'],
    ['', ''],
  ])('%s', (text, hex) => {
    expect(ssidText(parseHex(hex) as Uint8Array)).toBe(text)
    expect(hexText(ssidBytes(text))).toBe(hex)
  })

  it('is unambiguous and free of characters that act', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 40}), bytes => {
        const text = ssidText(bytes)
        expect(ssidBytes(text)).toEqual(bytes)
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  it('takes a backslash that starts no escape for itself', () => {
    expect(hexText(ssidBytes('a\\b'))).toBe('615c62')
  })
})
