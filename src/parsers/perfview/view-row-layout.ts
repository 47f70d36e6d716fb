import {NOT_SOFTWARE} from '../etw/software-trace.js'
import {groupedSpellings} from '../etw/trace-event-names.js'
import {COLUMN, MOST_COLUMNS, type RowLayout} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'

export const VIEW_OWN: Own = {
  // Members that say who wrote an event beside its name, and events that may count losses.
  literals: ['providername', 'providerguid', 'eventtrace'],
  telling: false,
  withIds: true,
  separators: /[:,=\n"#]/,
  names: ['eventname', 'processname'],
  spellings: groupedSpellings,
}

/** What rows look like below a header of these names; null: there are too many. */
export function viewLayoutOf(separator: string, names: readonly string[]): RowLayout | null {
  if (names.length > MOST_COLUMNS) return null
  return {
    format: 'perfview-csv',
    delimiter: separator,
    columns: names.map(() => COLUMN.any),
    fewest: names.length,
    style: 'view',
    names: names.slice(3).filter(name => name !== 'Rest'),
    time: null,
    notSoftware: NOT_SOFTWARE,
  }
}
