import type {Step, TraceEvent} from '../events/event.js'
import type {Micros} from '../events/units.js'
import type {Model} from '../parsers/capabilities.js'
import {assignAdapters} from '../sessions/assign-adapters.js'
import {decodeTlvs, type TlvNode} from '../wdi/decode.js'
import {emptyRecord, type FieldValues, type Plain} from '../wdi/fields.js'
import type {FrameNode} from '../wdi/frame-tree.js'
import {hexText} from '../wdi/octets.js'
import {collect} from './capture-collector.js'
import type {ReadInput} from './read-inputs.js'

/** A line of `events`, key for key. */
export interface EventLine {
  readonly atUs: Micros
  /** null: several adapters, and the record names none. */
  readonly adapter: string | null
  readonly port: number | null
  readonly transactionId: number | null
  readonly step: Step
  /** Short name. */
  readonly message: string
  readonly status: number | null
  /** TLVs by name, each a list of its occurrences, and fields that were printed as text. */
  readonly fields: Readonly<Record<string, Plain>>
  readonly input: number
  readonly line: number
  readonly offset: number
}

/** Chooses records by their first line. */
interface Shown {
  shows(line: string): boolean
}

/** The normalised events of a capture in order of time; each is decoded when it is asked for. `shown` null: all of them. */
export function* eventLines(
  inputs: readonly ReadInput[],
  model: Model | null,
  shown: Shown | null = null,
): Iterable<EventLine> {
  const {events, stated} = collect(inputs.map(input => input.collector))
  const {adapterOf} = assignAdapters(events, stated, model)
  for (const event of events) {
    if (shown !== null && !shown.shows(event.text)) continue
    const {atUs, port, transactionId, step, message, status, place, seq} = event
    const adapter = adapterOf[seq]?.id ?? null
    const fields = fieldsOf(event)
    yield {atUs, adapter, port, transactionId, step, message: message.name, status, fields, ...placeOf(place)}
  }
}

const placeOf = ({input, line, offset}: TraceEvent['place']) => ({input, line, offset})

function fieldsOf({message, payload, fields}: TraceEvent): Record<string, Plain> {
  const all = payload === null ? emptyRecord<Plain>() : tlvFields(decodeTlvs(payload, {message: message.fullName}).tlvs)
  // Bytes beat what was printed of them.
  for (const [name, values] of Object.entries(fields)) all[name] ??= values
  return all
}

/** A name that occurs several times keeps its occurrences in order. */
function tlvFields(nodes: readonly TlvNode[]): Record<string, Plain> {
  const all = emptyRecord<Plain>()
  for (const node of nodes) {
    const name = node.name ?? `0x${node.type.toString(16)}`
    all[name] = [...((all[name] as readonly Plain[] | undefined) ?? []), content(node)]
  }
  return all
}

function content({fields, tlvs, frame, bytes}: TlvNode): Plain {
  if (fields) return named(fields)
  if (tlvs) return tlvFields(tlvs)
  if (frame) return frameFields(frame)
  return hexText(bytes ?? new Uint8Array(0))
}

function frameFields({kind, fields, elements, rest}: FrameNode): Plain {
  const own = named(fields)
  own.kind = kind
  own.elements = elements.map(element => {
    const values = element.fields ? named(element.fields) : emptyRecord<Plain>()
    values.element =
      element.name ?? (element.extension === null ? `${element.id}` : `${element.id}/${element.extension}`)
    if (element.bytes) values.bytes = hexText(element.bytes)
    return values
  })
  if (rest.length > 0) own.rest = hexText(rest)
  return own
}

/** Values by field; what a number stands for is beside it under `<field>Name`. */
function named({values, names}: FieldValues): Record<string, Plain> {
  const all = emptyRecord<Plain>()
  for (const [field, value] of Object.entries(values)) {
    all[field] = value
    const name = names[field]
    if (name !== undefined) all[`${field}Name`] = name
  }
  return all
}
