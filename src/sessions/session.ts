import type {TraceEvent} from '../events/event.js'
import type {Mac, Maybe, Micros} from '../events/units.js'
import type {AssociationEntry} from '../wdi/facts.js'
import type {Adapter} from './adapter.js'
import type {Task} from './task.js'
import type {WindowsView} from './windows/view.js'

export type SessionKind =
  | 'roam'
  | 'connect'
  | 'legacy-roam'
  | 'legacy-connect'
  | 'disconnect'
  | 'trigger-only'
  | 'scan'
  | 'reset'
  | 'link-change'
  | 'task'

/** rules.md A.5. */
export type Outcome =
  | 'success'
  | 'stayed'
  | 'failed'
  | 'aborted'
  | 'aborted-before-disassoc'
  | 'aborted-after-disassoc'
  | 'hung'
  | 'rejected'
  | 'device-reset'
  | 'incomplete'

/** rules.md A.4. */
export type SecurityClass = 'ft' | 'sae' | 'pmkid' | '8021x' | 'psk' | 'owe' | 'open' | 'unknown'

export type Service = 'up' | 'no keys' | 'broken' | 'unknown'

export type Whose =
  | 'driver'
  | 'host'
  | 'driver and AP'
  | 'no link layer'
  | 'no traffic'
  | 'handshake with the AP and host'

/** rules.md A.7. */
export interface Phase {
  readonly name: string
  /** Number of the attempt, from 1, for phases that occur once an attempt. */
  readonly attempt: number | null
  readonly startUs: Micros
  /** null: unmeasured, because a lost event may lie between the ends. */
  readonly durationUs: number | null
  readonly whose: Whose
}

/** One result entry of a task; a container may report several attempts at one time. */
export interface Attempt {
  /** From 1, in the order of the results. */
  readonly number: number
  readonly event: TraceEvent
  readonly entry: AssociationEntry
  readonly bssid: Mac | null
  /** Of the entry: WDI_ASSOC_STATUS, 802.11 status code, band. */
  readonly status: Maybe<number>
  readonly code: Maybe<number>
  readonly band: Maybe<number>
  readonly succeeded: boolean
}

/** One FT indication and the answer that A.0 assigns to it. */
export interface FtExchange {
  readonly indication: TraceEvent
  readonly bssid: Mac | null
  readonly answer: TraceEvent | null
  /** First event that ended the wait: the answer, a result for the BSSID, the next FT indication, the completion. */
  readonly end: TraceEvent | null
  readonly result: Attempt | null
}

/** One SAE indication and its answer. */
export interface SaeExchange {
  readonly indication: TraceEvent
  readonly bssid: Mac | null
  readonly type: number | null
  readonly answer: TraceEvent | null
  readonly answerType: number | null
  /** First event that ended the wait, as for FT. */
  readonly end: TraceEvent | null
  readonly result: Attempt | null
}

/** Why the host asks for a roam, from the connection settings. */
export interface RoamRequest {
  readonly reason: Maybe<number>
  readonly roamTrigger: Maybe<number>
}

export interface Totals {
  readonly tReq: number | null
  readonly tTask: number | null
  readonly tService: number | null
  readonly gapL2: number | null
  readonly gapService: number | null
}

/** What happened on one port from one trigger or command to its end (rules.md A.3). */
export interface Session {
  readonly id: string
  readonly kind: SessionKind
  readonly partial: boolean
  readonly adapter: Adapter
  readonly port: number | null
  readonly transactionId: number | null
  readonly task: Task | null
  /** First record, a trigger included. */
  readonly startUs: Micros
  /** The record that closes the session; null without one. */
  readonly endUs: Micros | null
  readonly outcome: Outcome | null
  readonly class: SecurityClass | null
  readonly service: Service | null
  /** Link addresses, as far as they are known. */
  readonly oldPeer: Mac | null
  readonly newPeer: Mac | null
  /** What the host said with the command of a roam; null: nothing, or not exported. */
  readonly request: RoamRequest | null
  /** ROAMING_NEEDED that the session answers (A.0). */
  readonly trigger: TraceEvent | null
  /** TASK_SCAN between trigger and roam. */
  readonly triggerScan: Task | null
  /** Own records in order of time: trigger, command, response, indications, direct commands, completion. */
  readonly events: readonly TraceEvent[]
  /** Service tail: keys, link state, disassociation, up to 30 s or the next task on the port. */
  readonly tail: readonly TraceEvent[]
  readonly attempts: readonly Attempt[]
  /** Last successful attempt, whatever became of it. */
  readonly success: Attempt | null
  readonly ft: readonly FtExchange[]
  readonly sae: readonly SaeExchange[]
  /** DISASSOCIATION records inside the task. */
  readonly disassociations: readonly TraceEvent[]
  /** M1 and M3 of the first SET_ADD_CIPHER_KEYS with a pairwise key for the new peer. */
  readonly key: {readonly m1: TraceEvent; readonly m3: TraceEvent | null} | null
  readonly phases: readonly Phase[]
  readonly totals: Totals
  /** Who tells of it: messages of the driver, or WLAN AutoConfig alone. */
  readonly source: 'driver' | 'autoconfig'
  /** Events of WLAN AutoConfig that tell of it. */
  readonly told: readonly TraceEvent[]
  /** What they say; null: there are none. */
  readonly windows: WindowsView | null
}
