import type {Maybe} from '../../events/units.js'
import type {TlvNode} from '../decode.js'
import type {Plain} from '../fields.js'

/** The TLVs of a message or container, and what may be concluded from the absence of one. */
export interface Scope {
  readonly nodes: readonly TlvNode[]
  /** What is not among the nodes was not sent. */
  readonly sure: boolean
  /** The bytes end early, or a length is wrong: further members may have followed. */
  readonly cut: boolean
}

export function scopeOf(nodes: readonly TlvNode[], complete: boolean, truncated: boolean): Scope {
  const cut = truncated || nodes.some(node => node.cut)
  return {nodes, sure: complete && !cut, cut}
}

/** Members of a container; `complete` as for the event. */
export const inside = (container: TlvNode, complete: boolean): Scope =>
  scopeOf(container.tlvs ?? [], complete, container.cut)

/** First TLV of the name (without WDI_TLV_). null: not sent. undefined: unknown. */
export function one(scope: Scope, name: string): Maybe<TlvNode> {
  return scope.nodes.find(node => node.name === `WDI_TLV_${name}`) ?? (scope.sure ? null : undefined)
}

export const all = (scope: Scope, name: string): TlvNode[] =>
  scope.nodes.filter(node => node.name === `WDI_TLV_${name}`)

export function has(scope: Scope, name: string): boolean | undefined {
  const node = one(scope, name)
  return node === undefined ? undefined : node !== null
}

/** Every TLV of the name as a list: null without one, undefined where some may be missing. */
export function list<T>(scope: Scope, name: string, read: (node: TlvNode) => T): Maybe<readonly T[]> {
  const found = all(scope, name)
  if (found.length > 0) return scope.cut ? undefined : found.map(read)
  return scope.sure ? null : undefined
}

/** Applies `read` to what is there; absent stays absent, unknown unknown. */
export const map = <A, B>(value: Maybe<A>, read: (value: A) => B): B | null | undefined =>
  value == null ? (value as null | undefined) : read(value)

const plain = (node: Maybe<TlvNode>, field: string): Maybe<Plain> =>
  map(node, ({fields}) => fields?.values[field] ?? undefined)

/** A field as a number (flags 0 or 1). undefined also where an older layout has no such field. */
export function numberIn(node: Maybe<TlvNode>, field: string): Maybe<number> {
  const value = plain(node, field)
  if (value == null) return value
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined
}

export function textIn(node: Maybe<TlvNode>, field: string): Maybe<string> {
  const value = plain(node, field)
  if (value == null) return value
  return typeof value === 'string' ? value : undefined
}

export function numbersIn(node: Maybe<TlvNode>, field: string): Maybe<readonly number[]> {
  return arrayIn(node, field, (member): member is number => typeof member === 'number')
}

export function textsIn(node: Maybe<TlvNode>, field: string): Maybe<readonly string[]> {
  return arrayIn(node, field, (member): member is string => typeof member === 'string')
}

function arrayIn<T extends Plain>(
  node: Maybe<TlvNode>,
  field: string,
  fits: (member: Plain) => member is T,
): Maybe<readonly T[]> {
  if (node?.cut) return undefined
  const value = plain(node, field)
  if (value == null) return value
  return Array.isArray(value) && value.every(fits) ? value : undefined
}
