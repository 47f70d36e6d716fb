import {decodeTlvs, type TlvNode} from './decode.js'
import {KEY_CONTAINERS} from './layout-choice.js'
import {TLVS} from './spec.js'

const KEY_TLVS: ReadonlySet<string> = new Set([
  ...TLVS.filter(spec => spec.content?.format === 'key-material').map(spec => spec.name),
  ...KEY_CONTAINERS,
])

/** Messages whose payload holds keys. */
const CARRIES_KEYS: ReadonlySet<string> = new Set([
  'SET_ADD_CIPHER_KEYS',
  'SET_ADD_PM_PROTOCOL_OFFLOAD',
  'GET_PM_PROTOCOL_OFFLOAD',
])

export function carriesKeys(name: string): boolean {
  return CARRIES_KEYS.has(name) || /^OID_DOT11_CIPHER_.*KEY/.test(name)
}

/**
 * A copy of a TLV stream with zeros in place of keys; lengths and all other bytes stay. Where the stream does not
 * decode, everything from the first problem on is taken for a key.
 */
export function withholdKeys(payload: Uint8Array, message: string): Uint8Array {
  const copy = payload.slice()
  const {tlvs, problems} = decodeTlvs(payload, {message})
  const blank = (nodes: readonly TlvNode[], inKeys: boolean): void => {
    for (const {name, tlvs: inner, offset, length} of nodes) {
      const secret = name === null ? inKeys : KEY_TLVS.has(name)
      if (secret && inner === null) copy.fill(0, offset + 4, offset + 4 + length)
      else if (inner !== null) blank(inner, inKeys || (name !== null && KEY_CONTAINERS.has(name)))
    }
  }
  blank(tlvs, false)
  const broken = problems[0]
  if (broken !== undefined) copy.fill(0, broken.offset)
  return copy
}

const KEY_FIELD =
  /\b((?:wep|ccmp|gcmp|tkip|bip|group|pairwise)?[ _-]?(?:key(?:data|material|value|bytes)?|pmk|ptk|gtk|igtk|kck|kek|psk|passphrase|password))(\s*[=:]\s*)("[^"]*"|[0-9a-f]{2}(?:[0-9a-f :,-]*[0-9a-f])?\b|\S+)/gi
/** Longer than any address or handle. */
const HEX_RUN = /(?:[0-9a-f]{2}[ :,-]?){12,}/gi

/** The text of a record without the keys that it may print: of messages that carry keys no run of bytes is shown. */
export function withholdKeyText(text: string, message: string): string {
  if (!carriesKeys(message)) return text
  return text
    .replace(KEY_FIELD, '$1$2(withheld)')
    .replace(HEX_RUN, run => `(${run.replace(/[^0-9a-f]/gi, '').length / 2} bytes withheld)`)
}
