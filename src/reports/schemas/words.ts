import type {Model} from '../../parsers/capabilities.js'
import type {Encoding, FormatId} from '../../parsers/parser.js'
import type {Confidence} from '../../rules/finding.js'
import type {Basis, Blame, Category, LimitCode, Severity, SourceClass} from '../../rules/rule.js'
import type {Outcome, SecurityClass, Service, SessionKind, Whose} from '../../sessions/session.js'
import {oneOf, type Schema} from './parts.js'

/** The compiler sees to it that every word of the type is listed. */
const all = <T extends string>(words: Readonly<Record<T, true>>) => Object.keys(words) as unknown as readonly T[]
const words = <T extends string>(record: Readonly<Record<T, true>>): Schema => oneOf(...all(record))

export const severity = words<Severity>({error: true, warning: true, info: true})
export const confidence = words<Confidence>({high: true, medium: true, low: true})
export const blame = words<Blame>({driver: true, host: true, ap: true, either: true, capture: true})
export const basis = words<Basis>({V: true, O: true, A: true, D: true, S: true, M: true})
export const model = words<Model>({wificx: true, wdi: true, native80211: true, unknown: true})
export const service = words<Service>({up: true, 'no keys': true, broken: true, unknown: true})

export const sourceClass = words<SourceClass>({
  MUST: true,
  DV: true,
  STD: true,
  REQ: true,
  SHOULD: true,
  DESC: true,
  HEUR: true,
})

export const category = words<Category>({
  'capture-health': true,
  'task-lifecycle': true,
  timing: true,
  sequence: true,
  payload: true,
  ft: true,
  sae: true,
  mlo: true,
  'abort-reset': true,
  'roam-quality': true,
  'legacy-native80211': true,
  autoconfig: true,
  user: true,
})

export const limit = words<LimitCode>({
  'L-LOSS': true,
  'L-EDGE': true,
  'L-GRAN': true,
  'L-HOST': true,
  'L-FRAME': true,
  'L-CAP': true,
  'L-TXN': true,
  'L-MLD': true,
  'L-STATE': true,
  'L-MODEL': true,
})

export const sessionKinds = all<SessionKind>({
  roam: true,
  connect: true,
  'legacy-roam': true,
  'legacy-connect': true,
  disconnect: true,
  'trigger-only': true,
  scan: true,
  reset: true,
  'link-change': true,
  task: true,
})

export const outcomes = all<Outcome>({
  success: true,
  stayed: true,
  failed: true,
  aborted: true,
  'aborted-before-disassoc': true,
  'aborted-after-disassoc': true,
  hung: true,
  rejected: true,
  'device-reset': true,
  incomplete: true,
})

export const securityClasses = all<SecurityClass>({
  ft: true,
  sae: true,
  pmkid: true,
  '8021x': true,
  psk: true,
  owe: true,
  open: true,
  unknown: true,
})

export const securityClass = oneOf(...securityClasses)

export const whose = words<Whose>({
  driver: true,
  host: true,
  'driver and AP': true,
  'no link layer': true,
  'no traffic': true,
  'handshake with the AP and host': true,
})

export const encoding = words<Encoding>({
  'utf-8': true,
  'utf-16le': true,
  'utf-16be': true,
  'windows-1252': true,
  binary: true,
})

export const format = words<FormatId>({
  scenario: true,
  tracefmt: true,
  netsh: true,
  pktmon: true,
  wmitrace: true,
  ifr: true,
  ndiskd: true,
  'tracefmt-csv': true,
  traceview: true,
  'tracerpt-csv': true,
  'tracerpt-xml': true,
  'event-xml': true,
  'eventviewer-csv': true,
  'eventviewer-txt': true,
  'export-csv': true,
  clixml: true,
  'convertto-json': true,
  'wevtutil-text': true,
  silketw: true,
  'perfview-csv': true,
  'perfview-xml': true,
  traceevent: true,
  xperf: true,
  'message-analyzer': true,
  'wlanreport-xml': true,
  'wlanreport-html': true,
  summary: true,
  tat: true,
  etl: true,
  evtx: true,
  text: true,
  unknown: true,
})
