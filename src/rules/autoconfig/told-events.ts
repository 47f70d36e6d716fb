import type {TraceEvent} from '../../events/event.js'
import {autoConfigId} from '../../sessions/windows/event-facts.js'
import type {ToldSession} from '../rule.js'

/** Events of WLAN AutoConfig inside a session, by id. A driver session does not own them: they are near it in time. */
export const eventsOf = ({told}: ToldSession, ...ids: readonly number[]): readonly TraceEvent[] =>
  told.filter(event => ids.includes(autoConfigId(event) ?? -1))
