import type {Problem} from '../../events/place.js'
import type {InputNotes} from '../../events/record.js'
import {cultureStamp, type DateOrder, isAmbiguous, provenOrder, readCultureDate} from '../culture-dates.js'
import type {ParseOptions} from '../parser.js'
import {readStamp, type Stamp, withoutMarks} from '../stamps.js'

const MINUTE_US = 60_000_000

/** A date in the head that can be read one way only settles the order of the others; null: none is there. */
export function orderIn(dates: Iterable<string>): DateOrder | null {
  for (const text of dates) {
    const date = readCultureDate(text.trim())
    const order = date === null ? null : provenOrder(date)
    if (order !== null) return order
  }
  return null
}

/** Reads the dates of one file, which are in the culture and mostly the clock of the machine that exported it. */
export class EventClock {
  readonly #options: ParseOptions
  readonly #notes: InputNotes
  readonly #problem: (problem: Problem) => void
  readonly #proven: DateOrder | null
  readonly #said = new Set<string>()

  /** `proven`: the order that the head of the file shows. */
  constructor(options: ParseOptions, notes: InputNotes, problem: (problem: Problem) => void, proven: DateOrder | null) {
    this.#options = options
    this.#notes = notes
    this.#problem = problem
    this.#proven = proven
  }

  /** The time of a row under a header of that language; null where its cell holds none. */
  read(cell: string, place: Omit<Problem, 'message'>, english: boolean): Stamp | null {
    const text = withoutMarks(cell).trim()
    const iso = readStamp(text)
    const stamp = iso?.shape === 'iso' && iso.zone === 'utc' ? iso : this.#local(text, place, english)
    if (stamp === null) {
      this.#say(place, 'The time of this row is not a date that can be read: rows like it have no time.')
      return null
    }
    this.#notes.granularityUs = Math.min(stamp.unitUs, this.#notes.granularityUs ?? stamp.unitUs)
    if (stamp.zone === 'local') this.#notes.zone = 'local'
    return stamp
  }

  /** What was said once is not said again. */
  carried(): readonly string[] {
    return [...this.#said]
  }

  #local(text: string, place: Omit<Problem, 'message'>, english: boolean): Stamp | null {
    const date = readCultureDate(text)
    if (date === null) return null
    const rest = text.slice(date.end).trim()
    const printed = offsetMinutes(rest)
    // Words behind the time may say that it is after noon.
    if (rest !== '' && printed === null) return null
    const proven = provenOrder(date)
    const known = this.#options.dateOrder ?? this.#proven
    const order = known ?? assumed(date.separator, english)
    if (proven !== null && proven !== order) this.#sayContradiction(place, order, proven)
    if (isAmbiguous(date) && known === null) this.#sayAmbiguous(place, order)
    const stamp = cultureStamp(date, proven ?? order)
    if (stamp === null) return null
    const offset = printed ?? this.#options.tzMinutes
    return offset === null ? stamp : {...stamp, atUs: stamp.atUs - offset * MINUTE_US, zone: 'utc'}
  }

  #sayAmbiguous(place: Omit<Problem, 'message'>, order: DateOrder): void {
    const other = order === 'mdy' ? 'dmy' : 'mdy'
    const message = `The dates can be read month first or day first; they were read ${wordsOf(order)}. Pass --date-order ${other} if that is wrong.`
    this.#say(place, message)
  }

  #sayContradiction(place: Omit<Problem, 'message'>, order: DateOrder, proven: DateOrder): void {
    const message = `This date can only be read ${wordsOf(proven)}, while others of the file were read ${wordsOf(order)}. Pass --date-order ${proven} if they are like this one.`
    this.#say(place, message)
  }

  #say(place: Omit<Problem, 'message'>, message: string): void {
    if (this.#said.has(message)) return
    this.#said.add(message)
    this.#problem({line: place.line, offset: place.offset, message})
  }
}

function wordsOf(order: DateOrder): string {
  return order === 'mdy' ? 'month first' : 'day first'
}

/** A date with its offset from UTC: `10/7/2016 6:38:24 PM +02:00`. */
function offsetMinutes(rest: string): number | null {
  const match = /^(?:(Z)|([+-])(\d{1,2}):(\d{2}))$/.exec(rest)
  if (match === null) return null
  if (match[1] !== undefined) return 0
  const minutes = Number(match[3]) * 60 + Number(match[4])
  return match[2] === '-' ? -minutes : minutes
}

/** No culture that writes dashes puts the month first; slashes under English names are mostly American. */
function assumed(separator: string, english: boolean): DateOrder {
  return english && separator === '/' ? 'mdy' : 'dmy'
}
