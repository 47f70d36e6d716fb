import type {Maybe} from '../../events/units.js'
import type {Plain} from '../fields.js'
import type {Tlv} from '../tlv.js'

/** Applies `read` to what is there; absent stays absent, unknown unknown. */
export const map = <A, B>(value: Maybe<A>, read: (value: A) => B): B | null | undefined =>
  value == null ? (value as null | undefined) : read(value)

const plain = (node: Maybe<Tlv>, field: string): Maybe<Plain> =>
  map(node, ({fields}) => fields?.values[field] ?? undefined)

/** A field as a number (flags 0 or 1). undefined also where an older layout has no such field. */
export function numberIn(node: Maybe<Tlv>, field: string): Maybe<number> {
  const value = plain(node, field)
  if (value == null) return value
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined
}

export function textIn(node: Maybe<Tlv>, field: string): Maybe<string> {
  const value = plain(node, field)
  if (value == null) return value
  return typeof value === 'string' ? value : undefined
}

export function numbersIn(node: Maybe<Tlv>, field: string): Maybe<readonly number[]> {
  return arrayIn(node, field, (member): member is number => typeof member === 'number')
}

export function textsIn(node: Maybe<Tlv>, field: string): Maybe<readonly string[]> {
  return arrayIn(node, field, (member): member is string => typeof member === 'string')
}

function arrayIn<T extends Plain>(
  node: Maybe<Tlv>,
  field: string,
  fits: (member: Plain) => member is T,
): Maybe<readonly T[]> {
  if (node?.cut) return undefined
  const value = plain(node, field)
  if (value == null) return value
  return Array.isArray(value) && value.every(fits) ? value : undefined
}
