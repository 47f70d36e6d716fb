import {concat, macBytes, parseHex, ssidBytes} from './octets.js'
import {type FieldSpec, MESSAGE_HEADER_BYTES, structByName, type TlvSpec, tlvByName} from './spec.js'

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

/**
 * One TLV to be written. Give one of: `fields` (fixed layout; missing ones are 0), `items` (array layouts, one record
 * a member), `tlvs` (containers), `bytes` (any value as it is).
 */
export interface TlvValue {
  /** WDI_TLV_BSSID, …; or a bare number, 0x1234, with `bytes`. */
  readonly tlv: string
  readonly fields?: FieldValues
  readonly items?: readonly FieldValues[]
  readonly tlvs?: readonly TlvValue[]
  readonly bytes?: Uint8Array
  /** Bytes of `fields` to write, for the shorter layout of an older version. */
  readonly size?: number
}

export interface MessageHeader {
  readonly portId: number
  readonly status: number
  readonly transactionId: number
  readonly ihvId: number
}

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
    return packed(struct.name, struct.fields, value as FieldValues)
  }
  if (struct || field.count !== undefined || field.type === 'GUID') {
    return value === undefined ? new Uint8Array(field.bytes) : byteString(field, value)
  }
  return number(field, value)
}

const isBytes = (value: FieldValue): boolean =>
  value instanceof Uint8Array || typeof value === 'string' || Array.isArray(value)

function packed(owner: string, fields: readonly FieldSpec[], values: FieldValues): Uint8Array {
  for (const name of Object.keys(values)) {
    if (!fields.some(field => field.name === name)) throw new TypeError(`${owner} has no field ${name}`)
  }
  return concat(
    fields.map(field => fieldBytes(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined)),
  )
}

/** One member of an array: `{bssid: …}`, or for structs their own fields (`{akm: 8, cipher: 9}`). */
function itemBytes(spec: TlvSpec, item: FieldValues): Uint8Array {
  const field = spec.fields[0]
  const struct = field && structByName.get(field.type)
  if (field && struct && !Object.hasOwn(item, field.name)) return packed(struct.name, struct.fields, item)
  return packed(spec.name, spec.fields, item)
}

function valueBytes(spec: TlvSpec, value: TlvValue): Uint8Array {
  if (value.bytes) return value.bytes
  if (value.tlvs) return encodeTlvs(value.tlvs)
  if (value.items) return concat(value.items.map(item => itemBytes(spec, item)))
  if (value.fields && spec.content?.format === 'ssid' && typeof value.fields.ssid === 'string') {
    return ssidBytes(value.fields.ssid)
  }
  if (spec.kind !== 'fields' || spec.array) {
    if (value.fields) throw new TypeError(`${spec.name} is no fixed structure: give items, tlvs or bytes`)
    return new Uint8Array(0)
  }
  return packed(spec.name, spec.fields, value.fields ?? {}).subarray(0, value.size ?? spec.size)
}

function encodeTlv(value: TlvValue): Uint8Array {
  if (/^0x[0-9a-f]{1,4}$/i.test(value.tlv)) return withHeader(Number(value.tlv), value.bytes ?? new Uint8Array(0))
  const spec = tlvByName.get(value.tlv)
  if (!spec) throw new TypeError(`${JSON.stringify(value.tlv)} is no TLV`)
  if (spec.type === null) throw new TypeError(`the number of ${spec.name} is not public`)
  return withHeader(spec.type, valueBytes(spec, value))
}

function withHeader(type: number, body: Uint8Array): Uint8Array {
  if (body.length > 0xffff) throw new RangeError(`a TLV holds 65,535 bytes at most, not ${body.length}`)
  return concat([Uint8Array.of(type & 0xff, type >> 8, body.length & 0xff, body.length >> 8), body])
}

/**
 * The TLV stream of the values, in their order. For tests, scenarios and `generate`: throws TypeError or RangeError on
 * names, fields and sizes that the specification does not have.
 */
export function encodeTlvs(values: readonly TlvValue[]): Uint8Array {
  return concat(values.map(encodeTlv))
}

/** A message: the 16-byte header, then the TLVs. */
export function encodeMessage(header: MessageHeader, tlvs: readonly TlvValue[]): Uint8Array {
  const bytes = new Uint8Array(MESSAGE_HEADER_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, header.portId, true)
  view.setUint32(4, header.status, true)
  view.setUint32(8, header.transactionId, true)
  view.setUint32(12, header.ihvId, true)
  return concat([bytes, encodeTlvs(tlvs)])
}
