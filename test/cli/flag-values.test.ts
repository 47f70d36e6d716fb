import {describe, expect, it} from 'vitest'
import {labelsOf} from '../../src/cli/labels.js'
import {outputTarget} from '../../src/cli/output-target.js'
import {chosenRules} from '../../src/cli/rule-choice.js'
import {zoneMinutes} from '../../src/cli/zone.js'
import type {Category, Rule} from '../../src/rules/rule.js'

const wrong = (message: RegExp, hint = /./) =>
  expect.objectContaining({code: 2, message: expect.stringMatching(message), hint: expect.stringMatching(hint)})

describe('--output', () => {
  const formats = ['text', 'json', 'html']
  const target = (text: string) => outputTarget(text, formats)

  it('is cut at the first colon, so that drives of Windows survive', () => {
    expect(target('json:out.json')).toEqual({format: 'json', path: 'out.json'})
    expect(target('json:C:\\logs\\out.json')).toEqual({format: 'json', path: 'C:\\logs\\out.json'})
    expect(target('text:a:b')).toEqual({format: 'text', path: 'a:b'})
  })

  it('needs a known format and a file', () => {
    expect(() => target('jsn:x')).toThrow(wrong(/jsn:x/, /Did you mean json/))
    expect(() => target('C:\\out.json')).toThrow(wrong(/known format/, /text, json, html/))
    expect(() => target('out.json')).toThrow(wrong(/known format/))
    expect(() => target('json')).toThrow(wrong(/names no file/))
    expect(() => target('json:')).toThrow(wrong(/names no file/))
  })
})

describe('--tz', () => {
  it.each([
    ['UTC', 0],
    ['z', 0],
    ['+05:30', 330],
    ['-08:00', -480],
    ['+0200', 120],
    ['-03', -180],
    ['-00:00', 0],
    ['+14:00', 840],
  ])('%s is %i minutes', (text, minutes) => {
    expect(zoneMinutes(text)).toBe(minutes)
  })

  it.each(['', 'CET', '5', '+5', '+05:60', '+14:01', '+99:00', '05:30'])('%j is none', text => {
    expect(() => zoneMinutes(text)).toThrow(wrong(/not a time zone/))
  })
})

describe('--label', () => {
  it('has a key and any value', () => {
    expect({...labelsOf(['driver=24.30.1', 'note=a=b', 'empty='])}).toEqual({driver: '24.30.1', note: 'a=b', empty: ''})
    expect(Object.keys(labelsOf(['__proto__=x']))).toEqual(['__proto__'])
  })

  it('says what is wrong', () => {
    expect(() => labelsOf(['driver'])).toThrow(wrong(/not KEY=VALUE/))
    expect(() => labelsOf(['=x'])).toThrow(wrong(/not KEY=VALUE/))
    expect(() => labelsOf(['a=1', 'a=2'])).toThrow(wrong(/given twice/))
    expect({...labelsOf(['a=1', 'a=1'])}).toEqual({a: '1'})
  })
})

describe('--rules and --skip', () => {
  const rule = (id: string, category: Category) => ({meta: {id, category}}) as Rule
  const all = [
    rule('events-lost', 'capture-health'),
    rule('ft-slow', 'ft'),
    rule('ft-odd', 'ft'),
    rule('hang', 'timing'),
  ]
  const chosen = (wanted: string[], skipped: string[] = []) =>
    chosenRules(all, {only: wanted, skip: skipped}).map(({meta}) => meta.id)

  it('take ids and categories, in the order of the catalogue', () => {
    expect(chosen([])).toEqual(['events-lost', 'ft-slow', 'ft-odd', 'hang'])
    expect(chosen(['hang', 'ft'])).toEqual(['ft-slow', 'ft-odd', 'hang'])
    expect(chosen(['ft'], ['ft-odd'])).toEqual(['ft-slow'])
    expect(chosen([], ['ft', ' timing '])).toEqual(['events-lost'])
  })

  it('know a slip', () => {
    expect(() => chosen(['ft-slwo'])).toThrow(wrong(/--rules ft-slwo/, /ft-slow/))
    expect(() => chosen([], ['nonsense'])).toThrow(wrong(/--skip nonsense/, /capture-health, ft, timing/))
  })
})
