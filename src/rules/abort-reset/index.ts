import type {Rule} from '../rule.js'
import {abortAfterCompletionRace} from './abort-after-completion-race.js'
import {abortAttemptsContinue} from './abort-attempts-continue.js'
import {abortBeforeStart} from './abort-before-start.js'
import {abortCompletionOver50ms} from './abort-completion-over-50ms.js'
import {abortConnectWithoutReset} from './abort-connect-without-reset.js'
import {abortNotAbortable} from './abort-not-abortable.js'
import {abortResponseMissing} from './abort-response-missing.js'
import {abortRoamWithoutReset} from './abort-roam-without-reset.js'
import {abortTargetUnknown} from './abort-target-unknown.js'
import {firmwareStalled} from './firmware-stalled.js'
import {recoveryOver10s} from './recovery-over-10s.js'
import {resetRecoveryLogged} from './reset-recovery-logged.js'
import {resetStateLeak} from './reset-state-leak.js'
import {resetWithoutDisconnect} from './reset-without-disconnect.js'
import {roamFailedNoRecovery} from './roam-failed-no-recovery.js'

/** The rules on aborts, resets and recovery in the order of the catalogue. */
export const abortResetRules: readonly Rule[] = [
  abortCompletionOver50ms,
  abortResponseMissing,
  abortBeforeStart,
  abortAfterCompletionRace,
  abortTargetUnknown,
  abortNotAbortable,
  abortRoamWithoutReset,
  abortConnectWithoutReset,
  abortAttemptsContinue,
  resetWithoutDisconnect,
  resetStateLeak,
  firmwareStalled,
  resetRecoveryLogged,
  recoveryOver10s,
  roamFailedNoRecovery,
]
