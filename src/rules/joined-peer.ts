import type {TraceEvent} from '../events/event.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Association} from '../sessions/association.js'
import type {LimitCode, NotApplicable} from './rule.js'
import type {Trace} from './trace.js'
import {duration, notApplicable} from './verdict.js'

/** The peer to which a station port was associated just before an event. */
export interface JoinedPeer extends Pick<Association, 'mlo' | 'since'> {
  readonly kind: 'joined'
  readonly adapter: Adapter
  readonly peer: string
  /** "associated to 02:00:00:00:0a:01 since LINK_STATE_CHANGE 5000 ms earlier". */
  readonly words: string
  /** The event itself and the one that led to the association. */
  readonly evidence: readonly TraceEvent[]
  /** What leaves open whether it still was. */
  readonly doubt: readonly LimitCode[]
}

/** undefined: no station port, or an adapter of unknown model, whose state nobody knows (rules.md 0.6). */
export function joinedPeer(event: TraceEvent, trace: Trace): JoinedPeer | NotApplicable | undefined {
  const adapter = trace.adapterOf(event)
  if (adapter === null || adapter.model === 'unknown' || !trace.isStation(adapter, event.port)) return undefined
  const {state, peer, mlo, since, confirmed} = trace.before(event)
  if (state === 'unknown') return notApplicable('the association of the port is not known')
  if (state === 'unassociated') return notApplicable('the port is not associated')
  if (peer === null) return notApplicable('the peer of the association is not exported')
  const earlier = since === null ? '' : ` since ${since.message.name} ${duration(event.atUs - since.atUs)} earlier`
  return {
    kind: 'joined',
    adapter,
    peer,
    mlo,
    since,
    words: `associated to ${peer}${earlier}`,
    evidence: since === null ? [event] : [event, since],
    doubt: confirmed ? [] : ['L-STATE'],
  }
}
