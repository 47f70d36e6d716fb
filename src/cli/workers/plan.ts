import type {Source} from '../../sources/source.js'
import type {ZipPlace} from '../../sources/zip-source.js'
import type {FileTask} from './serve.js'

/** What a small file costs beside its bytes, in bytes. */
const FILE_COST = 1 << 18
/** Less work than this is done before a worker has started. */
const WORTH_A_WORKER = 1 << 24
/** Results for each thread that may wait to be taken: as they come, or in turn behind one that takes long. */
const AHEAD = {any: 512, inTurn: 8}

/** How the files of a run are shared out. */
export interface Plan {
  /** Beside the main thread. */
  readonly workers: number
  /** In the order in which they are begun. */
  readonly tasks: readonly FileTask[]
  readonly ahead: number
}

/** `sizeOf` tells the bytes of a file; null: workers would not be worth their start. */
export function planOf(
  sources: readonly Source[],
  sizeOf: (path: string) => number,
  {jobs, ordered}: {readonly jobs: number; readonly ordered: boolean},
): Plan | null {
  if (jobs === 1) return null
  const files = sources.flatMap(({path, onDisk, place}, number) =>
    onDisk ? [{number, path, place, bytes: place === undefined ? sizeOf(path) : bytesOf(place)}] : [],
  )
  const work = files.reduce((sum, {bytes}) => sum + bytes + FILE_COST, 0)
  const workers = Math.min(jobs - 1, files.length - 1, Math.floor(work / WORTH_A_WORKER))
  if (workers < 1) return null
  // The large ones first, so that none is left over at the end; but what is waited for in turn is done in turn.
  if (!ordered) files.sort((a, b) => b.bytes - a.bytes)
  const tasks = files.map(({number, path, place}) => ({number, path, ...(place === undefined ? {} : {place})}))
  return {workers, tasks, ahead: (ordered ? AHEAD.inTurn : AHEAD.any) * (workers + 1)}
}

const bytesOf = ({entry: {size, packed}}: ZipPlace): number => size ?? packed
