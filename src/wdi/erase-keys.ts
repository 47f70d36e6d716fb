import {KEY_CONTAINERS, layoutOf} from './layout-choice.js'
import {littleEndian} from './octets.js'
import {tlvsByType} from './spec.js'

const HEADER = 4
const MAX_DEPTH = 16

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
 * A TLV stream in which every key is zero: for payloads that stay in memory or are shown as hex. The same array
 * where there is none. Cut values are erased as far as they are there; lengths stay as they are. `distrust`: the
 * message carries keys, so that whatever is no key container may be one too, as in bytes shifted by a damaged export.
 */
export function eraseKeys(bytes: Uint8Array, distrust = false): Uint8Array {
  const copy = bytes.slice()
  return erased(copy, distrust, 0) ? copy : bytes
}

/** Erases in place; true if there was a key. `keys`: the container holds keys, so unknown members may be some too. */
function erased(bytes: Uint8Array, keys: boolean, depth: number): boolean {
  let found = false
  let at = 0
  while (at + HEADER <= bytes.length) {
    const length = littleEndian(bytes, at + 2, 2)
    const end = at + HEADER + length
    const value = bytes.subarray(at + HEADER, end)
    const spec = tlvsByType.get(littleEndian(bytes, at, 2))?.[0]
    const holder = spec !== undefined && KEY_CONTAINERS.has(spec.name)
    const misplaced = keys && depth === 0 && !holder
    const secret = misplaced || (spec ? spec.content?.format === 'key-material' : keys)
    const nests = spec !== undefined && layoutOf(spec, value, length).kind === 'tlvs' && depth < MAX_DEPTH
    if (secret || (holder && !nests)) {
      found = true
      value.fill(0)
    } else if (nests) {
      found = erased(value, keys || holder, depth + 1) || found
    }
    at = end
  }
  if (keys) bytes.fill(0, at)
  return found
}
