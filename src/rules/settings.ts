import {ms, seconds} from '../events/units.js'

/** Numbers that the catalogue marks as heuristic or configurable; limits with a source are not settings. */
export const DEFAULT_SETTINGS = {
  /** `roam-over-voice-budget`, µs by class. */
  voiceBudgetUs: {psk: ms(150), '8021x': ms(300), ft: ms(100)},
  /** `ft-host-slow`: half of the 50 ms requirement. */
  ftHostUs: ms(25),
  /** `capture-undecoded-records`: share of the software-trace records. */
  undecodedShare: 0.01,
  /** `capture-order-suspect`, at least. */
  orderUs: ms(1),
  /** `link-state-not-reported`. */
  linkStateUs: seconds(15),
  /** `key-install-over-1s`. */
  keyInstallUs: seconds(1),
  /** `disconnect-complete-before-disassoc`: this much later counts as late, not as absent. */
  lateDisassociationUs: seconds(5),
} as const

export type Settings = typeof DEFAULT_SETTINGS
