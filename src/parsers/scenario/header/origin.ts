import type {Moment} from '../values/milliseconds.js'

const SHAPE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/i

/** `2026-01-01T00:00:00Z`, up to nine decimals, with a zone. Null: no such moment. */
export function parseOrigin(text: string): Moment | null {
  const match = SHAPE.exec(text)
  if (match === null) return null
  const [, whole, fraction = '', zone] = match
  const milliseconds = Date.parse(`${whole}${zone}`)
  if (Number.isNaN(milliseconds)) return null
  const digits = fraction.padEnd(9, '0')
  return {us: milliseconds * 1000 + Number(digits.slice(0, 6)), ns: Number(digits.slice(6))}
}
