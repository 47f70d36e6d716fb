import type {Machine} from '../../autoconfig/states.js'
import type {Micros} from '../../events/units.js'

/** How long a state machine of Windows stood in one state. */
export interface Stay {
  readonly state: string
  readonly fromUs: Micros
  /** µs until the next move; null: no further one was recorded. */
  readonly us: number | null
}

/** One state machine of Windows in the course of a session. */
export interface Track {
  readonly machine: Machine
  readonly states: readonly Stay[]
}

export interface MachineState {
  readonly machine: Machine
  readonly state: string
}

/** Why Windows gave up or let go: a number where it was exported, Windows' own words where they were. */
export interface WindowsReason {
  readonly code: number | null
  readonly text: string | null
}

/** What WLAN AutoConfig says of a connect, roam or disconnect; null where it does not say. */
export interface WindowsView {
  readonly outcome: 'success' | 'failed' | 'aborted' | 'incomplete' | null
  readonly ssid: string | null
  readonly profile: string | null
  readonly mode: string | null
  readonly phy: string | null
  readonly authentication: string | null
  readonly cipher: string | null
  readonly onex: boolean | null
  readonly reason: WindowsReason | null
  readonly dot11Status: number | null
  /** dBm. */
  readonly rssi: number | null
  /** 802.1X began, and was begun again. */
  readonly onexStarts: number
  readonly onexRestarts: number
  /** State machines from their first moves in the session on. */
  readonly tracks: readonly Track[]
  /** Where what went wrong began, as far as state machines show it. */
  readonly lastGood: MachineState | null
  readonly firstBad: MachineState | null
  /** Where Windows' outcome is not the driver's: one sentence. */
  readonly disagreement: string | null
}
