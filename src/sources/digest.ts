import {createHash} from 'node:crypto'

/** SHA-256 of the bytes as they are read, for --hash: of the decompressed bytes, in which all offsets count. */
export interface Digest {
  update(bytes: Uint8Array): void
  /** 64 lower-case hex digits; call it once, at the end. */
  hex(): string
}

export function createDigest(): Digest {
  const hash = createHash('sha256')
  return {
    update: bytes => void hash.update(bytes),
    hex: () => hash.digest('hex'),
  }
}
