import {TEXT_FIELDS} from '../../wdi/reading/text-fields.js'

/** What values a label takes when only a blank stands between the two (`port 3`, `status pending`). */
export type Kind = 'number' | 'address' | 'status' | 'handle' | 'word' | 'bytes' | 'text'

export interface Label {
  /** A member of the event or the normalised name of a text field. */
  readonly field: string
  readonly kind: Kind
}

/** Field, kind and its spellings: words of a spelling may be joined by nothing, a blank, `_` or `-`. */
const SPELLINGS: readonly (readonly [field: string, kind: Kind, ...spellings: string[]])[] = [
  ['port', 'number', 'port id', 'port number', 'port no', 'port'],
  ['transaction', 'number', 'transaction id', 'trans id', 'txn id', 'txn', 'transaction', 'tid'],
  ['status', 'status', 'ndis status', 'nt status', 'wifi status', 'm3 status', 'm4 status', 'status', 'ret', 'rc'],
  [
    'adapter',
    'handle',
    ...['interface guid', 'if guid', 'adapter guid', 'adapter handle', 'adapter', 'interface', 'miniport', 'device'],
  ],
  [
    'bssid',
    'address',
    'bssid',
    'bss id',
    'peer mac address',
    'peer address',
    'peer mac',
    'peer',
    'ap',
    'mac addr',
    'mac address',
    'mac',
    'addr',
  ],
  ['assocstatus', 'number', 'assoc status', 'association status'],
  ['statuscode', 'number', 'status code', 'dot11 status code', 'dot11 status'],
  ['reason', 'number', 'reason code', 'reason'],
  ['candidates', 'address', 'bss entry', 'bss entries', 'candidates', 'candidate', 'bss list'],
  ['auth', 'word', 'auth algorithm', 'auth algo', 'auth'],
  ['ssid', 'text', 'ssid'],
  ['rssi', 'number', 'rssi', 'signal'],
  ['channel', 'number', 'channel', 'ch'],
  ['band', 'number', 'band id', 'band'],
  ['quality', 'number', 'link quality', 'quality'],
  ['target', 'word', 'target oid', 'target task', 'original task oid', 'cancel oid', 'target'],
  ['id', 'number', 'target transaction id', 'original transaction id', 'cancel transaction id', 'target id'],
  ['targetport', 'number', 'target port id', 'target port', 'original port id', 'cancel port id'],
  ['hw', 'number', 'hardware radio state', 'hardware state', 'hardware'],
  ['sw', 'number', 'software radio state', 'software state', 'software'],
  ['payload', 'bytes', 'data', 'payload', 'tlvs', 'tlv', 'buffer', 'bytes', 'dump'],
  [
    'length',
    'number',
    ...['payload length', 'data length', 'buffer length', 'message length', 'total length', 'tlv length', 'length'],
    ...['data size', 'buffer size', 'size', 'len'],
  ],
]

/** Lower case, without blanks and separators: what `Transaction-Id` and `TRANSACTION_ID` have in common. */
export function normalise(name: string): string {
  const lower = name.toLowerCase()
  return /[\s_.-]/.test(lower) ? lower.replace(/[\s_.-]/g, '') : lower
}

const table = new Map<string, Label>()
for (const [field, kind, ...spellings] of SPELLINGS) {
  for (const spelling of spellings) table.set(normalise(spelling), {field, kind})
}

// What readers know by one name only. A blank is no separator there: `source`, `state` and `type` are also words.
for (const field of TEXT_FIELDS.keys()) if (!table.has(field)) table.set(field, {field, kind: 'text'})

/** The field that a normalised name means; undefined: not a name of the vocabulary. */
export const knownLabel = (normalised: string): Label | undefined => table.get(normalised)

/** The same of a name as printed. */
export const labelOf = (name: string): Label | undefined => knownLabel(normalise(name))

const firstWords = new Map<string, number>()
for (const spelling of SPELLINGS.flatMap(([, , ...spellings]) => spellings)) {
  const words = spelling.split(' ')
  const first = words[0] as string
  firstWords.set(first, Math.max(words.length, firstWords.get(first) ?? 0))
}

/** How many words a spelling takes that begins with this one: 0 where none does. */
export const wordsFrom = (word: string): number => firstWords.get(word) ?? 0

/** Names whose values are key material, which is neither kept nor printed. */
export const isSecret = (name: string): boolean =>
  /key(?!id|type|index|length|len|algo)|pmk(?!id|r0name|r1name)|psk|passphrase|password|secret|^(?:gtk|ptk|tk|kck|kek|mic)$/.test(
    name,
  )
