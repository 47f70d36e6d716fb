import {parseMac} from '../../wdi/octets.js'
import {parseMember} from '../../wdi/reading/text-values.js'
import {enumByName} from '../../wdi/spec.js'
import {closest} from '../files/suggest.js'
import type {Field, Value} from './fields.js'
import type {ConditionSpec, Scalar} from './rule-schema.js'

/** null: the trace does not say. */
export type Truth = boolean | null

export const and = (truths: Iterable<Truth>): Truth => {
  let all: Truth = true
  for (const truth of truths) {
    if (truth === false) return false
    if (truth === null) all = null
  }
  return all
}

export const or = (truths: Iterable<Truth>): Truth => {
  let any: Truth = false
  for (const truth of truths) {
    if (truth) return true
    if (truth === null) any = null
  }
  return any
}

/** Words for header statuses, as in scenarios. */
const STATUS: ReadonlyMap<string, number> = new Map([
  ['success', 0],
  ['failure', 0xc0000001],
  ['pending', 0x103],
  ['aborted', 0xc023000f],
])

/** Throws through `refuse` where a value can never be one of the field's. */
export function conditionOf(
  spec: ConditionSpec,
  field: Pick<Field, 'kind' | 'set'>,
  refuse: (sentence: string) => Error,
): (value: Value) => Truth {
  const operators = typeof spec === 'object' ? spec : {in: [spec]}
  const numeric = field.kind === 'number'
  if (!numeric && (operators.above !== undefined || operators.below !== undefined))
    throw refuse('above and below are for fields with numbers')
  const scalar = (value: Scalar) => numberOrText(value, field, refuse)
  const {above = -Infinity, below = Infinity, present} = operators
  const wanted = operators.in?.map(scalar)
  const unwanted = operators.not === undefined ? undefined : scalar(operators.not)
  const ranged = operators.above !== undefined || operators.below !== undefined
  return value => {
    if (value === undefined) return null
    const values = value === null ? [] : [value].flat()
    if (present !== undefined && present !== values.length > 0) return false
    if (wanted !== undefined && !values.some(one => wanted.includes(one))) return false
    if (unwanted !== undefined && values.includes(unwanted)) return false
    return !ranged || values.some(one => Number(one) > above && Number(one) < below)
  }
}

function numberOrText(value: Scalar, {kind, set}: Pick<Field, 'kind' | 'set'>, refuse: (why: string) => Error) {
  const text = String(value)
  if (kind === 'text') return text
  if (kind === 'address') {
    const mac = parseMac(text)
    if (mac === undefined) throw refuse(`${text} is no address; write it as 02:00:00:00:0a:01`)
    return mac
  }
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'number' || /^(?:-?\d+|0x[0-9a-f]+)$/i.test(text)) return Number(value)
  const named = set === 'status' ? STATUS.get(text.toLowerCase()) : memberOf(set, text)
  if (named !== undefined) return named
  if (set === null) throw refuse(`${text} is no number`)
  const names = set === 'status' ? [...STATUS.keys()] : namesOf(set)
  const guess = closest(text, names)
  throw refuse(`${text} is neither a number nor one of ${set}${guess === null ? '' : `; did you mean ${guess}?`}`)
}

const memberOf = (set: string | null, text: string): number | undefined =>
  set === null ? undefined : (parseMember(set, text) ?? parseMember(set, `${text}_KEY`))

/** Members without the prefix that they share. */
function namesOf(set: string): string[] {
  const names = enumByName.get(set)?.values.map(({name}) => name) ?? []
  const [first = ''] = names
  let length = first.length
  while (names.some(name => !name.startsWith(first.slice(0, length)))) length--
  const prefix = first.slice(0, length).replace(/[^_]*$/, '')
  return names.map(name => name.slice(prefix.length))
}
