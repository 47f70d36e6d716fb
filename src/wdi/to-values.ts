import type {TlvNode} from './decode.js'
import {encodeTlvs, type FieldValue, type FieldValues, type TlvValue} from './encode.js'
import {KEY_FIELDS} from './fields.js'
import {tlvByName} from './spec.js'

/**
 * Decoded TLVs as values to encode: `encodeTlvs(toValues(decodeTlvs(bytes).tlvs))` gives the bytes of a well-formed stream
 * back. Keys come back as zeros.
 */
export const toValues = (nodes: readonly TlvNode[]): TlvValue[] => nodes.map(toValue)

function toValue(node: TlvNode): TlvValue {
  const tlv = node.name ?? `0x${node.type.toString(16)}`
  if (node.tlvs) return {tlv, tlvs: toValues(node.tlvs)}
  const structured = node.fields && structure(node)
  // What holds keys was not kept as bytes: only its other fields come back.
  if (node.value.length !== node.length) return structured ?? {tlv, bytes: new Uint8Array(node.length)}
  return structured && reproduces(structured, node.value) ? structured : {tlv, bytes: node.value}
}

/** Fields of the layout in the specification; other layouts are written as bytes. */
function structure(node: TlvNode): TlvValue | null {
  const spec = node.name === null ? undefined : tlvByName.get(node.name)
  const values = node.fields?.values as FieldValues | undefined
  if (!spec || !values || spec.kind !== 'fields') return null
  const field = spec.fields[0]?.name ?? ''
  if (!spec.array) {
    const known = Object.entries(values).filter(([name]) => !KEY_FIELDS.has(name))
    return {tlv: spec.name, fields: Object.fromEntries(known), size: node.length}
  }
  const members = values[field]
  if (spec.content?.format === 'ssid') return {tlv: spec.name, fields: values}
  if (!Array.isArray(members)) return null
  return {tlv: spec.name, items: members.map((member: FieldValue) => ({[field]: member}))}
}

function reproduces(value: TlvValue, bytes: Uint8Array): boolean {
  try {
    const written = encodeTlvs([value]).subarray(4)
    return written.length === bytes.length && written.every((byte, index) => byte === bytes[index])
  } catch {
    return false
  }
}
