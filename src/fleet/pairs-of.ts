import type {Bag} from './bag.js'
import type {Metrics, PairFigures, PairMatrix} from './metrics.js'
import {medianOf} from './statistics.js'
import {Values} from './values.js'

/** Pairs that occurred less often are put together. */
const LEAST = 3

/** Roams of one pair, before their medians are taken. */
class Pair {
  n = 0
  success = 0
  readonly tReq = new Values()
  readonly rssi = new Values()

  constructor(
    readonly from: string,
    readonly to: string,
  ) {}

  add(other: Pair): void {
    this.n += other.n
    this.success += other.success
    this.tReq.addAll(other.tReq.sorted())
    this.rssi.addAll(other.rssi.sorted())
  }

  figures(): PairFigures {
    const us = medianOf(this.tReq)
    return {
      n: this.n,
      success: this.success,
      medianTReqUs: us === null ? null : Math.round(us),
      medianRssiDb: medianOf(this.rssi),
    }
  }
}

/** From which access point to which, by address and by the vendor's part of it. */
export function pairsOf(bag: Bag): Metrics['apPairs'] {
  const all = bag.rows('pair').map(([row, n]) => {
    const [from, to] = row as readonly [string, string]
    const pair = new Pair(from, to)
    pair.n = n
    pair.success = bag.of('pairSuccess', from, to)
    pair.tReq.addAll(bag.values('pairTReq', from, to).sorted())
    pair.rssi.addAll(bag.values('pairRssi', from, to).sorted())
    return pair
  })
  const vendors = new Map<string, Pair>()
  for (const pair of all) {
    const [from, to] = [pair.from.slice(0, 8), pair.to.slice(0, 8)]
    const sum = vendors.get(`${from} ${to}`) ?? new Pair(from, to)
    sum.add(pair)
    vendors.set(`${from} ${to}`, sum)
  }
  return {byAddress: matrix(all), byVendor: matrix([...vendors.values()]), unknown: bag.of('sum', 'unplacedRoams')}
}

function matrix(all: readonly Pair[]): PairMatrix {
  const other = new Pair('', '')
  const rare = all.filter(({n}) => n < LEAST)
  for (const pair of rare) other.add(pair)
  const key = ({from, to}: Pair) => `${from} ${to}`
  const pairs = all.filter(({n}) => n >= LEAST).sort((a, b) => b.n - a.n || (key(a) < key(b) ? -1 : 1))
  return {
    pairs: pairs.map(pair => ({from: pair.from, to: pair.to, ...pair.figures()})),
    other: {pairs: rare.length, ...other.figures()},
  }
}
