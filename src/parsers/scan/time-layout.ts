/** A date and time in which only the time of day differs from the one that was read last. */
export interface TimeLayout {
  /** What stands in front of the hours, and what behind the seconds and their fraction: short ASCII. */
  readonly before: string
  readonly after: string
  /** Digits of the fraction. */
  readonly fraction: number
  /** Hours go from 1 to 12. */
  readonly halfDays: boolean
  /** Hours below ten may have one digit. */
  readonly shortHours: boolean
}

const TIME = /^([ -~]{0,40}?)(\d{1,2}):\d\d:\d\d(?:\.(\d{1,9}))?([ -~]{0,16})$/

/** The layout of a time that could be read, the known one as long as it holds; null: too odd to be told quickly. */
export function timeLayoutOf(text: string, shortHours: boolean, known: TimeLayout | null): TimeLayout | null {
  const match = TIME.exec(text)
  if (match === null) return null
  const [, before = '', , digits = '', after = ''] = match
  // A digit in front of the hours would be one of them, one behind the fraction one too many.
  if (/\d$/.test(before) || /^[\d.]/.test(after)) return null
  const fraction = digits.length
  if (known?.before === before && known.after === after && known.fraction === fraction) return known
  return {before, after, fraction, halfDays: /^ ?[ap]/i.test(after), shortHours}
}
