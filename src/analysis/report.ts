import type {Finding} from '../rules/finding.js'
import type {Reconstruction} from '../sessions/reconstruct.js'
import type {Session} from '../sessions/session.js'
import type {Reader} from '../wdi/reader.js'
import type {CaptureReport, SessionReport} from './analysis.js'

const FAMILIES = ['M1', 'M3', 'IND', 'LOG'] as const

export function captureReport(all: Reconstruction): CaptureReport {
  const {capture, events, adapters} = all
  const steps = new Set(events.map(event => event.step))
  return {
    startUs: capture.startUs,
    endUs: capture.endUs,
    granularityUs: capture.startUs === null ? null : capture.granularityUs,
    zone: capture.zone,
    labels: capture.labels,
    adapters: adapters.map(({id, name, model}) => ({id, name, model})),
    families: FAMILIES.filter(family => steps.has(family)),
    lossSpans: capture.lossSpans.map(({startUs, endUs}) => ({startUs, endUs})),
  }
}

export function sessionReports(
  sessions: readonly Session[],
  findings: readonly Finding[],
  reader: Reader,
): SessionReport[] {
  const bySession = new Map<string, number[]>()
  for (const [index, {session}] of findings.entries()) {
    if (session === null) continue
    const list = bySession.get(session)
    if (list === undefined) bySession.set(session, [index])
    else list.push(index)
  }
  return sessions.map(session => sessionReport(session, bySession.get(session.id) ?? [], reader))
}

function sessionReport(session: Session, findings: readonly number[], reader: Reader): SessionReport {
  const {id, kind, partial, adapter, port, transactionId, startUs, endUs, outcome, service, oldPeer, newPeer} = session
  return {
    id,
    kind,
    partial,
    adapter: adapter.id,
    port,
    transactionId,
    source: session.source,
    startUs,
    endUs,
    outcome,
    class: session.class,
    service,
    oldPeer,
    newPeer,
    trigger: triggerOf(session, reader),
    totalsUs: session.totals,
    phases: session.phases,
    attempts: session.attempts.map(({bssid, status, code, event}) => ({
      bssid,
      status: status ?? null,
      dot11Status: code ?? null,
      atUs: event.atUs,
    })),
    findings,
    evidence: session.events.map(({place}) => place),
    ...(session.windows === null ? {} : {windows: session.windows}),
  }
}

function triggerOf({kind, request, trigger}: Session, reader: Reader): SessionReport['trigger'] {
  if (kind === 'trigger-only') {
    const reason = trigger === null ? null : (reader.roamingNeeded(trigger).reason ?? null)
    return {reason, roamTrigger: null, atUs: trigger?.atUs ?? null}
  }
  if (kind !== 'roam') return null
  return {reason: request?.reason ?? null, roamTrigger: request?.roamTrigger ?? null, atUs: trigger?.atUs ?? null}
}
