import fc from 'fast-check'
import {beforeAll, describe, expect, it} from 'vitest'
import {Bag, type PlainBag} from '../../src/fleet/bag.js'
import {type Contribution, merge} from '../../src/fleet/fleet.js'
import {healthReports} from '../../src/reports/health/index.js'
import {options} from '../reports/options.js'
import {associated, capture, roam} from './roams.js'
import {contribution, summarised} from './run.js'

const row = fc.array(fc.oneof(fc.constantFrom('a', 'b', '__proto__', null), fc.integer({min: 0, max: 3})), {
  maxLength: 3,
})
const bag = fc
  .record({
    counts: fc.array(fc.tuple(fc.constantFrom('roam' as const, 'code' as const), row, fc.nat(9))),
    values: fc.array(fc.tuple(fc.constantFrom('tReq' as const, 'pairRssi' as const), row, fc.array(fc.integer()))),
    examples: fc.array(
      fc.tuple(fc.constant('code' as const), row, fc.record({path: fc.constantFrom('p', 'q'), session: fc.string()})),
    ),
  })
  .map((plain): PlainBag => {
    const one = new Bag()
    one.add(plain)
    return one.plain()
  })

const by = fc.constantFrom([], [['driver', '1']], [['driver', null]], [['__proto__', 'x']]) as fc.Arbitrary<
  Contribution['cohorts'][number]['by']
>
const contributions: fc.Arbitrary<Contribution> = fc.record({
  cohorts: fc.array(fc.record({by, bag}), {maxLength: 3}),
  unreadable: fc.array(fc.record({path: fc.string(), reason: fc.constantFrom('empty', 'gone')}), {maxLength: 2}),
})

describe('contributions', () => {
  it('add up in any order and any grouping', () => {
    fc.assert(
      fc.property(fc.array(contributions, {maxLength: 6}), fc.nat(), fc.nat(6), (all, seed, cut) => {
        const shuffled = [...all].sort((a, b) => weight(a, seed) - weight(b, seed))
        const grouped = [merge(shuffled.slice(0, cut)), merge(shuffled.slice(cut))]
        expect(JSON.stringify(merge(grouped))).toBe(JSON.stringify(merge(all)))
      }),
    )
  })

  it('have a neutral one, and survive JSON', () => {
    fc.assert(
      fc.property(contributions, one => {
        const whole = merge([one])
        expect(JSON.stringify(merge([whole, merge([])]))).toBe(JSON.stringify(whole))
        expect(merge([JSON.parse(JSON.stringify(whole))])).toEqual(whole)
      }),
    )
  })
})

function weight(one: Contribution, seed: number): number {
  let hash = seed
  for (const character of JSON.stringify(one)) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003
  return hash
}

describe('captures', () => {
  const texts = [
    capture('label driver=1', associated(-5000), roam(0)),
    capture('label driver=2', associated(-5000), roam(0, {takes: 90}), roam(5000, {from: 'AP-B', to: 'AP-A'})),
    capture('capture loss=100..200 granularity=10', associated(-5000), roam(0, {status: 54})),
    capture('capture model=wdi', associated(-5000), roam(0, {m4: false})),
    'this is no trace\n',
    capture('label driver=1', associated(-5000), roam(0, {takes: 200, auth: 'RSNA'})),
  ]
  let all: Contribution[] = []

  beforeAll(async () => {
    all = await Promise.all(texts.map((text, i) => contribution(text, {by: ['driver', 'class']}, `f${i}.scenario`)))
  })

  it.each(healthReports.map(report => [report.id, report] as const))(
    'in any order and grouping give the same %s',
    (_, report) => {
      const rendered = (parts: readonly Contribution[]) =>
        [...report.render(summarised(parts, {by: ['driver', 'class']}), options({paths: ['logs/']}))].join('')
      const wanted = rendered(all)
      expect(wanted).not.toBe('')
      fc.assert(
        fc.property(fc.shuffledSubarray(all, {minLength: all.length}), fc.nat(all.length), (order, cut) => {
          expect(rendered(order)).toBe(wanted)
          expect(rendered([merge(order.slice(cut)), merge(order.slice(0, cut))])).toBe(wanted)
        }),
        {numRuns: 25},
      )
    },
  )
})
