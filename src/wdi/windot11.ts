/**
 * Numbers of Native 802.11, as Microsoft's public SDK header windot11.h and the pages
 * network/dot11-assoc-status-status-codes and network/ndis-status-dot11-* give them.
 */

/** NDIS_STATUS_DOT11_x by x; the number is 0x40030000 plus the index. */
const indications = [
  'SCAN_CONFIRM',
  'MPDU_MAX_LENGTH_CHANGED',
  'ASSOCIATION_START',
  'ASSOCIATION_COMPLETION',
  'CONNECTION_START',
  'CONNECTION_COMPLETION',
  'ROAMING_START',
  'ROAMING_COMPLETION',
  'DISASSOCIATION',
  'TKIPMIC_FAILURE',
  'PMKID_CANDIDATE_LIST',
  'PHY_STATE_CHANGED',
  'LINK_QUALITY',
  'INCOMING_ASSOC_STARTED',
  'INCOMING_ASSOC_REQUEST_RECEIVED',
  'INCOMING_ASSOC_COMPLETION',
  'STOP_AP',
  'PHY_FREQUENCY_ADOPTED',
  'CAN_SUSTAIN_AP',
]

export const DOT11_INDICATIONS: ReadonlyMap<string, number> = new Map(
  indications.map((name, index) => [name, 0x40030000 + index]),
)

/** OID_DOT11_x by x. */
export const DOT11_REQUESTS: ReadonlyMap<string, number> = new Map([
  ['CURRENT_OPERATION_MODE', 0x0d010308],
  ['SCAN_REQUEST', 0x0d01030b],
  ['RESET_REQUEST', 0x0d010310],
  ['NIC_POWER_STATE', 0x0d010311],
  ['AUTO_CONFIG_ENABLED', 0x0e010178],
  ['ENUM_BSS_LIST', 0x0e010179],
  ['FLUSH_BSS_LIST', 0x0e01017a],
  ['POWER_MGMT_REQUEST', 0x0e01017b],
  ['DESIRED_SSID_LIST', 0x0e01017c],
  ['EXCLUDED_MAC_ADDRESS_LIST', 0x0e01017d],
  ['DESIRED_BSSID_LIST', 0x0e01017e],
  ['DESIRED_BSS_TYPE', 0x0e01017f],
  ['PMKID_LIST', 0x0e010280],
  ['CONNECT_REQUEST', 0x0e010181],
  ['EXCLUDE_UNENCRYPTED', 0x0e010182],
  ['STATISTICS', 0x0e020183],
  ['PRIVACY_EXEMPTION_LIST', 0x0e010184],
  ['ENABLED_AUTHENTICATION_ALGORITHM', 0x0e010185],
  ['ENABLED_UNICAST_CIPHER_ALGORITHM', 0x0e010187],
  ['ENABLED_MULTICAST_CIPHER_ALGORITHM', 0x0e010189],
  ['CIPHER_DEFAULT_KEY_ID', 0x0e01018a],
  ['CIPHER_DEFAULT_KEY', 0x0e01018b],
  ['CIPHER_KEY_MAPPING_KEY', 0x0e01018c],
  ['ENUM_ASSOCIATION_INFO', 0x0e01018d],
  ['DISCONNECT_REQUEST', 0x0e01018e],
  ['UNICAST_USE_GROUP_ENABLED', 0x0e01018f],
  ['HARDWARE_PHY_STATE', 0x0e010190],
  ['DESIRED_PHY_LIST', 0x0e010191],
  ['CURRENT_PHY_ID', 0x0e010192],
  ['MEDIA_STREAMING_ENABLED', 0x0e010193],
  ['UNREACHABLE_DETECTION_THRESHOLD', 0x0e010194],
  ['ACTIVE_PHY_LIST', 0x0e010195],
  ['EXTSTA_CAPABILITY', 0x0e010196],
  ['SAFE_MODE_ENABLED', 0x0e01019d],
  ['HIDDEN_NETWORK_ENABLED', 0x0e01019e],
  ['ASSOCIATION_PARAMS', 0x0e01019f],
])

/** NDIS media indications that a Native 802.11 trace shows. */
export const MEDIA_INDICATIONS: ReadonlyMap<string, number> = new Map([
  ['MEDIA_CONNECT', 0x4001000b],
  ['MEDIA_DISCONNECT', 0x4001000c],
])

/**
 * DOT11_ASSOC_STATUS_x by x. The three that carry an 802.11 code hold it in the low 16 bits:
 * PEER_DEAUTHENTICATED and PEER_DISASSOCIATED a reason, ASSOCIATION_RESPONSE a status.
 */
export const DOT11_ASSOC_STATUS: ReadonlyMap<string, number> = new Map([
  ['SUCCESS', 0],
  ['FAILURE', 1],
  ['UNREACHABLE', 2],
  ['RADIO_OFF', 3],
  ['PHY_DISABLED', 4],
  ['CANCELLED', 5],
  ['CANDIDATE_LIST_EXHAUSTED', 6],
  ['DISASSOCIATED_BY_OS', 7],
  ['DISASSOCIATED_BY_ROAMING', 8],
  ['DISASSOCIATED_BY_RESET', 9],
  ['SYSTEM_ERROR', 10],
  ['ROAMING_BETTER_AP_FOUND', 11],
  ['ROAMING_ASSOCIATION_LOST', 12],
  ['ROAMING_ADHOC', 13],
  ['PEER_DEAUTHENTICATED', 0x10000],
  ['PEER_DISASSOCIATED', 0x20000],
  ['ASSOCIATION_RESPONSE', 0x30000],
])

/** Short names of scenario files (scenario.md 5.5) beside those of the header. */
const scenarioNames: ReadonlyMap<string, string> = new Map([
  ['OS', 'DISASSOCIATED_BY_OS'],
  ['PEER_DEAUTH', 'PEER_DEAUTHENTICATED'],
  ['PEER_DISASSOC', 'PEER_DISASSOCIATED'],
  ['LOST', 'ROAMING_ASSOCIATION_LOST'],
  ['BETTER', 'ROAMING_BETTER_AP_FOUND'],
  ['BETTER_AP', 'ROAMING_BETTER_AP_FOUND'],
  ['ROAMING', 'DISASSOCIATED_BY_ROAMING'],
])

/** Value of `status=` and `reason=` of a legacy record: `UNREACHABLE`, `LOST`, `DOT11_ASSOC_STATUS_FAILURE`, …; else undefined. */
export function dot11AssocStatus(name: string): number | undefined {
  const bare = name.toUpperCase().replace(/^DOT11_ASSOC_STATUS_/, '')
  return DOT11_ASSOC_STATUS.get(scenarioNames.get(bare) ?? bare)
}
