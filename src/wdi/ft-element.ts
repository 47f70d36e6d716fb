import type {FtElement} from './frames.js'
import {hexText} from './octets.js'

/** MIC length by bits 1 to 3 of the MIC control field (IEEE 802.11 § 9.4.2.47). */
const MIC_LENGTHS = [16, 24, 32]
const NONCE = 32
const R1KH_ID = 1
const R0KH_ID = 3

/** Sub-elements have the shape of elements, without extension ids. */
function subElement(bytes: Uint8Array, from: number, wanted: number): string | null {
  let at = from
  while (at + 2 <= bytes.length) {
    const end = at + 2 + (bytes[at + 1] as number)
    if (end > bytes.length) return null
    if (bytes[at] === wanted) return hexText(bytes, at + 2, end)
    at = end
  }
  return null
}

/** Content of element 55 (fast BSS transition); undefined where it ends inside MIC or nonces. Keys in it are left alone. */
export function parseFtElement(body: Uint8Array): FtElement | undefined {
  const mic = MIC_LENGTHS[((body[0] ?? 0) >> 1) & 7] ?? 16
  const anonce = 2 + mic
  const snonce = anonce + NONCE
  const rest = snonce + NONCE
  if (body.length < rest) return undefined
  return {
    mic: hexText(body, 2, anonce),
    anonce: hexText(body, anonce, snonce),
    snonce: hexText(body, snonce, rest),
    r0khId: subElement(body, rest, R0KH_ID),
    r1khId: subElement(body, rest, R1KH_ID),
  }
}
