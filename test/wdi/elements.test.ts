import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {frameElements, walkElements} from '../../src/wdi/elements.js'
import {
  element,
  extendedCapabilities,
  ftElement,
  mobilityDomainElement,
  multiLinkElement,
  oweDhElement,
  rsnElement,
  ssidElement,
  timeoutInterval,
  vendorElement,
} from '../../src/wdi/frame-builders.js'
import {concat, parseHex} from '../../src/wdi/octets.js'

const hex = (digits: string) => parseHex(digits) as Uint8Array
const facts = (...elements: Uint8Array[]) => frameElements(walkElements(concat(elements)))
const PMKID = '00112233445566778899aabbccddeeff'

describe('the walk', () => {
  it('gives id, extension, body and offset', () => {
    const {elements, clean} = walkElements(hex('aaaa 00 03 6e6574 ff 03 6b 0102'), 2, 100)
    expect(clean).toBe(true)
    expect(elements).toEqual([
      {id: 0, extension: null, body: hex('6e6574'), offset: 102},
      {id: 255, extension: 107, body: hex('0102'), offset: 107},
    ])
  })

  it('stops at an element that does not fit; a single byte behind the last is surplus', () => {
    expect(walkElements(hex('00 03 6e65'))).toMatchObject({clean: false, end: 0, elements: []})
    expect(walkElements(hex('00 01 6e 30 02 01'))).toMatchObject({clean: false, end: 3})
    expect(walkElements(hex('00 01 6e 03')).clean).toBe(true)
    expect(walkElements(hex('')).clean).toBe(true)
    expect(walkElements(hex('ff 00')).elements[0]).toMatchObject({id: 255, extension: null})
  })
})

describe('what rules ask for', () => {
  it('is null in a whole body without it, undefined in a cut one', () => {
    expect(facts()).toMatchObject({
      truncated: false,
      ssid: null,
      rsn: null,
      ft: null,
      multiLink: false,
      mldAddress: null,
    })
    const cut = frameElements(walkElements(concat([ssidElement('net'), hex('30 20 01')])))
    expect(cut).toMatchObject({truncated: true, ssid: 'net', multiLink: undefined})
    expect(cut.rsn).toBeUndefined()
    expect(frameElements(walkElements(ssidElement('net')), true).rsn).toBeUndefined()
  })

  it('RSN with everything', () => {
    const rsn = rsnElement({group: 4, pairwise: [4, 9], akms: [8, 24], capabilities: 0x00c0, pmkids: [PMKID]})
    expect(facts(rsn).rsn).toEqual({group: 4, pairwise: [4, 9], akms: [8, 24], capabilities: 0xc0, pmkids: [PMKID]})
  })

  it('RSN that ends early, as it may', () => {
    expect(facts(rsnElement({capabilities: null})).rsn).toMatchObject({akms: [2], capabilities: null, pmkids: []})
    expect(facts(element(48, hex('0100'))).rsn).toEqual({
      group: null,
      pairwise: [],
      akms: [],
      capabilities: null,
      pmkids: [],
    })
    expect(facts(element(48, hex('0100 0050f202 0100 0050f204'))).rsn).toMatchObject({
      group: 0x50f202,
      pairwise: [0x50f204],
    })
  })

  it('RSN that ends where it may not is unknown', () => {
    const whole = rsnElement({pmkids: [PMKID]}).subarray(2)
    const ends = new Set([2, 6, 12, 18, 20, 38])
    for (let length = 0; length <= whole.length; length++) {
      const {rsn} = facts(element(48, whole.subarray(0, length)))
      expect(rsn === undefined, `${length}`).toBe(!ends.has(length))
    }
  })

  it('mobility domain and FT, with MICs of both lengths', () => {
    const ft = ftElement({
      mic: '11'.repeat(16),
      anonce: '22'.repeat(32),
      snonce: '33'.repeat(32),
      r0khId: '616263',
      r1khId: '020000000a01',
    })
    expect(facts(mobilityDomainElement('0b47'), ft)).toMatchObject({
      mobilityDomain: '0b47',
      ft: {
        mic: '11'.repeat(16),
        anonce: '22'.repeat(32),
        snonce: '33'.repeat(32),
        r0khId: '616263',
        r1khId: '020000000a01',
      },
    })
    expect(facts(ftElement({})).ft).toMatchObject({mic: '00'.repeat(16), r0khId: null, r1khId: null})
    const long = element(55, concat([hex('0200'), hex('44'.repeat(24)), hex('55'.repeat(32)), hex('66'.repeat(32))]))
    expect(facts(long).ft).toMatchObject({mic: '44'.repeat(24), anonce: '55'.repeat(32), snonce: '66'.repeat(32)})
    expect(facts(element(55, new Uint8Array(81))).ft).toBeUndefined()
  })

  it('Multi-Link with and without address', () => {
    expect(facts(multiLinkElement({mldAddress: '02:00:00:00:0a:ff'}))).toMatchObject({
      multiLink: true,
      mldAddress: '02:00:00:00:0a:ff',
    })
    expect(facts(multiLinkElement({mldAddress: null}))).toMatchObject({multiLink: true, mldAddress: null})
  })

  it('capabilities, timeouts, OWE', () => {
    const all = facts(
      extendedCapabilities([19, 85]),
      timeoutInterval(1, 1000),
      timeoutInterval(3, 0xffffffff),
      oweDhElement(hex('0102')),
    )
    expect(all.extendedCapabilities?.length).toBe(11)
    expect([...(all.extendedCapabilities ?? [])]).toEqual([0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 32])
    expect([...all.timeouts]).toEqual([
      [1, 1000],
      [3, 0xffffffff],
    ])
    expect(all.oweDh).toBe('13000102')
    expect(facts(element(56, hex('01 0000'))).timeouts.size).toBe(0)
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 120}), bytes => {
        const walk = walkElements(bytes)
        expect(frameElements(walk).elements).toBe(walk.elements)
        expect(walk.end).toBeLessThanOrEqual(bytes.length)
      }),
    )
  })

  it('refuses elements that do not fit into their length byte', () => {
    expect(() => vendorElement('0050f2', new Uint8Array(253))).toThrow('255 fit')
    expect(() => mobilityDomainElement('0b')).toThrow(TypeError)
  })
})
