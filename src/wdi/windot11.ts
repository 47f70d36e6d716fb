import numbersJson from './spec/windot11.json' with {type: 'json'}

const table = (numbers: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(numbers))

/** Numbers of Native 802.11: NDIS_STATUS_DOT11_x by x. */
export const DOT11_INDICATIONS = table(numbersJson.indications)

/** OID_DOT11_x by x. */
export const DOT11_REQUESTS = table(numbersJson.requests)

/** NDIS_STATUS_x by x: the media indications that a Native 802.11 trace shows. */
export const MEDIA_INDICATIONS = table(numbersJson.media)

/**
 * DOT11_ASSOC_STATUS_x by x. The three that carry an 802.11 code hold it in the low 16 bits:
 * PEER_DEAUTHENTICATED and PEER_DISASSOCIATED a reason, ASSOCIATION_RESPONSE a status.
 */
export const DOT11_ASSOC_STATUS = table(numbersJson.assocStatus)

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
