import type {Rule} from '../rule.js'
import {comebackIgnored} from './comeback-ignored.js'
import {criticalBtmNotFollowed} from './critical-btm-not-followed.js'
import {disconnectAfterRoam} from './disconnect-after-roam.js'
import {excessiveFailedCandidates} from './excessive-failed-candidates.js'
import {handshakeFailedAfterRoam} from './handshake-failed-after-roam.js'
import {pingPong} from './ping-pong.js'
import {recentFailureCandidateChosen} from './recent-failure-candidate-chosen.js'
import {repeatedNoRoam} from './repeated-no-roam.js'
import {roamStorm} from './roam-storm.js'
import {roamToWeakerAp} from './roam-to-weaker-ap.js'
import {roamingNeededAboveLlThreshold} from './roaming-needed-above-ll-threshold.js'
import {roamingNeededFlood} from './roaming-needed-flood.js'
import {stickyClient} from './sticky-client.js'

/** The rules on the quality of roaming in the order of the catalogue. */
export const roamQualityRules: readonly Rule[] = [
  pingPong,
  stickyClient,
  roamToWeakerAp,
  roamStorm,
  excessiveFailedCandidates,
  disconnectAfterRoam,
  handshakeFailedAfterRoam,
  repeatedNoRoam,
  roamingNeededFlood,
  roamingNeededAboveLlThreshold,
  criticalBtmNotFollowed,
  comebackIgnored,
  recentFailureCandidateChosen,
]
