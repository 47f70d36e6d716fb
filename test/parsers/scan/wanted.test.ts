import {describe, expect, it} from 'vitest'
import {EVENT_ROWS_OWN} from '../../../src/parsers/csv/event-row-layouts.js'
import {TRACERPT_OWN} from '../../../src/parsers/csv/tracerpt-row-layout.js'
import {ownOf as jsonOwn} from '../../../src/parsers/json/json-layouts.js'
import {VIEW_OWN} from '../../../src/parsers/perfview/view-row-layout.js'
import {LITERALS, NAME_TEXT} from '../../../src/parsers/scan/memory.js'
import {Wanted} from '../../../src/parsers/scan/wanted.js'
import {ownOf as tableOwn} from '../../../src/parsers/tables/row-heads.js'
import {EVENT_XML_OWN} from '../../../src/parsers/xml/event-layouts.js'

const canScan = (text: string, own: typeof TRACERPT_OWN) =>
  new Wanted([{text, exact: false, around: false, withId: false}]).kernel(own) !== null

describe('a literal that only a record holds', () => {
  it('is looked for by the longest piece that stands in the file', () => {
    // As the parsers print members: `name: value`, `name=value`, in XML with entities.
    expect(canScan('radio state: software', EVENT_XML_OWN)).toBe(true)
    expect(canScan('level=error', EVENT_ROWS_OWN)).toBe(true)
    expect(canScan('userdata3=roaming', TRACERPT_OWN)).toBe(true)
    // What JSON escapes, and a blank that may be a tab.
    expect(canScan('c:\\wlan/roam', jsonOwn([]))).toBe(true)
    expect(canScan(' roam', jsonOwn([]))).toBe(true)
  })

  it('is looked for without the blank in front of it, which the parser may have put there', () => {
    const kernel = new Wanted([{text: ' roaming ', exact: false, around: false, withId: false}]).kernel(TRACERPT_OWN)
    const holds = (text: string) => {
      kernel?.bytes.set(Buffer.from(text), NAME_TEXT)
      return kernel?.nameHolds(text.length)
    }
    expect(['"roaming to', 'x Roaming to', '"roaming"'].map(holds)).toEqual([1, 1, 0])
  })

  it('is looked for in every way in which a file may write it', () => {
    // The kernel would hold more of them than it has room for.
    const texts = Array.from({length: 40}, (_, i) => String(10_000 + i))
    const many = new Wanted(texts.map(text => ({text, exact: false, around: false, withId: false})))
    expect(many.kernel(EVENT_ROWS_OWN)).not.toBe(null)
    expect(many.kernel(VIEW_OWN)).toBe(null)
  })

  it('is looked for without the blank that the parser puts in front of values', () => {
    const wanted = new Wanted([{text: ' roaming', exact: false, around: false, withId: false}])
    const kernel = wanted.kernel(EVENT_XML_OWN)
    const known = Buffer.from(kernel?.bytes.subarray(LITERALS, LITERALS + 4096) ?? [])
    expect([known.includes('roaming'), known.includes(' roaming')]).toEqual([true, false])
  })

  it('has everything read where no piece does', () => {
    expect(canScan('logname=', EVENT_ROWS_OWN)).toBe(false)
    expect(canScan('userdata3=', TRACERPT_OWN)).toBe(false)
    // The name of a member that tracerpt does not print.
    expect(canScan('errorcode', TRACERPT_OWN)).toBe(false)
    expect(canScan('a&b', EVENT_XML_OWN)).toBe(false)
    expect(canScan("it's", jsonOwn([]))).toBe(false)
    expect(canScan('level: x', jsonOwn(['level']))).toBe(false)
    // A quote that is doubled, the heading of a column.
    expect(canScan('a"b', tableOwn([]))).toBe(false)
    expect(canScan('roamed', tableOwn([]))).toBe(true)
    expect(canScan('roamed', tableOwn(['Roamed at']))).toBe(false)
  })
})
