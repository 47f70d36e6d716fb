import {parse} from 'csv-parse/sync'
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {QuoteScan, regularCells} from '../../../src/parsers/csv/quotes.js'

const text = fc
  .array(fc.constantFrom('"', '""', ',', ';', 'a', ' ', '\n', '"x"', '"a, b"', '","', '"a""b"', '\r'), {maxLength: 12})
  .map(pieces => pieces.join(''))

it.each([',', ';'])('cuts regular rows as csv-parse does (%s)', delimiter => {
  let regular = 0
  fc.assert(
    fc.property(text, row => {
      const scan = new QuoteScan(delimiter)
      const lines = row.split('\n')
      // A row ends with the first line that leaves nothing open.
      const ends = lines.map(line => {
        scan.line(line)
        return !scan.open
      })
      if (row === '' || scan.irregular || ends.indexOf(true) !== lines.length - 1) return
      regular++
      const options = {delimiter, record_delimiter: '\n', relax_column_count: true}
      expect([regularCells(row, delimiter)]).toEqual(parse(row, options))
    }),
    {numRuns: 5000},
  )
  expect(regular).toBeGreaterThan(200)
})
