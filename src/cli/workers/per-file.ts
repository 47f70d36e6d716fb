import {failedSource} from '../../sources/failed-source.js'
import {quoted} from '../../sources/read-failure.js'
import type {Source} from '../../sources/source.js'
import {UserError} from '../user-error.js'
import type {Crew} from './crew.js'
import {type Outcome, outcomeOf} from './outcome.js'

export interface Made<Result> {
  /** Place of the file among the sources. */
  readonly number: number
  readonly result: Result
}

export interface PerFile<Result> {
  readonly sources: readonly Source[]
  /** Work of this thread. */
  make(source: Source, number: number): Promise<Result>
  /** Results come in the order of the sources; else as they are ready. */
  readonly ordered: boolean
  /** Others that work on the sources named in its tasks; null: this thread does all. */
  readonly crew: Crew | null
  /** What another thread has sent. */
  received(sent: unknown, source: Source, number: number): Result
}

/** One result a file. A bug costs its file: what is made then is made of a file that cannot be read. */
export async function* perFile<Result>(files: PerFile<Result>): AsyncGenerator<Made<Result>> {
  if (files.crew !== null) yield* withCrew(files, files.crew)
  else for (const number of files.sources.keys()) yield settled(number, await made(number, files), files)
}

async function* withCrew<Result>(files: PerFile<Result>, crew: Crew): AsyncGenerator<Made<Result>> {
  const {sources, ordered} = files
  const shared = new Set(crew.options.tasks.map(({number}) => number))
  const alone = [...sources.keys()].filter(number => !shared.has(number))
  const waiting = new Map<number, Outcome<Result>>()
  try {
    for (let given = 0; given < sources.length; ) {
      for (const {number, outcome} of crew.deliveries()) {
        waiting.set(number, received(number, outcome, files))
      }
      const [first = -1] = waiting.keys()
      const next = ordered ? given : first
      const outcome = waiting.get(next)
      if (outcome !== undefined) {
        waiting.delete(next)
        given++
        if (shared.has(next)) crew.claims.take()
        yield settled(next, outcome, files)
        continue
      }
      // Standard input and the like, at the latest when they are due.
      const due = !ordered || alone[0] === given ? alone.shift() : undefined
      const own = due ?? crew.claim()?.number
      if (own === undefined) await crew.news()
      else waiting.set(own, await made(own, files))
      crew.claims.done()
    }
    await crew.goHome()
  } finally {
    await crew.dismiss()
  }
}

function received<Result>(
  number: number,
  outcome: Outcome<unknown>,
  {sources, received}: PerFile<Result>,
): Outcome<Result> {
  return 'result' in outcome ? {result: received(outcome.result, sources[number] as Source, number)} : outcome
}

async function made<Result>(number: number, {sources, make}: PerFile<Result>): Promise<Outcome<Result>> {
  const outcome = await outcomeOf(() => make(sources[number] as Source, number))
  // Signals and deliveries get their turn.
  await new Promise(resolve => setImmediate(resolve))
  return outcome
}

async function settled<Result>(
  number: number,
  outcome: Outcome<Result>,
  {sources, make}: PerFile<Result>,
): Promise<Made<Result>> {
  if ('result' in outcome) return {number, result: outcome.result}
  if ('refused' in outcome) {
    const {code, message, hint} = outcome.refused
    throw new UserError(code, message, hint)
  }
  const {path} = sources[number] as Source
  const lost = failedSource(path, `${quoted(path)} could not be analysed: ${outcome.broken}.`)
  return {number, result: await make(lost, number)}
}
