import type {Rule} from '../rule.js'
import {assocResultMissing} from './assoc-result-missing.js'
import {assocResultOutsideTask} from './assoc-result-outside-task.js'
import {assocSuccessTwice} from './assoc-success-twice.js'
import {attemptContinuedAfterSuccess} from './attempt-continued-after-success.js'
import {bssListMissingForGet} from './bss-list-missing-for-get.js'
import {completeFailureAfterSuccess} from './complete-failure-after-success.js'
import {completeSuccessButUnassociated} from './complete-success-but-unassociated.js'
import {connectBreaksOtherPort} from './connect-breaks-other-port.js'
import {disassocNotAssociated} from './disassoc-not-associated.js'
import {disconnectCompleteBeforeDisassoc} from './disconnect-complete-before-disassoc.js'
import {keysNotInstalled} from './keys-not-installed.js'
import {linkStateNotAssociated} from './link-state-not-associated.js'
import {roamDisassocAfterAssoc} from './roam-disassoc-after-assoc.js'
import {roamDisassocMissing} from './roam-disassoc-missing.js'
import {roamStayedAfterFailures} from './roam-stayed-after-failures.js'
import {roamingNeededDuringRoam} from './roaming-needed-during-roam.js'
import {roamingNeededNotAssociated} from './roaming-needed-not-associated.js'
import {secondaryDroppedDuringPrimaryRoam} from './secondary-dropped-during-primary-roam.js'
import {secondaryRoamOverlapsPrimary} from './secondary-roam-overlaps-primary.js'

/** In the order of the catalogue. */
export const sequenceRules: readonly Rule[] = [
  roamDisassocMissing,
  roamDisassocAfterAssoc,
  assocResultOutsideTask,
  assocResultMissing,
  assocSuccessTwice,
  attemptContinuedAfterSuccess,
  completeSuccessButUnassociated,
  completeFailureAfterSuccess,
  disassocNotAssociated,
  disconnectCompleteBeforeDisassoc,
  linkStateNotAssociated,
  roamingNeededNotAssociated,
  roamingNeededDuringRoam,
  roamStayedAfterFailures,
  keysNotInstalled,
  secondaryDroppedDuringPrimaryRoam,
  connectBreaksOtherPort,
  secondaryRoamOverlapsPrimary,
  bssListMissingForGet,
]
