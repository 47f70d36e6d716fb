import {decodeElements} from './element-tree.js'
import {emptyRecord, type FieldValues, keyText, type Plain} from './fields.js'
import type {FrameNode} from './frame-tree.js'
import {hexText} from './octets.js'
import {type DecodeProblem, problem} from './problem.js'

/** SNAP header of EAPOL (ethertype 88-8E). */
export const EAPOL_LLC = Uint8Array.of(0xaa, 0xaa, 0x03, 0, 0, 0, 0x88, 0x8e)

export const startsWith = (bytes: Uint8Array, prefix: Uint8Array, at: number): boolean =>
  bytes.length >= at + prefix.length && prefix.every((byte, index) => bytes[at + index] === byte)

const KEY_PACKET = 3
const PAIRWISE = 0x0008
const ACK = 0x0080
const MIC = 0x0100
const SECURE = 0x0200
const ENCRYPTED = 0x1000

/** Layout of an EAPOL-Key packet with a 16-byte MIC, from the EAPOL header on (IEEE 802.11 § 12.7.2). */
const AT = {type: 1, keyInformation: 5, replay: 9, nonce: 17, mic: 81, keyDataLength: 97, keyData: 99} as const

function messageOf(information: number): string {
  const bits = information & (ACK | MIC)
  if ((information & PAIRWISE) === 0) return (information & ACK) !== 0 ? 'group message 1' : 'group message 2'
  if (bits === ACK) return 'message 1'
  if (bits === (ACK | MIC)) return 'message 3'
  return (information & SECURE) !== 0 ? 'message 4' : 'message 2'
}

/** An EAPOL packet at `at`. Key data is read only where it is not encrypted, keys in it not at all. */
export function decodeEapolKey(bytes: Uint8Array, at: number): FrameNode {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const problems: DecodeProblem[] = []
  if (bytes.length < at + AT.keyData || bytes[at + AT.type] !== KEY_PACKET) {
    if (bytes[at + AT.type] === KEY_PACKET) problems.push(problem(0, 'short', 'the EAPOL-Key packet ends early'))
    return {kind: 'eapol', fields: fields({}), elements: [], rest: bytes.subarray(at), problems}
  }
  const information = view.getUint16(at + AT.keyInformation)
  const length = view.getUint16(at + AT.keyDataLength)
  const keyData = bytes.subarray(at + AT.keyData, at + AT.keyData + length)
  if (keyData.length < length) {
    problems.push(problem(0, 'truncated', `the key data says ${length} bytes, ${keyData.length} are left`))
  }
  const encrypted = (information & ENCRYPTED) !== 0
  const elements = encrypted ? [] : decodeElements(keyData, at + AT.keyData)
  for (const element of elements) problems.push(...element.problems)
  const values = {
    message: messageOf(information),
    keyInformation: information,
    replayCounter: view.getBigUint64(at + AT.replay).toString(),
    nonce: hexText(bytes.subarray(at + AT.nonce, at + AT.nonce + 32)),
    mic: hexText(bytes.subarray(at + AT.mic, at + AT.keyDataLength)),
    keyData: encrypted ? keyText(length) : `${length} bytes`,
  }
  return {kind: 'eapol-key', fields: fields(values), elements, rest: new Uint8Array(0), problems}
}

const fields = (values: Record<string, Plain>): FieldValues => ({
  values: Object.assign(emptyRecord<Plain>(), values),
  names: emptyRecord<Plain>(),
})
