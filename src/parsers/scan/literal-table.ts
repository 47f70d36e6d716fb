import {BUCKET_COUNT, type Fingerprint, inBuckets, type Sought, spellings, spellingsOf} from './buckets.js'
import type {Kernel} from './kernel.js'
import {BUCKETS, FILTER, HIGH, LITERAL_SIZE, LITERALS, LOW, OUT} from './memory.js'

const SHORTEST = 3
/** A longer literal is looked for by its beginning. */
const LONGEST = 28
const MOST = 128

/** False where one of the literals cannot be looked for, or there are too many: then everything has to be read. */
export function canLookFor(literals: readonly Pick<Sought, 'text'>[]): boolean {
  return literals.length <= MOST && literals.every(({text}) => text.length >= SHORTEST && /^[\t\x20-\x7e]+$/.test(text))
}

/** Puts the literals into the kernel's memory: nibble tables of their fingerprints, and themselves by bucket. */
export function writeLiterals({bytes, view}: Kernel, literals: readonly Sought[]): void {
  bytes.fill(0, LOW, BUCKETS)
  bytes.fill(0, FILTER, OUT)
  let count = 0
  for (const [bucket, placed] of inBuckets(withoutLonger(literals.map(shortened))).entries()) {
    view.setUint16(BUCKETS + 2 * bucket, count, true)
    for (const {literal, at} of placed) {
      const fingerprint = spellingsOf(literal, at)
      writeHalves(bytes, fingerprint, 1 << bucket)
      writeFilter(bytes, fingerprint)
      writeLiteral(bytes, LITERALS + count * LITERAL_SIZE, literal, at)
      count++
    }
  }
  view.setUint16(BUCKETS + 2 * BUCKET_COUNT, count, true)
}

/** A text that holds one literal need not be searched for a longer one around it. */
function withoutLonger(literals: readonly Sought[]): readonly Sought[] {
  const covers = (one: Sought, other: Sought) =>
    one !== other &&
    !one.exact &&
    (one.around || !other.around) &&
    (!one.withId || other.withId) &&
    other.text.toLowerCase().includes(one.text)
  return literals.filter(
    (literal, i) => !literals.some((one, j) => covers(one, literal) && (!covers(literal, one) || j < i)),
  )
}

const shortened = (literal: Sought): Sought => ({...literal, text: literal.text.slice(0, LONGEST)})

function writeHalves(bytes: Uint8Array, fingerprint: Fingerprint, bit: number): void {
  for (const [place, codes] of fingerprint.entries()) {
    for (const code of codes) {
      add(bytes, LOW + 16 * place + (code & 15), bit)
      add(bytes, HIGH + 16 * place + (code >> 4), bit)
    }
  }
}

/** As `confirm` in kernel/ reads it. */
function writeFilter(bytes: Uint8Array, fingerprint: Fingerprint): void {
  let values = [0]
  for (const [place, codes] of fingerprint.entries()) {
    const folded = [...new Set(codes.map(code => code | 32))]
    values = values.flatMap(value => folded.map(code => value | (code << (8 * place))))
  }
  for (const value of values) {
    const hash = Math.imul(value, 0x9e3779b1) >>> 17
    add(bytes, FILTER + (hash >> 3), 1 << (hash & 7))
  }
}

function add(bytes: Uint8Array, at: number, bit: number): void {
  bytes[at] = (bytes[at] as number) | bit
}

/** As `compare` in kernel/ reads it. */
function writeLiteral(bytes: Uint8Array, at: number, literal: Sought, fingerprint: number): void {
  const {text, exact, around, withId} = literal
  bytes[at] = text.length
  bytes[at + 1] = fingerprint
  bytes[at + 2] = around ? 3 : withId ? 4 : 1
  for (let i = 0; i < text.length; i++) {
    const codes = spellings(text.charCodeAt(i), exact)
    // The bits in which spellings differ do not count.
    const free = codes.reduce((bits, code) => bits | (code ^ (codes[0] as number)), 0)
    bytes[at + 4 + i] = (codes[0] as number) | free
    bytes[at + 34 + i] = free
  }
}
