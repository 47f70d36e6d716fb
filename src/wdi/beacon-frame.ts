import {frameElements, unknownElements, walkElements} from './elements.js'
import type {FrameElements} from './frames.js'

/** Timestamp, beacon interval, capability. */
export const BEACON_FIXED_BYTES = 12

/** Elements of a beacon or probe response body. */
export const parseBeacon = (bytes: Uint8Array): FrameElements =>
  bytes.length < BEACON_FIXED_BYTES ? unknownElements() : frameElements(walkElements(bytes, BEACON_FIXED_BYTES))
