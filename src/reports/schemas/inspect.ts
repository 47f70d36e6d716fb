import {adapter, input, schemaVersion, span, zone} from './facts.js'
import {count, document, list, micros, object, oneOf, orNull, type Schema, text} from './parts.js'

const provider = object({
  name: orNull(text),
  guid: orNull(text),
  records: count,
  wifiRecords: count,
  undecoded: count,
  firstUs: orNull(micros),
  lastUs: orNull(micros),
})

const message = object({
  message: text,
  step: oneOf('M1', 'M3', 'IND', 'LOG'),
  records: count,
  withTransactionId: count,
  withBytes: count,
})

const clock = object({
  zone,
  granularityUs: orNull({type: 'number', exclusiveMinimum: 0}),
  firstUs: orNull(micros),
  lastUs: orNull(micros),
  undated: count,
  backwards: count,
})

export const inspect: Schema = document(
  'roamscope inspect --format json',
  object({
    schemaVersion,
    inputs: list(
      object({
        ...input,
        providers: list(provider),
        messages: list(message),
        dialects: list(object({id: text, records: count})),
        named: count,
        clock,
        gaps: list(span),
        loss: object({events: count, buffers: count, spans: list(span)}),
        adapters: list(adapter),
        capabilities: list(object({what: text, judged: oneOf('yes', 'partly', 'no'), why: orNull(text)})),
        advice: list(object({why: text, commands: list(text)})),
      }),
    ),
  }),
)
