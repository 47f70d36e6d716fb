import type {Problem} from '../events/place.js'
import type {Zone} from '../events/record.js'
import type {Micros} from '../events/units.js'
import type {Model} from '../parsers/capabilities.js'
import type {Encoding, FormatId} from '../parsers/parser.js'
import type {Confidence, EvidencePlace, Finding, RuleTally} from '../rules/finding.js'
import type {Outcome, SecurityClass, Service, SessionKind, Totals} from '../sessions/session.js'
import type {WindowsView} from '../sessions/windows/view.js'

/**
 * What is known about one capture, as plain data: the object of `analyze --format json`, key for key, and `said` of
 * evidence, which is for people. Every report is a rendering of this and of nothing else.
 */
export interface Analysis {
  readonly schemaVersion: 1
  readonly tool: {readonly name: 'roamscope'; readonly version: string}
  readonly verdict: {readonly text: string; readonly confidence: Confidence}
  readonly inputs: readonly InputReport[]
  readonly capture: CaptureReport
  readonly sessions: readonly SessionReport[]
  readonly findings: readonly Finding[]
  readonly rules: readonly RuleTally[]
}

export interface InputReport {
  readonly path: string
  readonly bytes: number
  readonly sha256: string | null
  readonly format: FormatId
  readonly encoding: Encoding
  readonly records: number
  readonly wifiRecords: number
  readonly undecoded: number
  readonly lostEvents: number
  readonly problems: readonly Problem[]
}

export interface CaptureReport {
  readonly startUs: Micros | null
  readonly endUs: Micros | null
  readonly granularityUs: number | null
  readonly zone: Zone
  readonly labels: Readonly<Record<string, string>>
  readonly adapters: readonly {readonly id: string; readonly name: string | null; readonly model: Model}[]
  readonly families: readonly string[]
  readonly lossSpans: readonly {readonly startUs: Micros; readonly endUs: Micros}[]
}

export interface SessionReport {
  readonly id: string
  readonly kind: SessionKind
  readonly partial: boolean
  readonly adapter: string
  readonly port: number | null
  readonly transactionId: number | null
  readonly source: 'driver' | 'autoconfig'
  readonly startUs: Micros
  readonly endUs: Micros | null
  readonly outcome: Outcome | null
  readonly class: SecurityClass | null
  readonly service: Service | null
  readonly oldPeer: string | null
  readonly newPeer: string | null
  readonly trigger: {
    readonly reason: number | null
    readonly roamTrigger: number | null
    readonly atUs: Micros | null
  } | null
  readonly totalsUs: Totals
  readonly phases: readonly {
    readonly name: string
    readonly attempt: number | null
    readonly startUs: Micros
    readonly durationUs: number | null
    readonly whose: string
  }[]
  readonly attempts: readonly {
    readonly bssid: string | null
    readonly status: number | null
    readonly dot11Status: number | null
    readonly atUs: Micros
  }[]
  /** Indices into `findings`. */
  readonly findings: readonly number[]
  readonly evidence: readonly EvidencePlace[]
  /** What WLAN AutoConfig says of it; absent where it says nothing (docs/decisions/2026-11-22-windows-view.md). */
  readonly windows?: WindowsView
}
