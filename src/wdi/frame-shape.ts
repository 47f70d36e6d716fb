import {requestShape} from './association-frame.js'
import {authenticationShape} from './authentication-frame.js'
import {beaconShape} from './beacon-frame.js'

/** Where the parts of a body stand. */
export interface Shape {
  readonly kind: string
  /** Bytes before the elements; null: elements cannot be told from other content. */
  readonly elementsAt: number | null
  readonly fields: readonly [name: string, at: number, kind?: 'status' | 'reason' | 'address' | 'byte'][]
  /** End of the fixed fields. */
  readonly fixed: number
}

const capability = ['capability', 0] as const

function requestFrame(bytes: Uint8Array): Shape {
  const {elementsAt} = requestShape(bytes, undefined)
  const fields: Shape['fields'] = [[...capability], ['listenInterval', 2]]
  return elementsAt === 10
    ? {kind: 'reassociation-request', elementsAt, fixed: 10, fields: [...fields, ['currentAp', 4, 'address']]}
    : {kind: 'association-request', elementsAt, fixed: 4, fields}
}

function authenticationFrame(bytes: Uint8Array): Shape {
  const {fixedAt, elementsAt} = authenticationShape(bytes)
  if (fixedAt === null) return {kind: 'authentication', elementsAt, fixed: 0, fields: []}
  const fields: Shape['fields'] = [
    ['algorithm', fixedAt],
    ['sequence', fixedAt + 2],
    ['status', fixedAt + 4, 'status'],
  ]
  return {kind: 'authentication', elementsAt, fixed: fixedAt + 6, fields}
}

const reasonShape = (kind: string): Shape => ({kind, elementsAt: 2, fixed: 2, fields: [['reason', 0, 'reason']]})

function beaconFrame(bytes: Uint8Array): Shape {
  const {dmg, elementsAt} = beaconShape(bytes)
  if (dmg) return {kind: 'dmg-beacon', elementsAt, fixed: elementsAt, fields: [['beaconInterval', 11]]}
  const fields: Shape['fields'] = [
    ['beaconInterval', 8],
    ['capability', 10],
  ]
  return {kind: 'beacon', elementsAt, fixed: elementsAt, fields}
}

/** By the frame that a TLV's page names. */
const shapes: ReadonlyMap<string, (bytes: Uint8Array) => Shape> = new Map([
  ['association-or-reassociation-request', requestFrame],
  [
    'association-or-reassociation-response',
    () => ({
      kind: 'association-response',
      elementsAt: 6,
      fixed: 6,
      fields: [[...capability], ['status', 2, 'status'], ['associationId', 4]],
    }),
  ],
  ['authentication', authenticationFrame],
  ['deauthentication', () => reasonShape('deauthentication')],
  ['disassociation', () => reasonShape('disassociation')],
  ['beacon', beaconFrame],
  ['probe-response', beaconFrame],
  ['beacon-or-probe-response', beaconFrame],
  [
    'action',
    () => ({
      kind: 'action',
      elementsAt: null,
      fixed: 2,
      fields: [
        ['category', 0, 'byte'],
        ['action', 1, 'byte'],
      ],
    }),
  ],
])

const ELEMENTS_ONLY: Shape = {kind: 'elements', elementsAt: 0, fixed: 0, fields: []}

/** Shape of a body; one that is empty or of an unknown kind has elements at most. */
export const frameShape = (frame: string, bytes: Uint8Array): Shape =>
  bytes.length > 0 ? (shapes.get(frame)?.(bytes) ?? ELEMENTS_ONLY) : ELEMENTS_ONLY
