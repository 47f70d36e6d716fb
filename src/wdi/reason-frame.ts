import type {ReasonFrame} from './frames.js'
import {littleEndian} from './octets.js'

/** Body of a deauthentication or disassociation: the reason comes first. */
export const parseReason = (bytes: Uint8Array): ReasonFrame => ({
  bytes,
  reason: bytes.length < 2 ? null : littleEndian(bytes, 0, 2),
})
