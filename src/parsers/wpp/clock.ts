import type {InputNotes} from '../../events/record.js'
import type {Micros} from '../../events/units.js'
import {readFiletime} from '../filetime.js'
import type {ParseOptions} from '../parser.js'
import type {Stamp} from '../stamps.js'
import type {Fields} from './fields.js'

const QUARTER_US = 900_000_000
/** From UTC-12 to UTC+14. */
const WIDEST_OFFSET_US = 14 * 3_600_000_000
/** How far the stamp of a header record may be from the start time inside it. */
const HEADER_SLACK_US = 60_000_000

export interface Clock {
  /** The time of a stamp on the input's clock: UTC once the zone is known. */
  read(stamp: Stamp): Micros
  /**
   * The trace header's record, `Event: Header, … StartTime: <FILETIME>`: its own stamp is the same instant in
   * local time, which tells the zone (formats.md 0.3). Gives a sentence where that does not work out.
   */
  header(fields: Fields, stamp: Stamp | null): string | null
  /** Start or end of the log on the listing's own clock, from tracefmt's console. */
  span(stamp: Stamp, end: boolean): void
  /** What later stamps depend on. */
  carried(): readonly unknown[]
}

/** The clock of a listing with local stamps; keeps `notes` about zone, resolution, span and loss up to date. */
export function createClock(options: ParseOptions, notes: InputNotes): Clock {
  let offsetUs = (options.tzMinutes ?? 0) * 60_000_000
  let dated = false
  let recovered = false
  notes.zone = options.tzMinutes === null ? 'local' : 'utc'

  function extend(startUs: Micros | null, endUs: Micros | null): void {
    if (startUs !== null) notes.headerStartUs = Math.min(startUs, notes.headerStartUs ?? startUs)
    if (endUs !== null) notes.headerEndUs = Math.max(endUs, notes.headerEndUs ?? endUs)
  }

  return {
    read(stamp) {
      if (!dated) {
        dated = true
        if (stamp.zone === 'relative') notes.zone = 'relative'
      }
      // The coarsest stamp limits what can be measured in a listing of several.
      if (notes.granularityUs === null || stamp.unitUs > notes.granularityUs) notes.granularityUs = stamp.unitUs
      return stamp.zone === 'local' ? stamp.atUs - offsetUs : stamp.atUs
    },
    header(fields, stamp) {
      notes.lostEvents += count(fields.EventsLost)
      notes.lostBuffers += count(fields.BuffersLost)
      const start = readFiletime(fields.StartTime ?? '')
      const end = readFiletime(fields.EndTime ?? '')
      if (start === null || stamp === null || stamp.zone !== 'local') return null
      const difference = stamp.atUs - start.atUs
      const measured = Math.round(difference / QUARTER_US) * QUARTER_US
      if (Math.abs(measured) > WIDEST_OFFSET_US || Math.abs(difference - measured) > HEADER_SLACK_US) {
        return 'The trace header has another start time than its own stamp; the zone of the clock cannot be told from it.'
      }
      if (dated && !recovered) {
        // The records before it have been handed on already: one input has one clock.
        if (measured === offsetUs && options.tzMinutes !== null) return null
        return 'The trace header, which tells the zone, comes after other records; it was not used.'
      }
      const contradiction = !recovered && options.tzMinutes !== null && measured !== offsetUs
      offsetUs = measured
      recovered = true
      notes.zone = 'utc'
      extend(start.atUs, end === null ? null : end.atUs)
      return contradiction
        ? `The trace header puts its clock ${measured / 60_000_000} minutes east of UTC; --tz was not used.`
        : null
    },
    span(stamp, end) {
      const atUs = stamp.atUs - offsetUs
      extend(end ? null : atUs, end ? atUs : null)
    },
    carried: () => [offsetUs, dated, recovered],
  }
}

function count(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0
}
