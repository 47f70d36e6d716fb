import type {Rule} from '../rule.js'
import {ftAuthRequestMalformed} from './ft-auth-request-malformed.js'
import {ftAuthResponseInconsistent} from './ft-auth-response-inconsistent.js'
import {ftDeadlineExceeded} from './ft-deadline-exceeded.js'
import {ftFallback} from './ft-fallback.js'
import {ftInFipsMode} from './ft-in-fips-mode.js'
import {ftNotUsedInMobilityDomain} from './ft-not-used-in-mobility-domain.js'
import {ftOutsideRoamTask} from './ft-outside-roam-task.js'
import {ftParamsNotFromOsCandidates} from './ft-params-not-from-os-candidates.js'
import {ftParamsOnInitialConnect} from './ft-params-on-initial-connect.js'
import {ftParamsResponseIncomplete} from './ft-params-response-incomplete.js'
import {ftReassocAfterHostFailure} from './ft-reassoc-after-host-failure.js'
import {ftReassocWithoutHostParams} from './ft-reassoc-without-host-params.js'
import {ftResponseMissing} from './ft-response-missing.js'
import {ftUnsupportedAkm} from './ft-unsupported-akm.js'
import {pmkOrFtRejectedByAp} from './pmk-or-ft-rejected-by-ap.js'

/** In the order of the catalogue. */
export const ftRules: readonly Rule[] = [
  ftOutsideRoamTask,
  ftResponseMissing,
  ftParamsResponseIncomplete,
  ftReassocWithoutHostParams,
  ftReassocAfterHostFailure,
  ftParamsNotFromOsCandidates,
  ftAuthRequestMalformed,
  ftAuthResponseInconsistent,
  ftInFipsMode,
  ftUnsupportedAkm,
  ftNotUsedInMobilityDomain,
  ftParamsOnInitialConnect,
  ftFallback,
  pmkOrFtRejectedByAp,
  ftDeadlineExceeded,
]
