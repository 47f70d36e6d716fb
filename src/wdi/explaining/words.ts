/** Abbreviations in the names of members and codes, spelled out. */
const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    algo: 'algorithm',
    alg: 'algorithm',
    assoc: 'association',
    auth: 'authentication',
    caps: 'capabilities',
    config: 'configuration',
    deauth: 'deauthentication',
    disassoc: 'disassociation',
    ent: 'Enterprise',
    info: 'information',
    mgmt: 'management',
    params: 'parameters',
    reassoc: 'reassociation',
    req: 'request',
    resp: 'response',
    sta: 'station',
  }),
)

const CAPITALS = new Set(
  (
    'anqp ap bigtk bip bss bssid ccmp cmac dmg dsss eapid eht erp fhss ft ftm gas gcmp gmac go gtk h2e he ht igtk ihv mac ' +
    'ndis nlo ofdm owe p2p phy psk qos rfc rsna sae tkip vht wep wmm wpa wpa2 wpa3 wps'
  ).split(' '),
)

/** `NO_ASSOC_RESPONSE` as `no association response`. */
export function inWords(name: string): string {
  return name
    .toLowerCase()
    .split('_')
    .filter(word => word !== '')
    .map(word => LONG.get(word) ?? (CAPITALS.has(word) ? word.toUpperCase() : word))
    .join(' ')
}
