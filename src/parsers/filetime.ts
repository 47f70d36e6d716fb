import {type Stamp, unitOf} from './stamps.js'

/** Seconds from 1601-01-01 to 1970-01-01. */
const EPOCH_S = 11_644_473_600
/** Later than 2254 a stamp is neither exact nor believable. */
const LAST_S = 8_993_462_400 + EPOCH_S

/**
 * A FILETIME as printed: 18 digits of 100 ns since 1601 UTC. A spreadsheet that re-saved the file leaves
 * `1.3312743573048245e+17`: it is read as far as it goes, and `unitUs` says how far that is.
 * Blanks around it are ignored; anything else is null.
 */
export function readFiletime(text: string): Stamp | null {
  const trimmed = text.trim()
  if (trimmed.length === 18 && /^\d+$/.test(trimmed)) return stampOf(trimmed, 1, text.length)
  const damaged = /^(\d)(?:[.,](\d{1,17}))?[eE]\+?17$/.exec(trimmed)
  if (damaged === null) return null
  const decimals = damaged[2] ?? ''
  const ticks = (damaged[1] as string) + decimals.padEnd(17, '0')
  // A double near 1.3e17 cannot tell numbers closer than 16 apart: 1.6 µs.
  return stampOf(ticks, Math.max(2, 10 ** (16 - decimals.length)), text.length)
}

/** Split before the last seven digits: the whole number is beyond what a double holds exactly. */
function stampOf(ticks: string, unitUs: number, end: number): Stamp | null {
  const seconds = Number(ticks.slice(0, 11))
  if (seconds > LAST_S) return null
  const rest = Number(ticks.slice(11))
  const wholeUs = Math.floor(rest / 10)
  return {
    atUs: (seconds - EPOCH_S) * 1_000_000 + wholeUs,
    ns: (rest - wholeUs * 10) * 100,
    digits: 7,
    unitUs,
    zone: 'utc',
    shape: 'filetime',
    end,
  }
}

/**
 * Milliseconds since the start of a session, three or four decimals, thousands apart by commas:
 * `8,184.674`. Rounded down, below zero as well.
 */
export function readRelativeMs(text: string): Stamp | null {
  const match = /^\s*(-?)(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,9}))?\s*$/.exec(text)
  if (match === null) return null
  const decimals = match[3] ?? ''
  const below = decimals.padEnd(9, '0')
  const whole = Number((match[2] as string).replaceAll(',', '')) * 1000 + Number(below.slice(0, 3))
  const nsPart = Number(below.slice(3, 6))
  const finer = Number(below.slice(6)) > 0
  // The rest below a microsecond counts upwards from the rounded-down value, also for negative times.
  const restNs = match[1] === '-' ? nsPart + (finer ? 1 : 0) : nsPart
  const negative = match[1] === '-' && whole + restNs > 0
  const atUs = negative ? -whole - (restNs > 0 ? 1 : 0) : whole
  return {
    atUs,
    ns: negative && restNs > 0 ? 1000 - restNs : restNs,
    digits: decimals.length,
    unitUs: unitOf(3 + decimals.length),
    zone: 'relative',
    shape: 'relative',
    end: text.length,
  }
}
