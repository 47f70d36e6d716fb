import type {Maybe} from '../../events/units.js'
import {TLVS} from '../spec.js'
import type {Tlv} from '../tlv.js'

/** The TLVs of a message or container, and what may be concluded from the absence of one. */
export interface Scope {
  readonly nodes: readonly Tlv[]
  /** What is not among the nodes was not sent. */
  readonly sure: boolean
  /** The bytes end early, or a length is wrong: further members may have followed. */
  readonly cut: boolean
}

/** Of a record without exported bytes. */
export const NOTHING: Scope = {nodes: [], sure: false, cut: false}

export function scopeOf(nodes: readonly Tlv[], complete: boolean, truncated: boolean): Scope {
  const cut = truncated || nodes.some(node => node.cut)
  return {nodes, sure: complete && !cut, cut}
}

/** Members of a container; `complete` as for the event. */
export const inside = (container: Tlv, complete: boolean): Scope =>
  scopeOf(container.tlvs ?? [], complete, container.cut)

/** First TLV of the name (without WDI_TLV_). null: not sent. undefined: unknown. */
export function one(scope: Scope, name: string): Maybe<Tlv> {
  const wanted = FULL_NAMES.get(name)
  return scope.nodes.find(node => node.name === wanted) ?? (scope.sure ? null : undefined)
}

export function all(scope: Scope, name: string): Tlv[] {
  const wanted = FULL_NAMES.get(name)
  return scope.nodes.filter(node => node.name === wanted)
}

const PREFIX = 'WDI_TLV_'
/** By the name without what all of them begin with. */
const FULL_NAMES: ReadonlyMap<string, string> = new Map(TLVS.map(({name}) => [name.slice(PREFIX.length), name]))

export function has(scope: Scope, name: string): boolean | undefined {
  const node = one(scope, name)
  return node === undefined ? undefined : node !== null
}

/** Every TLV of the name as a list: null without one, undefined where some may be missing. */
export function list<T>(scope: Scope, name: string, read: (node: Tlv) => T): Maybe<readonly T[]> {
  const found = all(scope, name)
  if (found.length > 0) return scope.cut ? undefined : found.map(read)
  return scope.sure ? null : undefined
}
