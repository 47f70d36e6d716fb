import type {Rule} from '../rule.js'
import {commandHangM1M3} from './command-hang-m1-m3.js'
import {connectOverRequirement} from './connect-over-requirement.js'
import {ftHostSlow} from './ft-host-slow.js'
import {ftRoamOverRequirement} from './ft-roam-over-requirement.js'
import {keyInstallOver1s} from './key-install-over-1s.js'
import {linkStateNotReported} from './link-state-not-reported.js'
import {ndisOidOver12s} from './ndis-oid-over-12s.js'
import {propertyOverNormalTime} from './property-over-normal-time.js'
import {radioStateOver2s} from './radio-state-over-2s.js'
import {roamLatencyOutlier} from './roam-latency-outlier.js'
import {roamOverRequirement} from './roam-over-requirement.js'
import {roamOverVoiceBudget} from './roam-over-voice-budget.js'
import {scanOverLimit} from './scan-over-limit.js'
import {taskHangM3M4} from './task-hang-m3-m4.js'
import {taskOverNormalTime} from './task-over-normal-time.js'

/** In the order of the catalogue. */
export const timingRules: readonly Rule[] = [
  commandHangM1M3,
  taskHangM3M4,
  taskOverNormalTime,
  propertyOverNormalTime,
  ndisOidOver12s,
  roamOverRequirement,
  ftRoamOverRequirement,
  connectOverRequirement,
  scanOverLimit,
  radioStateOver2s,
  linkStateNotReported,
  keyInstallOver1s,
  roamOverVoiceBudget,
  ftHostSlow,
  roamLatencyOutlier,
]
