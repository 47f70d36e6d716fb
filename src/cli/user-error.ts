/**
 * What the user can put right. `message`: one sentence that says what is wrong and where; `hint`: what to do next.
 * Code 2: command line, configuration, dialect or scenario file. Code 3: the input.
 */
export class UserError extends Error {
  constructor(
    readonly code: 2 | 3,
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message)
    this.name = 'UserError'
  }
}
