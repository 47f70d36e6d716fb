import {describe, expect, it} from 'vitest'
import {lineFilter} from '../../../src/user/filters/line-filter.js'
import {corpusFile, hasCorpus} from '../../parsers/read.js'

const filter = (...filters: string[]) =>
  lineFilter(
    `<TextAnalysisTool.NET><filters>${filters.map(one => `<filter ${one}/>`).join('')}</filters></TextAnalysisTool.NET>`,
    'x.tat',
  )
const LINES = ['Roam start', 'roam end', '[Unknown]roam', 'scan 12']
const shown = (...filters: string[]) => LINES.filter(line => filter(...filters).shows(line))

describe('lineFilter', () => {
  it('shows what an including filter matches, without regard to case', () => {
    expect(shown('text="ROAM"')).toEqual(['Roam start', 'roam end', '[Unknown]roam'])
    expect(shown('text="start"', 'text="scan"')).toEqual(['Roam start', 'scan 12'])
  })

  it('shows all but what is excluded where nothing is included', () => {
    expect(shown('excluding="y" text="[unknown]"')).toEqual(['Roam start', 'roam end', 'scan 12'])
    expect(shown('excluding="y" text="[unknown]"', 'text="roam"')).toEqual(['Roam start', 'roam end'])
  })

  it('takes text as it is, and regard to case where asked', () => {
    expect(shown('case_sensitive="y" text="Roam"')).toEqual(['Roam start'])
    expect(shown('text="r.am"')).toEqual([])
    expect(shown('text="[Unknown]"')).toEqual(['[Unknown]roam'])
  })

  it('searches by regular expressions', () => {
    expect(shown('regex="y" text="^r.*(start|end)$"')).toEqual(['Roam start', 'roam end'])
    expect(shown('regex="y" case_sensitive="y" text="^r"')).toEqual(['roam end'])
    expect(shown('excluding="y" regex="y" text="\\d{2}"')).toEqual(['Roam start', 'roam end', '[Unknown]roam'])
  })

  it('shows everything where no filter is enabled', () => {
    expect(shown('enabled="n" text="roam"')).toEqual(LINES)
    expect(filter('enabled="n" text="roam"').idle).toBe(true)
    expect(filter('text="roam"').idle).toBe(false)
  })

  it('cannot be held up', () => {
    const slow = filter('regex="y" text="(a+)+$"')
    const started = performance.now()
    expect(slow.shows(`${'a'.repeat(4000)}!`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.each([
    ['(?=a)', 'it uses look-around, which cannot be matched in linear time'],
    ['(?&lt;!a)b', 'it uses look-around'],
    ['(a)\\1', 'it refers back to a group'],
    ['(', 'missing closing'],
    ['(a{1000}){1000}', 'invalid repeat count'],
    [`${'(a{500}|b{500})'.repeat(20)}`, 'too large together'],
  ])('refuses %s', (text, why) => {
    expect(() => filter('text="a"', `regex="y" text="${text}"`)).toThrow(
      /^x\.tat:1:\d+: the regular expression of filter 2 cannot be used: |the regular expressions are/,
    )
    expect(() => filter('text="a"', `regex="y" text="${text}"`)).toThrow(why)
    // What is switched off does no harm.
    expect(filter(`enabled="n" regex="y" text="${text}"`).idle).toBe(true)
  })

  it.skipIf(!hasCorpus)("shows by Microsoft's wifi.tat what its article shows", () => {
    const wifi = lineFilter(corpusFile('tat/wifi.tat').toString(), 'wifi.tat')
    const lines = corpusFile('netsh/wlan-fsm-good-and-failed.txt').toString().trim().split('\n')
    expect(lines.filter(wifi.shows)).toEqual(lines)
    const wwan = corpusFile('netsh/win8-wwan-account.txt').toString().trim().split('\n')
    expect(wwan.filter(wifi.shows)).toEqual([])
    expect(wifi.shows('[0]1::x [MSNT_SystemTrace]FSM transition')).toBe(false)
  })
})
