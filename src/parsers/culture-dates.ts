import {daysOf, fullYear, type Stamp, unitOf, withoutMarks} from './stamps.js'

export type DateOrder = 'mdy' | 'dmy'

/** A date as some culture prints it: `10/7/2016 06:38:24 PM`, `05.10.2023 14:03:11`, `2016-10-07 18:38:24`. */
export interface CultureDate {
  /** The two numbers that are day and month, as printed; with the year in front they are month, day. */
  readonly first: number
  readonly second: number
  readonly year: number
  readonly yearFirst: boolean
  readonly separator: string
  readonly secondsOfDay: number
  readonly fraction: string
  /** Index after the last character, in the text without direction marks. */
  readonly end: number
}

/** Halves of the day in English, Chinese, Japanese, Korean and Greek; of am and pm the first letter. */
const HALVES: ReadonlyMap<string, 'a' | 'p'> = new Map([
  ...(['a', '\u4e0a\u5348', '\u5348\u524d', '\uc624\uc804', '\u03c0\u03bc'] as const).map(am => [am, 'a'] as const),
  ...(['p', '\u4e0b\u5348', '\u5348\u5f8c', '\uc624\ud6c4', '\u03bc\u03bc'] as const).map(pm => [pm, 'p'] as const),
])
/** Bulgarian writes a word behind the year. */
const YEAR_WORD = '(?: ?\u0433\\.)?'
const DAY = '(?:(\\d{4})([/.-]) ?(\\d{1,2})\\2 ?(\\d{1,2})|(\\d{1,2})([/.-]) ?(\\d{1,2})\\6 ?(\\d{4}|\\d{2}))'
const HALF_BEFORE = '(?:(\u4e0a\u5348|\u4e0b\u5348|\u5348\u524d|\u5348\u5f8c|\uc624\uc804|\uc624\ud6c4) ?)?'
const TIME = '(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:\\.(\\d{1,9}))?)?'
const HALF_BEHIND =
  '(?:[ \u00a0\u202f]?(?:([AaPp])\\.?[ \u00a0\u202f]?[Mm]\\b\\.?|(\u03c0\\.?\u03bc|\u03bc\\.?\u03bc)\\.?(?![\u0370-\u03ff])))?'
const DATE = new RegExp(`^${DAY}\\.?,?${YEAR_WORD}[ \u00a0\u202fT]+${HALF_BEFORE}${TIME}${HALF_BEHIND}(?!\\d)`)

/** Reads the date at the start of a text. Which number is the month is the caller's to decide. */
export function readCultureDate(text: string): CultureDate | null {
  const match = DATE.exec(withoutMarks(text).slice(0, 80))
  if (match === null) return null
  const yearFirst = match[1] !== undefined
  const year = match[1] ?? (match[8] as string)
  const word = (match[9] ?? match[14] ?? match[15])?.toLowerCase().replaceAll('.', '')
  const half = word === undefined ? undefined : HALVES.get(word)
  const hour = Number(match[10])
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return null
  const minute = Number(match[11])
  const second = Number(match[12] ?? '0')
  if (minute > 59 || second > 60) return null
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return {
    first: Number(yearFirst ? match[3] : match[5]),
    second: Number(yearFirst ? match[4] : match[7]),
    year: year.length === 2 ? fullYear(Number(year)) : Number(year),
    yearFirst,
    separator: (match[2] ?? match[6]) as string,
    secondsOfDay: hours * 3600 + minute * 60 + second,
    fraction: match[13] ?? '',
    end: match[0].length,
  }
}

/**
 * The order that a date proves by itself: by a number above 12, or by the point between its parts, which no
 * month-first culture of Windows uses. null: it could be either.
 */
export function provenOrder(date: CultureDate): DateOrder | null {
  if (date.yearFirst) return null
  if (date.separator === '.' || date.first > 12) return 'dmy'
  return date.second > 12 ? 'mdy' : null
}

/** False where both orders give the same day, so that nothing hangs on the choice. */
export function isAmbiguous(date: CultureDate): boolean {
  return !date.yearFirst && provenOrder(date) === null && date.first !== date.second
}

/** The time of a date whose order is decided; null where the calendar has no such day. */
export function cultureStamp(date: CultureDate, order: DateOrder): Stamp | null {
  const monthFirst = date.yearFirst || order === 'mdy'
  const month = monthFirst ? date.first : date.second
  const days = daysOf(date.year, month, monthFirst ? date.second : date.first)
  if (days === null) return null
  const ns = Number(date.fraction.padEnd(9, '0'))
  const wholeUs = Math.floor(ns / 1000)
  return {
    atUs: (days * 86_400 + date.secondsOfDay) * 1_000_000 + wholeUs,
    ns: ns - wholeUs * 1000,
    digits: date.fraction.length,
    unitUs: unitOf(date.fraction.length),
    zone: 'local',
    shape: 'culture',
    end: date.end,
  }
}
