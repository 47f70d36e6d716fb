import type {AssociationFrame} from '../wdi/frames.js'

/** Bits of the extended capabilities element (IEEE 802.11 § 9.4.2.26). */
export const EXTENDED = {bssTransition: 19, qosMap: 32, mscs: 85} as const

/** Bits of the RSN capabilities (IEEE 802.11 § 9.4.2.24.4). */
export const RSN = {mfpCapable: 7, sppAmsduCapable: 10} as const

export function hasBit(bytes: Uint8Array, bit: number): boolean {
  return (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1
}

/** Does a frame announce an extended capability? Without the element it does not; undefined: the frame is cut. */
export function announces({extendedCapabilities}: AssociationFrame, bit: number): boolean | undefined {
  if (extendedCapabilities === undefined) return undefined
  return extendedCapabilities !== null && hasBit(extendedCapabilities, bit)
}

/**
 * A bit of the capabilities in the RSN element; an element that ends before them has none of them. null: no RSN
 * element. undefined: the frame is cut.
 */
export function rsnBit({rsn}: AssociationFrame, bit: number): boolean | null | undefined {
  if (rsn == null) return rsn
  return (((rsn.capabilities ?? 0) >> bit) & 1) === 1
}
