import {count, document, list, micros, object, oneOf, orNull, ref, type Schema, text} from './parts.js'

const problem = object({offset: count, code: oneOf('truncated', 'short', 'invalid'), message: text})

/** The content in the one form that suits the TLV. */
const contents: Readonly<Record<string, Schema>> = {
  fields: {type: 'object'},
  tlvs: list(ref('tlv')),
  frame: {type: 'object'},
  bytes: text,
}

const tlv: Schema = {
  type: 'object',
  properties: {
    type: count,
    name: orNull(text),
    offset: count,
    length: count,
    ...contents,
    // What values of the fields stand for, under the same keys.
    names: {type: 'object'},
    problems: list(problem),
  },
  required: ['type', 'name', 'offset', 'length', 'problems'],
  additionalProperties: false,
  oneOf: Object.keys(contents).map(content => ({properties: {[content]: true}, required: [content]})),
}

const header = object({
  name: orNull(text),
  portId: count,
  status: count,
  transactionId: count,
  ihvId: count,
})

const decoded = object({message: orNull(header), tlvs: list(ref('tlv')), problems: list(problem)})

export const decode: Schema = document(
  'roamscope decode --format json',
  // A bare frame body has no TLVs around it.
  {...decoded, properties: {...(decoded.properties as object), frame: {type: 'object'}}},
  {tlv},
)

const event = object({
  atUs: micros,
  adapter: orNull(text),
  port: orNull(count),
  transactionId: orNull(count),
  step: oneOf('M1', 'M3', 'IND', 'LOG'),
  message: text,
  status: orNull(count),
  fields: {type: 'object'},
  input: count,
  line: count,
  offset: count,
})

/** A line of `events`. */
export const events: Schema = document('a line of roamscope events', {
  ...event,
  properties: {...(event.properties as object), capture: count},
})
