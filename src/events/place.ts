/** Where a record starts: number of the input, line from 1, byte from 0 in the decompressed file. */
export interface Place {
  readonly input: number
  readonly line: number
  readonly offset: number
}

/** A record or message that could not be read in full. It costs that record, never the file. */
export interface Problem {
  readonly offset: number
  readonly line: number
  readonly message: string
}
