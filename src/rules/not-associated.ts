import type {TraceEvent} from '../events/event.js'
import {between} from './doubt.js'
import type {Verdicts} from './rule.js'
import type {Trace} from './trace.js'
import {duration, notApplicable, PASS, violation} from './verdict.js'

/** Judges an indication that presupposes an association of its station port: was there one? */
export function needsAssociation(event: TraceEvent, what: string, trace: Trace): Verdicts {
  const adapter = trace.adapterOf(event)
  if (adapter === null || !trace.isStation(adapter, event.port)) return undefined
  const {state, since} = trace.before(event)
  if (state === 'unknown' || since === null) return notApplicable('the association of the port is not known')
  if (state === 'associated') return PASS
  return violation({
    atUs: event.atUs,
    message: `${what}, but the port has not been associated since ${since.message.name} ${duration(event.atUs - since.atUs)} earlier.`,
    evidence: [event, since],
    about: [event],
    expected: ['ASSOCIATION_RESULT with status 0 before it'],
    undone: between(trace, since, event),
  })
}
