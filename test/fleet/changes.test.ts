import {expect, it} from 'vitest'
import {Bag} from '../../src/fleet/bag.js'
import {changesOf} from '../../src/fleet/changes.js'
import {DEFAULT_SETTINGS} from '../../src/rules/settings.js'

/** A driver with so many successful and failed roams; its times to service in ms. */
function driver(success: number, failed: number, serviceMs: readonly number[] = []): Bag {
  const bag = new Bag()
  bag.count('roam', ['success'], success)
  bag.count('roam', ['failed'], failed)
  bag.count('class', ['psk'], success)
  bag.value('tService', ['psk'], ...serviceMs.map(ms => ms * 1000))
  return bag
}

const changes = (drivers: Readonly<Record<string, Bag>>) =>
  changesOf(new Map(Object.entries(drivers)), DEFAULT_SETTINGS)
/** p95 of 40 is the 38th. */
const times = (n: number, slowest: number) => Array.from({length: n}, (_, i) => (i < n - 3 ? 100 : slowest))

it('compare the newest driver with the one before it, numbers as numbers', () => {
  const found = changes({'24.30.1': driver(20, 20), '24.9.4': driver(30, 10), '24.10': driver(38, 2)})
  expect(found).toMatchObject({from: '24.10', to: '24.30.1'})
  expect(found?.changes).toEqual([{metric: 'roam success', unit: 'share', before: 0.95, after: 0.5}])
})

it('list the three largest, by the ratio of odds or times', () => {
  const older = driver(100, 10, times(40, 150))
  const newer = driver(100, 14, times(40, 900))
  newer.count('roam', ['stayed'], 60)
  older.count('roam', ['stayed'], 60)
  newer.value('tReq', ['psk'], ...times(40, 120).map(ms => ms * 1000))
  older.value('tReq', ['psk'], ...times(40, 110).map(ms => ms * 1000))
  expect(changes({a1: older, a2: newer})?.changes).toEqual([
    {metric: 't_service p95', unit: 'us', before: 150_000, after: 900_000},
    {metric: 'roam success', unit: 'share', before: 100 / 110, after: 100 / 114},
    {metric: 't_req p95', unit: 'us', before: 110_000, after: 120_000},
  ])
})

it('say nothing of fewer than twenty on either side, or of one driver', () => {
  expect(changes({a1: driver(19, 0, times(19, 100)), a2: driver(100, 50, times(40, 900))})).toEqual({
    from: 'a1',
    to: 'a2',
    changes: [],
  })
  expect(changes({a1: driver(100, 50)})).toBeNull()
  expect(changes({})).toBeNull()
})
