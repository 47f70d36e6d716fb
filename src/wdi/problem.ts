/** `truncated`: a length reaches beyond its container. `short`: a value ends inside its layout. `invalid`: anything else. */
export type ProblemCode = 'truncated' | 'short' | 'invalid'

/** Something that does not fit, at the header of its TLV or the id of its element, from the first byte of the input. */
export interface DecodeProblem {
  readonly offset: number
  readonly code: ProblemCode
  readonly message: string
}

export const problem = (offset: number, code: ProblemCode, message: string): DecodeProblem => ({offset, code, message})
