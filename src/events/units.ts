/**
 * Whole microseconds, since the Unix epoch (UTC) or, in relative traces, since the zero of the trace.
 * Exact in a double until the year 2255; may be negative.
 */
export type Micros = number

/** A MAC address: lower case, colons. */
export type Mac = string

/** Bytes as lower-case hex digits without separators. */
export type Hex = string

/** Absent in the trace for sure: null. Not exported, so that nothing is known: undefined. */
export type Maybe<T> = T | null | undefined

export const ms = (milliseconds: number): Micros => Math.round(milliseconds * 1000)
export const seconds = (s: number): Micros => s * 1_000_000

export const ALL_STATIONS: Mac = 'ff:ff:ff:ff:ff:ff'
