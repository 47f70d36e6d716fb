/** The members of WDI_MESSAGE_HEADER that events have. */
export interface MessageHeader {
  readonly port: number
  readonly status: number
  readonly transactionId: number
}

/** What the text says about the bytes; null: nothing. */
export interface Stated {
  readonly port: number | null
  readonly transactionId: number | null
  /** Printed length of the message or its TLVs. */
  readonly length: number | null
}

export interface MessageBytes {
  readonly header: MessageHeader | null
  /** TLV stream after the header. */
  readonly payload: Uint8Array
  /** Fewer bytes than the printed length, or than the TLVs themselves declare. */
  readonly truncated: boolean
}

const HEADER = 16

/** `exact`: TLVs fill the bytes; `short`: one of them reaches beyond the end, or its own header does. */
function walk(bytes: Uint8Array): 'exact' | 'short' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + 4 <= bytes.length) at += 4 + view.getUint16(at + 2, true)
  return at === bytes.length ? 'exact' : 'short'
}

function headerOf(bytes: Uint8Array): MessageHeader | null {
  if (bytes.length < HEADER) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Where the reserved member should stand, a TLV has its length.
  if (view.getUint16(2, true) !== 0) return null
  return {
    port: view.getUint16(0, true),
    status: view.getUint32(4, true),
    transactionId: view.getUint32(8, true),
  }
}

function hasHeader(bytes: Uint8Array, header: MessageHeader, stated: Stated): boolean {
  const rest = walk(bytes.subarray(HEADER))
  const whole = walk(bytes)
  if (stated.length === bytes.length - HEADER && rest === 'exact') return true
  if (whole === 'exact' && rest !== 'exact') return false
  const {port, transactionId} = stated
  const agrees =
    (port !== null || transactionId !== null) &&
    (port === null || port === header.port) &&
    (transactionId === null || transactionId === header.transactionId)
  return agrees || (rest === 'exact' && whole !== 'exact')
}

/** A printed length may count the header, whether or not its bytes were printed. */
function isTruncated(bytes: Uint8Array, payload: Uint8Array, length: number | null): boolean {
  if (length === bytes.length || length === payload.length) return false
  if (walk(payload) === 'short') return true
  return length !== null && length > bytes.length && length !== bytes.length + HEADER
}

/**
 * Bytes of a message with or without their header: the header is there where its port and transaction agree with
 * the text, where the printed length leaves it out, or where only the bytes after it are whole TLVs.
 */
export function splitMessage(bytes: Uint8Array, stated: Stated): MessageBytes {
  const header = headerOf(bytes)
  const found = header !== null && hasHeader(bytes, header, stated) ? header : null
  const payload = found === null ? bytes : bytes.subarray(HEADER)
  return {header: found, payload, truncated: isTruncated(bytes, payload, stated.length)}
}
