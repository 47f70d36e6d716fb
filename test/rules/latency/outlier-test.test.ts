import {describe, expect, it} from 'vitest'
import {type Member, testOutliers} from '../../../src/rules/latency/outlier-test.js'

const S1 = [52, 55, 58, 60, 61, 63, 64, 66, 68, 70, 71, 73, 75, 78, 80, 84, 88, 95, 110, 640]
const members = (ms: readonly number[], ...keys: (string | null)[]): Member[] =>
  ms.map(value => ({us: value * 1000, keys}))
const standings = (list: readonly Member[]) => testOutliers(list, 1).map(({standing}) => standing)
const countOf = (list: readonly string[]) =>
  Object.fromEntries([...new Set(list)].map(one => [one, list.filter(x => x === one).length]))

describe('size of the cohort (C.4)', () => {
  it('20 are tested', () => {
    expect(standings(members(S1, 'psk'))).toEqual([...Array(19).fill('pass'), 'outlier'])
  })

  it('8 to 19 are provisional, 7 are few', () => {
    expect(new Set(standings(members(S1.slice(0, 15), 'psk')))).toEqual(new Set(['provisional']))
    expect(new Set(standings(members(S1.slice(0, 8), 'psk')))).toEqual(new Set(['provisional']))
    expect(new Set(standings(members(S1.slice(0, 7), 'psk')))).toEqual(new Set(['few']))
  })
})

it('says who is unusual from 8 members on, whatever the standing', () => {
  const unusual = (n: number) =>
    testOutliers(members([...S1.slice(0, n - 1), 640], 'psk'), 1).flatMap(one => (one.unusual ? [one.standing] : []))
  expect([7, 8, 19, 20].map(unusual)).toEqual([[], ['provisional'], ['provisional'], ['outlier']])
})

describe('choice of the cohort', () => {
  it('the finest that is large enough', () => {
    const fine = members(S1, 'driver 1, psk', 'psk')
    const coarse = members(S1.slice(0, 19), 'driver 2, psk', 'psk')
    const tested = testOutliers([...fine, ...coarse], 1)
    expect(tested.map(({cohort}) => cohort?.key)).toEqual([
      ...Array(20).fill('driver 1, psk'),
      ...Array(19).fill('psk'),
    ])
  })

  it('unknown facts lead to a coarser one', () => {
    const tested = testOutliers(members(S1, null, null, null, 'psk'), 1)
    expect(tested.at(-1)).toMatchObject({standing: 'outlier', cohort: {key: 'psk'}})
  })
})

describe('mixed cohorts', () => {
  it('a tenth of outliers is one population, more is two', () => {
    const usual = S1.slice(0, 18)
    expect(countOf(standings(members([...usual, 640, 650], 'psk')))).toEqual({pass: 18, outlier: 2})
    expect(countOf(standings(members([...usual.slice(0, 17), 640, 650, 660], 'psk')))).toEqual({mixed: 20})
  })
})

it('all equal: no test', () => {
  expect(new Set(standings(members(Array(20).fill(60), 'psk')))).toEqual(new Set(['equal']))
})

it('the largest scores come first', () => {
  const [first] = testOutliers(members([...S1.slice(0, 19), 640, 900, ...S1.slice(0, 9)], 'psk'), 1)
  expect(first?.cohort?.outliers.map(({us}) => us)).toEqual([900_000, 640_000])
})
