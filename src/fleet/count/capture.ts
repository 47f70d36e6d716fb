import {ms} from '../../events/units.js'
import type {Trace} from '../../rules/trace.js'
import type {Adapter} from '../../sessions/adapter.js'
import {TAIL} from '../../sessions/service.js'
import type {Session} from '../../sessions/session.js'
import type {Bag} from '../bag.js'

/** As `capture-timestamps-coarse`. */
const COARSE = ms(10)

/** How good the recording of a capture is, and how many of its sessions suffer from it. */
export function countCapture(trace: Trace, bag: Bag): void {
  const {capture, silence, sessions, adapters} = trace
  const coarse = capture.granularityUs >= COARSE
  const lacking = new Set(adapters.filter(adapter => lacksFamily(adapter, trace)))
  if (!silence.lossless) bag.count('captures', ['withLoss'])
  if (coarse) bag.count('captures', ['coarse'])
  if (lacking.size > 0) bag.count('captures', ['missingFamily'])
  const isAffected = (session: Session) => coarse || lacking.has(session.adapter) || isHit(session, trace)
  bag.count('captures', ['sessions'], sessions.length)
  bag.count('captures', ['sessionsAffected'], sessions.filter(isAffected).length)
  if (capture.zone === 'relative') return
  for (const us of [capture.startUs, capture.endUs]) if (us !== null) bag.value('moment', [], us)
}

/** Commands, responses or indications; Native 802.11 drivers have indications only. */
function lacksFamily(adapter: Adapter, {families}: Trace): boolean {
  if (adapter.model === 'native80211') return false
  // A header may state the two halves of M1 instead.
  const halves = families.stated !== null && families.has(adapter, 'TASK') && families.has(adapter, 'PROP')
  if (!halves && families.lacks(adapter, 'M1')) return true
  return families.lacks(adapter, 'M3') || families.lacks(adapter, 'IND')
}

/** Loss touches the session or its service tail. */
function isHit({startUs, endUs, success}: Session, {silence}: Trace): boolean {
  const lastUs = success === null ? (endUs ?? Infinity) : success.event.atUs + TAIL
  return silence.lost(startUs, lastUs)
}
