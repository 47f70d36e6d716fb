import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, it} from 'vitest'
import type {Analysis} from '../../src/analysis/analysis.js'
import {json} from '../../src/reports/json.js'
import {ndjson} from '../../src/reports/ndjson.js'
import {schemas} from '../../src/reports/schemas/index.js'
import {analysis, finding, input, session} from './analyses.js'
import {badDay} from './bad-day.js'
import {options} from './options.js'

const write = (subject: Analysis, capture: number | null = null) =>
  [...json.render(subject, options({capture}))].join('')
const lines = (subject: Analysis, capture: number | null = null) =>
  [...ndjson.render(subject, options({capture}))].join('').trimEnd().split('\n')

const validator = (name: string) =>
  new Ajv2020({strict: true, allowUnionTypes: true}).compile(schemas.get(name) ?? false)

describe('JSON', () => {
  it('is the analysis, key for key', () => {
    const subject = badDay()
    expect(JSON.parse(write(subject))).toEqual(
      JSON.parse(JSON.stringify(subject, (key, value) => (key === 'said' ? undefined : value))),
    )
  })

  it('fits its schema', () => {
    const valid = validator('analysis')
    for (const subject of [badDay(), analysis({sessions: [], findings: [], rules: []})]) {
      valid(JSON.parse(write(subject)))
      expect(valid.errors).toBeNull()
    }
  })

  it('has the order of the contract whatever order the engine built', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      )
    }
    expect(write(reversed(badDay()) as Analysis)).toBe(write(badDay()))
    expect(Object.keys(JSON.parse(write(badDay())))).toEqual([
      'schemaVersion',
      'tool',
      'verdict',
      'inputs',
      'capture',
      'sessions',
      'findings',
      'rules',
    ])
  })

  it('writes labels in order, also one called __proto__', () => {
    const labels = Object.assign(Object.create(null), {zone: 'z', driver: '1', ['__proto__']: 'x'})
    const base = analysis()
    const text = write({...base, capture: {...base.capture, labels}})
    expect(text).toContain('"labels":{"__proto__":"x","driver":"1","zone":"z"}')
  })

  it('hands out 100,000 sessions in small pieces', () => {
    const sessions = Array.from({length: 100_000}, (_, i) => session({id: String(i)}))
    let bytes = 0
    let longest = 0
    for (const piece of json.render(analysis({sessions}), options())) {
      bytes += piece.length
      longest = Math.max(longest, piece.length)
    }
    expect(bytes).toBeGreaterThan(50_000_000)
    expect(longest).toBeLessThan(2000)
  })

  it('is an array under --each, also of one', () => {
    const {open, between, close} = json.each
    const both = JSON.parse(open + write(analysis(), 0) + between + write(badDay(), 1) + close)
    expect(both).toHaveLength(2)
    expect(JSON.parse(open + write(analysis(), 0) + close)).toHaveLength(1)
  })
})

describe('NDJSON', () => {
  it('has a typed line for each fact, and each fits the schema', () => {
    const valid = validator('ndjson')
    const facts = lines(badDay()).map(line => JSON.parse(line))
    for (const fact of facts) {
      valid(fact)
      expect(valid.errors).toBeNull()
    }
    expect(facts.map(fact => fact.type)).toEqual([
      'capture',
      'input',
      ...Array(5).fill('session'),
      ...Array(5).fill('finding'),
      ...Array(7).fill('rule'),
      'verdict',
    ])
    expect(facts[0]).toMatchObject({schemaVersion: 1, tool: {name: 'roamscope'}, zone: 'utc'})
  })

  it('says under --each which capture a line is about', () => {
    const valid = validator('ndjson')
    for (const line of lines(analysis(), 3)) {
      const fact = JSON.parse(line)
      expect(fact.capture).toBe(3)
      valid(fact)
      expect(valid.errors).toBeNull()
    }
  })

  it('keeps hostile text on its line and harmless', () => {
    const evil = finding({message: 'SSID "\u001b]0;x\u0007\n\u2028\u202e"'})
    const subject = analysis({findings: [evil], inputs: [input({path: 'a\nb'})]})
    expect(lines(subject)).toHaveLength(6)
    const found = lines(subject)
      .map(line => JSON.parse(line))
      .find(fact => fact.type === 'finding')
    expect(found.message).toBe(evil.message)
  })
})
