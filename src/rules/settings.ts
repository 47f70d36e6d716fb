import {type Micros, ms, seconds} from '../events/units.js'
import {KEY_WINDOWS} from '../sessions/service.js'

/** No budget: roams of the class are not judged. */
type Budget = Micros | null

const NONE = null as Budget

/** Numbers that the catalogue marks as heuristic or configurable; limits with a source are not settings. */
export const DEFAULT_SETTINGS = {
  /** Whose numbers these are, for findings that name them. */
  profile: 'doc',
  /** `roam-over-voice-budget`, µs by class. */
  voiceBudgetUs: {
    psk: ms(150) as Budget,
    '8021x': ms(300) as Budget,
    ft: ms(100) as Budget,
    pmkid: NONE,
    sae: NONE,
    owe: NONE,
    open: NONE,
  },
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
  /** `keys-not-installed`, after the completion: with 802.1X, and with everything else that needs keys. */
  keyWindowUs: {...KEY_WINDOWS},
  /** `disconnect-complete-before-disassoc`: this much later counts as late, not as absent. */
  lateDisassociationUs: seconds(5),
  /** `roam-reason-not-forwarded`: how old the trigger of a roam may be. */
  roamReasonUs: seconds(10),
  /** `sae-commit-loop`: first commit, token, one change of the group. */
  saeCommits: 3,
  /** `mlo-disassoc-with-links-left`. */
  linksLeftUs: seconds(5),
  /** `reset-state-leak`: what may still have been on its way, at least. */
  resetLagUs: ms(5),
  /** `roam-failed-no-recovery`. */
  recoveryStartUs: seconds(10),
  /** `ping-pong`: W of the metrics; strong below the second, or with two returns of a pair within the third. */
  pingPongUs: seconds(10),
  pingPongStrongUs: seconds(3),
  pingPongPairUs: seconds(60),
  /** `sticky-client`: dBm, dB, how long. */
  sticky: {weakDbm: -75, betterDb: 12, forUs: seconds(30)},
  /** `roam-to-weaker-ap`: dB, and the oldest signal of the serving AP that still counts. */
  weaker: {db: 6, strongDb: 10, freshUs: seconds(10)},
  /** `roam-storm`: more than this many in the time. */
  roamStorm: {most: 5, withinUs: seconds(60)},
  /** `excessive-failed-candidates`: at least. */
  failedCandidates: 3,
  /** `disconnect-after-roam`, and the shorter window of `handshake-failed-after-roam`. */
  brokenAfterRoamUs: seconds(30),
  handshakeFailedUs: seconds(10),
  /** `repeated-no-roam`: at least this many in the time. */
  repeatedNoRoam: {least: 3, withinUs: seconds(60)},
  /** `roaming-needed-flood`: more than this many in the time. */
  triggerFlood: {most: 3, withinUs: seconds(10)},
  /** `n80211-no-roam-after-loss`. */
  legacyRoamStartUs: seconds(10),
}

export type Settings = Frozen<typeof DEFAULT_SETTINGS>

type Frozen<T> = {readonly [K in keyof T]: T[K] extends object ? Frozen<T[K]> : T[K]}

/** Settings that differ from others. */
export type SettingChanges = {
  readonly [K in keyof Settings]?: Settings[K] extends object ? Partial<Settings[K]> : Settings[K]
}

/** The same settings with some of them changed. */
export function changed(settings: Settings, changes: SettingChanges): Settings {
  const groups = Object.entries(settings).map(([key, value]) => {
    const change = changes[key as keyof Settings]
    if (change === undefined) return [key, value]
    return [key, typeof value === 'object' ? {...value, ...(change as object)} : change]
  })
  return Object.fromEntries(groups)
}
