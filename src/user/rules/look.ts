import type {TraceEvent} from '../../events/event.js'
import type {Micros} from '../../events/units.js'
import type {Trace} from '../../rules/trace.js'
import type {Adapter} from '../../sessions/adapter.js'
import {firstAfter} from '../../sessions/service.js'
import {and, or, type Truth} from './condition.js'
import type {Value} from './fields.js'
import type {Pattern} from './pattern.js'
import type {Place} from './place.js'

/** A record that fits a pattern, or (`sure` false) may fit: the trace does not show all that is asked for. */
export interface Match {
  readonly event: TraceEvent
  readonly sure: boolean
}

/** A look around from one record, within its place; `same`: fields that have to agree with those of that record. */
export class Look {
  constructor(
    readonly trace: Trace,
    readonly place: Place,
    readonly main: {readonly pattern: Pattern; readonly event: TraceEvent},
    readonly same: readonly string[],
  ) {}

  /** Matches after the record in order of time, up to and including a moment. */
  *after(pattern: Pattern, untilUs: Micros = Infinity): Iterable<Match> {
    const events = this.trace.index.events([pattern.message.name])
    for (let i = firstAfter(events, this.main.event.seq); i < events.length; i++) {
      const event = events[i] as TraceEvent
      if (event.atUs > untilUs) return
      const truth = this.#fits(event, pattern)
      if (truth !== false) yield {event, sure: truth === true}
    }
  }

  /** Matches before the record, the last one first, down to and including a moment. */
  *before(pattern: Pattern, sinceUs: Micros): Iterable<Match> {
    const events = this.trace.index.events([pattern.message.name])
    for (let i = firstAfter(events, this.main.event.seq - 1) - 1; i >= 0; i--) {
      const event = events[i] as TraceEvent
      if (event.atUs < sinceUs) return
      const truth = this.#fits(event, pattern)
      if (truth !== false) yield {event, sure: truth === true}
    }
  }

  exported({family}: Pattern): boolean {
    return this.trace.families.has(this.place.adapter, family)
  }

  #fits(event: TraceEvent, pattern: Pattern): Truth {
    const {place, trace, main, same} = this
    const here = place.holds(event)
    const fits = here === false ? false : and([here, pattern.matches(event, trace.reader)])
    if (fits === false) return false
    const value = (of: Pattern, at: TraceEvent, name: string) => of.field(name)?.(at, trace.reader)
    const agree = same.map(name =>
      equal(value(main.pattern, main.event, name), value(pattern, event, name), place.adapter, trace),
    )
    return and([fits, ...agree])
  }
}

/** Do two fields have a value in common? Addresses of a Wi-Fi 7 connection may differ and still be one AP (L-MLD). */
function equal(a: Value, b: Value, adapter: Adapter, trace: Trace): Truth {
  if (a === undefined || b === undefined) return null
  const [left, right] = [[a ?? []].flat(), [b ?? []].flat()]
  return or(left.map(one => or(right.map(other => alike(one, other, adapter, trace)))))
}

function alike(a: string | number, b: string | number, adapter: Adapter, trace: Trace): Truth {
  if (a === b || typeof a === 'number' || typeof b === 'number' || !a.includes(':')) return a === b
  return trace.same(adapter, a, b, adapter.model === 'wificx' ? null : false)
}
