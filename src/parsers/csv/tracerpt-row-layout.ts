import {NOT_SOFTWARE} from '../etw/software-trace.js'
import {COLUMN, MOST_COLUMNS, type RowLayout} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'
import {TEMPLATE_MEMBERS} from './template-names.js'
import type {TracerptLayout} from './tracerpt-layout.js'

const NUMBERED = Array.from({length: 100}, (_, i) => `userdata${i}`)

/** Header lines, the record that tells of the whole trace, and losses in a spelling that only tracerpt has. */
export const TRACERPT_OWN: Own = {
  literals: ['clock-time', '68fdd900', 'lost event'],
  telling: true,
  withIds: true,
  separators: /[:,=\n"#]/,
  // Templates whose members are as many as the values of a row give their names to them.
  names: [...TEMPLATE_MEMBERS, ...NUMBERED, 'raw'],
}

/** What rows under a header look like to those who only count them; null: they cannot tell. */
export function rowLayoutOf({fixed, at}: TracerptLayout): RowLayout | null {
  if (fixed > MOST_COLUMNS) return null
  const kinds = new Map<number, RowLayout['columns'][number]>([
    [at.eventId, COLUMN.id],
    [at.pid, COLUMN.hexNumber],
    [at.tid, COLUMN.hexNumber],
    [at.activity, COLUMN.guid],
    [at.clock, COLUMN.filetime],
    [at.name, COLUMN.provider],
  ])
  return {
    format: 'tracerpt-csv',
    delimiter: ',',
    columns: Array.from({length: fixed}, (_, i) => kinds.get(i) ?? COLUMN.any),
    fewest: fixed,
    style: 'tracerpt',
    names: [],
    time: null,
    // The first record of a trace.
    notSoftware: NOT_SOFTWARE.map(known => ({...known, telling: known.name === 'EventTrace'})),
  }
}
