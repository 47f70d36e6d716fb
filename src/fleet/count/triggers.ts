import type {TraceEvent} from '../../events/event.js'
import {absence} from '../../rules/doubt.js'
import type {Adapter} from '../../sessions/adapter.js'
import type {Session} from '../../sessions/session.js'
import {TRIGGER_WINDOW} from '../../sessions/triggers.js'
import type {CaptureTally} from '../capture-tally.js'

/** Why the station roamed, and what ROAMING_NEEDED led to. */
export function countTriggers(tally: CaptureTally): void {
  const {trace} = tally
  for (const session of trace.index.sessions(['roam'])) {
    const m1 = session.task?.m1
    if (session.outcome === 'incomplete' || !m1) continue
    const settings = trace.reader.connectTask(m1).settings
    const place = tally.placeOf(session)
    tally.count(place, 'trigger', [settings?.roamNeededReason ?? null, settings?.roamTrigger ?? null])
    tally.share(place, 'driverTriggered', session.trigger !== null)
  }
  countYield(tally)
}

/** Triggers whose 10 s are recorded: a success that the recording cannot show is no failure. */
function countYield(tally: CaptureTally): void {
  const {trace} = tally
  const answered = new Map(trace.index.sessions(['roam']).map(session => [session.trigger, session]))
  const successes = successesByPort(tally)
  for (const event of trace.index.events(['ROAMING_NEEDED'])) {
    const adapter = trace.adapterOf(event)
    if (adapter === null || event.step !== 'IND' || !trace.isStation(adapter, event.port)) continue
    const untilUs = event.atUs + TRIGGER_WINDOW
    if (absence(trace, event.atUs, untilUs).length > 0) continue
    const success = successes.next(adapter, event, untilUs)
    const session = success ?? answered.get(event)
    const place = session === undefined ? {adapter, kind: null} : tally.placeOf(session)
    tally.share(place, 'triggerYield', success !== undefined)
  }
}

function successesByPort({trace}: CaptureTally) {
  const byPort = new Map<string, Session[]>()
  const key = (adapter: Adapter, port: number | null) => `${adapter.id} ${port}`
  for (const session of trace.index.sessions(['roam'])) {
    if (session.outcome !== 'success' || session.success === null) continue
    const list = byPort.get(key(session.adapter, session.port)) ?? []
    list.push(session)
    byPort.set(key(session.adapter, session.port), list)
  }
  const position = new Map<string, number>()
  return {
    /** The first success after the event, up to a moment; the events of a port come in order of time. */
    next(adapter: Adapter, event: TraceEvent, untilUs: number): Session | undefined {
      const port = key(adapter, event.port)
      const list = byPort.get(port) ?? []
      let at = position.get(port) ?? 0
      while ((list[at]?.success?.event.seq ?? Infinity) < event.seq) at++
      position.set(port, at)
      const found = list[at]
      return (found?.success?.event.atUs ?? Infinity) <= untilUs ? found : undefined
    },
  }
}
