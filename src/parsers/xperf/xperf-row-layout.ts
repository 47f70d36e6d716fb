import {isSoftwareTrace} from '../etw/software-trace.js'
import type {ClassLayout, EventClass} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'
import type {XperfClasses} from './xperf-header.js'
import {LONGEST_NAME, xperfProvider} from './xperf-record.js'

/** The header of a trace and losses, of which xperf prints no more than the GUID. */
export const XPERF_OWN: Own = {
  literals: ['68fdd900', '6a399ae0'],
  telling: false,
  // What has an id has no payload.
  withIds: false,
  separators: /[:,=\n"#]/,
  // Values without a column: a row that is passed over cannot have more.
  names: ['event', ...Array.from({length: 1000}, (_, i) => `value${i + 1}`)],
}

/** What rows look like below this header. */
export function classLayoutOf(classes: XperfClasses): ClassLayout {
  return {format: 'xperf', classes: [...classes].flatMap(([name, columns]) => classOf(name, columns) ?? [])}
}

/** null: not every row of the class is an event. */
function classOf(name: string, columns: readonly string[]): EventClass | null {
  if (columns.length === 0 || name.length > LONGEST_NAME || name.includes('"')) return null
  const provider = xperfProvider(name)
  return {name, columns, software: isSoftwareTrace(provider), undecoded: provider === null}
}
