import {absence, orderDoubt} from '../../rules/doubt.js'
import {overLimit} from '../../rules/limit.js'
import type {LimitCode} from '../../rules/rule.js'
import {duration, notApplicable, PASS, violation} from '../../rules/verdict.js'
import type {Pattern} from './pattern.js'
import type {Shape} from './shape.js'

/** X only if Y came before: in the session, or at most so long ago. */
export function onlyAfter(only: Pattern, ifBefore: Pattern, withinUs: number | null): Shape {
  return {
    patterns: new Map([
      ['only', only],
      ['ifBefore', ifBefore],
    ]),
    main: only,
    basis: 'A',
    none: undefined,
    judge(look, say) {
      const {trace, place, main} = look
      const {event} = main
      if (!look.exported(ifBefore)) return notApplicable(`${ifBefore.label} is not exported`)
      const since = withinUs === null ? place.fromUs : Math.max(event.atUs - withinUs, place.fromUs)
      let maybe = false
      let coarse: readonly LimitCode[] = []
      for (const earlier of look.before(ifBefore, since - trace.capture.granularityUs)) {
        const over = withinUs === null ? null : overLimit(trace, event.atUs - earlier.event.atUs, withinUs)
        if (over === null && earlier.sure) return PASS
        if (over === null) maybe = true
        else if (earlier.sure && over.length > 0) coarse = over
      }
      if (maybe) return notApplicable(`what ${ifBefore.label} has to show is not exported`)
      const [next] = look.after(ifBefore, event.atUs + 1000)
      const confidence = next === undefined ? undefined : orderDoubt(event, next.event)
      const limit = withinUs === null ? '' : ` in the ${duration(withinUs)}`
      return violation({
        atUs: event.atUs,
        message: say({events: {only: event}, otherwise: `${only.label} without ${ifBefore.label}${limit} before it`}),
        evidence: [event],
        expected: [`${ifBefore.label}${limit} before it`],
        session: place.session ?? trace.sessionAt(event),
        undone: [
          ...new Set([...absence(trace, since, event.atUs), ...(since === place.fromUs ? place.cut : []), ...coarse]),
        ],
        ...(confidence === undefined ? {} : {confidence}),
      })
    },
  }
}
