import type {ZipPlace} from './zip-source.js'

/** Bytes of one input, however it is stored: a file, stdin, a member of an archive. */
export interface Source {
  /** As given; members of folders and archives below it, with `/`. */
  readonly path: string
  /** Any thread can open it: by its path, or by its place in an archive. */
  readonly onDisk?: true
  readonly place?: ZipPlace
  /**
   * `room` gives memory that pieces are best read into; null, and without it, any will do. The decompressed bytes, in pieces of any size. A piece is valid until the next one is asked for: its
   * memory is used again. Throws a SourceError where they cannot be read, also after some of them were.
   */
  bytes(room?: Room): AsyncIterable<Uint8Array>
}

/** Asked before every piece. */
export type Room = () => Uint8Array | null

/** One sentence for the user: what is wrong, where, and what to do next. */
export class SourceError extends Error {}
