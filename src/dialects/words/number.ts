/** Decimal, with sign, or 0x…; null: anything else, or beyond what a double holds exactly. */
export function parseNumber(text: string): number | null {
  if (!/^(?:[+-]?\d{1,16}|0x[0-9a-f]{1,14})$/i.test(text)) return null
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : null
}

/** A number of 32 bits without sign; -1 and other negative prints are taken as their bits. */
export function parseUint32(text: string): number | null {
  const value = parseNumber(text)
  if (value === null || value > 0xffffffff || value < -0x80000000) return null
  return value >>> 0
}

/** A port id; `adapter` is the adapter object. */
export function parsePort(text: string): number | null {
  if (/^adapter$/i.test(text)) return 0xffff
  const value = parseNumber(text)
  return value !== null && value >= 0 && value <= 0xffff ? value : null
}
