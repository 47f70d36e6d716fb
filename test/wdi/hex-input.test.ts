import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseHexInput} from '../../src/wdi/hex-input.js'
import {hexText} from '../../src/wdi/octets.js'

const read = (text: string) => {
  const bytes = parseHexInput(text)
  return bytes && hexText(bytes)
}

describe('hex as people paste it', () => {
  it.each([
    ['550004000a000000'],
    ['55 00 04 00 0a 00 00 00'],
    ['5500 0400 0A00 0000'],
    ['0x550004000a000000'],
    ['0x55, 0x00, 0x04, 0x00, 0x0a, 0x00, 0x00, 0x00'],
    ['{0x55,0x00,0x04,0x00,0x0a,0x00,0x00,0x00};'],
    ['"\\x55\\x00\\x04\\x00\\x0a\\x00\\x00\\x00"'],
    ['55:00:04:00:0a:00:00:00'],
    ['55-00-04-00-0a-00-00-00\r\n'],
    ['0000: 55 00 04 00 0a 00 00 00'],
    ['0000: 55 00 04 00  |U...|\n0004: 0a 00 00 00  |....|'],
    ['0000  55 00 04 00\n0004  0a 00 00 00'],
    ['00000000  55 00 04 00 0a 00 00 00                           |U.......|'],
    ['00000000: 5500 0400 0a00 0000                      U.......'],
  ])('%j', text => {
    expect(read(text)).toBe('550004000a000000')
  })

  it('dumps that start elsewhere than at 0 need a second line to be told from digits', () => {
    expect(read('0010: 55 00 04 00\n0014: 0a 00 00 00')).toBe('550004000a000000')
    expect(read('0x0010:  5500 0400 0a00\n0x0016:  0000')).toBe('550004000a000000')
    expect(read('ffffa380`12345670  55 00 04 00-0a 00 00 00  U.......\nffffa380`12345678  01 02  ..')).toBe(
      '550004000a0000000102',
    )
  })

  it('bytes in the middle gap of hexdump -C, and text that looks like bytes behind them', () => {
    const text =
      '00000000  61 62 63 64 65 66 67 68  61 62 63 64 65 66 67 68  |ab cd ef ab cd ef|\n00000010  31 32  |12|\n'
    expect(read(text)).toBe('616263646566676861626364656667683132')
    expect(read('00000000: 6162 6364 6566 6162 6364 6566 6162 6364  abcdefabcdefabcd\n00000010: 3132  12')).toBe(
      '616263646566616263646566616263643132',
    )
  })

  it('offsets that do not count the bytes are digits', () => {
    expect(read('5500  04 00\n0a00  00 00')).toBe('550004000a000000')
  })

  it.each(['', '   \n', '5', '5500 040', 'zz', 'hello', '0x', '55 00 g4'])('%j is none', text =>
    expect(read(text)).toBeUndefined(),
  )

  it('reads back any dump of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({minLength: 1, maxLength: 70}), fc.constantFrom(8, 16), (bytes, width) => {
        const lines = []
        for (let at = 0; at < bytes.length; at += width) {
          const row = [...bytes.subarray(at, at + width)]
          const hex = row.map(byte => byte.toString(16).padStart(2, '0')).join(' ')
          const ascii = row.map(byte => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')
          lines.push(`${at.toString(16).padStart(8, '0')}: ${hex.padEnd(3 * width)} |${ascii}|`)
        }
        expect(read(lines.join('\n'))).toBe(hexText(bytes))
      }),
    )
  })
})
