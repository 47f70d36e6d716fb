import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {tracerptCsv} from '../../../src/parsers/csv/tracerpt-csv.js'
import {betweenCharacters, readAll} from '../etw/read-all.js'
import {file, HEADER, row} from './tracerpt-text.js'

describe('rows of tracerpt CSV', () => {
  it('joins a message of several lines, also after a quote at a line end and blank lines', () => {
    const text = file(
      row(' "dump:\r\n  0000: 00 01\r\n\r\nend", 5', {name: 'a'}),
      row(' "he said "hi"\r\nand left", 6', {name: 'b'}),
      row(' 7', {name: 'c'}),
    )
    const {records, problems} = readAll(tracerptCsv, text)
    expect(problems).toEqual([])
    expect(records.map(record => record.message)).toEqual([
      'dump:\n  0000: 00 01\n\nend, 5',
      'he said "hi"\nand left, 6',
      '7',
    ])
    expect(records.map(record => record.line)).toEqual([2, 6, 8])
    expect(records[0]?.text.endsWith('"dump:')).toBe(true)
  })

  it('keeps a whole row inside a message where the quotes say so', () => {
    const inner = row(' 5", 6', {name: 'inner'})
    const {records, problems} = readAll(tracerptCsv, file(row(` "log:\r\n${inner}`, {name: 'outer'}), row(' 7')))
    expect(problems).toEqual([])
    expect(records.map(record => record.provider)).toEqual(['outer', 'Microsoft-Windows-WLAN-AutoConfig'])
    expect(records[0]?.message).toBe(`log:\n${inner.replace(' 5", 6', ' 5')}, 6`)
  })

  it('keeps a whole row inside a message that goes on after it', () => {
    const inner = row(' 5', {name: 'inner'})
    const {records, problems} = readAll(
      tracerptCsv,
      file(row(` "log:\r\n${inner}\r\nend", 9`, {name: 'outer'}), row(' 7')),
    )
    expect(problems).toEqual([])
    expect(records.map(record => record.provider)).toEqual(['outer', 'Microsoft-Windows-WLAN-AutoConfig'])
  })

  it('loses nothing to a stray quote but the certainty about its own row', () => {
    const text = file(
      row(' "never closed, 5', {name: 'a'}),
      row(' "fine", 6', {name: 'b'}),
      row(' "fine", 7', {name: 'c'}),
    )
    const {records, problems} = readAll(tracerptCsv, text)
    expect(records.map(record => [record.provider, record.message])).toEqual([
      ['a', 'never closed, 5'],
      ['b', 'fine, 6'],
      ['c', 'fine, 7'],
    ])
    expect(problems).toEqual([{line: 2, offset: HEADER.length + 2, message: expect.stringContaining('not closed')}])
  })

  it('costs a malformed row alone, and says where it is', () => {
    const bad = row(' 1').replace('133127435730482450', 'yesterday')
    const {records, problems} = readAll(tracerptCsv, file(row(' "a"'), bad, 'more of it', bad, row(' "b"')))
    expect(records.map(record => record.message)).toEqual(['a', 'b'])
    expect(problems.map(problem => problem.line)).toEqual([3, 5])
  })

  it('bounds a row that never ends', () => {
    const line = 'x'.repeat(99_999)
    const text = file(row(` "start\n${Array(30).fill(line).join('\n')}`), row(' "next"'))
    const {records, problems} = readAll(tracerptCsv, text)
    expect(records).toHaveLength(2)
    expect(records[0]?.message.length).toBeLessThanOrEqual(1 << 20)
    expect(problems).toEqual([expect.objectContaining({message: expect.stringContaining('longer than 1048576')})])
  })

  it('takes hostile text as text', () => {
    const data = ' "=cmd|calc", "__proto__", "\u001b[31m", "</script>"'
    const [record] = readAll(tracerptCsv, file(row(data, {name: '__proto__'}))).records
    expect(record).toMatchObject({provider: '__proto__', message: '=cmd|calc, __proto__, \u001b[31m, </script>'})
    expect(Object.getPrototypeOf(record?.fields)).toBeNull()
  })

  it('keeps the rows before a cut, wherever it is', () => {
    const first = row(' "first "quoted"", "b"', {name: 'a'})
    const text = file(first, row(' "second\r\nline", 5', {name: 'b'}))
    const whole = readAll(tracerptCsv, text).records
    expect(whole).toHaveLength(2)
    for (let end = HEADER.length + 2 + first.length; end < text.length; end++) {
      const {records} = readAll(tracerptCsv, text.slice(0, end))
      expect(records[0]).toEqual(whole[0])
      expect(records.length).toBeLessThanOrEqual(2)
      if (records[1] !== undefined) expect(whole[1]?.message.startsWith(records[1].message)).toBe(true)
    }
  })

  it('does not depend on how the text was cut into pieces', () => {
    const text = file(
      row(' "caf\u00e9 \u{1f4f6}\r\nmore", 5', {name: 'a'}),
      row(' "open, 5', {name: 'b'}),
      'no row, at all, 5, x',
      row(' "he said "hi"\r\nand left", 6', {name: 'c'}),
    ).replaceAll('\r\n', '\r\r\n')
    const whole = readAll(tracerptCsv, text)
    expect(whole.records.length).toBe(3)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), {maxLength: 12}), cuts => {
        expect(readAll(tracerptCsv, text, {}, betweenCharacters(text, cuts))).toEqual(whole)
      }),
    )
    expect(
      readAll(
        tracerptCsv,
        text,
        {},
        betweenCharacters(
          text,
          [...text].map((_, i) => i),
        ),
      ),
    ).toEqual(whole)
  })

  it('gives back what a writer wrote', () => {
    const word = fc.stringMatching(/^[ -!#-~\u00e9\u7121]{0,20}$/).map(text => text.trim())
    const value = fc.oneof(
      fc.nat().map(String),
      word.map(text => `"${text}"`),
      fc.tuple(word, word).map(([a, b]) => `"${a}\r\n${b}"`),
    )
    const ticks = fc.bigInt({min: 10n ** 17n, max: 2n * 10n ** 17n})
    const event = fc.record({
      name: fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,20}$/),
      data: fc.array(value),
      pid: fc.nat(),
      ticks,
    })
    fc.assert(
      fc.property(fc.array(event), events => {
        const rows = events.map(({name, data, pid, ticks: clock}) =>
          row(data.map(text => ` ${text}`).join(','), {
            name,
            pid: `0x${pid.toString(16)}`,
            id: 65535,
            clock: String(clock),
          }),
        )
        const {records, problems} = readAll(tracerptCsv, file(...rows))
        expect(problems).toEqual([])
        expect(
          records.map(({provider, pid, atUs, ns}) => ({
            provider,
            pid,
            ticks: BigInt(atUs as number) * 10n + BigInt(ns / 100) + 116444736000000000n,
          })),
        ).toEqual(events.map(({name, pid, ticks: clock}) => ({provider: name, pid, ticks: clock})))
        expect(records.map(({fields}) => (fields === null ? [] : Object.values(fields)))).toEqual(
          events.map(({data}) => data.map(text => text.replace(/^"|"$/g, '').replace('\r\n', '\n').trim())),
        )
      }),
    )
  })
})
