import {failureOf} from '../failure.js'

/** How the work on one file ended, as plain data. */
export type Outcome<Result> =
  | {readonly result: Result}
  /** The user has to put something right that concerns every file. */
  | {readonly refused: {readonly code: 2 | 3; readonly message: string; readonly hint: string | null}}
  /** A bug: it costs this file. Why, in words that end a sentence. */
  | {readonly broken: string}

export async function outcomeOf<Result>(make: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return {result: await make()}
  } catch (error) {
    const {code, message, hint, stack} = failureOf(error)
    if (code !== 4) return {refused: {code, message, hint}}
    if (process.env.DEBUG && stack !== null) process.stderr.write(`${stack}\n`)
    return {broken: `a bug in roamscope ended its analysis: ${error instanceof Error ? error.message : String(error)}`}
  }
}
