import type {Analysis, CaptureReport, InputReport, SessionReport} from '../analysis/analysis.js'
import type {Finding, RuleTally} from '../rules/finding.js'

/**
 * The objects of the public JSON, key for key in the order of the contract, whatever order the engine built
 * them in: same input, same bytes.
 */
export const inputShape = (input: InputReport) => ({
  path: input.path,
  bytes: input.bytes,
  sha256: input.sha256,
  format: input.format,
  encoding: input.encoding,
  records: input.records,
  wifiRecords: input.wifiRecords,
  undecoded: input.undecoded,
  lostEvents: input.lostEvents,
  problems: input.problems.map(({offset, line, message}) => ({offset, line, message})),
})

export const captureShape = (capture: CaptureReport) => ({
  startUs: capture.startUs,
  endUs: capture.endUs,
  granularityUs: capture.granularityUs,
  zone: capture.zone,
  labels: sorted(capture.labels),
  adapters: capture.adapters.map(({id, name, model}) => ({id, name, model})),
  families: [...capture.families],
  lossSpans: capture.lossSpans.map(({startUs, endUs}) => ({startUs, endUs})),
})

export const sessionShape = (session: SessionReport) => ({
  id: session.id,
  kind: session.kind,
  partial: session.partial,
  adapter: session.adapter,
  port: session.port,
  transactionId: session.transactionId,
  source: session.source,
  startUs: session.startUs,
  endUs: session.endUs,
  outcome: session.outcome,
  class: session.class,
  service: session.service,
  oldPeer: session.oldPeer,
  newPeer: session.newPeer,
  trigger: session.trigger && {
    reason: session.trigger.reason,
    roamTrigger: session.trigger.roamTrigger,
    atUs: session.trigger.atUs,
  },
  totalsUs: {
    tReq: session.totalsUs.tReq,
    tTask: session.totalsUs.tTask,
    tService: session.totalsUs.tService,
    gapL2: session.totalsUs.gapL2,
    gapService: session.totalsUs.gapService,
  },
  phases: session.phases.map(({name, attempt, startUs, durationUs, whose}) => ({
    name,
    attempt,
    startUs,
    durationUs,
    whose,
  })),
  attempts: session.attempts.map(({bssid, status, dot11Status, atUs}) => ({bssid, status, dot11Status, atUs})),
  findings: [...session.findings],
  evidence: session.evidence.map(({input, line, offset}) => ({input, line, offset})),
  ...(session.windows === undefined ? {} : {windows: windowsShape(session.windows)}),
})

const windowsShape = (view: NonNullable<SessionReport['windows']>) => ({
  outcome: view.outcome,
  ssid: view.ssid,
  profile: view.profile,
  mode: view.mode,
  phy: view.phy,
  authentication: view.authentication,
  cipher: view.cipher,
  onex: view.onex,
  reason: view.reason && {code: view.reason.code, text: view.reason.text},
  dot11Status: view.dot11Status,
  rssi: view.rssi,
  onexStarts: view.onexStarts,
  onexRestarts: view.onexRestarts,
  tracks: view.tracks.map(({machine, states}) => ({
    machine,
    states: states.map(({state, fromUs, us}) => ({state, fromUs, us})),
  })),
  lastGood: view.lastGood && {machine: view.lastGood.machine, state: view.lastGood.state},
  firstBad: view.firstBad && {machine: view.firstBad.machine, state: view.firstBad.state},
  disagreement: view.disagreement,
})

export const findingShape = (finding: Finding) => ({
  rule: finding.rule,
  verdict: finding.verdict,
  severity: finding.severity,
  confidence: finding.confidence,
  blame: finding.blame,
  session: finding.session,
  atUs: finding.atUs,
  message: finding.message,
  evidence: finding.evidence.map(({input, line, offset, atUs, text}) => ({input, line, offset, atUs, text})),
  expected: [...finding.expected],
  limits: [...finding.limits],
  source: finding.source,
  fingerprint: finding.fingerprint,
})

export const ruleShape = (rule: RuleTally) => ({
  id: rule.id,
  status: rule.status,
  reason: rule.reason,
  pass: rule.pass,
  violation: rule.violation,
  inconclusive: rule.inconclusive,
  notApplicable: rule.notApplicable,
})

export const verdictShape = ({text, confidence}: Analysis['verdict']) => ({text, confidence})
export const toolShape = ({name, version}: Analysis['tool']) => ({name, version})

/** Keys in code-unit order; no prototype, so that a label named `__proto__` is a label. */
function sorted(labels: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = Object.create(null)
  for (const key of Object.keys(labels).sort()) result[key] = labels[key] as string
  return result
}
