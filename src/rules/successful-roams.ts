import type {TraceEvent} from '../events/event.js'
import type {Adapter} from '../sessions/adapter.js'
import type {Attempt, Session} from '../sessions/session.js'
import type {Trace} from './trace.js'

/** A roam that put its port onto an AP. */
export interface Roam {
  readonly session: Session
  readonly success: Attempt
  readonly m1: TraceEvent
}

/** Successful roams of an adapter, port by port, each in the order of the results. */
export function successfulRoams(adapter: Adapter, trace: Trace): Roam[][] {
  const ports = new Map<number | null, Roam[]>()
  for (const session of trace.index.sessions(['roam'])) {
    const {outcome, success, task, port} = session
    if (session.adapter !== adapter || outcome !== 'success' || success === null || !task?.m1) continue
    const roams = ports.get(port)
    if (roams === undefined) ports.set(port, [{session, success, m1: task.m1}])
    else roams.push({session, success, m1: task.m1})
  }
  return [...ports.values()].map(roams => roams.sort((a, b) => a.success.event.seq - b.success.event.seq))
}

export const resultUs = ({success}: Roam): number => success.event.atUs
