import {concat, macBytes, parseHex} from './octets.js'
import {type FieldSpec, structByName} from './spec.js'

/** Value of one field. Addresses, GUIDs and byte strings may be text; structs are records. */
export type FieldValue =
  | number
  | bigint
  | boolean
  | string
  | Uint8Array
  | readonly FieldValue[]
  | {readonly [name: string]: FieldValue}

export type FieldValues = Readonly<Record<string, FieldValue>>

function number(field: FieldSpec, given: FieldValue | undefined): Uint8Array {
  // Numbers beyond 2^53 are decoded to decimal text.
  const value = typeof given === 'string' && /^-?\d+$/.test(given) ? BigInt(given) : given
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean' && value !== undefined) {
    throw new TypeError(`${field.name} is a number of ${field.bytes} bytes, not ${typeof value}`)
  }
  const bytes = new Uint8Array(field.bytes)
  let rest = BigInt.asUintN(8 * field.bytes, BigInt(value ?? 0))
  for (let i = 0; i < field.bytes; i++) {
    bytes[i] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return field.endian === 'big' ? bytes.reverse() : bytes
}

/** The text form of a GUID stores its first three groups little-endian. */
function guid(text: string): Uint8Array {
  const bytes = parseHex(text.replace(/[{}]/g, ''))
  if (bytes?.length !== 16) throw new TypeError(`${JSON.stringify(text)} is not a GUID`)
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  return Uint8Array.from(order, index => bytes[index] as number)
}

function byteString(field: FieldSpec, value: FieldValue): Uint8Array {
  const bytes =
    value instanceof Uint8Array
      ? value
      : typeof value === 'string'
        ? parseHex(value)
        : Array.isArray(value)
          ? Uint8Array.from(value as number[])
          : undefined
  if (bytes?.length !== field.bytes) throw new TypeError(`${field.name} takes ${field.bytes} bytes or their hex digits`)
  return bytes
}

function fieldBytes(field: FieldSpec, value: FieldValue | undefined): Uint8Array {
  if (field.type === 'WDI_MAC_ADDRESS' && typeof value === 'string') return macBytes(value)
  if (field.type === 'GUID' && typeof value === 'string') return guid(value)
  const struct = structByName.get(field.type)
  if (struct && value !== undefined && !isBytes(value)) {
    return packedFields(struct.name, struct.fields, value as FieldValues)
  }
  if (struct || field.count !== undefined || field.type === 'GUID') {
    return value === undefined ? new Uint8Array(field.bytes) : byteString(field, value)
  }
  return number(field, value)
}

const isBytes = (value: FieldValue): boolean =>
  value instanceof Uint8Array || typeof value === 'string' || Array.isArray(value)

/** Fields one after another; those that are not given are 0. */
export function packedFields(owner: string, fields: readonly FieldSpec[], values: FieldValues): Uint8Array {
  for (const name of Object.keys(values)) {
    if (!fields.some(field => field.name === name)) throw new TypeError(`${owner} has no field ${name}`)
  }
  return concat(
    fields.map(field => fieldBytes(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined)),
  )
}
