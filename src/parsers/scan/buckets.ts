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

interface Bucket {
  readonly placed: Placed[]
  halves: readonly number[]
  rate: number
}

/**
 * Deals the literals out to eight buckets. Those of one bucket are told apart late: a place that has the halves of
 * the bytes of any of them is looked at. So each goes where it adds least to the places that look like one.
 */
export function inBuckets(literals: readonly Sought[]): readonly (readonly Placed[])[] {
  const buckets: Bucket[] = Array.from({length: BUCKET_COUNT}, () => ({placed: [], halves: NOTHING, rate: 0}))
  const all = literals.map(literal => {
    const at = rarest(literal)
    const halves = halvesOf(spellingsOf(literal, at))
    return {literal, at, halves, rate: rateOf(halves)}
  })
  // The common ones first: they need a bucket of their own most.
  for (const {literal, at, halves} of all.sort((a, b) => b.rate - a.rate)) {
    const [first, ...others] = buckets.map(bucket => {
      const joined = bucket.halves.map((half, i) => half | (halves[i] as number))
      return {bucket, joined, rate: rateOf(joined)}
    })
    let best = first as {bucket: Bucket; joined: number[]; rate: number}
    for (const one of others) if (one.rate - one.bucket.rate < best.rate - best.bucket.rate) best = one
    best.bucket.placed.push({literal, at})
    best.bucket.halves = best.joined
    best.bucket.rate = best.rate
  }
  return buckets.map(({placed}) => placed)
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
function halvesOf(fingerprint: Fingerprint): number[] {
  return fingerprint.flatMap(codes => [
    codes.reduce((low, code) => low | (1 << (code & 15)), 0),
    codes.reduce((high, code) => high | (1 << (code >> 4)), 0),
  ])
}

const NOTHING = Array<number>(2 * FINGERPRINT).fill(0)

/** How often text of traces has such bytes. */
function rateOf(halves: readonly number[]): number {
  let rate = 1
  for (let at = 0; at < FINGERPRINT; at++) rate *= shareOf(halves[2 * at] as number, halves[2 * at + 1] as number)
  return rate
}

function shareOf(low: number, high: number): number {
  let share = 0
  for (let half = 0; half < 16; half++) {
    if ((high & (1 << half)) === 0) continue
    for (let rest = 0; rest < 16; rest++) if ((low & (1 << rest)) !== 0) share += SHARES[half * 16 + rest] as number
  }
  return share
}

/** Shares of the characters of a trace, roughly: digits, also hexadecimal ones, are everywhere. */
const SHARES = Float64Array.from({length: 256}, (_, byte) => {
  const char = String.fromCharCode(byte)
  if (/[0-9]/.test(char)) return 0.03
  if (char === ' ') return 0.1
  if (/[A-F]/.test(char)) return 0.012
  if (/[aeinorst]/.test(char)) return 0.035
  if (/[a-z]/.test(char)) return 0.015
  return byte > 32 && byte < 127 ? 0.006 : 0.0005
})

function rarest(literal: Sought): number {
  let best = 0
  let least = Infinity
  for (let at = 0; at === 0 || at + FINGERPRINT <= literal.text.length; at++) {
    const rate = rateOf(halvesOf(spellingsOf(literal, at)))
    if (rate < least) {
      least = rate
      best = at
    }
  }
  return best
}
