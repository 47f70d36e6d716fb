import type {Rule} from '../rule.js'
import {mloAkmNotListed} from './mlo-akm-not-listed.js'
import {mloBssidIsMld} from './mlo-bssid-is-mld.js'
import {mloDisassocNotMld} from './mlo-disassoc-not-mld.js'
import {mloDisassocWithLinksLeft} from './mlo-disassoc-with-links-left.js'
import {mloFramesMissing} from './mlo-frames-missing.js'
import {mloGroupKeyWithoutLink} from './mlo-group-key-without-link.js'
import {mloLinkInfoMissing} from './mlo-link-info-missing.js'
import {mloLocalLinkMissing} from './mlo-local-link-missing.js'
import {mloMultipleResultContainers} from './mlo-multiple-result-containers.js'
import {mloSaeAddresses} from './mlo-sae-addresses.js'
import {mloUsedWhenNotEnabled} from './mlo-used-when-not-enabled.js'

/** The MLO rules in the order of the catalogue. */
export const mloRules: readonly Rule[] = [
  mloLocalLinkMissing,
  mloFramesMissing,
  mloBssidIsMld,
  mloMultipleResultContainers,
  mloDisassocNotMld,
  mloDisassocWithLinksLeft,
  mloLinkInfoMissing,
  mloAkmNotListed,
  mloUsedWhenNotEnabled,
  mloSaeAddresses,
  mloGroupKeyWithoutLink,
]
