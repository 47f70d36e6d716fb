import {createHash} from 'node:crypto'
import type {Adapter} from '../sessions/adapter.js'
import {withDuration, withoutDurations} from './durations.js'
import type {Confidence, Finding} from './finding.js'
import type {LimitCode, Observation, Rule, Severity} from './rule.js'
import {said} from './said.js'
import type {Trace} from './trace.js'
import {isInconclusive} from './verdict.js'

const STEPS: readonly Confidence[] = ['high', 'medium', 'low']

/** The finding of an observation, its message with what only the whole judgement can add: severity by model, confidence by limit codes, evidence in the order of time. */
export function toFinding(
  {meta}: Rule,
  observation: Observation,
  adapter: Adapter | null,
  trace: Trace,
  addition?: string,
): Finding {
  const undone = observation.undone ?? []
  const onWificx = adapter?.model === 'wificx' && meta.limits.includes('L-MODEL')
  const limits: LimitCode[] = [
    ...new Set([...undone, ...(observation.lowered ?? []), ...(onWificx ? ['L-MODEL' as const] : [])]),
  ]
  const session = sessionFor(observation, trace)
  const evidence = [...observation.evidence].sort((a, b) => a.seq - b.seq)
  const blame = observation.blame ?? (typeof meta.blame === 'string' ? meta.blame : (meta.blame[0] ?? 'either'))
  const whole = addition === undefined ? observation.message : `${observation.message} ${addition}`
  const message = trace.capture.startUs === null ? withoutDurations(whole) : whole
  return {
    rule: meta.id,
    verdict: isInconclusive(observation) ? 'inconclusive' : 'violation',
    severity: observation.severity ?? severityOf(meta.severity, adapter),
    confidence: confidenceOf(limits.length, observation.confidence),
    blame,
    session,
    atUs: observation.atUs,
    message: withDuration(meta.id, message, trace.settings.profile),
    evidence: evidence.map(event => {
      const {place, atUs, text} = event
      return {input: place.input, line: place.line, offset: place.offset, atUs, text, said: said(event)}
    }),
    expected: observation.expected ?? [],
    limits,
    source: meta.source,
    fingerprint: fingerprint([meta.id, session, observation.atUs, observation.message]),
  }
}

export function severityOf(severity: Rule['meta']['severity'], adapter: Adapter | null): Severity {
  if (typeof severity === 'string') return severity
  return adapter?.model === 'wificx' ? severity.wificx : severity.wdi
}

/** One step down for each limit code; `cap` where the catalogue names a confidence itself. */
function confidenceOf(codes: number, cap: 'medium' | 'low' | undefined): Confidence {
  const step = Math.max(Math.min(codes, 2), cap === undefined ? 0 : STEPS.indexOf(cap))
  return STEPS[step] ?? 'low'
}

function sessionFor(observation: Observation, trace: Trace): string | null {
  if (observation.session !== undefined) return observation.session?.id ?? null
  for (const event of observation.evidence) {
    const session = trace.sessionAt(event)
    if (session !== null) return session.id
  }
  return null
}

function fingerprint(parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
