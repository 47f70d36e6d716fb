import {ELEMENT, frameElements, unknownElements, walkElements} from './elements.js'
import type {FrameElements} from './frames.js'

/** Timestamp, beacon interval, capability. */
const FIXED = 12
/** A 60 GHz beacon has sector sweep, beacon interval control and parameters instead of the capability. */
const DMG_FIXED = 20

export interface BeaconShape {
  readonly dmg: boolean
  readonly elementsAt: number
}

/** A body is read as a 60 GHz beacon only where it is not one of the usual kind, be it a cut one. */
export function beaconShape(bytes: Uint8Array): BeaconShape {
  const usual = walkElements(bytes, FIXED)
  const opensWithSsid = usual.elements[0]?.id === ELEMENT.ssid && usual.elements[0].body.length <= 32
  const dmg = bytes.length >= DMG_FIXED && !usual.clean && !opensWithSsid && walkElements(bytes, DMG_FIXED).clean
  return {dmg, elementsAt: dmg ? DMG_FIXED : FIXED}
}

/** Elements of a beacon or probe response body. */
export function parseBeacon(bytes: Uint8Array, cut = false): FrameElements {
  const {elementsAt} = beaconShape(bytes)
  return bytes.length < elementsAt ? unknownElements() : frameElements(walkElements(bytes, elementsAt), cut)
}
