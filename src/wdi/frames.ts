import type {Hex, Mac} from '../events/units.js'

/** One element (tag) of a frame body; `extension` for id 255. */
export interface Element {
  readonly id: number
  readonly extension: number | null
  /** Content after the length byte, and after the extension id where there is one. */
  readonly body: Uint8Array
  /** Byte of the element's id in the decoded input. */
  readonly offset: number
}

export interface Rsn {
  /** Suite types of 00-0F-AC; others as 32-bit numbers. */
  readonly group: number | null
  readonly pairwise: readonly number[]
  readonly akms: readonly number[]
  /** null: the element ends before the capabilities. */
  readonly capabilities: number | null
  readonly pmkids: readonly Hex[]
}

export interface FtElement {
  readonly mic: Hex
  readonly anonce: Hex
  readonly snonce: Hex
  readonly r0khId: Hex | null
  readonly r1khId: Hex | null
}

/** Elements that rules ask for; null: the body has none. Undecodable parts of a cut body: undefined. */
export interface FrameElements {
  readonly elements: readonly Element[]
  /** The bytes end inside an element: what is not in `elements` is unknown, not absent. */
  readonly truncated: boolean
  readonly ssid: string | null | undefined
  readonly rsn: Rsn | null | undefined
  readonly mobilityDomain: Hex | null | undefined
  readonly ft: FtElement | null | undefined
  /** Content of element 127. */
  readonly extendedCapabilities: Uint8Array | null | undefined
  readonly multiLink: boolean | undefined
  /** MLD address in the common info of the Multi-Link element. */
  readonly mldAddress: Mac | null | undefined
  /** Content of element 255/32 after the extension id. */
  readonly oweDh: Hex | null | undefined
  /** Timeout-interval elements by type (1 reassociation deadline, 3 comeback), TU. */
  readonly timeouts: ReadonlyMap<number, number>
}

/** Association or reassociation request or response body, without MAC header. */
export interface AssociationFrame extends FrameElements {
  readonly bytes: Uint8Array
  /** Request: the forms in which the body parses; response: `response`. */
  readonly forms: readonly ('assoc' | 'reassoc' | 'response')[]
  /** Response: status code at offset 2. */
  readonly code: number | null
}

/** Authentication body; FT blobs may lack the six fixed bytes. */
export interface AuthenticationFrame extends FrameElements {
  readonly bytes: Uint8Array
  readonly algorithm: number | null
  readonly sequence: number | null
  readonly code: number | null
}

/** Deauthentication or disassociation body. */
export interface ReasonFrame {
  readonly bytes: Uint8Array
  /** null: fewer than two bytes. */
  readonly reason: number | null
}
