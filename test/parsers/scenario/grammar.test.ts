import {describe, expect, it} from 'vitest'
import {FieldParser} from '../../../src/parsers/scenario/grammar/field-parser.js'
import {parseRecordLine} from '../../../src/parsers/scenario/grammar/record-line.js'
import {stripComment} from '../../../src/parsers/scenario/grammar/strip-comment.js'
import {Addresses} from '../../../src/parsers/scenario/values/addresses.js'

const {isAddress} = new Addresses()
const parse = (text: string) => new FieldParser(text, isAddress).parse()
const word = (text: string, negated = false) => ({kind: 'word', text, negated})
const pair = (key: string, ...texts: string[]) => ({
  kind: 'pair',
  key,
  atoms: texts.map(text => ({text, quoted: false})),
})
const item = (...fields: object[]) => ({kind: 'item', fields})
const group = (key: string, ...fields: object[]) => ({kind: 'group', key, fields})

describe('fields', () => {
  it.each([
    ['nothing', '', []],
    ['a flag and a negated one', 'beacon no fte', [word('beacon'), word('fte', true)]],
    ['a built-in address and a literal one', 'AP-B 02:00:00:00:0A:01', [word('AP-B'), word('02:00:00:00:0A:01')]],
    [
      'numbers with sign, decimals and 0x',
      'rssi=-66,+3 by=1.5 flags=0x1F',
      [pair('rssi', '-66', '+3'), pair('by', '1.5'), pair('flags', '0x1F')],
    ],
    [
      'lists',
      'auth=RSNA,RSNA_PSK pmkids=[] akms=[K1, K2]',
      [pair('auth', 'RSNA', 'RSNA_PSK'), pair('pmkids'), pair('akms', 'K1', 'K2')],
    ],
    [
      'atoms with every character',
      'ies=127:0000,221/506f9a:10 ssid=* os=26100.4061',
      [pair('ies', '127:0000', '221/506f9a:10'), pair('ssid', '*'), pair('os', '26100.4061')],
    ],
    [
      'quotes hold blanks, brackets and equal signs',
      'ssid="a (b) = #c",net',
      [
        {
          kind: 'pair',
          key: 'ssid',
          atoms: [
            {text: 'a (b) = #c', quoted: true},
            {text: 'net', quoted: false},
          ],
        },
      ],
    ],
    ['an empty quoted value', 'ssid=""', [{kind: 'pair', key: 'ssid', atoms: [{text: '', quoted: true}]}]],
    ['items', '(pairwise peer=AP-B)\t(group)', [item(word('pairwise'), pair('peer', 'AP-B')), item(word('group'))]],
    [
      'groups in braces, commas as blanks',
      '(AP-B ft{mde=MD1, r0kh=x,})',
      [item(word('AP-B'), group('ft', pair('mde', 'MD1'), pair('r0kh', 'x')))],
    ],
    [
      'lists in braces end at a comma and a blank',
      'request{ext-cap=19,85, fte}',
      [group('request', pair('ext-cap', '19', '85'), word('fte'))],
    ],
    [
      'groups in parentheses with numbers',
      'deauth-frame(reason 7) fte(empty)',
      [group('deauth-frame', word('reason'), {kind: 'number', text: '7'}), group('fte', word('empty'))],
    ],
    [
      'entries end at the next key',
      'entries=AP-B (AP-C flags=0x0) 02:11:22:33:44:55 auth=RSNA',
      [
        {
          kind: 'entries',
          entries: [item(word('AP-B')), item(word('AP-C'), pair('flags', '0x0')), item(word('02:11:22:33:44:55'))],
        },
        pair('auth', 'RSNA'),
      ],
    ],
    [
      'entries end at a flag',
      'entries=AP-B truncated',
      [{kind: 'entries', entries: [item(word('AP-B'))]}, word('truncated')],
    ],
  ])('reads %s', (_name, text, fields) => {
    expect(parse(text)).toEqual(fields)
  })

  it.each([
    ['quality=', 'quality= needs a value'],
    ['ssid="net', 'the quoted value of ssid= has no end'],
    ['(AP-B', '")" is missing'],
    ['(AP-B}', '")" is missing'],
    ['request{fte', '"}" is missing'],
    ['AP-B)', 'unexpected ")"'],
    ['auth=RSNA, RSNA_PSK', 'auth= needs a value'],
    ['pmkids=[K1 K2]', 'the list of pmkids= needs "," or "]"'],
    ['pmkids=[K1', 'the list of pmkids= needs "," or "]"'],
    ['7', '"7" is no field'],
    ['7=x', '"7" is no name of a field'],
    ['no', 'unexpected "end of line"'],
    ['no (x)', 'unexpected "("'],
    ['entries=', 'entries= needs addresses or (…)'],
    ['entries=AP-Z', 'entries= needs addresses or (…)'],
    ['&', 'unexpected "&"'],
    [`${'('.repeat(20)}`, 'brackets are nested more than 8 deep'],
  ])('refuses %s', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })
})

describe('comments', () => {
  it.each([
    ['# all of it', ''],
    ['label os=1 # rest', 'label os=1 '],
    ['label os=1\t# rest', 'label os=1\t'],
    ['label os=1#2', 'label os=1#2'],
    ['ssid="a # b" # c', 'ssid="a # b" '],
  ])('%s', (line, kept) => {
    expect(stripComment(line)).toBe(kept)
  })
})

describe('columns', () => {
  const columns = (text: string) => {
    const record = parseRecordLine(text, 3, isAddress)
    if (record === null) return null
    const {at, kind, event, port, adapter, transactionId, fields} = record
    return [at, kind, event, port, adapter, transactionId, fields.length]
  }

  it.each([
    ['0 M1 TASK_ROAM 1 101 RoamFlag=1', [{us: 0, ns: 0}, 'M1', 'TASK_ROAM', 1, null, 101, 1]],
    ['+1.5  M3 TASK_ROAM 1@left 0x1F', [{us: 1500, ns: 0}, 'M3', 'TASK_ROAM', 1, 'left', 31, 0]],
    [
      '-0.0015\tIND\tROAM_COMPLETE\t?\t-\tstatus=success',
      [{us: -2, ns: 500}, 'IND', 'ROAM_COMPLETE', null, null, 0, 1],
    ],
    ['10 LOG 5002 adapter trigger=2', [{us: 10_000, ns: 0}, 'LOG', '5002', 0xffff, null, null, 1]],
    ['10 IND LINK_QUALITY 0', [{us: 10_000, ns: 0}, 'IND', 'LINK_QUALITY', 0, null, null, 0]],
    ['IND LINK_QUALITY 0', [null, 'IND', 'LINK_QUALITY', 0, null, null, 0]],
    ['10 IND SCAN_COMPLETE 1 4294967295', [{us: 10_000, ns: 0}, 'IND', 'SCAN_COMPLETE', 1, null, 0xffffffff, 0]],
  ])('%s', (text, expected) => {
    expect(columns(text)).toEqual(expected)
  })

  it.each(['10 M2 TASK_ROAM 1', '10', 'M12', 'some other text'])('is no record: %s', text => {
    expect(columns(text)).toBeNull()
  })

  it.each([
    ['10 M1', 'line 3: M1 needs an event after it'],
    ['10 M1 TASK_ROAM', 'line 3: TASK_ROAM needs a port (a number, "adapter" or "?"), not ""'],
    ['10 M1 TASK_ROAM reason=1', 'line 3: TASK_ROAM needs a port (a number, "adapter" or "?"), not "reason=1"'],
    ['10 M1 TASK_ROAM 65536 1', 'line 3: port 65536 is above 65535'],
    ['10 M1 TASK_ROAM 1 4294967296', 'line 3: transaction id 4294967296 does not fit into 32 bits'],
    ['9999999999999 M1 TASK_ROAM 1 1', 'line 3: "9999999999999" is no time in milliseconds'],
  ])('refuses %s', (text, message) => {
    expect(() => columns(text)).toThrow(message)
  })
})
