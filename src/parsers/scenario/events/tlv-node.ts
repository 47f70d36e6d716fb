import type {FieldValues, TlvValue} from '../../../wdi/encode.js'

/** A TLV to be written, and whether the line said anything of it. */
export interface TlvNode {
  readonly tlv: string
  /** False: mandatory and unremarkable (scenario.md 4.2); left out where the export prints selected fields only. */
  readonly shown: boolean
  readonly value: Pick<TlvValue, 'fields' | 'items' | 'bytes'>
  /** Members of a container. */
  readonly nodes: readonly TlvNode[] | null
}

type Value = TlvNode['value']

export const tlv = (name: string, shown: boolean, value: Value): TlvNode => ({
  tlv: `WDI_TLV_${name}`,
  shown,
  value,
  nodes: null,
})

/** A fixed structure. */
export const struct = (name: string, shown: boolean, fields: FieldValues): TlvNode => tlv(name, shown, {fields})

/** Bytes as they are: frames, elements, PMKIDs. */
export const bytes = (name: string, content: Uint8Array): TlvNode => tlv(name, true, {bytes: content})

/** A list of numbers or addresses. */
export const list = (name: string, shown: boolean, field: string, values: readonly (number | string)[]): TlvNode =>
  tlv(name, shown, {items: values.map(value => ({[field]: value}))})

export function container(name: string, nodes: readonly TlvNode[]): TlvNode {
  return {tlv: `WDI_TLV_${name}`, shown: nodes.some(node => node.shown), value: {}, nodes}
}

/** The same without the TLVs named; where none of them stands on this level, without those inside its members. */
export function without(nodes: readonly TlvNode[], names: readonly string[]): readonly TlvNode[] {
  return names.reduce((kept, name) => {
    if (kept.some(node => node.tlv === name)) return kept.filter(node => node.tlv !== name)
    return kept.map(node => (node.nodes === null ? node : {...node, nodes: without(node.nodes, [name])}))
  }, nodes)
}

/** What `encodeTlvs` takes. `selectedOnly`: only what the line said. */
export function toTlvValues(nodes: readonly TlvNode[], selectedOnly: boolean): TlvValue[] {
  return nodes
    .filter(node => node.shown || !selectedOnly)
    .map(node =>
      node.nodes === null
        ? {tlv: node.tlv, ...node.value}
        : {tlv: node.tlv, tlvs: toTlvValues(node.nodes, selectedOnly)},
    )
}
