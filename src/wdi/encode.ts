import {type FieldValues, packedFields} from './encode-fields.js'
import {concat, ssidBytes} from './octets.js'
import {MESSAGE_HEADER_BYTES, structByName, type TlvSpec, tlvByName} from './spec.js'

export type {FieldValue, FieldValues} from './encode-fields.js'

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

/** One member of an array: `{bssid: …}`, or for structs their own fields (`{akm: 8, cipher: 9}`). */
function itemBytes(spec: TlvSpec, item: FieldValues): Uint8Array {
  const field = spec.fields[0]
  const struct = field && structByName.get(field.type)
  if (field && struct && !Object.hasOwn(item, field.name)) return packedFields(struct.name, struct.fields, item)
  return packedFields(spec.name, spec.fields, item)
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
  return packedFields(spec.name, spec.fields, value.fields ?? {}).subarray(0, value.size ?? spec.size)
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
