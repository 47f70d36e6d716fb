import type {Hex, Mac} from '../events/units.js'
import {concat, macBytes, parseHex, ssidBytes} from './octets.js'
import {cipherSuiteType} from './suites.js'

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >> 8) & 0xff)

function hex(digits: Hex, length?: number): Uint8Array {
  const bytes = parseHex(digits)
  if (!bytes || (length !== undefined && bytes.length !== length)) {
    throw new TypeError(`${JSON.stringify(digits)} is not ${length ?? 'a number of'} bytes of hex digits`)
  }
  return bytes
}

/** An element (tag): id, length, body; with `extension` the id is 255 and the extension id opens the body. */
export function element(id: number, body: Uint8Array, extension?: number): Uint8Array {
  const content = extension === undefined ? body : concat([Uint8Array.of(extension), body])
  if (content.length > 255) throw new RangeError(`element ${id} holds ${content.length} bytes; 255 fit`)
  return concat([Uint8Array.of(extension === undefined ? id : 255, content.length), content])
}

/** SSID as text (\xNN for bytes outside UTF-8) or bytes. */
export const ssidElement = (ssid: string | Uint8Array): Uint8Array =>
  element(0, typeof ssid === 'string' ? ssidBytes(ssid) : ssid)

const suite = (type: number): Uint8Array => Uint8Array.of(0x00, 0x0f, 0xac, type)

export interface RsnParts {
  /** WDI cipher number of the group cipher; default CCMP. */
  readonly group?: number
  readonly pairwise?: readonly number[]
  /** AKM suite types; default PSK. */
  readonly akms?: readonly number[]
  /** null leaves the capabilities, and so the PMKIDs, out of the element. */
  readonly capabilities?: number | null
  readonly pmkids?: readonly Hex[]
}

export function rsnElement(parts: RsnParts): Uint8Array {
  const {group = 4, pairwise = [4], akms = [2], capabilities = 0, pmkids = []} = parts
  const body = [u16(1), suite(cipherSuiteType(group))]
  body.push(u16(pairwise.length), ...pairwise.map(cipher => suite(cipherSuiteType(cipher))))
  body.push(u16(akms.length), ...akms.map(suite))
  if (capabilities !== null) {
    body.push(u16(capabilities))
    if (pmkids.length > 0) body.push(u16(pmkids.length), ...pmkids.map(id => hex(id, 16)))
  }
  return element(48, concat(body))
}

/** Two bytes of mobility domain id, then the FT capability byte. */
export const mobilityDomainElement = (mobilityDomain: Hex, capability = 0): Uint8Array =>
  element(54, concat([hex(mobilityDomain, 2), Uint8Array.of(capability)]))

export interface FtParts {
  /** 16 bytes; default zero. */
  readonly mic?: Hex
  /** 32 bytes each; default zero. */
  readonly anonce?: Hex
  readonly snonce?: Hex
  readonly r0khId?: Hex | null
  readonly r1khId?: Hex | null
}

export function ftElement(parts: FtParts): Uint8Array {
  const part = (digits: Hex | undefined, length: number) =>
    digits === undefined ? new Uint8Array(length) : hex(digits, length)
  const body = [u16(0), part(parts.mic, 16), part(parts.anonce, 32), part(parts.snonce, 32)]
  if (parts.r1khId) body.push(element(1, hex(parts.r1khId, 6)))
  if (parts.r0khId) body.push(element(3, hex(parts.r0khId)))
  return element(55, concat(body))
}

/** Basic Multi-Link element; without an address the common info holds nothing but its length. */
export function multiLinkElement({mldAddress}: {readonly mldAddress: Mac | null}): Uint8Array {
  const common = mldAddress === null ? Uint8Array.of(1) : concat([Uint8Array.of(7), macBytes(mldAddress)])
  return element(255, concat([u16(0), common]), 107)
}

/** Extended capabilities with these bits set; at least eight bytes long, as stations send them. */
export function extendedCapabilities(bits: readonly number[]): Uint8Array {
  const body = new Uint8Array(Math.max(8, ...bits.map(bit => (bit >> 3) + 1)))
  for (const bit of bits) body[bit >> 3] = (body[bit >> 3] as number) | (1 << (bit & 7))
  return element(127, body)
}

/** Timeout interval: type 1 reassociation deadline, 3 association comeback, in TU of 1,024 µs. */
export const timeoutInterval = (type: number, tu: number): Uint8Array =>
  element(56, Uint8Array.of(type, tu & 0xff, (tu >>> 8) & 0xff, (tu >>> 16) & 0xff, tu >>> 24))

/** OWE Diffie-Hellman element: group, public key. */
export const oweDhElement = (publicKey: Uint8Array, group = 19): Uint8Array =>
  element(255, concat([u16(group), publicKey]), 32)

export const vendorElement = (oui: Hex, body: Uint8Array = new Uint8Array(0)): Uint8Array =>
  element(221, concat([hex(oui, 3), body]))

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
