import type {TraceEvent} from '../../events/event.js'
import type {Micros} from '../../events/units.js'
import type {LimitCode} from '../../rules/rule.js'
import type {Trace} from '../../rules/trace.js'
import type {Adapter} from '../../sessions/adapter.js'
import {firstAfter} from '../../sessions/service.js'
import type {Session} from '../../sessions/session.js'
import {and, type Truth} from './condition.js'

/** Where the records of one rule have to stand together: a port, an adapter, a session. */
export interface Place {
  readonly adapter: Adapter
  readonly session: Session | null
  holds(event: TraceEvent): Truth
  /** Begin of it, and what makes its first records doubtful. */
  readonly fromUs: Micros
  readonly cut: readonly LimitCode[]
  /** First record of the port after it; null: nothing came. */
  readonly next: TraceEvent | null
}

const sameAdapter = (event: TraceEvent, adapter: Adapter, trace: Trace): Truth => {
  const own = trace.adapterOf(event)
  return own === null ? null : own === adapter
}

/** A record without a port may be of any, unless no port is exported at all. */
const samePort = (event: TraceEvent, port: number | null): Truth =>
  event.port === port || (event.port === null || port === null ? null : false)

export function adapterPlace(adapter: Adapter, trace: Trace): Place {
  const holds = (event: TraceEvent) => sameAdapter(event, adapter, trace)
  return {adapter, session: null, holds, fromUs: -Infinity, cut: [], next: null}
}

export function portPlace(adapter: Adapter, port: number | null, trace: Trace): Place {
  const holds = (event: TraceEvent) => and([sameAdapter(event, adapter, trace), samePort(event, port)])
  return {...adapterPlace(adapter, trace), holds}
}

/** From the first record of a session to the end of its service tail (rules.md A.3), on its port. */
export function sessionPlace(session: Session, trace: Trace): Place {
  const {adapter, port, events, tail, partial, startUs} = session
  const first = events[0]?.seq ?? 0
  const last = Math.max(events.at(-1)?.seq ?? 0, tail.at(-1)?.seq ?? 0)
  const onPort = trace.portEvents(adapter, port)
  return {
    adapter,
    session,
    holds: event =>
      event.seq < first || event.seq > last ? false : and([sameAdapter(event, adapter, trace), samePort(event, port)]),
    fromUs: startUs,
    cut: partial ? ['L-EDGE'] : [],
    next: onPort[firstAfter(onPort, last)] ?? null,
  }
}
