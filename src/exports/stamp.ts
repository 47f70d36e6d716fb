import type {Moment} from '../parsers/scenario/values/milliseconds.js'

/** Parts of a moment as exports print them, UTC. */
export interface StampParts {
  readonly year: string
  readonly month: string
  readonly day: string
  /** HH:mm:ss */
  readonly time: string
  /** Nine digits. */
  readonly fraction: string
}

export function stampParts({us, ns}: Moment): StampParts {
  const wholeMs = Math.floor(us / 1000)
  const [date = '', rest = ''] = new Date(wholeMs).toISOString().split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const below = us - wholeMs * 1000
  const fraction = `${rest.slice(9, 12)}${String(below).padStart(3, '0')}${String(ns).padStart(3, '0')}`
  return {year, month, day, time: rest.slice(0, 8), fraction}
}

/** From 1601-01-01 to 1970-01-01, in 100 ns. */
const EPOCH = 116_444_736_000_000_000n

/** FILETIME: 100 ns since 1601, UTC. */
export const filetime = ({us, ns}: Moment): string => String(EPOCH + BigInt(us) * 10n + BigInt(Math.floor(ns / 100)))

/** `2026-01-01T00:00:00.0000000Z` with so many decimals. */
export function isoStamp(moment: Moment, digits: number): string {
  const {year, month, day, time, fraction} = stampParts(moment)
  return `${year}-${month}-${day}T${time}.${fraction.slice(0, digits)}Z`
}
