import type {Rule} from '../rule.js'
import {assocComebackMissing} from './assoc-comeback-missing.js'
import {assocFailFrameMissing} from './assoc-fail-frame-missing.js'
import {assocStatusCodeInconsistent} from './assoc-status-code-inconsistent.js'
import {authFailFrameMissing} from './auth-fail-frame-missing.js'
import {authFrameUnexpected} from './auth-frame-unexpected.js'
import {bandUnavailable} from './band-unavailable.js'
import {btmCapabilityMissing} from './btm-capability-missing.js'
import {candidateDisallowed} from './candidate-disallowed.js'
import {candidateNotAllowed} from './candidate-not-allowed.js'
import {candidateNotPreferred} from './candidate-not-preferred.js'
import {candidateOutsideList} from './candidate-outside-list.js'
import {candidateWrongSsid} from './candidate-wrong-ssid.js'
import {disassocWrongPeer} from './disassoc-wrong-peer.js'
import {extraAssocIesMissing} from './extra-assoc-ies-missing.js'
import {fipsSppAmsdu} from './fips-spp-amsdu.js'
import {fipsWithMfp} from './fips-with-mfp.js'
import {hostDisconnectStatus} from './host-disconnect-status.js'
import {keyPeerMismatch} from './key-peer-mismatch.js'
import {linkStateWrongPeer} from './link-state-wrong-peer.js'
import {mandatoryTlvMissing} from './mandatory-tlv-missing.js'
import {mfpAdvertisementMismatch} from './mfp-advertisement-mismatch.js'
import {oweDhMissing} from './owe-dh-missing.js'
import {oweGroupFallbackStatus} from './owe-group-fallback-status.js'
import {pairwiseKeyWithoutPeer} from './pairwise-key-without-peer.js'
import {peerDeauthFrameMissing} from './peer-deauth-frame-missing.js'
import {peerDisassocFrameMissing} from './peer-disassoc-frame-missing.js'
import {phyNotAllowed} from './phy-not-allowed.js'
import {pmkidNotUsed} from './pmkid-not-used.js'
import {qosCapabilityMissing} from './qos-capability-missing.js'
import {reassocFlagMismatch} from './reassoc-flag-mismatch.js'
import {roamFlagWrong} from './roam-flag-wrong.js'
import {roamReasonNotForwarded} from './roam-reason-not-forwarded.js'
import {securityNotOffered} from './security-not-offered.js'

/** In the order of the catalogue. */
export const payloadRules: readonly Rule[] = [
  mandatoryTlvMissing,
  peerDeauthFrameMissing,
  peerDisassocFrameMissing,
  authFailFrameMissing,
  assocFailFrameMissing,
  authFrameUnexpected,
  assocStatusCodeInconsistent,
  candidateOutsideList,
  candidateDisallowed,
  candidateNotAllowed,
  candidateWrongSsid,
  candidateNotPreferred,
  securityNotOffered,
  phyNotAllowed,
  bandUnavailable,
  pmkidNotUsed,
  extraAssocIesMissing,
  mfpAdvertisementMismatch,
  btmCapabilityMissing,
  qosCapabilityMissing,
  fipsWithMfp,
  fipsSppAmsdu,
  oweDhMissing,
  oweGroupFallbackStatus,
  roamFlagWrong,
  roamReasonNotForwarded,
  reassocFlagMismatch,
  disassocWrongPeer,
  linkStateWrongPeer,
  hostDisconnectStatus,
  assocComebackMissing,
  pairwiseKeyWithoutPeer,
  keyPeerMismatch,
]
