import {statSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import type {Source} from '../sources/source.js'
import type {Order} from './worker.js'
import type {Crew} from './workers/crew.js'
import {planOf} from './workers/plan.js'

/** Seen from src/cli as from a chunk of the bundle. */
const ENTRY = new URL('../../bin/worker.js', import.meta.url)

/** Workers for the files among the sources; null where they would not be worth their start. */
export async function hireFor(sources: readonly Source[], order: Order, ordered: boolean): Promise<Crew | null> {
  const jobs = order.words.jobs ?? availableParallelism()
  const plan = canReadAgain(order) ? planOf(sources, sizeOf, {jobs, ordered}) : null
  if (plan === null) return null
  const {Crew} = await import('./workers/crew.js')
  return new Crew({entry: ENTRY, order, ...plan})
}

/** Bytes of a file from which on its blocks are shared out: a worker takes a while to start and to get hot. */
const LARGE = 300e6

/** Workers for the blocks of one file, once it is known where they begin; null: they would not be worth their start. */
export function hiringForBlocks(
  {path, onDisk}: Source,
  order: Order,
): ((blocks: Order['blocks']) => Promise<Crew>) | null {
  const jobs = order.words.jobs ?? availableParallelism()
  if (jobs === 1 || order.words.hash || !onDisk || sizeOf(path) < LARGE || !canReadAgain(order)) return null
  return async blocks => {
    const starts = blocks?.plan.starts ?? []
    const workers = Math.min(jobs, starts.length) - 1
    const tasks = starts.map((_, number) => ({path, number}))
    const {Crew} = await import('./workers/crew.js')
    return new Crew({entry: ENTRY, order: {...order, blocks}, workers, tasks, ahead: workers + 3})
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    // Whoever reads it will say why.
    return 0
  }
}

/** Every worker reads the user's own files for itself: none of them may be a pipe. */
function canReadAgain({words}: Order): boolean {
  const own = [words.dialect, words.tat, ...(words['rules-file'] ?? []), process.env.ROAMSCOPE_CONFIG]
  return own.every(path => !path || path === 'none' || statSync(path, {throwIfNoEntry: false})?.isFile())
}
