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
