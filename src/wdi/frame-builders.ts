import type {Mac} from '../events/units.js'
import {concat, macBytes} from './octets.js'

export * from './element-builders.js'

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >> 8) & 0xff)

const CAPABILITY_ESS = u16(0x0401)
const LISTEN_INTERVAL = u16(10)

export interface RequestParts {
  /** `both`: the body reads as either form, which happens when the current AP's address starts with 00:04. */
  readonly form: 'assoc' | 'reassoc' | 'both'
  /** For `reassoc`; default all zero. */
  readonly currentAp?: Mac
  /** The SSID element first. */
  readonly elements: readonly Uint8Array[]
}

/** Body of an association or reassociation request, without MAC header. */
export function associationRequest({form, currentAp, elements}: RequestParts): Uint8Array {
  const parts = [CAPABILITY_ESS, LISTEN_INTERVAL]
  if (form === 'reassoc') parts.push(currentAp ? macBytes(currentAp) : new Uint8Array(6))
  if (form === 'both') parts.push(Uint8Array.of(0, 4, 0x61, 0x61, 0x61, 0x61))
  return concat([...parts, ...elements])
}

/** Body of an association response; AID 1. */
export const associationResponse = (parts: {
  readonly code: number
  readonly elements: readonly Uint8Array[]
}): Uint8Array => concat([CAPABILITY_ESS, u16(parts.code), u16(0xc001), ...parts.elements])

export interface AuthenticationParts {
  readonly algorithm: number
  readonly sequence: number
  readonly code: number
  /** What stands before the elements: group, scalar, … of an SAE frame. */
  readonly content?: Uint8Array
  readonly elements: readonly Uint8Array[]
}

/** Authentication body: fixed fields and elements, or the elements alone (FT blobs). */
export function authentication(parts: AuthenticationParts | {readonly elements: readonly Uint8Array[]}): Uint8Array {
  if (!('algorithm' in parts)) return concat(parts.elements)
  const fixed = [u16(parts.algorithm), u16(parts.sequence), u16(parts.code)]
  return concat([...fixed, parts.content ?? new Uint8Array(0), ...parts.elements])
}

/** SAE commit content for group 19 with zero scalar and element: 98 bytes. */
export const saeCommitContent = (group = 19): Uint8Array => concat([u16(group), new Uint8Array(32), new Uint8Array(64)])

/** SAE confirm content for a 32-byte hash: 34 bytes. */
export const saeConfirmContent = (sendConfirm = 0): Uint8Array => concat([u16(sendConfirm), new Uint8Array(32)])

/** Beacon or probe response body. */
export const beacon = (elements: readonly Uint8Array[]): Uint8Array =>
  concat([new Uint8Array(8), u16(100), CAPABILITY_ESS, ...elements])

/** Deauthentication or disassociation body. */
export const reasonBody = (reason: number): Uint8Array => u16(reason)

/** A frame that was there although its bytes were not exported: readers give it no content. */
export const unexportedFrame = (): Uint8Array => new Uint8Array(1)
