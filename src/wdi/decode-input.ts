import {decodeTlvs} from './decode.js'
import {decodeMessage} from './decode-message.js'
import type {DecodeReport} from './decode-report.js'
import {littleEndian} from './octets.js'
import {decodeRawFrame} from './raw-frame.js'
import {MESSAGE_HEADER_BYTES, tlvsByType} from './spec.js'

export type InputKind = 'tlvs' | 'message' | 'frame'

/** TLVs of known numbers, one after another, from the first byte to the last. */
function isStream(bytes: Uint8Array): boolean {
  let at = 0
  while (at + 4 <= bytes.length && tlvsByType.has(littleEndian(bytes, at, 2))) at += 4 + littleEndian(bytes, at + 2, 2)
  return at === bytes.length
}

/** A message where the bytes behind the header, and not the whole, are TLVs; else a TLV stream. */
export function kindOf(bytes: Uint8Array): InputKind {
  const headed = bytes.length >= MESSAGE_HEADER_BYTES && isStream(bytes.subarray(MESSAGE_HEADER_BYTES))
  return headed && !isStream(bytes) ? 'message' : 'tlvs'
}

/** Bytes as `decode` is given them. `message`: full name, for type numbers with two names. */
export function decodeInput(bytes: Uint8Array, kind: InputKind, message: string | null): DecodeReport {
  if (kind === 'frame') {
    const frame = decodeRawFrame(bytes)
    return {message: null, tlvs: [], frame, problems: frame.problems}
  }
  const options = {message: message ?? undefined}
  if (kind === 'tlvs') return {message: null, ...decodeTlvs(bytes, options)}
  const {header, tlvs, problems} = decodeMessage(bytes, options)
  return {message: header && {name: message, ...header}, tlvs, problems}
}
