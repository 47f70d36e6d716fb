import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {UserFileError} from '../../../src/user/files/user-file-error.js'
import {readTatFile} from '../../../src/user/filters/tat-file.js'
import {corpusFile, hasCorpus} from '../../parsers/read.js'

const tat = (...filters: string[]) =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<TextAnalysisTool.NET version="2018-01-03">\n  <filters>\n${filters.map(filter => `    <filter ${filter} />\n`).join('')}  </filters>\n</TextAnalysisTool.NET>`
const error = (source: string): string => {
  try {
    readTatFile(source, 'x.tat')
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UserFileError)
    return (thrown as Error).message
  }
  return 'none'
}

describe('readTatFile', () => {
  it('gives the enabled filters in their order', () => {
    expect(
      readTatFile(
        `\ufeff${tat(
          'enabled="n" excluding="n" type="matches_text" text="off"',
          'enabled="y" excluding="y" description="" foreColor="000000" type="matches_text" case_sensitive="y" regex="n" text="[]***"',
          'enabled="y" excluding="n" color="ff0000" type="matches_text" case_sensitive="n" regex="y" text="a &lt;b&gt; &#x41;\\d+"',
          'text="only a text"',
          'enabled="n" type="marked" mark="0"',
        )}`,
        'x.tat',
      ),
    ).toMatchObject([
      {number: 2, line: 5, excluding: true, caseSensitive: true, regex: false, text: '[]***'},
      {number: 3, line: 6, excluding: false, caseSensitive: false, regex: true, text: 'a <b> A\\d+'},
      {number: 4, line: 7, excluding: false, caseSensitive: false, regex: false, text: 'only a text'},
    ])
    expect(readTatFile(tat(), 'x.tat')).toEqual([])
  })

  it.each<[string, string, RegExp]>([
    ['nothing', '', /^x\.tat:1:1: this is no valid XML: /],
    ['text', 'FSM transition\n', /^x\.tat:\d+:\d+: this is no valid XML: /],
    ['other XML', '<Events><Event/></Events>', /^x\.tat:1:1: the file is no filters .* but <Events>$/],
    ['half a file', tat('text="a"').slice(0, -30), /no valid XML: unclosed tag/],
    ['a bomb', `<!DOCTYPE x [<!ENTITY a "aa">]>${tat('text="&a;"').slice(56)}`, /no valid XML: undefined entity/],
    ['marks', tat('text="a"', 'type="marked" mark="1"'), /^x\.tat:5:\d+: filter 2 is of type marked: .*enabled="n"\)$/],
    ['neither y nor n', tat('enabled="maybe" text="a"'), /filter 1 has enabled="maybe", which is neither y nor n$/],
    ['no text', tat('enabled="y"'), /filter 1 has no text$/],
    ['an empty text', tat('text=""'), /filter 1 has no text$/],
    ['a very long text', tat(`text="${'a'.repeat(4097)}"`), /filter 1 has a text of more than 4096 characters$/],
    ['very many filters', tat(...Array(2001).fill('text="a"')), /filter 2001 is one too many/],
    ['a very large file', ' '.repeat((1 << 20) + 1), /larger than 1 MiB/],
    ['names of the prototype', tat('__proto__="x" constructor="y"'), /filter 1 has no text$/],
  ])('refuses %s in one sentence', (_, source, message) => {
    expect(error(source)).toMatch(message)
    expect(error(source)).not.toContain('\n')
  })

  it('never fails in any other way', () => {
    const whole = tat('enabled="y" excluding="n" regex="y" text="a&amp;b"')
    for (let end = 0; end < whole.length; end++) expect(error(whole.slice(0, end))).toMatch(/^x\.tat:\d+:\d+: /)
    fc.assert(fc.property(fc.string({maxLength: 60}), text => void error(tat(text))))
  })

  it('gives back what was written', () => {
    const flag = fc.boolean()
    const text = fc.string({minLength: 1, maxLength: 30, unit: 'grapheme-ascii'})
    const xml = (value: string) => value.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
    const yn = (value: boolean) => (value ? 'y' : 'n')
    fc.assert(
      fc.property(
        fc.array(fc.record({excluding: flag, caseSensitive: flag, regex: flag, text}), {maxLength: 5}),
        all => {
          const source = tat(
            ...all.map(
              one =>
                `excluding="${yn(one.excluding)}" case_sensitive="${yn(one.caseSensitive)}" regex="${yn(one.regex)}" text="${xml(one.text)}"`,
            ),
          )
          expect(readTatFile(source, 'x.tat').map(({number: _, line: __, column: ___, ...facts}) => facts)).toEqual(all)
        },
      ),
    )
  })
})

describe.skipIf(!hasCorpus)('real filters (../shared/corpus/real)', () => {
  it.each([
    ['wifi', 25, 19],
    ['mb-basic-connectivity-tat', 15, 0],
    ['mb-pin-filter', 0, 0],
  ])('reads %s.tat', (name, enabled, excluding) => {
    const text = corpusFile(`tat/${name}.tat`).toString()
    expect(text.match(/<filter enabled="y"/g)?.length ?? 0).toBe(enabled)
    const filters = readTatFile(text, name)
    expect(filters).toHaveLength(enabled)
    expect(filters.filter(filter => filter.excluding)).toHaveLength(excluding)
  })
})
