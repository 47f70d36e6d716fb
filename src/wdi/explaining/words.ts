/** Abbreviations in the names of members and codes, spelled out. */
const LONG: ReadonlyMap<string, string> = new Map([
  ['algo', 'algorithm'],
  ['alg', 'algorithm'],
  ['assoc', 'association'],
  ['auth', 'authentication'],
  ['caps', 'capabilities'],
  ['config', 'configuration'],
  ['deauth', 'deauthentication'],
  ['disassoc', 'disassociation'],
  ['ent', 'Enterprise'],
  ['info', 'information'],
  ['init', 'initialisation'],
  ['mgmt', 'management'],
  ['params', 'parameters'],
  ['reassoc', 'reassociation'],
  ['req', 'request'],
  ['resp', 'response'],
  ['sta', 'station'],
])

const CAPITALS = new Set([
  ...[
    'ap',
    'bss',
    'bssid',
    'sae',
    'psk',
    'rsna',
    'wpa',
    'wpa2',
    'wpa3',
    'owe',
    'h2e',
    'mac',
    'phy',
    'ihv',
    'qos',
    'wmm',
  ],
  ...[
    'tkip',
    'ccmp',
    'gcmp',
    'bip',
    'gmac',
    'cmac',
    'wep',
    'ht',
    'vht',
    'he',
    'eht',
    'dmg',
    'igtk',
    'bigtk',
    'p2p',
    'go',
  ],
  ...['ndis', 'ft', 'ftm', 'anqp', 'gas', 'wps', 'rfc', 'nlo', 'gtk', 'eapid', 'dsss', 'fhss', 'ofdm', 'erp', 'pmk256'],
])

/** `NO_ASSOC_RESPONSE` as `no association response`. */
export function inWords(name: string): string {
  return name
    .toLowerCase()
    .split('_')
    .filter(word => word !== '')
    .map(word => LONG.get(word) ?? (CAPITALS.has(word) ? word.toUpperCase() : word))
    .join(' ')
}
