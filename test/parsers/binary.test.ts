import {describe, expect, it} from 'vitest'
import {describeBinary, recogniseBinary} from '../../src/parsers/binary.js'

describe('describeBinary', () => {
  it.each<[string, string, string]>([
    ['ElfFile\0', 'evtx', 'wevtutil qe'],
    ['MSCF\0\0\0\0', 'unknown', 'expand FILE.cab'],
    ['PK\x03\x04', 'unknown', 'a ZIP archive'],
    ['\x1f\x8b\x08', 'unknown', 'gzip'],
    ['\x0a\x0d\x0d\x0a', 'unknown', 'pcapng'],
    ['\x89PNG\r\n', 'unknown', 'a picture'],
    ['%PDF-1.7', 'unknown', 'a PDF'],
    ['MDMP', 'unknown', 'WinDbg'],
    ['\0\x01\x02', 'unknown', 'a binary file of an unknown kind'],
    ['', 'unknown', 'a binary file of an unknown kind'],
  ])('%j', (bytes, format, words) => {
    const description = describeBinary(Buffer.from(bytes, 'latin1'))
    expect(description.format).toBe(format)
    expect(description.sentence).toContain(words)
    expect(description.sentence).toMatch(/^This is [^\n]+\.$/)
  })

  it('knows the first buffer of a trace, whole or compressed, and nothing shorter', () => {
    const buffer = Buffer.alloc(120)
    buffer.writeUInt32LE(0x10000, 0)
    buffer.writeUInt32LE(3, 0x2c)
    buffer.writeUInt16LE(4, 0x36)
    buffer.writeUInt32LE(0xc0020002, 0x48)
    expect(recogniseBinary(buffer)?.format).toBe('etl')
    expect(describeBinary(buffer).sentence).toContain('tracefmt')
    for (let length = 0; length < 80; length++) expect(recogniseBinary(buffer.subarray(0, length))).toBeNull()
    for (const [at, value] of [
      [0, 10],
      [0x2c, 1],
      [0x36, 0],
      [0x4b, 0x90],
      [0x4a, 4],
      [0x4e, 8],
    ] as const) {
      const other = Buffer.from(buffer)
      other[at] = value
      if (at === 0) other.writeUInt32LE(value, 0)
      expect(recogniseBinary(other), `byte ${at}`).toBeNull()
    }
    buffer.fill(0xff, 0x48)
    buffer[0x34] = 0x40
    expect(recogniseBinary(buffer)?.format).toBe('etl')
  })

  it('takes no text for binary', () => {
    for (const text of ['', 'PK is a name', 'BZ', '[0]0338.0E40::06/10/2005-14:25:43.968 [c]m', '<Event/>'])
      expect(recogniseBinary(Buffer.from(text))).toBeNull()
  })
})
