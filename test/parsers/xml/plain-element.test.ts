import fc from 'fast-check'
import {expect, it} from 'vitest'
import {readEventElement} from '../../../src/parsers/xml/event-element.js'
import {readPlainElement} from '../../../src/parsers/xml/plain-element.js'
import {data, logged, traced} from './event-texts.js'

const NO_SINK = {open() {}, text() {}, close() {}}

/** What is read of an element; with the marks of a tree view in mind no short way is taken. */
const read = (xml: string, long: boolean) => {
  const element = readEventElement(xml, long, false)
  return element && {system: [...element.system], data: element.data, other: [...element.other]}
}

it('takes the events that tools write', () => {
  for (const xml of [logged(data(['a', 'b'])), traced(data(['Message', 'x &lt; &#13;&#10;y'])), '<Event a="1"/>']) {
    expect(readPlainElement(xml, NO_SINK)).toBe(true)
    expect(read(xml, false)).toEqual(read(xml, true))
  }
})

const PIECES = [
  ...[
    '<System>',
    '</System>',
    '<EventData>',
    '</EventData>',
    '<Data>',
    '</Data>',
    '<Data Name="a">',
    '<a b=\'1\' c="2"/>',
  ],
  ...[
    '<a b="1" b="2"/>',
    '<a b = "1"/>',
    '<a b="x>y"/>',
    '<a b="&amp;"/>',
    '<x:a/>',
    '<a></a>',
    '<a\r\n\tb="1"\n>',
    '</a >',
  ],
  ...['text', ' ', '\r\n\t', '\r', '\n', '&amp;', '&#13;', '&#10;', '&#65;', '&no;', '&', '>', '<', ']]>', '<!-- -->'],
  ...[
    '<![CDATA[x]]>',
    '<?p?>',
    '\u0001',
    '\ud800',
    '\u00a0',
    'caf\u00e9',
    '<EventID>5</EventID>',
    '<a constructor="1"/>',
  ],
  ...[
    '<RenderingInfo>',
    '</RenderingInfo>',
    '<Provider Name="x"/>',
    '<a b="\t"/>',
    '<a b=""/>',
    '<__proto__ a="b"/>',
    '</b>',
  ],
]

it('reads what it takes as any reader of XML does', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), {maxLength: 14}), pieces => {
      const open: string[] = []
      // Mostly well-formed: end tags where they are missing.
      const balanced = pieces.map(piece => {
        const name = /^<([A-Za-z]+)[^/]*>$/.exec(piece)?.[1]
        if (name !== undefined) open.push(name)
        if (piece === '</b>') return open.length > 0 ? `</${open.pop()}>` : ''
        return piece
      })
      const xml = `<Event>${balanced.join('')}${open
        .reverse()
        .map(name => `</${name}>`)
        .join('')}</Event>`
      if (readPlainElement(xml, NO_SINK)) taken++
      expect(read(xml, false)).toEqual(read(xml, true))
    }),
    {numRuns: 3000},
  )
  expect(taken).toBeGreaterThan(100)
})
