import type {Micros} from '../../../events/units.js'

const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?$/

export interface Moment {
  /** Rounded down. */
  readonly us: Micros
  /** 0 to 999. */
  readonly ns: number
}

/** Milliseconds with any number of decimals, exactly; below a nanosecond rounded down. Null: no such number. */
export function parseMilliseconds(text: string): Moment | null {
  const match = SHAPE.exec(text)
  if (match === null) return null
  const [, sign, whole, fraction = ''] = match
  if ((whole as string).length > 12) return null
  const digits = fraction.padEnd(6, '0')
  const magnitude = Number(whole) * 1000 + Number(digits.slice(0, 3))
  const ns = Number(digits.slice(3, 6))
  if (sign !== '-') return {us: magnitude, ns}
  // What stands behind the last kept digit makes a negative time earlier.
  const below = ns + (/[1-9]/.test(digits.slice(6)) ? 1 : 0)
  if (below === 0) return {us: magnitude === 0 ? 0 : -magnitude, ns: 0}
  return {us: -magnitude - 1, ns: 1000 - below}
}

/** Milliseconds without needless decimals: what `parseMilliseconds` reads back. */
export function printMilliseconds({us, ns}: Moment): string {
  const negative = us < 0
  // Counted from zero, so that the decimals belong to the magnitude.
  const borrow = negative && ns > 0
  const magnitude = negative ? -us - (borrow ? 1 : 0) : us
  const rest = borrow ? 1000 - ns : ns
  const decimals = `${String(magnitude % 1000).padStart(3, '0')}${String(rest).padStart(3, '0')}`.replace(/0+$/, '')
  const whole = `${negative && (magnitude > 0 || rest > 0) ? '-' : ''}${Math.floor(magnitude / 1000)}`
  return decimals === '' ? whole : `${whole}.${decimals}`
}
