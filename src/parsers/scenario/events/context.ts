import type {TextFields} from '../../../events/event.js'
import type {Mac} from '../../../events/units.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {omits} from './omitted.js'
import type {Station} from './station.js'
import type {TlvNode} from './tlv-node.js'

/** What a record's fields are read against. */
export interface RecordContext {
  readonly station: Station
  readonly port: number | null
  /** Every TLV of the message is shown: what the line does not say is absent, not unknown. */
  readonly complete: boolean
  /** APs that later SAE indications of this task say to advertise Multi-Link; with the MLD address, if said. */
  readonly advertised: ReadonlyMap<Mac, Mac | null>
}

/** Reads the fields of a WDI message into its TLVs. */
export type ReadTlvs = (fields: FieldReader, context: RecordContext) => TlvNode[]

/** Reads the fields of a record outside WDI into text fields. */
export type ReadText = (fields: FieldReader, context: RecordContext) => TextFields

/** The address that the message is about; without one nothing sensible can be written in its place. */
export function requiredAddress(fields: FieldReader, context: RecordContext, tlv: string): Mac | null {
  const address = fields.address()
  if (address !== null || !context.complete || omits(fields, tlv)) return address
  return fields.fail(`${fields.what} needs an address`)
}
