import {requestShape} from './association-frame.js'
import {authenticationShape} from './authentication-frame.js'
import {beaconShape} from './beacon-frame.js'
import {decodeEapolKey, EAPOL_LLC, startsWith} from './eapol-key.js'
import {walkElements} from './elements.js'
import {decodeFrame, type FrameNode} from './frame-tree.js'

/** Frames by subtype of a management frame. */
const SUBTYPES: ReadonlyMap<number, string> = new Map([
  [0, 'association-or-reassociation-request'],
  [1, 'association-or-reassociation-response'],
  [2, 'association-or-reassociation-request'],
  [3, 'association-or-reassociation-response'],
  [5, 'probe-response'],
  [8, 'beacon'],
  [10, 'disassociation'],
  [11, 'authentication'],
  [12, 'deauthentication'],
  [13, 'action'],
])
const REQUEST = 'association-or-reassociation-request'
const MANAGEMENT_HEADER = 24
const QOS_HEADER = 26

/**
 * A frame of unknown kind: with a MAC header (management frames, EAPOL in data frames) or, as WDI carries them, the
 * body alone, whose kind is the one that its elements fit. Offsets count from the first byte.
 */
export function decodeRawFrame(bytes: Uint8Array): FrameNode {
  const control = bytes[0] ?? 0
  const type = (control >> 2) & 3
  if ((control & 3) === 0 && type === 2) {
    for (const header of [MANAGEMENT_HEADER, QOS_HEADER]) {
      if (startsWith(bytes, EAPOL_LLC, header)) return decodeEapolKey(bytes, header + EAPOL_LLC.length)
    }
  }
  const subtype = SUBTYPES.get(control >> 4)
  if ((control & 15) === 0 && subtype && bytes.length > MANAGEMENT_HEADER && bodyKind(bytes) === null) {
    return decodeFrame(subtype, bytes.subarray(MANAGEMENT_HEADER), 0, MANAGEMENT_HEADER)
  }
  return decodeFrame(bodyKind(bytes) ?? 'elements', bytes, 0)
}

const fits = (bytes: Uint8Array, at: number): boolean =>
  bytes.length > at && walkElements(bytes, at).clean && walkElements(bytes, at).elements.length > 0

/** The kind of body that the bytes can be without contradiction, the most telling first. */
function bodyKind(bytes: Uint8Array): string | null {
  if (bytes.length === 2) return 'deauthentication'
  const {forms, elementsAt: requestElements} = requestShape(bytes, undefined)
  // A lone SSID element is too little: two zeros look like one.
  if (forms.length > 0 && walkElements(bytes, requestElements).elements.length > 1) return REQUEST
  if (authenticationShape(bytes).fixedAt === 0) return 'authentication'
  if (forms.length > 0) return REQUEST
  const {elementsAt} = beaconShape(bytes)
  if (fits(bytes, elementsAt) && bytes[elementsAt] === 0) return 'beacon'
  if (fits(bytes, 0)) return 'elements'
  return fits(bytes, 6) ? 'association-or-reassociation-response' : null
}
