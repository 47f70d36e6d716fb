import {count, integer, list, micros, object, oneOf, orNull, type Schema, text} from './parts.js'
import * as words from './words.js'

/** Properties of the objects that several outputs share. */
export const span = object({startUs: micros, endUs: micros})
export const adapter = object({id: text, name: orNull(text), model: words.model})
export const place = {input: count, line: count, offset: count}

export const input: Readonly<Record<string, Schema>> = {
  path: text,
  bytes: count,
  sha256: orNull({type: 'string', pattern: '^[0-9a-f]{64}$'}),
  format: words.format,
  encoding: words.encoding,
  records: count,
  wifiRecords: count,
  undecoded: count,
  lostEvents: count,
  problems: list(object({offset: count, line: count, message: text})),
}

export const zone = oneOf('utc', 'local', 'relative')

export const capture: Readonly<Record<string, Schema>> = {
  startUs: orNull(micros),
  endUs: orNull(micros),
  granularityUs: orNull({type: 'number', exclusiveMinimum: 0}),
  zone,
  labels: {type: 'object', additionalProperties: text},
  adapters: list(adapter),
  families: list(oneOf('M1', 'M3', 'IND', 'LOG', 'TASK', 'PROP')),
  lossSpans: list(span),
}

export const session: Readonly<Record<string, Schema>> = {
  id: text,
  kind: oneOf(...words.sessionKinds),
  partial: {type: 'boolean'},
  adapter: text,
  port: orNull(count),
  transactionId: orNull(count),
  source: oneOf('driver', 'autoconfig'),
  startUs: micros,
  endUs: orNull(micros),
  outcome: orNull(oneOf(...words.outcomes)),
  class: orNull(words.securityClass),
  service: orNull(words.service),
  oldPeer: orNull(text),
  newPeer: orNull(text),
  trigger: orNull(object({reason: orNull(integer), roamTrigger: orNull(integer), atUs: orNull(micros)})),
  totalsUs: object({
    tReq: orNull(integer),
    tTask: orNull(integer),
    tService: orNull(integer),
    gapL2: orNull(integer),
    gapService: orNull(integer),
  }),
  phases: list(
    object({
      name: text,
      attempt: orNull({type: 'integer', minimum: 1}),
      startUs: micros,
      durationUs: orNull(integer),
      whose: words.whose,
    }),
  ),
  attempts: list(object({bssid: orNull(text), status: orNull(integer), dot11Status: orNull(integer), atUs: micros})),
  findings: list(count),
  evidence: list(object(place)),
  windows: object({
    outcome: orNull(oneOf('success', 'failed', 'aborted', 'incomplete')),
    ssid: orNull(text),
    profile: orNull(text),
    mode: orNull(text),
    phy: orNull(text),
    authentication: orNull(text),
    cipher: orNull(text),
    onex: orNull({type: 'boolean'}),
    reason: orNull(object({code: orNull(count), text: orNull(text)})),
    dot11Status: orNull(integer),
    rssi: orNull(integer),
    onexStarts: count,
    onexRestarts: count,
    tracks: list(object({machine: text, states: list(object({state: text, fromUs: micros, us: orNull(integer)}))})),
    lastGood: orNull(object({machine: text, state: text})),
    firstBad: orNull(object({machine: text, state: text})),
    disagreement: orNull(text),
  }),
}

export const finding: Readonly<Record<string, Schema>> = {
  rule: text,
  verdict: oneOf('violation', 'inconclusive'),
  severity: words.severity,
  confidence: words.confidence,
  blame: words.blame,
  session: orNull(text),
  atUs: orNull(micros),
  message: text,
  evidence: list(object({...place, atUs: micros, text})),
  expected: list(text),
  limits: list(words.limit),
  source: text,
  fingerprint: text,
}

export const rule: Readonly<Record<string, Schema>> = {
  id: text,
  status: oneOf('ran', 'not-applicable', 'crashed'),
  reason: orNull(text),
  pass: count,
  violation: count,
  inconclusive: count,
  notApplicable: count,
}

export const verdict: Readonly<Record<string, Schema>> = {text, confidence: words.confidence}
export const tool = object({name: {const: 'roamscope'}, version: text})
export const schemaVersion: Schema = {const: 1}
