import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {Addresses} from '../../../src/parsers/scenario/values/addresses.js'
import {labelBytes, labelText} from '../../../src/parsers/scenario/values/labels.js'
import {parseMilliseconds, printMilliseconds} from '../../../src/parsers/scenario/values/milliseconds.js'
import {elementBytes, matchesElement, parseElement} from '../../../src/parsers/scenario/values/wanted-element.js'

describe('milliseconds', () => {
  it.each([
    ['0', 0, 0],
    ['-0', 0, 0],
    ['-0.0000001', -1, 999],
    ['12.3456789', 12_345, 678],
    ['-12.345678', -12_346, 322],
    ['-12.3456789', -12_346, 321],
    ['+5000', 5_000_000, 0],
    ['-5000', -5_000_000, 0],
    ['0.000001', 0, 1],
  ])('%s', (text, us, ns) => {
    expect(parseMilliseconds(text)).toEqual({us, ns})
  })

  it.each(['', '1.', '.5', '1e3', '1,5', '--1', '0x10', '1234567890123'])('is no time: %s', text => {
    expect(parseMilliseconds(text)).toBeNull()
  })

  it('prints what it reads', () => {
    const moment = fc.record({us: fc.integer({min: -1e12, max: 1e12}), ns: fc.integer({min: 0, max: 999})})
    fc.assert(
      fc.property(moment, at => {
        expect(parseMilliseconds(printMilliseconds(at))).toEqual(at)
      }),
    )
  })
})

describe('addresses', () => {
  it.each([
    ['AP-A', '02:00:00:00:0a:01'],
    ['AP-F', '02:00:00:00:0f:01'],
    ['AP-B9', '02:00:00:00:0b:09'],
    ['MLD-C', '02:00:00:00:0c:ff'],
    ['STA', '02:00:00:00:00:01'],
    ['STA-MLD', '02:00:00:00:00:ff'],
    ['ALL', 'ff:ff:ff:ff:ff:ff'],
    ['AA:bb:CC:00:11:22', 'aa:bb:cc:00:11:22'],
    ['AP-G', undefined],
    ['AP-A1', undefined],
    ['AP-A10', undefined],
    ['__proto__', undefined],
  ])('%s', (name, address) => {
    expect(new Addresses().find(name)).toBe(address)
  })

  it('takes each name once', () => {
    const addresses = new Addresses()
    expect(addresses.add('HOME', '02:00:00:00:aa:01')).toBe(true)
    expect(addresses.add('HOME', '02:00:00:00:aa:02')).toBe(false)
    expect(addresses.add('AP-A', '02:00:00:00:aa:02')).toBe(false)
    expect(addresses.find('HOME')).toBe('02:00:00:00:aa:01')
  })
})

describe('labels', () => {
  it('are the first bytes of SHA-256', () => {
    const digest = createHash('sha256').update('K1').digest()
    expect(Buffer.from(labelBytes('K1', 16))).toEqual(digest.subarray(0, 16))
    expect(Buffer.from(labelBytes('K1', 2))).toEqual(digest.subarray(0, 2))
  })

  it('are the bytes themselves after 0x', () => {
    expect([...labelBytes('0x0aFf', 2)]).toEqual([10, 255])
    expect(() => labelBytes('0x0a', 2)).toThrow('0x0a has 1 bytes instead of 2')
  })

  it('are their own text where the length is free', () => {
    expect([...labelText('r0kh1')]).toEqual([...Buffer.from('r0kh1')])
    expect([...labelText('0x0102')]).toEqual([1, 2])
    expect([...labelText('ä')]).toEqual([0xc3, 0xa4])
  })
})

describe('elements', () => {
  const bytes = (text: string) => {
    const element = parseElement(text)
    return element === null ? null : Buffer.from(elementBytes(element)).toString('hex')
  }

  it.each([
    ['70', '4600'],
    ['127:0000080000000000', '7f080000080000000000'],
    ['255/32', 'ff0120'],
    ['255/107:0102', 'ff036b0102'],
    ['221/506f9a:10', 'dd04506f9a10'],
    ['221/5271450', 'dd03506f9a'],
    ['221/123456', 'dd03123456'],
  ])('%s', (text, hex) => {
    expect(bytes(text)).toBe(hex)
  })

  it.each(['256', '255', '255/256', '255/x', '221', '221/ffffffff', '48/1', '70:0', 'x', '70:zz'])(
    'refuses %s',
    text => {
      expect(bytes(text)).toBeNull()
    },
  )

  it('match by kind, and by content where the pattern has any', () => {
    const match = (a: string, b: string) => matchesElement(parseElement(a) as never, parseElement(b) as never)
    expect(match('127:00', '127')).toBe(true)
    expect(match('127:00', '127:01')).toBe(false)
    expect(match('221/506f9a:10', '221/506f9a')).toBe(true)
    expect(match('221/506f9a:10', '221/0050f2')).toBe(false)
    expect(match('255/32', '255/107')).toBe(false)
  })
})
