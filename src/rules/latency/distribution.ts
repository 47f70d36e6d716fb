/** Durations of a cohort on the log scale, where they are nearer to symmetric (rules.md C.3, C.4). */
export interface Distribution {
  readonly n: number
  /** Of the durations themselves, µs. */
  readonly medianUs: number
  /** Of x = ln(max(d, g)) with d in ms. */
  readonly logMedian: number
  /** Median and mean of |x − logMedian|. */
  readonly mad: number
  readonly meanAd: number
  readonly granularityUs: number
}

/** Scales that make MAD and mean absolute deviation estimates of σ for normal values. */
const MAD_TO_SIGMA = 0.6745
const MEAN_AD_TO_SIGMA = 1.253314

export const OUTLIER_SCORE = 3.5
const OUTLIER_RATIO = 1.5
const LEAST_EXCESS_US = 20_000

/** Mean of the two middle values where their number is even; NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export function distributionOf(durationsUs: readonly number[], granularityUs: number): Distribution {
  const logs = durationsUs.map(us => logOf(us, granularityUs))
  const logMedian = median(logs)
  const deviations = logs.map(x => Math.abs(x - logMedian))
  return {
    n: durationsUs.length,
    medianUs: median(durationsUs),
    logMedian,
    mad: median(deviations),
    meanAd: deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length,
    granularityUs,
  }
}

/** Modified z score; null where all values are equal, so that there is no scale. */
export function scoreOf(us: number, {logMedian, mad, meanAd, granularityUs}: Distribution): number | null {
  const x = logOf(us, granularityUs)
  if (mad > 0) return (MAD_TO_SIGMA * (x - logMedian)) / mad
  return meanAd > 0 ? (x - logMedian) / (MEAN_AD_TO_SIGMA * meanAd) : null
}

/** Slow by its score, and by enough to matter: a score alone flags trifles in very tight cohorts. */
export function isOutlier(us: number, distribution: Distribution): boolean {
  const {medianUs, granularityUs} = distribution
  const score = scoreOf(us, distribution)
  const excess = us - medianUs
  return (
    score !== null &&
    score > OUTLIER_SCORE &&
    us > OUTLIER_RATIO * medianUs &&
    excess > Math.max(LEAST_EXCESS_US, 2 * granularityUs)
  )
}

function logOf(us: number, granularityUs: number): number {
  return Math.log(Math.max(us, granularityUs) / 1000)
}
