import type {Analysis, InputReport, SessionReport} from '../../src/analysis/analysis.js'
import {type Unjudged, verdict} from '../../src/analysis/verdict.js'
import type {Finding, RuleTally} from '../../src/rules/finding.js'

/** Hand-made analyses for the reports: each builder fills in a plain case, the test says what is special. */
export const input = (facts: Partial<InputReport> = {}): InputReport => ({
  path: 'trace.txt',
  bytes: 1_234_567,
  sha256: null,
  format: 'tracefmt',
  encoding: 'utf-8',
  records: 41_882,
  wifiRecords: 318,
  undecoded: 0,
  lostEvents: 0,
  problems: [],
  ...facts,
})

/** 2026-03-02T14:00:00Z */
export const t0 = 1_772_460_000_000_000

export const session = (facts: Partial<SessionReport> = {}): SessionReport => ({
  id: '7f3a9c12',
  kind: 'roam',
  partial: false,
  adapter: '0',
  port: 1,
  transactionId: 101,
  source: 'driver',
  startUs: t0,
  endUs: t0 + 82_000,
  outcome: 'success',
  class: 'psk',
  service: 'up',
  oldPeer: '02:00:00:00:0a:01',
  newPeer: '02:00:00:00:0b:01',
  trigger: {reason: 10, roamTrigger: 0, atUs: null},
  totalsUs: {tReq: 80_000, tTask: 82_000, tService: 124_000, gapL2: 60_000, gapService: 104_000},
  phases: [{name: 'prepare', attempt: null, startUs: t0, durationUs: 20_000, whose: 'driver'}],
  attempts: [{bssid: '02:00:00:00:0b:01', status: 0, dot11Status: 0, atUs: t0 + 80_000}],
  findings: [],
  evidence: [{input: 0, line: 12, offset: 3456}],
  ...facts,
})

export const finding = (facts: Partial<Finding> = {}): Finding => ({
  rule: 'ft-host-slow',
  verdict: 'violation',
  severity: 'info',
  confidence: 'high',
  blame: 'host',
  session: '7f3a9c12',
  atUs: t0 + 10_000,
  message: 'The host took 60.0 ms to answer FT_ASSOC_PARAMS_NEEDED of 02:00:00:00:0b:01 (budget 50 ms).',
  evidence: [
    {
      input: 0,
      line: 14,
      offset: 900,
      atUs: t0 + 10_000,
      text: '[2]0F24.1020::03/02/2026-14:00:00.010 [WDI] IND FT_ASSOC_PARAMS_NEEDED port 1',
      said: null,
    },
  ],
  expected: [],
  limits: [],
  source: 'netcx/ndis-status-wdi-indication-ft-assoc-params-needed',
  fingerprint: 'ab12cd34',
  ...facts,
})

export const tally = (facts: Partial<RuleTally> = {}): RuleTally => ({
  id: 'ft-host-slow',
  status: 'ran',
  reason: null,
  pass: 3,
  violation: 0,
  inconclusive: 0,
  notApplicable: 0,
  ...facts,
})

export function analysis(facts: Partial<Unjudged> = {}): Analysis {
  const unjudged: Unjudged = {
    schemaVersion: 1,
    tool: {name: 'roamscope', version: '0.1.0'},
    inputs: [input()],
    capture: {
      startUs: t0,
      endUs: t0 + 1_738_000_000,
      granularityUs: 1,
      zone: 'utc',
      labels: {},
      adapters: [{id: '0', name: null, model: 'wificx'}],
      families: ['M1', 'M3', 'IND'],
      lossSpans: [],
    },
    sessions: [session()],
    findings: [],
    rules: [tally()],
    ...facts,
  }
  return {...unjudged, verdict: verdict(unjudged)}
}
