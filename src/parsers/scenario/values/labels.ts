import {createHash} from 'node:crypto'

const HEX = /^0x(?:[0-9a-f]{2})+$/i

/** Bytes written out, as in `pmkid=0x00112233445566778899aabbccddeeff`; null: a label. */
export function writtenBytes(label: string): Uint8Array | null {
  return HEX.test(label) ? Uint8Array.from(Buffer.from(label.slice(2), 'hex')) : null
}

/**
 * What a label stands for (scenario.md 3): the bytes themselves after `0x`, else the first `length` bytes
 * of SHA-256 of its UTF-8 text. Throws an Error where written bytes have another length.
 */
export function labelBytes(label: string, length: number): Uint8Array {
  const written = writtenBytes(label)
  if (written === null) return Uint8Array.from(createHash('sha256').update(label, 'utf8').digest().subarray(0, length))
  if (written.length !== length) throw new Error(`${label} has ${written.length} bytes instead of ${length}`)
  return written
}

/** R0KH-ID and public keys: the text of the label, or its bytes. */
export const labelText = (label: string): Uint8Array => writtenBytes(label) ?? new TextEncoder().encode(label)
