import {enumName, flagNames} from './enum-names.js'
import {messageByNumber} from './messages.js'
import {hexText, littleEndian, macText} from './octets.js'
import {codes, type FieldSpec, structByName} from './spec.js'

/**
 * A decoded value as plain data: numbers (decimal text beyond 2^53), booleans, addresses and GUIDs as text, other
 * bytes as hex digits, structs as records, members of an array in a list.
 */
export type Plain = number | boolean | string | readonly Plain[] | {readonly [name: string]: Plain}

export interface FieldValues {
  readonly values: Record<string, Plain>
  /** Names of values that stand for something (enum members, 802.11 codes, OIDs), under the same field. */
  readonly names: Record<string, Plain>
}

/** Parts of structures that hold keys: shown by length only. */
export const KEY_FIELDS: ReadonlySet<string> = new Set(['kck', 'kek'])

export const keyText = (bytes: number): string => `(${bytes} key bytes)`

/** Records with names from the specification or the input must not reach Object.prototype. */
export const emptyRecord = <T>(): Record<string, T> => Object.create(null) as Record<string, T>

/** The fields that fit into the value, in order; older versions write fewer. */
export function decodeFields(fields: readonly FieldSpec[], value: Uint8Array): FieldValues {
  const values = emptyRecord<Plain>()
  const names = emptyRecord<Plain>()
  let at = 0
  for (const field of fields) {
    if (at + field.bytes > value.length) break
    const decoded = decodeField(field, value, at)
    values[field.name] = decoded.value
    if (decoded.name !== null) names[field.name] = decoded.name
    at += field.bytes
  }
  return {values, names}
}

/** Every whole member of an array value, as one field with a list. */
export function decodeArray(field: FieldSpec, value: Uint8Array): FieldValues {
  const values = emptyRecord<Plain>()
  const names = emptyRecord<Plain>()
  const members = []
  for (let at = 0; at + field.bytes <= value.length; at += field.bytes) {
    members.push(decodeField(field, value, at))
  }
  values[field.name] = members.map(member => member.value)
  if (members.some(member => member.name !== null)) names[field.name] = members.map(member => member.name ?? '')
  return {values, names}
}

interface Decoded {
  readonly value: Plain
  readonly name: Plain | null
}

/** A field that lies wholly inside the bytes, from `at` on. */
function decodeField(field: FieldSpec, bytes: Uint8Array, at: number): Decoded {
  const end = at + field.bytes
  if (KEY_FIELDS.has(field.name)) return {value: keyText(field.bytes), name: null}
  if (isAddress(field)) return {value: macText(bytes, at), name: null}
  if (field.type === 'GUID') return {value: guidText(bytes.subarray(at, end)), name: null}
  const struct = structByName.get(field.type)
  if (struct && struct.fields.length > 1) return decodeStruct(struct.fields, bytes.subarray(at, end))
  if (struct || field.count !== undefined) return {value: hexText(bytes, at, end), name: null}
  const value = readNumber(field, bytes, at)
  const bool = field.bool === true && (value === 0 || value === 1)
  return {value: bool ? value === 1 : value, name: typeof value === 'number' ? nameOf(field, value) : null}
}

function decodeStruct(fields: readonly FieldSpec[], bytes: Uint8Array): Decoded {
  const {values, names} = decodeFields(fields, bytes)
  return {value: values, name: Object.keys(names).length > 0 ? names : null}
}

const isAddress = (field: FieldSpec): boolean =>
  field.type === 'WDI_MAC_ADDRESS' || (field.count === 6 && /address$/i.test(field.name))

/** Exact: what a double cannot hold becomes decimal text. */
function readNumber({type, endian, bytes: size}: FieldSpec, bytes: Uint8Array, at: number): number | string {
  const signed = type.startsWith('INT')
  if (size > 6) {
    const wide = new DataView(bytes.buffer, bytes.byteOffset + at, size)
    const value = signed ? wide.getBigInt64(0, endian !== 'big') : wide.getBigUint64(0, endian !== 'big')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  }
  const value =
    endian === 'big' ? littleEndian(bytes.slice(at, at + size).reverse(), 0, size) : littleEndian(bytes, at, size)
  const limit = 2 ** (8 * size)
  return signed && value >= limit / 2 ? value - limit : value
}

function nameOf(field: FieldSpec, value: number): string | null {
  if (field.enum) return enumName(field.enum, value)
  if (field.flags) return flagNames(field.flags, value)
  if (field.codes) return codes[field.codes].get(value) ?? null
  if (field.values) return field.values[String(value)] ?? null
  if (field.type === 'NDIS_OID') return messageByNumber(value)?.fullName ?? null
  return null
}

/** The first three groups are stored little-endian. */
function guidText(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  const digits = hexText(Uint8Array.from(order, index => bytes[index] as number))
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
