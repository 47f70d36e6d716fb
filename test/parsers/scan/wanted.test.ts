import {describe, expect, it} from 'vitest'
import {EVENT_ROWS_OWN} from '../../../src/parsers/csv/event-row-layouts.js'
import {TRACERPT_OWN} from '../../../src/parsers/csv/tracerpt-row-layout.js'
import {LITERALS} from '../../../src/parsers/scan/memory.js'
import {Wanted} from '../../../src/parsers/scan/wanted.js'
import {EVENT_XML_OWN} from '../../../src/parsers/xml/event-layouts.js'

const canScan = (text: string, own: typeof TRACERPT_OWN) =>
  new Wanted([{text, exact: false, around: false, withId: false}]).kernel(own) !== null

describe('a literal that only a record holds', () => {
  it('is looked for by the longest piece that stands in the file', () => {
    // As the parsers print members: `name: value`, `name=value`, in XML with entities.
    expect(canScan('radio state: software', EVENT_XML_OWN)).toBe(true)
    expect(canScan('level=error', EVENT_ROWS_OWN)).toBe(true)
    expect(canScan('userdata3=roaming', TRACERPT_OWN)).toBe(true)
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
  })
})
