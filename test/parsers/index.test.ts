import {describe, expect, it} from 'vitest'
import {chooseParser, parsers} from '../../src/parsers/index.js'
import {ownText} from '../../src/parsers/own-text.js'
import {corpusFile, hasCorpus} from './read.js'

const head = (stamp: string, blank = '') => `[0]0338.0E40::${stamp} [c]${blank}m\n`
const tracefmt = head('06/10/2005-14:25:43.968')
const netsh = head('2018-09-17 10:22:14.658')
const pktmon = head('2021-06-02 14:19:40.139669900', ' ')

describe('chooseParser', () => {
  it.each<[string, string, string]>([
    ['tracefmt', 'tracefmt', tracefmt],
    ['tracefmt with its first line', 'tracefmt', `EventTrace\n${tracefmt}`],
    ['a listing without records', 'tracefmt', 'EventTrace\n'],
    ['netsh', 'netsh', netsh],
    ['newer netsh', 'netsh', head('2024/09/03-16:13:49.692808900')],
    ['pktmon', 'pktmon', pktmon],
    ['most lines decide', 'netsh', `${pktmon}${netsh}${netsh}${tracefmt}`],
    ['the debugger', 'wmitrace', `0: kd> !wmitrace.logdump x\n(WmiTrace) LogDump for Logger Id 0x13\n${tracefmt}`],
    ['long messages', 'tracefmt', `${tracefmt}${'    0000: 33 00\n'.repeat(400)}`],
    ['three records anywhere', 'tracefmt', `From: me\nTo: you\n\nLook:\n${tracefmt.repeat(3)}`],
    [
      'undecoded records',
      'tracefmt',
      'x\nUnknown( 10): GUID=37753236-c81f-505e-d40a-128d3bb2b5ff (No Format Information found).\n',
    ],
    ['the form of the documentation', 'tracefmt', 'a_c1: F: 0af4.0c64: 07/25/2003-13:55:39.998:  m\n'],
    ['a record quoted in a mail', 'text', `Dear all,\nwe see\n${tracefmt}What is it?\nRegards\n`],
    ['a word', 'text', 'The EventTrace\n'],
    ['other debugger output', 'text', '1: kd> !process\n    Image: System\n'],
    ['the state of an adapter', 'ndiskd', '1: kd> !ndiskd.wdiadapter\n    CAdapter\n'],
    ['nothing', 'text', ''],
  ])('%s', (_, id, text) => {
    expect(chooseParser(text).id).toBe(id)
  })

  it('looks at the first 500 lines only', () => {
    expect(chooseParser(`${'x\n'.repeat(500)}${tracefmt.repeat(9)}`).id).toBe('text')
  })

  it('has one parser a format, each of a name, none without a title', () => {
    const ids = parsers.map(parser => parser.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(parsers.every(parser => parser.title.length > 3)).toBe(true)
    expect(ids.at(-1)).toBe('text')
  })

  it('is sure of a format between 0 and 1', () => {
    for (const parser of parsers) {
      for (const text of ['', tracefmt, 'x\n', '{"a":1}', '<Event/>', 'a,b\n1,2\n']) {
        const sure = parser.sniff(text)
        expect(sure >= 0 && sure <= 1, parser.id).toBe(true)
      }
    }
  })

  it.skipIf(!hasCorpus)('leaves the dumps of the debugger that are no listing to others', () => {
    const id = (name: string) => chooseParser(corpusFile(`debugger/${name}.txt`).toString()).id
    expect(id('ndiskd-wdiadapter')).toBe('ndiskd')
    expect(id('rcdrlogdump-usbxhci')).toBe('ifr')
    expect(id('wdflogdump-timestamps')).toBe('ifr')
  })
})

describe('ownText', () => {
  it('is the same text', () => {
    for (const text of ['', 'a', '\ud83d', 'Caf\u00e9 \u{1f600}']) expect(ownText(text)).toBe(text)
  })
})
