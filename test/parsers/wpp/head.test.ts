import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readStamp} from '../../../src/parsers/stamps.js'
import {emptyHead, type Head, isCutHead, readHead} from '../../../src/parsers/wpp/head.js'

const rest = (line: string): (Omit<Head, 'stamp'> & {stamp: string; message: string}) | null => {
  const head = emptyHead()
  if (!readHead(line, head)) return null
  return {...head, stamp: head.stamp?.shape ?? '', message: line.slice(head.message)} as never
}

describe('readHead', () => {
  it.each<[string, object]>([
    [
      '[0]0338.0E40::06/10/2005-14:25:43.968 [tracedrv]IOCTL = 1',
      {
        cpu: 0,
        pid: 0x338,
        tid: 0xe40,
        stamp: 'mdy',
        component: 'tracedrv',
        message: 'IOCTL = 1',
        blank: false,
        numbered: false,
      },
    ],
    [
      '44676 [2]0F24.1020::2018-09-17 10:22:14.658 [Microsoft-Windows-WLAN-AutoConfig]FSM',
      {cpu: 2, pid: 0xf24, tid: 0x1020, stamp: 'ymd', component: 'Microsoft-Windows-WLAN-AutoConfig', numbered: true},
    ],
    [
      '[00]0BFC.2430::2021-06-02 14:19:40.139669900 [MSNT_SystemTrace] Event: Header',
      {cpu: 0, message: 'Event: Header', blank: true},
    ],
    ['[8]0004.0E28::2024/09/03-16:13:49.692808900 [Microsoft-Quic]x', {stamp: 'ymd-slash', pid: 4}],
    ['[1] 0F24.1020:: 05/10/17-14:24:28.9280001 [c] x', {stamp: 'mdy2', message: 'x', blank: true}],
    ['[3]00012F24.0001020A::06/10/2005-14:25:43.968 [c]', {pid: 0x12f24, tid: 0x1020a, message: ''}],
    [
      '[3]0f24.abcd::06/10/2005-14:25:43.9681234 0000ABCD [c]m',
      {pid: 0xf24, tid: 0xabcd, component: 'c', message: 'm'},
    ],
    [
      '  12\t[1023]0F24.1020::06/10/2005-14:25:43.968 []***',
      {cpu: 1023, component: '', message: '***', numbered: true},
    ],
    ['[0]0F24.1020::06/10/2005-14:25:43.968 [cx][IddCx]DriverEntry', {component: 'cx', message: '[IddCx]DriverEntry'}],
    ['[0]0F24.1020::14:25:43.968123456 [c] m', {stamp: 'clock'}],
  ])('%s', (line, want) => {
    expect(rest(line)).toMatchObject(want)
  })

  it('takes unknown processes for unknown', () => {
    const at = (ids: string) => rest(`[0]${ids}::06/10/2005-14:25:43.968 [c]m`)
    expect(at('0000.0000')).toMatchObject({pid: null, tid: null})
    expect(at('FFFFFFFF.FFFFFFFF')).toMatchObject({pid: null, tid: null})
    expect(at('0000.0004')).toMatchObject({pid: 0, tid: 4})
    expect(at('0004.0000')).toMatchObject({pid: 4, tid: 0})
  })

  it.each([
    '',
    '[',
    '[]0338.0E40::06/10/2005-14:25:43.968 [c]m',
    '[12345]0338.0E40::06/10/2005-14:25:43.968 [c]m',
    '[0]338.0E40::06/10/2005-14:25:43.968 [c]m',
    '[0]012345678.0E40::06/10/2005-14:25:43.968 [c]m',
    '[0]0338:0E40::06/10/2005-14:25:43.968 [c]m',
    '[0]0338.0E40:06/10/2005-14:25:43.968 [c]m',
    '[0]0338.0E40::06/31/2005-14:25:43.968 [c]m',
    '[0]0338.0E40::06/10/2005-14:25:43.968[c]m',
    '[0]0338.0E40::06/10/2005-14:25:43.968 [c',
    '[0]0338.0E40::06/10/2005-14:25:43.968 ABCD [c]m',
    '[0]0338.0E40::06/10/2005-14:25:43.968 0000ABCD',
    '12[0]0338.0E40::06/10/2005-14:25:43.968 [c]m',
    'x [0]0338.0E40::06/10/2005-14:25:43.968 [c]m',
    '[0000] 33 00 7c 00',
    '5984 [003] 03/10/2022-13:56:14.226:{}',
    `[0]0338.0E40::06/10/2005-14:25:43.968 [${'c'.repeat(100_000)}`,
  ])('%j has no prefix', line => {
    expect(rest(line)).toBeNull()
  })

  // formats.md 1.1, for stamps of one shape
  const specified =
    /^\s*(?:(\d+)\s+)?\[(\d{1,4})\]\s?([0-9A-Fa-f]{4,8})\.([0-9A-Fa-f]{4,8})::\s?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:\s([0-9A-Fa-f]{8}))?\s\[([^\]\r\n]*)\](.*)$/

  it('agrees with the pattern of the specification', () => {
    const part = fc.constantFrom(
      '7 ',
      '\t',
      ' ',
      '[0]',
      '[12',
      ']',
      '0F24',
      '.',
      '00AB',
      '::',
      ':',
      '2018-09-17 10:22:14.658',
      '2018-09-17 10:22:14',
      '0000ABCD',
      '[c]',
      '[',
      'm',
    )
    const whole = fc.tuple(
      fc.constantFrom('', '7 ', ' '),
      fc.constantFrom('[0]', '[0] ', '[12345]', '[x]'),
      fc.constantFrom('0F24.1020::', '0F24.1020:: ', 'F24.1020::', '0F24,1020::'),
      fc.constantFrom('2018-09-17 10:22:14.658', '2018-09-17 10:22:14.658 0000ABCD', '2018-09-17'),
      fc.constantFrom(' ', '  ', ''),
      fc.constantFrom('[c]', '[]', '[c', 'c]'),
      fc.constantFrom('', ' m', 'm]'),
    )
    fc.assert(
      fc.property(fc.oneof(fc.array(part, {maxLength: 12}), whole), parts => {
        const line = parts.join('')
        const match = specified.exec(line)
        const head = emptyHead()
        expect(readHead(line, head), line).toBe(match !== null)
        if (match === null) return
        expect(head.component).toBe(match[7])
        expect(head.cpu).toBe(Number(match[2]))
        expect(head.stamp?.atUs).toBe(readStamp(match[5] as string)?.atUs)
        expect(line.slice(head.message)).toBe((match[8] as string).replace(/^ /, ''))
      }),
      {numRuns: 2000},
    )
  })
})

describe('isCutHead', () => {
  it.each([
    '44676 [2]0F24.1020::2018-09-17 10:22:14.658 [Microsoft-Windows',
    '[1]5FEC.0E48::01/13/2024-23:31:07.0971234 0000ABCD [Atum-Hw3d',
  ])('knows every beginning of %s', line => {
    for (let length = line.indexOf('[') + 1; length <= line.length; length++) {
      expect(isCutHead(line.slice(0, length)), line.slice(0, length)).toBe(true)
    }
  })

  it.each(['', 'text', '[x', '[0] 33 00 7c', '0000: 33 00', '[0]0338.0E40::06/10/2005-14:25:43.968 [c]m'])(
    '%j is none',
    line => {
      expect(isCutHead(line)).toBe(false)
    },
  )
})
