import {type KnownName, NOT_SOFTWARE} from '../etw/software-trace.js'
import type {FormatId} from '../parser.js'
import {COLUMN, MOST_COLUMNS, type RowLayout} from '../scan/layouts.js'
import {type TimeLayout, timeLayoutOf} from '../scan/time-layout.js'
import type {Own} from '../scan/wanted.js'
import type {Stamp} from '../stamps.js'
import type {EventColumns} from './event-columns.js'

/** Header lines. */
export const EVENT_ROWS_OWN: Own = {
  literals: ['timecreated', 'timegenerated'],
  telling: true,
  withIds: true,
  separators: /[="\n#]/,
  names: ['eventrecordid', 'logname', 'level'],
}

/** Knows what rows look like to those who only count them: as the one that was read last. */
export class EventRowLayouts {
  readonly #notSoftware: readonly KnownName[]
  #known: RowLayout | null = null
  #columns: EventColumns | null = null

  /** Providers, as the file writes them, that are not software tracing. */
  constructor(notSoftware = NOT_SOFTWARE) {
    this.#notSoftware = notSoftware
  }

  read(format: FormatId, columns: EventColumns, text: string, stamp: Stamp | null): void {
    const time = stamp === null ? null : timeLayoutOf(text, stamp.shape === 'culture', this.#known?.time ?? null)
    const most = Math.max(...columns.counts)
    if (time === null || most > MOST_COLUMNS) this.#known = null
    else if (this.#columns !== columns || this.#known?.time !== time) {
      this.#known = {...layoutOf(format, columns, time, most), notSoftware: this.#notSoftware}
    }
    this.#columns = columns
  }

  /** The same object as long as rows look alike; null: none was read below this header. */
  under(columns: EventColumns | null): RowLayout | null {
    return columns !== null && columns === this.#columns ? this.#known : null
  }
}

function layoutOf(
  format: FormatId,
  columns: EventColumns,
  time: TimeLayout,
  most: number,
): Omit<RowLayout, 'notSoftware'> {
  const {id, recordId, pid, tid, provider, providerGuid, counts, delimiter} = columns
  const kinds = new Map<number, RowLayout['columns'][number]>([
    [recordId, COLUMN.number],
    [pid, COLUMN.number],
    [tid, COLUMN.number],
    [id, COLUMN.id],
    [provider, COLUMN.provider],
    [providerGuid, COLUMN.providerGuid],
    [columns.time, COLUMN.time],
  ])
  return {
    format,
    delimiter,
    columns: Array.from({length: most}, (_, i) => kinds.get(i) ?? COLUMN.any),
    fewest: Math.min(...counts),
    style: 'quoted',
    names: [],
    time,
  }
}
