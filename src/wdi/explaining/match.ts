import type {Plain} from '../fields.js'

export type MatchKind =
  | 'rule'
  | 'command'
  | 'indication'
  | 'request'
  | 'tlv'
  | 'enum'
  | 'enum-member'
  | 'status-code'
  | 'reason-code'
  | 'wlan-reason'
  | 'ntstatus'
  | 'event'
  | 'element'

/** One meaning of a name or number, as plain data. */
export interface Match {
  readonly kind: MatchKind
  readonly name: string
  readonly value: number | null
  /** One line in words. */
  readonly text: string
  /** Page or header it is taken from. */
  readonly source: string | null
  /** What else is known, by label. */
  readonly details: Readonly<Record<string, Plain>>
}

/** Details without the empty ones. */
export function details(entries: Readonly<Record<string, Plain | null | undefined>>): Record<string, Plain> {
  return Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, Plain] => entry[1] != null && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  )
}

export const hex = (value: number, digits = 0): string => `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`

/** What is asked about: a name, and the number if it is one. */
export interface Question {
  /** Upper case, as given otherwise. */
  readonly name: string
  /** null: not a number. */
  readonly number: number | null
  /** Written as 0x…. */
  readonly hex: boolean
}
