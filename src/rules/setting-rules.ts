import type {Settings} from './settings.js'

/** The rules whose verdicts depend on a setting. */
export const SETTING_RULES: Readonly<Record<Exclude<keyof Settings, 'profile'>, readonly string[]>> = {
  voiceBudgetUs: ['roam-over-voice-budget'],
  ftHostUs: ['ft-host-slow'],
  undecodedShare: ['capture-undecoded-records'],
  orderUs: ['capture-order-suspect'],
  linkStateUs: ['link-state-not-reported'],
  keyInstallUs: ['key-install-over-1s'],
  lateDisassociationUs: ['disconnect-complete-before-disassoc'],
  saeCommits: ['sae-commit-loop'],
  linksLeftUs: ['mlo-disassoc-with-links-left'],
  resetLagUs: ['reset-state-leak'],
  recoveryStartUs: ['roam-failed-no-recovery'],
  pingPongUs: ['ping-pong'],
  pingPongStrongUs: ['ping-pong'],
  pingPongPairUs: ['ping-pong'],
  sticky: ['sticky-client'],
  weaker: ['roam-to-weaker-ap'],
  roamStorm: ['roam-storm'],
  failedCandidates: ['excessive-failed-candidates'],
  brokenAfterRoamUs: ['disconnect-after-roam', 'handshake-failed-after-roam'],
  handshakeFailedUs: ['handshake-failed-after-roam'],
  repeatedNoRoam: ['repeated-no-roam'],
  triggerFlood: ['roaming-needed-flood'],
}
