/** Bytes of one input, however it is stored: a file, stdin, a member of an archive. */
export interface Source {
  /** As given; members of folders and archives below it, with `/`. */
  readonly path: string
  /** The decompressed bytes, in pieces of any size. Throws a SourceError where they cannot be read. */
  bytes(): AsyncIterable<Uint8Array>
}

/** One sentence for the user: what is wrong, where, and what to do next. */
export class SourceError extends Error {}
