import {type Distribution, distributionOf, isOutlier, scoreOf} from './distribution.js'

/** A duration with the cohorts that it belongs to, from fine to coarse; null where a fact of the key is not known. */
export interface Member {
  readonly us: number
  readonly keys: readonly (string | null)[]
}

export interface Cohort<M extends Member> {
  readonly key: string
  readonly members: readonly M[]
  readonly distribution: Distribution
  /** Members above the limits of the test, largest score first. */
  readonly outliers: readonly M[]
}

/**
 * `provisional`: the cohort has 8 to 19 members, enough to show who is unusual, too few to count it. `mixed`: more than a tenth of it are outliers, so that it is not one
 * population. `few`: fewer than 8. `equal`: all durations are the same.
 */
export type Standing = 'pass' | 'outlier' | 'provisional' | 'mixed' | 'few' | 'equal'

export interface Tested<M extends Member> {
  readonly member: M
  readonly standing: Standing
  /** null where `standing` is `few`. */
  readonly cohort: Cohort<M> | null
  readonly score: number | null
  /** Above the limits of the test among the members of its cohort, whatever its standing. */
  readonly unusual: boolean
}

/** Members from which on a cohort is tested, and from which on it is shown as provisional. */
export const ENOUGH = 20
const PROVISIONAL = 8
const MIXED_SHARE = 0.1

/** The outlier test of rules.md C.4: each member against the finest of its cohorts that is large enough. */
export function testOutliers<M extends Member>(members: readonly M[], granularityUs: number): Tested<M>[] {
  const byKey = new Map<string, M[]>()
  for (const member of members) {
    for (const [level, key] of member.keys.entries()) {
      if (key === null || member.keys.indexOf(key) < level) continue
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [member])
      else list.push(member)
    }
  }
  const cohorts = new Map<string, Cohort<M>>()
  const cohortOf = (key: string): Cohort<M> => {
    const known = cohorts.get(key) ?? makeCohort(key, byKey.get(key) ?? [], granularityUs)
    cohorts.set(key, known)
    return known
  }
  const sizeOf = (key: string | null) => (key === null ? 0 : (byKey.get(key)?.length ?? 0))
  return members.map(member => {
    const key =
      member.keys.find(one => sizeOf(one) >= ENOUGH) ?? member.keys.find(one => sizeOf(one) >= PROVISIONAL) ?? null
    if (key === null) return {member, standing: 'few', cohort: null, score: null, unusual: false}
    const cohort = cohortOf(key)
    const score = scoreOf(member.us, cohort.distribution)
    const unusual = isOutlier(member.us, cohort.distribution)
    return {member, cohort, score, standing: standingOf(unusual, score, cohort), unusual}
  })
}

function makeCohort<M extends Member>(key: string, members: readonly M[], granularityUs: number): Cohort<M> {
  const durations = members.map(({us}) => us)
  const distribution = distributionOf(durations, granularityUs)
  const outliers = members.filter(({us}) => isOutlier(us, distribution)).sort((a, b) => b.us - a.us)
  return {key, members, distribution, outliers}
}

function standingOf(unusual: boolean, score: number | null, {members, outliers}: Cohort<Member>): Standing {
  if (score === null) return 'equal'
  if (members.length < ENOUGH) return 'provisional'
  if (outliers.length > members.length * MIXED_SHARE) return 'mixed'
  return unusual ? 'outlier' : 'pass'
}
