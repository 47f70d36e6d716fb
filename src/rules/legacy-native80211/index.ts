import type {Rule} from '../rule.js'
import {n80211AdhocFieldsNonzero} from './n80211-adhoc-fields-nonzero.js'
import {n80211AssocNested} from './n80211-assoc-nested.js'
import {n80211AssocOutsideOperation} from './n80211-assoc-outside-operation.js'
import {n80211AssocOver10s} from './n80211-assoc-over-10s.js'
import {n80211AssocSuccessTwice} from './n80211-assoc-success-twice.js'
import {n80211AssocUnpaired} from './n80211-assoc-unpaired.js'
import {n80211BeaconMissing} from './n80211-beacon-missing.js'
import {n80211BetterApRestart} from './n80211-better-ap-restart.js'
import {n80211ConnRoamOver10s} from './n80211-conn-roam-over-10s.js'
import {n80211ConnectStartOver10s} from './n80211-connect-start-over-10s.js'
import {n80211ConnectionUnpaired} from './n80211-connection-unpaired.js'
import {n80211DisassocBeforeAssoc} from './n80211-disassoc-before-assoc.js'
import {n80211DisassocOnImplicit} from './n80211-disassoc-on-implicit.js'
import {n80211FailedAssocFields} from './n80211-failed-assoc-fields.js'
import {n80211LinkQualityOver15s} from './n80211-link-quality-over-15s.js'
import {n80211MediaIndication} from './n80211-media-indication.js'
import {n80211NoRoamAfterLoss} from './n80211-no-roam-after-loss.js'
import {n80211PmkidListLate} from './n80211-pmkid-list-late.js'
import {n80211ResetLeavesPending} from './n80211-reset-leaves-pending.js'
import {n80211RoamAfterOsDisconnect} from './n80211-roam-after-os-disconnect.js'
import {n80211RoamBeforeConnect} from './n80211-roam-before-connect.js'
import {n80211RoamContinuesAfterSuccess} from './n80211-roam-continues-after-success.js'
import {n80211RoamDuringConnect} from './n80211-roam-during-connect.js'
import {n80211RoamNested} from './n80211-roam-nested.js'
import {n80211RoamNotCompleted} from './n80211-roam-not-completed.js'
import {n80211RoamSsidChange} from './n80211-roam-ssid-change.js'
import {n80211RoamStatusMismatch} from './n80211-roam-status-mismatch.js'
import {n80211RoamUnpaired} from './n80211-roam-unpaired.js'
import {n80211RoamWithoutAttempt} from './n80211-roam-without-attempt.js'
import {n80211ScanOver15s} from './n80211-scan-over-15s.js'

/** In the order of the catalogue. */
export const legacyNative80211Rules: readonly Rule[] = [
  n80211RoamNested,
  n80211RoamUnpaired,
  n80211RoamNotCompleted,
  n80211RoamBeforeConnect,
  n80211RoamDuringConnect,
  n80211ConnectionUnpaired,
  n80211ConnectStartOver10s,
  n80211AssocOutsideOperation,
  n80211AssocNested,
  n80211AssocUnpaired,
  n80211AssocSuccessTwice,
  n80211RoamContinuesAfterSuccess,
  n80211RoamStatusMismatch,
  n80211RoamWithoutAttempt,
  n80211BetterApRestart,
  n80211DisassocOnImplicit,
  n80211DisassocBeforeAssoc,
  n80211RoamAfterOsDisconnect,
  n80211NoRoamAfterLoss,
  n80211AdhocFieldsNonzero,
  n80211FailedAssocFields,
  n80211BeaconMissing,
  n80211MediaIndication,
  n80211ResetLeavesPending,
  n80211AssocOver10s,
  n80211ConnRoamOver10s,
  n80211ScanOver15s,
  n80211LinkQualityOver15s,
  n80211RoamSsidChange,
  n80211PmkidListLate,
]
