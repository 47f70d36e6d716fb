import {between, orderDoubt} from '../../rules/doubt.js'
import type {Judgement} from '../../rules/rule.js'
import {duration, notApplicable, PASS, violation} from '../../rules/verdict.js'
import type {Pattern} from './pattern.js'
import type {Shape} from './shape.js'

/** Never X. */
export function never(what: Pattern): Shape {
  return {
    patterns: new Map([['never', what]]),
    main: what,
    basis: 'V',
    none: PASS,
    judge: ({main: {event}, place, trace}, say) =>
      violation({
        atUs: event.atUs,
        message: say({events: {never: event}, otherwise: `${what.label} was recorded, which should never happen`}),
        evidence: [event],
        session: place.session ?? trace.sessionAt(event),
      }),
  }
}

/** Never X after A, until B or the next A. */
export function neverBetween(what: Pattern, from: Pattern, to: Pattern): Shape {
  return {
    patterns: new Map([
      ['from', from],
      ['never', what],
      ['to', to],
    ]),
    main: from,
    basis: 'O',
    none: undefined,
    judge(look, say) {
      const {event: start} = look.main
      for (const one of [what, to]) if (!look.exported(one)) return notApplicable(`${one.label} is not exported`)
      const found: Judgement[] = []
      const [end, maybeEnd] = endsOf([to, from].map(pattern => look.after(pattern)))
      for (const {event, sure} of look.after(what)) {
        if (event.seq > end) break
        if (!sure || event.seq > maybeEnd) {
          found.push(notApplicable(`what ${what.label} or ${to.label} has to show is not exported`))
          continue
        }
        const took = duration(event.atUs - start.atUs)
        const confidence = orderDoubt(start, event)
        found.push(
          violation({
            atUs: event.atUs,
            message: say({
              events: {from: start, never: event},
              took,
              otherwise: `${what.label} came ${took} after ${from.label}, before any ${to.label}`,
            }),
            evidence: [start, event],
            about: [event],
            session: look.place.session ?? look.trace.sessionAt(event),
            undone: between(look.trace, start, event),
            ...(confidence === undefined ? {} : {confidence}),
          }),
        )
      }
      return found.length === 0 ? PASS : found
    },
  }
}

/** Numbers of the first record that ends the time for sure, and of the first that may. */
function endsOf(lists: readonly Iterable<{readonly event: {readonly seq: number}; readonly sure: boolean}>[]) {
  let [end, maybe] = [Infinity, Infinity]
  for (const list of lists) {
    for (const {event, sure} of list) {
      if (sure) {
        end = Math.min(end, event.seq)
        break
      }
      maybe = Math.min(maybe, event.seq)
    }
  }
  return [end, maybe] as const
}
