import {describe, expect, it} from 'vitest'
import {builtInPrefixes, compilePrefix, PrefixError} from '../../../src/parsers/wpp/prefix.js'

const plain = (fields: unknown) => (fields === null ? null : {...(fields as object)})

describe('compilePrefix', () => {
  it('reads the form of the documentation', () => {
    const line = 'tracedrv_c258: TracedrvDispatchDeviceControl: 0af4.0c64: 07/25/2003-13:55:39.998:  IOCTL = 1'
    const match = compilePrefix('%2!s!: %!FUNC!: %8!04x!.%3!04x!: %4!s!:').match(line)
    expect(match).toMatchObject({cpu: null, pid: 0xaf4, tid: 0xc64, component: null})
    expect(match?.stamp?.atUs).toBe(Date.parse('2003-07-25T13:55:39.998Z') * 1000)
    expect(plain(match?.fields)).toEqual({source: 'tracedrv_c258', func: 'TracedrvDispatchDeviceControl'})
    expect(line.slice(match?.message)).toBe('IOCTL = 1')
  })

  it('reads decimal ids, and a prefix without time', () => {
    expect(compilePrefix('%8!u! [%9!03d!] %4!s!:').match('5984 [003] 03/10/2022-13:56:14.226:{"M":1}')).toMatchObject({
      pid: 5984,
      cpu: 3,
      message: 35,
    })
    const match = compilePrefix('[%9]%3!04x! %!LEVEL! %!FUNC!:').match(
      '[2]0c64 TRACE_LEVEL_ERROR a::b<lambda_1>::operator(): failed',
    )
    expect(match).toMatchObject({cpu: 2, tid: 0xc64, stamp: null})
    expect(plain(match?.fields)).toEqual({level: 'TRACE_LEVEL_ERROR', func: 'a::b<lambda_1>::operator()'})
  })

  it('reads function names with colons where what follows tells their end', () => {
    const match = compilePrefix('%7!u!: %!FUNC! - ').match(
      '16132: FxPowerIdleMachine::ProcessEventLocked - WDFDEVICE 0x1 - x',
    )
    expect(plain(match?.fields)).toEqual({sequence: '16132', func: 'FxPowerIdleMachine::ProcessEventLocked'})
  })

  it('reads components and takes unknown processes for unknown', () => {
    const prefix = compilePrefix('%1!s!|%8!04X!.%3!04X!|%!COMPNAME!|')
    expect(prefix.match('cx|0000.0000||m')).toMatchObject({pid: null, tid: null})
    expect(prefix.match('cx|FFFFFFFF.0001|comp|m')).toMatchObject({pid: null, tid: 1, component: 'comp'})
  })

  it('takes everything else literally', () => {
    const prefix = compilePrefix('(a+)*.%%%t^$ %3!x! %b|%!')
    expect(prefix.match('(a+)*.%\t^$ ff  |!m')).toMatchObject({tid: 255, message: 18 - 1})
    expect(prefix.match('aaaa.%\t^$ ff  |!m')).toBeNull()
  })

  it('has no match where the time is none', () => {
    expect(compilePrefix('%4!s! ').match('13/45/2003-13:55:39.998 m')).toBeNull()
  })

  it.each(['', 'no member', '%!NOSUCH!', '%0', '%x%3!x!'])('refuses %j in one sentence', notation => {
    expect(() => compilePrefix(notation)).toThrow(PrefixError)
    expect(() => compilePrefix(notation)).toThrow(/^--prefix has [^\n]+\.$/)
  })

  it('costs little on lines that only look like it', () => {
    const started = performance.now()
    for (const notation of [
      '%!FUNC!%!LEVEL!%1!s!%2!s!%4!s!',
      '%1!s! %2!s! %!FUNC! %!LEVEL! %4!s!',
      '%8!u! %3!u! %7!u!x',
    ]) {
      const prefix = compilePrefix(notation)
      for (const line of ['a'.repeat(1 << 20), 'a '.repeat(1 << 19), ' '.repeat(1 << 20), '1 '.repeat(1000)]) {
        expect(prefix.match(line)).toBeNull()
      }
    }
    // Twelve lines; trying all ways to divide one of them takes seconds.
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('builtInPrefixes', () => {
  it('matches no line of text without a stamp', () => {
    for (const line of ['plain text: with: colons', '12 [3] text', 'a: b: 0af4.0c64: not a time: m', '']) {
      expect(
        builtInPrefixes().some(prefix => prefix.match(line) !== null),
        line,
      ).toBe(false)
    }
  })
})
