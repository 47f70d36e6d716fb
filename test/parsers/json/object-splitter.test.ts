import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Problem} from '../../../src/events/place.js'
import {type JsonObject, ObjectSplitter} from '../../../src/parsers/json/object-splitter.js'

function split(text: string, size = Number.POSITIVE_INFINITY) {
  const objects: JsonObject[] = []
  const problems: Problem[] = []
  const splitter = new ObjectSplitter(
    piece => Buffer.byteLength(piece),
    object => void objects.push(object),
    problem => void problems.push(problem),
  )
  for (let at = 0; at < text.length; at += size) splitter.text(text.slice(at, at + size))
  splitter.end()
  return {
    objects,
    problems,
    texts: objects.map(({json}) => json),
    said: problems.map(({line, message}) => [line, message]),
  }
}

describe('ObjectSplitter', () => {
  it.each([
    ['one', '{"a":1}', ['{"a":1}']],
    ['an array', '[{"a":1},{"b":{"c":[{}]}}]', ['{"a":1}', '{"b":{"c":[{}]}}']],
    ['lines', '{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}']],
    ['one after the other', '{"a":1}{"b":2}', ['{"a":1}', '{"b":2}']],
    ['brackets in texts', '[{"a":"}]{["},{"b":"\\"}"}]', ['{"a":"}]{["}', '{"b":"\\"}"}']],
    ['a backslash at the end', '{"a":"x\\\\"}{"b":"\\\\\\""}', ['{"a":"x\\\\"}', '{"b":"\\\\\\""}']],
    [
      "PowerShell's wrapper",
      '{\r\n    "value":  [\r\n  {"a":1},\r\n  {"b":2}\r\n ],\r\n "Count":  2\r\n}',
      ['{"a":1}', '{"b":2}'],
    ],
    ['a member called value', '{"value":[1]}', []],
    ['nothing', '[]', []],
  ])('%s', (_, text, want) => {
    for (const size of [Number.POSITIVE_INFINITY, 1, 3]) expect(split(text, size).texts).toEqual(want)
  })

  it('tells places and first lines', () => {
    const text = '[\r\n  {\r\n    "ä": 1\r\n  },\r\n  {"b": 2}, {"c": 3}\r\n]\r\n'
    for (const size of [1, 7, 1000]) {
      expect(split(text, size).objects).toEqual([
        {json: '{\r\n    "ä": 1\r\n  }', line: 2, offset: 3, firstLine: '  {'},
        {json: '{"b": 2}', line: 5, offset: 27, firstLine: '  {"b": 2}'},
        {json: '{"c": 3}', line: 5, offset: 39, firstLine: '{"c": 3}'},
      ])
    }
  })

  it('loses the broken object only', () => {
    const lines = ['{"a":1}', '{"b":"x}', '{"c":3}', '{"d":{"e":5}', '{"f":6}', '{"g":', '{}}', '{"h":8']
    for (const size of [1, 5, 1000]) {
      const {texts, said} = split(lines.join('\n'), size)
      expect(texts).toEqual(['{"a":1}', '{"c":3}', '{"f":6}', '{"g":\n{}}'])
      expect(said).toEqual([
        [2, 'A text of this object is not closed: it was left out.'],
        [4, 'This object has no end: it was left out.'],
        [8, 'The file ends inside this object: it was left out.'],
      ])
    }
  })

  it('goes on at the next object of the same indent', () => {
    const text =
      '[\n  {\n    "a": "x,\n    "list": [\n      {"b": 1}\n    ]\n  },\n  {\n    "c": [\n  {"d": 1}\n]  }\n]'
    const {texts, said} = split(text)
    expect(texts).toEqual(['{\n    "c": [\n  {"d": 1}\n]  }'])
    expect(said).toEqual([[2, 'A text of this object is not closed: it was left out.']])
  })

  it('leaves out an object that is too long, and holds no more than that', () => {
    const long = `{"a":"${'x'.repeat(3 << 20)}"}`
    for (const text of [`{"a":1}\n${long}\n{"b":2}\n`, `{"a":1}\n{"n":[${'1,'.repeat(1 << 20)}1]}\n{"b":2}\n`]) {
      const {texts, said} = split(text, 8192)
      expect(texts).toEqual(['{"a":1}', '{"b":2}'])
      expect(said).toEqual([[2, 'This object is longer than 1048576 characters: it was left out.']])
    }
  })

  it('cuts whatever JSON is written', () => {
    const value = fc.dictionary(fc.string({unit: 'grapheme'}), fc.jsonValue())
    fc.assert(
      fc.property(
        fc.array(value),
        fc.constantFrom(undefined, 2),
        fc.integer({min: 1, max: 50}),
        (values, indent, size) => {
          const wrapper = /^\{\s*"value"\s*:\s*\[/
          const all = values.map(one => JSON.stringify(one, null, indent)).filter(one => !wrapper.test(one))
          const array = `[${all.join(',')}]`
          for (const text of [array, all.join('\n')]) expect(split(text, size).texts).toEqual(all)
          for (const {json, offset, firstLine} of split(array, size).objects) {
            expect(Buffer.from(array).toString('utf8', offset).trimStart().startsWith(json)).toBe(true)
            expect(json.startsWith(firstLine.trimStart())).toBe(true)
          }
        },
      ),
    )
  })
})
