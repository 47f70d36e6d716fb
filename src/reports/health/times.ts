import {duration} from '../../analysis/duration.js'
import type {Time} from '../../fleet/statistics.js'
import {thousands} from '../text/layout.js'
import {table} from '../text/table.js'
import {percent} from './figures.js'
import type {Section} from './section.js'

const TOTALS = [
  ['tReq', 'to association'],
  ['tTask', 'to completion'],
  ['tService', 'to service'],
] as const

/** Durations of successful roams from the command on, all of them and by class. */
export const times: Section = function* ({metrics}, layout) {
  const rows = TOTALS.flatMap(([total, name]) =>
    Object.entries(metrics.timeToRoam[total])
      .filter(([kind, {n}]) => n > 0 && (kind !== 'all' || n > 0))
      .map(([kind, time]) => ({name: kind === 'all' ? name : '', kind, time})),
  )
  if (rows.length === 0) return
  const say = (us: number | null) => (us === null ? '–' : duration(us, null))
  const column = (head: string, of: (time: Time) => number | null, drop?: number) => ({
    head,
    right: true,
    ...(drop === undefined ? {} : {drop}),
    cell: ({time}: (typeof rows)[number]) => layout.ours(say(of(time))),
  })
  yield* layout.heading(
    'TIME TO ROAM',
    'successful roams, from the command; p50 from 5 measured, p95 from 20, p99 from 100',
  )
  yield* table(
    rows,
    [
      {head: 'time', cell: ({name}) => name},
      {head: 'class', cell: ({kind}) => kind},
      {head: 'roams', right: true, cell: ({time}) => thousands(time.n)},
      {head: 'measured', right: true, drop: 1, cell: ({time}) => percent(time.measured / time.n)},
      column('p50', ({p50Us}) => p50Us),
      column('p95', ({p95Us}) => p95Us),
      column('p99', ({p99Us}) => p99Us, 3),
      column('min', ({minUs}) => minUs, 2),
      column('max', ({maxUs}) => maxUs),
    ],
    layout.width,
    layout.chalk.dim,
  )
}
