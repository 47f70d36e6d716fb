import {type DecodeOptions, decodeTlvs} from './decode.js'
import type {MessageHeader} from './encode.js'
import {littleEndian} from './octets.js'
import {problem} from './problem.js'
import {MESSAGE_HEADER_BYTES} from './spec.js'
import type {Decoded} from './tlv-node.js'

export interface DecodedMessage extends Decoded {
  /** null: fewer than 16 bytes. */
  readonly header: MessageHeader | null
}

/** A message: the 16-byte header, then the stream. Offsets count from the first byte of the header. */
export function decodeMessage(bytes: Uint8Array, options: DecodeOptions = {}): DecodedMessage {
  if (bytes.length < MESSAGE_HEADER_BYTES) {
    const found = `${bytes.length} bytes are no message: its header alone has ${MESSAGE_HEADER_BYTES}`
    return {header: null, tlvs: [], problems: [problem(0, 'short', found)]}
  }
  const header = {
    portId: littleEndian(bytes, 0, 2),
    status: littleEndian(bytes, 4, 4),
    transactionId: littleEndian(bytes, 8, 4),
    ihvId: littleEndian(bytes, 12, 4),
  }
  const base = (options.base ?? 0) + MESSAGE_HEADER_BYTES
  return {header, ...decodeTlvs(bytes.subarray(MESSAGE_HEADER_BYTES), {...options, base})}
}
