/** A file that the user wrote and that cannot be used: one sentence with the place in the file. */
export class UserFileError extends Error {
  constructor(
    readonly file: string,
    /** From 1. */
    readonly line: number,
    readonly column: number,
    /** The sentence without the place. */
    readonly sentence: string,
  ) {
    super(`${file}:${line}:${column}: ${sentence}`)
    this.name = 'UserFileError'
  }
}
