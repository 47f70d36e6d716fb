import type {Micros} from '../events/units.js'

/**
 * Time stamps of trace exports (formats.md 0.3), read by position: a listing has one on every line, so
 * nothing here uses a regular expression or Date.parse.
 */

/** How a stamp was written; the listing's producer is told from it (formats.md 10.7). */
export type StampShape =
  /** MM/dd/yyyy-HH:mm:ss.fff: tracefmt, debugger. */
  | 'mdy'
  /** MM/dd/yy-HH:mm:ss.fff */
  | 'mdy2'
  /** yyyy-MM-dd HH:mm:ss.fff (a dash before the hours is read too). */
  | 'ymd'
  /** yyyy/MM/dd-HH:mm:ss.fffffffff */
  | 'ymd-slash'
  /** yyyy-MM-ddTHH:mm:ss.fffffff, with Z, an offset or neither. */
  | 'iso'
  /** HH:mm:ss.fff alone: counts from midnight. */
  | 'clock'
  | 'filetime'
  | 'culture'
  | 'relative'

export interface Stamp {
  /**
   * Whole microseconds, rounded down. A local stamp is read as if its clock were UTC; an offset that
   * was printed is applied; relative stamps count from their own zero.
   */
  readonly atUs: Micros
  /** 0 to 999 ns below the microsecond. */
  readonly ns: number
  /** Fraction digits printed. */
  readonly digits: number
  /** Resolution of what was printed, µs; finer than 1 counts as 1. */
  readonly unitUs: number
  readonly zone: 'utc' | 'local' | 'relative'
  readonly shape: StampShape
  /** Index after the last character of the stamp. */
  readonly end: number
}

const DAY_US = 86_400_000_000
const SLASH = 47
const DASH = 45
const COLON = 58
const DOT = 46
const BLANK = 32
const LETTER_T = 84
const LETTER_Z = 90
const PLUS = 43

/** Outside these years microseconds are not exact in a double, and no trace was written. */
const FIRST_YEAR = 1601
const LAST_YEAR = 2254

const FRACTION_TO_NS = [0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1]
const UNIT_US = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1]
const MONTH_DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Resolution of so many printed fraction digits, µs. */
export function unitOf(digits: number): number {
  return UNIT_US[digits] ?? 1
}

/** Days from 1970-01-01 to a date of the Gregorian calendar; null where there is no such date. */
export function daysOf(year: number, month: number, day: number): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null
  if (day > (MONTH_DAYS[month] as number)) return null
  if (month === 2 && day === 29 && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return null
  // The year is counted from March, so that the leap day is its last one.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/**
 * Reads a date and time, or a time alone, that begins at `at`. Digits after the ninth of a fraction, 13th
 * months and 25th hours make it no stamp (null); second 60 is the next minute's zero.
 */
export function readStamp(text: string, at = 0): Stamp | null {
  const third = text.charCodeAt(at + 2)
  if (third === SLASH) return readMonthFirst(text, at)
  if (third === COLON) return readClock(text, at, 0, 'clock')
  const fifth = text.charCodeAt(at + 4)
  if (fifth === DASH || fifth === SLASH) return readYearFirst(text, at, fifth)
  return null
}

function readMonthFirst(text: string, at: number): Stamp | null {
  if (text.charCodeAt(at + 5) !== SLASH) return null
  const century = digitsAt(text, at + 6)
  if (text.charCodeAt(at + 10) === DASH) {
    const rest = digitsAt(text, at + 8)
    if (century < 0 || rest < 0) return null
    const days = daysOf(century * 100 + rest, digitsAt(text, at), digitsAt(text, at + 3))
    return days === null ? null : readClock(text, at + 11, days, 'mdy')
  }
  if (text.charCodeAt(at + 8) !== DASH || century < 0) return null
  const days = daysOf(fullYear(century), digitsAt(text, at), digitsAt(text, at + 3))
  return days === null ? null : readClock(text, at + 9, days, 'mdy2')
}

function readYearFirst(text: string, at: number, separator: number): Stamp | null {
  if (text.charCodeAt(at + 7) !== separator) return null
  const century = digitsAt(text, at)
  const rest = digitsAt(text, at + 2)
  if (century < 0 || rest < 0) return null
  const days = daysOf(century * 100 + rest, digitsAt(text, at + 5), digitsAt(text, at + 8))
  if (days === null) return null
  const between = text.charCodeAt(at + 10)
  if (separator === SLASH) {
    return between === DASH || between === BLANK ? readClock(text, at + 11, days, 'ymd-slash') : null
  }
  if (between === BLANK || between === DASH) return readClock(text, at + 11, days, 'ymd')
  return between === LETTER_T ? readClock(text, at + 11, days, 'iso') : null
}

/** HH:mm:ss with up to nine fraction digits; for ISO stamps the zone behind it. */
function readClock(text: string, at: number, days: number, shape: StampShape): Stamp | null {
  const hour = digitsAt(text, at)
  const minute = digitsAt(text, at + 3)
  const second = digitsAt(text, at + 6)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return null
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return null
  let end = at + 8
  let fraction = 0
  let digits = 0
  if (text.charCodeAt(end) === DOT) {
    let digit = text.charCodeAt(end + 1) - 48
    while (digit >= 0 && digit <= 9) {
      if (++digits > 9) return null
      fraction = fraction * 10 + digit
      digit = text.charCodeAt(end + 1 + digits) - 48
    }
    if (digits > 0) end += 1 + digits
  }
  const ns = digits === 0 ? 0 : fraction * (FRACTION_TO_NS[digits] as number)
  const wholeUs = Math.floor(ns / 1000)
  const atUs = days * DAY_US + (hour * 3600 + minute * 60 + second) * 1_000_000 + wholeUs
  const unitUs = unitOf(digits)
  if (shape === 'clock') return {atUs, ns: ns - wholeUs * 1000, digits, unitUs, zone: 'relative', shape, end}
  if (shape !== 'iso') return {atUs, ns: ns - wholeUs * 1000, digits, unitUs, zone: 'local', shape, end}
  const zone = readZone(text, end)
  return {
    atUs: atUs - zone.minutes * 60_000_000,
    ns: ns - wholeUs * 1000,
    digits,
    unitUs,
    zone: zone.length > 0 ? 'utc' : 'local',
    shape,
    end: end + zone.length,
  }
}

/** Z, ±hh:mm or ±hhmm; length 0: none of them. */
function readZone(text: string, at: number): {minutes: number; length: number} {
  const sign = text.charCodeAt(at)
  if (sign === LETTER_Z) return {minutes: 0, length: 1}
  if (sign !== PLUS && sign !== DASH) return {minutes: 0, length: 0}
  const colon = text.charCodeAt(at + 3) === COLON ? 1 : 0
  const hours = digitsAt(text, at + 1)
  const minutes = digitsAt(text, at + 3 + colon)
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return {minutes: 0, length: 0}
  const total = hours * 60 + minutes
  return {minutes: sign === DASH ? -total : total, length: 5 + colon}
}

/** Windows traces began in 2000; older years of two digits are taken from the last century. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 80 ? 2000 : 1900)
}

/** The number of two digits at a position; -1 where there are none. */
export function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

/** Windows puts U+200E and U+200F around the parts of a rendered date. */
export function withoutMarks(text: string): string {
  return text.includes('\u200e') || text.includes('\u200f') ? text.replace(/[\u200e\u200f]/g, '') : text
}
