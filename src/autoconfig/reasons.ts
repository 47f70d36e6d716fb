import reasonsJson from './tables/reasons.json' with {type: 'json'}

export interface Reason {
  readonly name: string
  readonly text: string
}

/** All known ones, by number. */
export const REASONS: readonly (Reason & {readonly code: number})[] = reasonsJson.reasons

const byCode: ReadonlyMap<number, Reason> = new Map(REASONS.map(reason => [reason.code, reason]))

/** What a WLAN_REASON_CODE or ONEX_REASON_CODE means; undefined: not a known one. */
export const reasonOf = (code: number): Reason | undefined => byCode.get(code)

/** "association failed (0x38002)"; an unknown code as its number. */
export function reasonWords(code: number): string {
  const number = `0x${code.toString(16)}`
  const known = reasonOf(code)
  return known ? `${known.text} (${number})` : `reason ${number}`
}
