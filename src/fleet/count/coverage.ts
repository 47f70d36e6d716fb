import type {Judged} from '../../rules/engine.js'
import type {Bag} from '../bag.js'

/** What every rule had to say: silence is not health. */
export function countCoverage({tallies, findings}: Judged, bag: Bag): void {
  for (const {id, status, pass, violation, inconclusive, notApplicable} of tallies) {
    const count = (member: string, n = 1) => bag.count('rule', [id, member], n)
    count(status)
    count('pass', pass)
    count('violation', violation)
    count('inconclusive', inconclusive)
    count('notApplicable', notApplicable)
  }
  for (const {rule, verdict, severity, blame} of findings) {
    if (verdict !== 'violation') continue
    bag.count('rule', [rule, `severity ${severity}`])
    bag.count('rule', [rule, `blame ${blame}`])
  }
}
