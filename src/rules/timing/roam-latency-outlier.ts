import {OUTLIER_SCORE} from '../latency/distribution.js'
import {ENOUGH, type Tested, testOutliers} from '../latency/outlier-test.js'
import {largestExcess} from '../latency/phase-excess.js'
import {type RoamMember, roamMembers} from '../latency/roam-cohorts.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {COHORT_WITH_OUTLIER, SMALL_COHORT, TIGHT_COHORT} from './roam-latency-outlier.data.js'

/** Outliers listed per cohort, largest score first; the message gives their number. */
const LISTED = 20

export const roamLatencyOutlier: Rule = {
  meta: {
    id: 'roam-latency-outlier',
    category: 'timing',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'S',
    class: 'HEUR',
    statement: 'A roam takes about as long as other roams of the same driver, kind and network.',
    why: 'A limit says whether a roam is slow, this says whether it is unusual. One roam that took nine times as long as its neighbours has a cause of its own that is worth finding.',
    harmless:
      'When the roam went to a distant or crowded access point. Fewer than 20 comparable roams are not tested; of 8 to 19 the reason why not names those that would stand out, provisionally.',
    next: 'Look at the phase with the largest excess, and at what else happened at that time: a scan, a failed candidate, a busy host.',
    limits: [],
    numbers: '3.5',
    source: 'Iglewicz and Hoaglin 1993; NIST/SEMATECH e-Handbook 1.3.5.17',
    needs: ['20 successful roams of one class'],
    examples: {
      bad: [{title: 'nineteen roams of 52 to 99 ms, and one of 640 ms', scenario: COHORT_WITH_OUTLIER}],
      good: [
        {title: 'the same with eighteen others: nineteen roams are too few', scenario: SMALL_COHORT},
        {title: 'far out by its score, but only 19 ms over the median', scenario: TIGHT_COHORT},
      ],
    },
  },
  subject: 'capture',
  check(trace) {
    const tested = testOutliers(roamMembers(trace), trace.capture.granularityUs)
    const few = notApplicable(`fewer than ${ENOUGH} comparable roams${provisional(tested)}`)
    return tested.map(one => (one.standing === 'few' || one.standing === 'provisional' ? few : judge(one)))
  },
}

/** Roams that would be outliers if their cohorts were large enough: said, but not counted. */
function provisional(tested: readonly Tested<RoamMember>[]): string {
  const unusual = tested.filter(one => one.standing === 'provisional' && one.unusual)
  if (unusual.length === 0) return ''
  const named = unusual
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({member, cohort, score}) => {
      const usual = `a median of ${duration(Math.round(cohort?.distribution.medianUs ?? 0))} of ${cohort?.members.length}`
      return `session ${member.session.id} with ${duration(member.us)} against ${usual} (z ${score?.toFixed(2)})`
    })
  return `; provisional: ${listing(named)}`
}

function judge(tested: Tested<RoamMember>): Judgement {
  const {member, cohort, score, standing} = tested
  if (cohort === null || score === null) return notApplicable('all comparable roams took the same time')
  if (standing === 'mixed') return notApplicable('more than a tenth of the cohort are outliers: it is mixed')
  const {session} = member
  const m1 = session.task?.m1
  if (standing !== 'outlier' || !m1 || session.success === null) return PASS
  const rank = cohort.outliers.indexOf(member)
  if (rank >= LISTED) return notApplicable(`only the ${LISTED} largest outliers of a cohort are listed`)
  const {n, medianUs, mad} = cohort.distribution
  const excess = largestExcess(
    session,
    cohort.members.map(other => other.session),
  )
  const where =
    excess === null
      ? ''
      : `; the largest excess is in ${excess.phase.name}, ${duration(Math.round(excess.excessUs))} over its median`
  const count = cohort.outliers.length === 1 ? '' : ` (outlier ${rank + 1} of ${cohort.outliers.length})`
  return violation({
    atUs: session.success.event.atUs,
    message: `The roam took ${duration(member.us)} to its association, against a median of ${duration(Math.round(medianUs))} of ${n} roams (${cohort.key}; MAD of ln ${mad.toFixed(4)}, z ${score.toFixed(2)}, limit ${OUTLIER_SCORE})${count}${where}.`,
    evidence: [m1, session.success.event],
    session,
    blame: excess?.phase.whose === 'host' ? 'host' : 'either',
  })
}
