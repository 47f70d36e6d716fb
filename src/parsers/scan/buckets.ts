import type {Literal} from '../../events/literal.js'

export type Sought = Pick<Literal, 'text' | 'exact' | 'around' | 'withId'>

/** Bytes of a literal that are compared before the whole is; of a shorter one all that it has. */
export const FINGERPRINT = 4
export const BUCKET_COUNT = 8

/** A literal and the place of its fingerprint. */
export interface Placed {
  readonly literal: Sought
  readonly at: number
}

/** A place with what a fingerprint there lets through. */
interface Window extends Placed {
  readonly halves: Halves
  readonly rate: number
}

interface Bucket {
  readonly windows: Set<Window>
  halves: Halves
  rate: number
}

/** Rounds in which every literal may move to where it does less harm. */
const ROUNDS = 3
/** Fingerprints of a literal that are tried. */
const WINDOWS = 8

/**
 * Deals the literals out to eight buckets. Those of one bucket are told apart late: a place that has the halves of
 * the bytes of any of them is looked at. So each goes where it adds least to the places that look like one, with that
 * one of its fingerprints that suits the others there; and again, as long as others have moved.
 */
export function inBuckets(literals: readonly Sought[]): readonly (readonly Placed[])[] {
  const buckets: Bucket[] = Array.from({length: BUCKET_COUNT}, () => ({windows: new Set(), halves: NOTHING, rate: 0}))
  const all = literals.map(windowsOf)
  // The common ones first: they need a bucket of their own most.
  all.sort(([a], [b]) => (b as Window).rate - (a as Window).rate)
  const homes = all.map(windows => settle(windows, buckets))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, windows] of all.entries()) {
      const {bucket, window} = homes[i] as Home
      bucket.windows.delete(window)
      bucket.halves = [...bucket.windows].reduce((joined, {halves}) => join(joined, halves), NOTHING)
      bucket.rate = rateOf(bucket.halves, NOTHING)
      homes[i] = settle(windows, buckets)
    }
  }
  return buckets.map(({windows}) => [...windows])
}

interface Home {
  readonly bucket: Bucket
  readonly window: Window
}

/** Puts one of the windows into the bucket where it adds least. */
function settle(windows: readonly Window[], buckets: readonly Bucket[]): Home {
  let bucket = buckets[0] as Bucket
  let window = windows[0] as Window
  let least = Infinity
  for (const one of windows) {
    for (const other of buckets) {
      const more = rateOf(other.halves, one.halves) - other.rate
      if (more >= least) continue
      least = more
      bucket = other
      window = one
    }
  }
  bucket.windows.add(window)
  bucket.halves = join(bucket.halves, window.halves)
  bucket.rate = rateOf(bucket.halves, NOTHING)
  return {bucket, window}
}

/** The rarest ones, the rarest first. */
function windowsOf(literal: Sought): Window[] {
  const places = Math.max(1, literal.text.length - FINGERPRINT + 1)
  return Array.from({length: places}, (_, at) => {
    const halves = halvesOf(spellingsOf(literal, at))
    return {literal, at, halves, rate: rateOf(halves, NOTHING)}
  })
    .sort((a, b) => a.rate - b.rate)
    .slice(0, WINDOWS)
}

/** The bytes that may stand at each place of a fingerprint. */
export type Fingerprint = readonly (readonly number[])[]

export function spellingsOf({text, exact}: Sought, at: number): Fingerprint {
  return Array.from({length: FINGERPRINT}, (_, i) => spellings(text.charCodeAt(at + i), exact))
}

/** The bytes that may stand for a character; behind the end of a short literal that is any. */
export function spellings(code: number, exact: boolean): readonly number[] {
  if (Number.isNaN(code)) return ANY
  if (code === 32) return [32, 9]
  return code >= 97 && code <= 122 && !exact ? [code, code - 32] : [code]
}

const ANY = Array.from({length: 256}, (_, byte) => byte)

/** Low and high halves of the bytes at each place, a bit each. */
type Halves = readonly number[]

function halvesOf(fingerprint: Fingerprint): Halves {
  return fingerprint.flatMap(codes => [
    codes.reduce((low, code) => low | (1 << (code & 15)), 0),
    codes.reduce((high, code) => high | (1 << (code >> 4)), 0),
  ])
}

const NOTHING: Halves = Array<number>(2 * FINGERPRINT).fill(0)

function join(one: Halves, other: Halves): Halves {
  return one.map((half, i) => half | (other[i] as number))
}

/** How often text of traces has bytes that one of the two lets through. */
function rateOf(one: Halves, other: Halves): number {
  let rate = 1
  for (let at = 0; at < 2 * FINGERPRINT; at += 2) {
    const low = (one[at] as number) | (other[at] as number)
    rate *= shareOf(low, (one[at + 1] as number) | (other[at + 1] as number))
  }
  return rate
}

function shareOf(low: number, high: number): number {
  let share = 0
  for (let half = 0, rest = high; rest !== 0; half++, rest >>= 1) {
    if ((rest & 1) === 0) continue
    share += (SHARES[512 * half + (low & 255)] as number) + (SHARES[512 * half + 256 + (low >> 8)] as number)
  }
  return share
}

/** Share of a character in a trace, roughly: digits, also hexadecimal ones, are everywhere, and zeros in rows. */
function shareOfByte(byte: number): number {
  const char = String.fromCharCode(byte)
  if (char === '0' || char === ' ') return 0.1
  if (/[1-9]/.test(char)) return 0.03
  if (/[A-F]/.test(char)) return 0.012
  if (/[aeinorst]/.test(char)) return 0.035
  if (/[a-z]/.test(char)) return 0.015
  return byte > 32 && byte < 127 ? 0.006 : 0.0005
}

const BYTES = Array.from({length: 256}, (_, byte) => shareOfByte(byte))

/** Of each high half: the share of every set of low halves below eight, then of those above. */
const SHARES = Float64Array.from({length: 16 * 512}, (_, i) => {
  let share = 0
  for (let low = 0; low < 8; low++) {
    if ((i & (1 << low)) !== 0) share += BYTES[16 * (i >> 9) + 8 * ((i >> 8) & 1) + low] as number
  }
  return share
})
