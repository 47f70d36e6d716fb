import type {Rule} from '../rule.js'
import {saeAssocWithoutAuthentication} from './sae-assoc-without-authentication.js'
import {saeCommitLoop} from './sae-commit-loop.js'
import {saeConfirmBeforeCommit} from './sae-confirm-before-commit.js'
import {saeDespitePmkid} from './sae-despite-pmkid.js'
import {saeFailed} from './sae-failed.js'
import {saeFirstIndication} from './sae-first-indication.js'
import {saeFrameMissing} from './sae-frame-missing.js'
import {saeHostTimeout} from './sae-host-timeout.js'
import {saeOutsideTask} from './sae-outside-task.js'
import {saeResponseBssidMismatch} from './sae-response-bssid-mismatch.js'
import {saeResponseMissing} from './sae-response-missing.js'
import {saeResponsePayloadMissing} from './sae-response-payload-missing.js'
import {saeResponseTypeInvalid} from './sae-response-type-invalid.js'
import {saeWithoutSaeAuth} from './sae-without-sae-auth.js'

/** The SAE rules in the order of the catalogue. */
export const saeRules: readonly Rule[] = [
  saeOutsideTask,
  saeWithoutSaeAuth,
  saeFirstIndication,
  saeConfirmBeforeCommit,
  saeFrameMissing,
  saeResponseMissing,
  saeResponseTypeInvalid,
  saeResponsePayloadMissing,
  saeResponseBssidMismatch,
  saeDespitePmkid,
  saeAssocWithoutAuthentication,
  saeHostTimeout,
  saeCommitLoop,
  saeFailed,
]
