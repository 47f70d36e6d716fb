import {absence} from '../../rules/doubt.js'
import {overLimit} from '../../rules/limit.js'
import type {LimitCode} from '../../rules/rule.js'
import {sleepDoubt} from '../../rules/sleep.js'
import {duration, notApplicable, PASS, violation} from '../../rules/verdict.js'
import type {Match} from './look.js'
import type {Pattern} from './pattern.js'
import type {Shape} from './shape.js'

/** A late answer is shown when it comes within so many times the deadline. */
const LATE = 10

/** After X, Y within a time, unless Z came meanwhile. */
export function deadline(after: Pattern, expected: Pattern, withinUs: number, unless: readonly Pattern[]): Shape {
  return {
    patterns: new Map([
      ['after', after],
      ['expect', expected],
      ...unless.map((one, i) => [`unless ${i + 1}`, one] as const),
    ]),
    main: after,
    basis: 'A',
    none: undefined,
    judge(look, say) {
      const {trace, place, main} = look
      const {event: start} = main
      if (!look.exported(expected)) return notApplicable(`${expected.label} is not exported`)
      let maybe = false
      let late: Match['event'] | null = null
      let coarse: readonly LimitCode[] = []
      for (const {event, sure} of look.after(expected, start.atUs + LATE * withinUs)) {
        const over = overLimit(trace, event.atUs - start.atUs, withinUs)
        if (over === null && sure) return PASS
        if (over === null) maybe = true
        if (over === null || !sure) continue
        late = event
        coarse = over
        break
      }
      if (maybe) return notApplicable(`what ${expected.label} has to show is not exported`)
      const until = start.atUs + withinUs
      for (const other of unless) {
        for (const _ of look.after(other, until)) return notApplicable(`${other.label} came meanwhile`)
      }
      if (place.next !== null && place.next.atUs <= until)
        return notApplicable('the session ended before the time was over')
      const took = late === null ? null : duration(late.atUs - start.atUs)
      const limit = duration(withinUs)
      return violation({
        atUs: until,
        message: say({
          events: {after: start, expect: late ?? undefined},
          took: took ?? `more than ${limit}`,
          otherwise: `${expected.label} did not follow ${after.label} within ${limit}${took === null ? '' : `, but after ${took}`}`,
        }),
        evidence: late === null ? [start] : [start, late],
        expected: [`${expected.label} within ${limit}`],
        session: place.session ?? trace.sessionAt(start),
        undone: [...absence(trace, start.atUs, until), ...coarse, ...sleepDoubt(trace, start.atUs, until)],
      })
    },
  }
}
