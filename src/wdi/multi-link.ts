import type {Mac} from '../events/units.js'
import {littleEndian, macText} from './octets.js'

export interface MultiLink {
  /** 0 basic, 1 probe request, 2 reconfiguration, 3 TDLS, 4 priority access. */
  readonly type: number
  /** null: the common info is too short for an address. */
  readonly mldAddress: Mac | null
}

/** Control field, length of the common info, then the address. */
const ADDRESS_AT = 3
const ADDRESS_END = 9

/**
 * Content of element 255/107 after the extension id (IEEE 802.11be § 9.4.2.312). Wherever the common info is long
 * enough for an address, it starts with it: the sample driver's bytes carry one under type 1 too.
 */
export function parseMultiLink(body: Uint8Array): MultiLink {
  const common = body[2] ?? 0
  const holdsAddress = common >= 1 + ADDRESS_END - ADDRESS_AT && body.length >= ADDRESS_END
  return {
    type: littleEndian(body, 0, 2) & 7,
    mldAddress: holdsAddress ? macText(body, ADDRESS_AT) : null,
  }
}
