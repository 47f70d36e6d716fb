import {closeSync, openSync, readSync, statSync} from 'node:fs'

/** ZIP, or cabinet: what Windows packs files into. */
export type ArchiveKind = 'zip' | 'cab'

/** What they begin with. The second is an archive without files, the third the first part of several. */
const SIGNATURES: readonly (readonly [string, ArchiveKind])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08', 'zip'],
  ['MSCF\0\0\0\0', 'cab'],
]
/** Enough to tell. */
export const HEAD_LENGTH = 8

/** Tells an archive by its first bytes; null: it is none. */
export function archiveKind(head: Uint8Array): ArchiveKind | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_LENGTH)).toString('latin1')
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null
}

/** The same of a file. Pipes are not opened: what is read from them is gone. */
export function archiveKindOf(path: string): ArchiveKind | null {
  try {
    if (!statSync(path).isFile()) return null
    const file = openSync(path, 'r')
    try {
      const head = new Uint8Array(HEAD_LENGTH)
      return archiveKind(head.subarray(0, readSync(file, head)))
    } finally {
      closeSync(file)
    }
  } catch {
    // Whoever reads it will say why.
    return null
  }
}
