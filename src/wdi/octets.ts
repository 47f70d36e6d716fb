import type {Hex, Mac} from '../events/units.js'

const HEX = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes as lower-case hex digits, all of them or those from `start` to before `end`. */
export function hexText(bytes: Uint8Array, start = 0, end = bytes.length): Hex {
  let text = ''
  for (let i = start; i < end; i++) text += HEX[bytes[i] as number]
  return text
}

/** Hex digits, blanks and `:`, `-`, `,` between bytes allowed, `0x` in front; undefined for anything else. */
export function parseHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/^\s*0x/i, '').replace(/[\s:,-]/g, '')
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(digits)) return undefined
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

/** Six bytes from `at` on as `02:00:00:00:0a:01`. */
export function macText(bytes: Uint8Array, at = 0): Mac {
  const end = Math.min(at + 6, bytes.length)
  let text = ''
  for (let i = at; i < end; i++) text += (i === at ? '' : ':') + HEX[bytes[i] as number]
  return text
}

const MAC_SHAPES = [
  /^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/i,
  /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i,
  /^(?:0x)?[0-9a-f]{12}$/i,
]

/** An address in any usual notation (colons, hyphens, three groups with dots, 12 digits, 0x) as text in colons. */
export function parseMac(text: string): Mac | undefined {
  if (text.length < 12 || text.length > 17 || !MAC_SHAPES.some(shape => shape.test(text))) return undefined
  const digits = text.replace(/^0x/i, '').replace(/[:.-]/g, '').toLowerCase()
  return (digits.match(/../g) as string[]).join(':')
}

export function macBytes(mac: Mac): Uint8Array {
  const bytes = parseHex(mac)
  if (bytes?.length !== 6) throw new TypeError(`${JSON.stringify(mac)} is not an address of six bytes`)
  return bytes
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})
/** Code points that a terminal or reader would not show as themselves, and the escape character. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\\]/u

/** The UTF-8 character that starts at `at`, if the bytes there are one. */
function characterAt(bytes: Uint8Array, at: number): string | undefined {
  const lead = bytes[at] as number
  const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (at + length > bytes.length) return undefined
  try {
    const text = utf8.decode(bytes.subarray(at, at + length))
    return UNPRINTABLE.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** Bytes of an SSID as text: UTF-8, everything else (control characters and `\` too) as \xNN. Unambiguous. */
export function ssidText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const character = characterAt(bytes, at)
    if (character === undefined) {
      text += `\\x${(bytes[at] as number).toString(16).padStart(2, '0')}`
      at += 1
    } else {
      text += character
      at += character.length === 1 && character.charCodeAt(0) < 0x80 ? 1 : new TextEncoder().encode(character).length
    }
  }
  return text
}

/** The inverse of `ssidText`; a `\` that starts no \xNN stands for itself. */
export function ssidBytes(text: string): Uint8Array {
  const encoder = new TextEncoder()
  const parts = text.split(/(\\x[0-9a-fA-F]{2})/)
  return concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Uint8Array.of(Number.parseInt(part.slice(2), 16)) : encoder.encode(part),
    ),
  )
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** An unsigned number of 1 to 6 bytes, little-endian. Bytes that are missing count as 0. */
export function littleEndian(bytes: Uint8Array, at: number, size: number): number {
  let value = 0
  for (let i = size - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}
