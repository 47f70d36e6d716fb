import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {splitUserData} from '../../../src/parsers/csv/user-data.js'

const values = (raw: string, padded = false) => splitUserData(raw, padded).values

describe('splitUserData', () => {
  it('takes blanks and quotes off', () => {
    expect(values('          158, "HTTP Protocol ", 0x0A, {a7d8885d-10c1-43d4-9e1e-0a7b2678f020}')).toEqual([
      '158',
      'HTTP Protocol',
      '0x0A',
      '{a7d8885d-10c1-43d4-9e1e-0a7b2678f020}',
    ])
  })

  it('knows no user data from one empty value', () => {
    expect(values('')).toEqual([])
    expect(values('   ')).toEqual([])
    expect(values(' ""')).toEqual([''])
    expect(values('1,')).toEqual(['1', ''])
  })

  it('ends a quoted value at a quote before a comma, not at those inside', () => {
    expect(values(' "SSID "corp" joined", 5')).toEqual(['SSID "corp" joined', '5'])
    expect(values(' "the "last"", 5')).toEqual(['the "last"', '5'])
    expect(values(' "a, b", "c"')).toEqual(['a, b', 'c'])
    expect(values(' "{"a":1,"b":"x"}", 2')).toEqual(['{"a":1,"b":"x"}', '2'])
  })

  it('does not end it at a doubled quote of a writer that doubles them', () => {
    expect(values('"said ""retry"", then waited", 7')).toEqual(['said ""retry"", then waited', '7'])
  })

  it('keeps line breaks inside a value', () => {
    expect(values(' "one\ntwo "x"\nthree", 4')).toEqual(['one\ntwo "x"\nthree', '4'])
  })

  it('says whether the quotes work out', () => {
    expect(splitUserData(' "a", 1', false)).toMatchObject({clean: true, open: false})
    expect(splitUserData(' "a, 1', false)).toEqual({values: ['a, 1'], clean: false, open: true})
    expect(splitUserData(' a", 1', false)).toMatchObject({clean: false, open: false})
  })

  it('undoes what a spreadsheet did: quotes doubled, rows padded', () => {
    expect(values('0,0," """""," ""PktMon"""," ""C:\\Windows\\x.etl""",,,')).toEqual([
      '0',
      '0',
      '',
      'PktMon',
      'C:\\Windows\\x.etl',
    ])
    expect(values('158," ""IP Address """, 169.254.12.198,,,,')).toEqual(['158', 'IP Address', '169.254.12.198'])
    // The spreadsheet split a value at its comma.
    expect(values('1," ""a"," b"""')).toEqual(['1', 'a, b'])
    expect(values('158,12,,,', true)).toEqual(['158', '12'])
    expect(values('158,12,,,', false)).toEqual(['158', '12', '', '', ''])
  })

  it('gives back values that hold no quote at an end', () => {
    const value = fc.string().filter(text => !/"(?:,|$)|^"|""/.test(text) && text.trim() === text)
    fc.assert(
      fc.property(fc.array(value, {minLength: 1}), list => {
        const raw = list.map(text => ` "${text}"`).join(',')
        expect(splitUserData(raw, false)).toEqual({values: list, clean: true, open: false})
      }),
    )
  })
})
