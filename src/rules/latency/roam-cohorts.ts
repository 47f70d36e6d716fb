import type {Mac} from '../../events/units.js'
import type {Adapter} from '../../sessions/adapter.js'
import type {Session} from '../../sessions/session.js'
import type {Trace} from '../trace.js'
import type {Member} from './outlier-test.js'

/** A successful roam with t_req and its cohorts. */
export interface RoamMember extends Member {
  readonly session: Session
}

/** Roams of a capture whose t_req is measured, with their cohort keys of rules.md C.4. */
export function roamMembers(trace: Trace): RoamMember[] {
  const bands = knownBands(trace)
  const drivers = driversOf(trace)
  return trace.index.sessions(['roam']).flatMap(session => {
    const us = session.totals.tReq
    if (session.outcome !== 'success' || us === null) return []
    return [{session, us, keys: cohortKeys(session, drivers.get(session.adapter) ?? null, bands, trace)}]
  })
}

/** From fine to coarse. A level whose facts are not all known is left out. */
function cohortKeys(
  session: Session,
  driver: string | null,
  bands: ReadonlyMap<Mac | null, number>,
  trace: Trace,
): RoamMember['keys'] {
  const ssid = ssidOf(session, trace)
  const from = bands.get(session.oldPeer)
  const to = bands.get(session.newPeer)
  const bandPair = from === undefined || to === undefined ? null : `band ${from} to ${to}`
  const vendor = session.newPeer === null ? null : `AP vendor ${session.newPeer.slice(0, 8)}`
  const kind = session.class
  return [[driver, kind, bandPair, vendor, ssid], [driver, kind, ssid], [driver, kind], [kind]].map(joined)
}

function joined(facts: readonly (string | null)[]): string | null {
  return facts.includes(null) ? null : facts.join(', ')
}

/** An adapter's own label counts where adapters have different ones, else the capture's, which the user may have set. */
function driversOf({adapters, capture}: Trace): ReadonlyMap<Adapter, string | null> {
  const differ = new Set(adapters.map(({labels}) => labels.driver)).size > 1
  return new Map(
    adapters.map(adapter => {
      const driver = (differ ? adapter.labels.driver : undefined) ?? capture.labels.driver ?? adapter.labels.driver
      return [adapter, driver === undefined ? null : `driver ${driver}`]
    }),
  )
}

function ssidOf({task, newPeer}: Session, trace: Trace): string | null {
  if (!task?.m1) return null
  const {ssids, candidates} = trace.reader.connectTask(task.m1)
  const chosen = candidates?.find(({bssid}) => bssid === newPeer)?.ssid
  const ssid = chosen ?? (ssids?.length === 1 ? ssids[0] : undefined)
  return ssid == null ? null : `SSID ${JSON.stringify(ssid)}`
}

/** Bands of access points, from candidates and results of all tasks. */
function knownBands(trace: Trace): ReadonlyMap<Mac | null, number> {
  const bands = new Map<Mac | null, number>()
  for (const {task, attempts} of trace.index.sessions(['roam', 'connect'])) {
    const candidates = task?.m1 ? (trace.reader.connectTask(task.m1).candidates ?? []) : []
    for (const {bssid, band} of candidates) if (bssid && band) bands.set(bssid, band)
    for (const {bssid, band} of attempts) if (bssid && band) bands.set(bssid, band)
  }
  return bands
}
