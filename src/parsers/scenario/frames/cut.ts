import {concat} from '../../../wdi/octets.js'

/** Header of a vendor element whose 255 bytes are not there: what `truncated` means inside a frame. */
const CUT_ELEMENT = Uint8Array.of(221, 255)

export const cutFrame = (frame: Uint8Array): Uint8Array => concat([frame, CUT_ELEMENT])

/** Header of a TLV that no page knows, whose 65,535 bytes are not there: what `truncated` means on a record. */
const CUT_TLV = Uint8Array.of(0xff, 0xff, 0xff, 0xff)
/** What `cutPayload` adds. */
export const CUT_TLV_BYTES = CUT_TLV.length

export const cutPayload = (payload: Uint8Array): Uint8Array => concat([payload, CUT_TLV])
