import {describe, expect, it} from 'vitest'
import type {Problem} from '../../../src/events/place.js'
import {type CutterOptions, ElementCutter, type Piece} from '../../../src/parsers/markup/element-cutter.js'
import {attributesOf, withoutReferences} from '../../../src/parsers/markup/tag.js'

function cut(options: CutterOptions, text: string, size = Number.POSITIVE_INFINITY) {
  const pieces: Piece[] = []
  const problems: Problem[] = []
  const cutter = new ElementCutter(
    options,
    piece => Buffer.byteLength(piece),
    piece => void pieces.push(piece),
    problem => void problems.push(problem),
  )
  for (let at = 0; at < text.length; at += size) cutter.text(text.slice(at, at + size))
  cutter.end()
  return {pieces, problems, xml: pieces.map(({xml}) => xml), said: problems.map(({line, message}) => [line, message])}
}

const sizes = [1, 3, 70, Number.POSITIVE_INFINITY]

describe('ElementCutter', () => {
  it('hands over elements and tags, with their places', () => {
    const text = '<r>\n  <s a="1">\n\t<e>ü</e><E/>\n  </s>\r\n</r>'
    for (const size of sizes) {
      expect(cut({whole: ['e'], tags: ['s']}, text, size).pieces).toEqual([
        {name: 's', xml: '<s a="1">', line: 2, offset: 4, firstLine: '  <s a="1">', cut: null},
        {name: 'e', xml: '<e>ü</e>', line: 3, offset: 16, firstLine: '\t<e>ü</e>', cut: null},
        {name: 'e', xml: '<E/>', line: 3, offset: 26, firstLine: '<E/>', cut: null},
        {name: '/s', xml: '</s>', line: 4, offset: 31, firstLine: '  </s>', cut: null},
      ])
    }
  })

  it('passes over comments, sections, and what is to be skipped', () => {
    const text = '<!-- <e>1</e> --><![CDATA[<e>2</e>]]><x a=">"><e>3</e><x></X ><e a="<!--">4</e><x/><e>5</e>'
    for (const size of sizes) {
      expect(cut({whole: ['e'], skip: ['x']}, text.replace('<!--">', '">'), size).xml).toEqual([
        '<e a="">4</e>',
        '<e>5</e>',
      ])
    }
  })

  it('ends an element at the next start, and a tag that is not closed at the next tag', () => {
    const text = '<e>1\n<e>2</e>\n<e a="3>\n<e>4</e>\n</e>\n<s>\n<e>5</s>\n<e>6'
    for (const size of sizes) {
      const {xml, said} = cut({whole: ['e'], tags: ['s']}, text, size)
      expect(xml).toEqual(['<e>2</e>', '<e>4</e>', '<s>', '</s>', '<e>6'])
      expect(said).toEqual([
        [1, 'This element has no end: it was left out.'],
        [3, 'A tag of this element is not closed: it was left out.'],
        [7, 'This element has no end: it was left out.'],
      ])
    }
  })

  it('tells a piece that the end of the file cuts', () => {
    expect(cut({whole: ['e']}, '<e>1</e><e>2').pieces.map(({cut: how}) => how)).toEqual([null, 'end'])
    expect(cut({whole: ['e']}, '<e>1</e>\n<e a').said).toEqual([
      [2, 'The file ends inside this element: it was left out.'],
    ])
  })

  it('keeps elements of the same name inside, and opens frames around them', () => {
    const options = {whole: ['o'], nests: true, frames: ['list'], contents: ['props']}
    const text = '<o><list><o><props><o/></props></o><o><props><o><list/></o></props></o></list></o>'
    for (const size of sizes) {
      expect(cut(options, text, size).xml).toEqual([
        '<o><props><o/></props></o>',
        '<o><props><o><list/></o></props></o>',
      ])
    }
  })

  it('cuts an element that is too long, and holds no more than that', () => {
    const long = `<e>${'x<y>'.repeat(1000)}</e>`
    for (const nests of [false, true]) {
      const {pieces, said} = cut({whole: ['e'], longest: 1000, nests}, `\n${long}\n<e>2</e>`, 50)
      expect(pieces.map(({cut: how, line}) => [how, line])).toEqual([
        ['long', 2],
        [null, 3],
      ])
      expect(pieces[0]?.xml).toHaveLength(1000)
      expect(said).toEqual([[2, 'This element is longer than 1000 characters: the rest of it was not read.']])
    }
  })

  it('does not look for markup in scripts', () => {
    const text = '<script>if (a <p && "<!--") x = "<p>1</p>"</script><p>2</p>'
    for (const size of sizes) {
      expect(cut({whole: ['script', 'p']}, text, size).xml).toEqual([text.slice(0, -8), '<p>2</p>'])
    }
  })

  it('is quick with text that is made to be slow', () => {
    const options = {whole: ['e'], tags: ['s'], skip: ['x']}
    for (const piece of ['<e "', '<e a=', '<e>', '</e ', '<s', '<!-', '<x ', '<e><!--']) {
      const {problems} = cut(options, piece.repeat(300_000), 8192)
      expect(problems.length).toBeLessThanOrEqual(300_001)
    }
  }, 20_000)
})

describe('attributesOf', () => {
  it('takes what XML readers do not', () => {
    expect(attributesOf(`<Event A="1"A='2' b.c = "&lt;&#13;&#x1F600;&quote;" D=e/>`)).toEqual([
      {name: 'A', value: '1'},
      {name: 'A', value: '2'},
      {name: 'b.c', value: '<\r😀"'},
    ])
  })
})

describe('withoutReferences', () => {
  it('leaves what is none', () => {
    expect(withoutReferences('a & b &x; &amp;lt; &#0; &#xD800; &#x110000; &nbsp;')).toBe(
      'a & b &x; &lt; \ufffd \ufffd \ufffd  ',
    )
  })
})
