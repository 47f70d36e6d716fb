import type {Values} from './values.js'

/** A share with its 95 % Wilson interval, from 0 to 1, unrounded; null below five in the denominator. */
export interface Share {
  readonly k: number
  readonly n: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** Durations of `n` sessions, of which `measured` were; percentiles (nearest rank) and extremes are of these. */
export interface Time {
  readonly n: number
  readonly measured: number
  /** null below 5, 20 and 100 measured ones. */
  readonly p50Us: number | null
  readonly p95Us: number | null
  readonly p99Us: number | null
  readonly minUs: number | null
  readonly maxUs: number | null
}

const Z = 1.96
/** No share of fewer, and no median. */
export const ENOUGH = 5

export function shareOf(k: number, n: number): Share {
  if (n < ENOUGH) return {k, n, share: null, low: null, high: null}
  const share = k / n
  const scale = 1 + Z ** 2 / n
  const centre = (share + Z ** 2 / (2 * n)) / scale
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / scale
  // At 0 and 1 an end of the interval is exactly that; rounding must not carry it outside.
  return {k, n, share, low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half}
}

export function timeOf(values: Values, n: number): Time {
  const sorted = values.sorted()
  const from = (least: number, percent: number) => (sorted.length >= least ? nearestRank(sorted, percent) : null)
  return {
    n,
    measured: sorted.length,
    p50Us: from(ENOUGH, 50),
    p95Us: from(20, 95),
    p99Us: from(100, 99),
    minUs: sorted[0] ?? null,
    maxUs: sorted.at(-1) ?? null,
  }
}

/** R type 1: an observed value, never one between two. Whole percents, because 0.95 · n is not exact in binary. */
export function nearestRank(sorted: Float64Array, percent: number): number | null {
  const rank = Math.ceil((percent * sorted.length) / 100)
  return sorted[Math.max(rank, 1) - 1] ?? null
}

/** Mean of the two middle values where their number is even; null without values. */
export function medianOf(values: Values): number | null {
  const sorted = values.sorted()
  const upper = sorted[sorted.length >> 1]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? upper)) / 2
}
