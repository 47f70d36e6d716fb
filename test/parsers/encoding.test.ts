import {describe, expect, it} from 'vitest'
import {detectEncoding} from '../../src/parsers/encoding.js'
import {corpusFile, hasCorpus} from './read.js'

const line = '[0]0338.0E40::06/10/2005-14:25:43.968 [tracedrv]IOCTL = 1\r\n'
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('detectEncoding', () => {
  it.each<[string, Uint8Array, string, number]>([
    ['UTF-8', Buffer.from(line), 'utf-8', 0],
    ['UTF-8 with mark', Buffer.from(`\ufeff${line}`), 'utf-8', 3],
    ['UTF-16LE with mark', Buffer.from(`\ufeff${line}`, 'utf16le'), 'utf-16le', 2],
    ['UTF-16LE without mark', Buffer.from(line, 'utf16le'), 'utf-16le', 0],
    ['UTF-16BE with mark', utf16be(`\ufeff${line}`), 'utf-16be', 2],
    ['UTF-16BE without mark', utf16be(line), 'utf-16be', 0],
    ['UTF-16LE, half of it Chinese', Buffer.from(`${line}无线网络无线网络无线网络`, 'utf16le'), 'utf-16le', 0],
    ['UTF-8 with letters', Buffer.from(`${line}Caf\u00e9 \u7121\u7dda \u{1f600}`), 'utf-8', 0],
    ['Windows-1252', Buffer.from(`${line}Caf\u00e9 Libre`, 'latin1'), 'windows-1252', 0],
    [
      'Windows-1252 behind a UTF-8 mark',
      Buffer.concat([Buffer.from('\ufeff'), Buffer.from('Caf\u00e9 Libre', 'latin1')]),
      'windows-1252',
      3,
    ],
    ['nothing', Buffer.alloc(0), 'utf-8', 0],
    ['a mark alone', Buffer.from([0xff, 0xfe]), 'utf-16le', 2],
    ['one byte', Buffer.from('a'), 'utf-8', 0],
    ['a text with one NUL', Buffer.from(`${line}${line}\0${line}`), 'utf-8', 0],
    ['zeros', Buffer.alloc(4096), 'binary', 0],
    ['UTF-32', Buffer.from('a\0\0\0b\0\0\0c\0\0\0d\0\0\0'), 'binary', 0],
    ['bytes of all values', Buffer.from(Array.from({length: 4096}, (_, i) => (i * 167) & 0xff)), 'binary', 0],
    ['16-bit samples', Buffer.from(Uint16Array.from({length: 500}, (_, i) => i % 30).buffer), 'binary', 0],
    ['gzip', Buffer.from([0x1f, 0x8b, 0x08, 0]), 'binary', 0],
  ])('%s', (_, bytes, encoding, mark) => {
    expect(detectEncoding(bytes)).toEqual({encoding, mark})
  })

  it('does not mind a character that the end of the head cuts', () => {
    for (const letter of ['\u00e9', '\u20ac', '\u{1f600}']) {
      const bytes = Buffer.from(`text ${letter}`)
      for (let length = 5; length <= bytes.length; length++) {
        expect(detectEncoding(bytes.subarray(0, length)).encoding, `${letter} at ${length}`).toBe('utf-8')
      }
    }
  })

  it.each(['\xc0\x80', '\xe0\x80\x80', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\xf5\x80\x80\x80', '\x80', 'a\xffb'])(
    'is strict about UTF-8: %j',
    bytes => {
      expect(detectEncoding(Buffer.from(`text ${bytes} text`, 'latin1')).encoding).toBe('windows-1252')
    },
  )

  it.skipIf(!hasCorpus)('knows the real binary traces', () => {
    for (const name of [
      'classic-32bit-process',
      'compressed-relogger-selfdescribing',
      'manifest-win7-httpservice',
      'pktmon-wifi-rtl8852be.scrubbed',
    ]) {
      expect(detectEncoding(corpusFile(`etl/${name}.etl`).subarray(0, 65_536)).encoding, name).toBe('binary')
    }
    expect(detectEncoding(corpusFile('evtx/system-win10-dirty-ndis-dhcp.evtx')).encoding).toBe('binary')
  })
})
