import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {PrefixError} from '../../src/parsers/wpp/prefix.js'
import {read} from './read.js'

const record = (message: string) => `[0]0338.0E40::06/10/2005-14:25:43.968 [tracedrv]${message}\n`

describe('openInput', () => {
  it('says that an empty file is empty', () => {
    const {input, problems, records} = read('')
    expect(problems).toEqual([{offset: 0, line: 0, message: 'The file is empty.'}])
    expect(records).toEqual([])
    expect(input).toMatchObject({format: 'unknown', encoding: 'utf-8', byteCount: 0, parser: null})
    expect(read('', {}, [0, 0]).problems).toHaveLength(1)
  })

  it('has nothing to say about a file of blanks', () => {
    expect(read(' \r\n\r\n').input).toMatchObject({format: 'unknown', records: 0})
    expect(read('\ufeff').input).toMatchObject({format: 'unknown', records: 0, byteCount: 3})
  })

  it.each<[string, (text: string) => Buffer, number, number]>([
    ['utf-8', text => Buffer.from(text), 0, 1],
    ['utf-8', text => Buffer.from(`\ufeff${text}`), 3, 1],
    ['utf-16le', text => Buffer.from(`\ufeff${text}`, 'utf16le'), 2, 2],
    ['utf-16be', text => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 2, 2],
    ['windows-1252', text => Buffer.from(`${text}\xe9\n`, 'latin1'), 0, 1],
  ])('counts bytes of %s, the mark included', (encoding, encode, mark, unit) => {
    const {records, input} = read(encode(record('a') + record('b')))
    expect(input.encoding).toBe(encoding)
    expect(records.map(({offset}) => offset)).toEqual([mark, mark + record('a').length * unit])
  })

  it('counts bytes of problems alike', () => {
    const {problems} = read(`\ufeff${record('a')}[0]0338.0E4`)
    expect(problems).toEqual([
      {offset: 3 + record('a').length, line: 2, message: expect.stringContaining('ends inside a record')},
    ])
  })

  it('goes over to Windows-1252 far into a file, with true offsets before and after', () => {
    const before = record('Caf\u00e9').repeat(3000)
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from(record('Caf\xe9 \x80') + record('z'), 'latin1')])
    for (const sizes of [[], Array.from({length: 40}, () => 4099)]) {
      const {records, input, problems} = read(bytes, {}, sizes)
      expect(input.encoding).toBe('windows-1252')
      expect(records).toHaveLength(3002)
      expect(records.slice(-3).map(({message}) => message)).toEqual(['Caf\u00e9', 'Caf\u00e9 \u20ac', 'z'])
      const at = Buffer.byteLength(before)
      expect(records.slice(-2).map(({offset}) => offset)).toEqual([at, at + record('Caf\xe9 \x80').length])
      expect(problems).toEqual([
        {offset: bytes.indexOf(0xe9), line: 0, message: expect.stringContaining('not valid UTF-8 from here on')},
      ])
    }
  })

  it('tells encoding and format from the same 64 KiB however the bytes come', () => {
    const letter = Buffer.from('\xff', 'latin1')
    const inside = Buffer.concat([Buffer.from('x'.repeat(65_535)), letter, Buffer.from('\n')])
    const outside = Buffer.concat([Buffer.from('x'.repeat(65_536)), letter, Buffer.from('\n')])
    for (const sizes of [[], [1], [65_535, 1, 1], [10_000, 60_000], [70_000]]) {
      expect(read(inside, {}, sizes).problems, `${sizes}`).toEqual([])
      expect(read(outside, {}, sizes).problems, `${sizes}`).toHaveLength(1)
    }
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), bytes => {
        const {input, records} = read(bytes)
        expect(input.records).toBe(records.length)
        expect(input.byteCount).toBe(bytes.length)
      }),
    )
  })

  it('refuses a prefix that cannot be', () => {
    expect(() => read('some text\n', {prefix: 'none'})).toThrow(PrefixError)
  })
})
