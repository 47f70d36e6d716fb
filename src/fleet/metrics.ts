import type {Outcome, SecurityClass} from '../sessions/session.js'
import type {Example} from './bag.js'
import type {Limit} from './limits.js'
import type {Share, Time} from './statistics.js'

/** Sessions by how they ended; `unknown`: the status of the completion is not exported. */
export type Outcomes = Readonly<Record<Outcome | 'unknown', number>>
export type Times = Readonly<Record<'all' | SecurityClass, Time>>

export interface Code {
  /** WDI_ASSOC_STATUS, or DOT11_ASSOC_STATUS on Native 802.11 adapters. */
  readonly set: string
  readonly status: number | null
  readonly statusName: string | null
  /** 802.11 status code of a failed attempt, reason code of a disassociation. */
  readonly code: number | null
  readonly codeName: string | null
  readonly n: number
  readonly classes: readonly {readonly class: SecurityClass | null; readonly n: number}[]
  /** First three bytes of the access point's address, the ten most frequent. */
  readonly vendors: readonly {readonly prefix: string | null; readonly n: number}[]
  readonly example: Example | null
}

export interface PairFigures {
  readonly n: number
  readonly success: number
  readonly medianTReqUs: number | null
  /** New access point over the old one. */
  readonly medianRssiDb: number | null
}

export interface PairMatrix {
  readonly pairs: readonly ({readonly from: string; readonly to: string} & PairFigures)[]
  /** Pairs that occurred less than three times. */
  readonly other: {readonly pairs: number} & PairFigures
}

export interface LimitFigures extends Limit {
  readonly judged: number
  readonly violated: number
  readonly inconclusive: number
  readonly notApplicable: number
}

/** The metrics of rules.md part D in its order, key for key as the contract has them. */
export interface Metrics {
  readonly roamSuccess: Share & {readonly outcomes: Outcomes}
  readonly roamSuccessStrict: Share
  readonly stayShare: Share
  readonly connectSuccess: Share & {readonly outcomes: Outcomes}
  readonly roamRate: {readonly roams: number; readonly associatedUs: number; readonly perHour: number | null}
  readonly timeToRoam: {readonly tReq: Times; readonly tTask: Times; readonly tService: Times}
  readonly outage: {
    readonly n: number
    readonly measured: number
    /** Those among them that end with the association, because keys are not exported: too short. */
    readonly fromGapL2: number
    readonly sumUs: number
    readonly associatedUs: number
    readonly perHourUs: number | null
  }
  readonly ftShare: Share
  readonly ftShareOfEligible: Share
  readonly ftFallback: Share
  readonly pmkidFallback: Share
  readonly pingPong: Share & {readonly windowUs: number}
  readonly bandFlip: Share & {readonly windowUs: number}
  readonly failedCandidates: {
    readonly failed: number
    readonly n: number
    readonly perRoam: number | null
    readonly none: Share
  }
  readonly disconnectAfterRoam: Share
  readonly handshakeFailures: Share
  readonly triggerMix: {
    readonly sessions: readonly {
      readonly reason: number | null
      readonly reasonName: string | null
      readonly roamTrigger: number | null
      readonly roamTriggerName: string | null
      readonly n: number
    }[]
    readonly driverTriggered: Share
  }
  readonly triggerYield: Share
  readonly topCodes: {readonly attempts: readonly Code[]; readonly disassociations: readonly Code[]}
  readonly apPairs: {
    readonly byAddress: PairMatrix
    readonly byVendor: PairMatrix
    /** Roams of which one end is not known. */
    readonly unknown: number
  }
  readonly hostShare: {
    readonly n: number
    readonly hostUs: number
    readonly tServiceUs: number
    readonly share: number | null
    readonly longest: Share
  }
  readonly limits: readonly LimitFigures[]
}
