import type {Message} from '../../events/message.js'
import type {Mac} from '../../events/units.js'
import {encodeTlvs} from '../../wdi/encode.js'
import {concat, parseHex} from '../../wdi/octets.js'
import type {ParsedEvent} from '../parser.js'
import type {RecordContext} from './events/context.js'
import {textReader, tlvReader} from './events/families.js'
import {omitted} from './events/omitted.js'
import type {Station} from './events/station.js'
import {toTlvValues, without} from './events/tlv-node.js'
import {cutPayload} from './frames/cut.js'
import {FieldReader} from './grammar/field-reader.js'
import type {RecordLine} from './grammar/record-line.js'
import type {Addresses} from './values/addresses.js'
import {parseMilliseconds} from './values/milliseconds.js'
import {STATUS} from './values/named-numbers.js'

/** What a record's event needs besides its own line. */
export interface Surroundings {
  readonly message: Message
  readonly adapterKey: string | null
  readonly station: Station
  readonly addresses: Addresses
  /** `tlvs=1`. */
  readonly allTlvs: boolean
  readonly advertised: ReadonlyMap<Mac, Mac | null>
  readonly line: number
}

export type EventBody = Omit<ParsedEvent, 'atUs' | 'ns' | 'line' | 'offset' | 'text'>

const OUTSIDE_WDI = ['legacy-indication', 'legacy-request', 'ndis-request', 'ndis-indication', 'log']
const NO_TEXT = Object.freeze(Object.create(null))

/** The event that a record stands for: WDI messages with their bytes, all others with text fields. */
export function buildEvent(record: RecordLine, around: Surroundings): EventBody {
  const {message, addresses, line} = around
  const fields = new FieldReader(record.fields, message.name.replace(/^DOT11_/, ''), line, addresses)
  const mono = fields.text('mono')
  const monoAt =
    mono === null ? null : (parseMilliseconds(mono) ?? fields.fail(`mono=${mono} is no time in milliseconds`))
  const truncated = fields.has('truncated')
  const outside = OUTSIDE_WDI.includes(message.kind)
  const answers = record.kind === 'M3' || (record.kind === 'IND' && ['completion', 'task'].includes(message.kind))
  const body = {
    step: record.kind,
    message,
    adapterKey: around.adapterKey,
    activityId: fields.text('activity'),
    port: record.port,
    transactionId: transactionId(record, message, fields),
    status: answers ? fields.number('status', {names: STATUS}) : null,
    cpu: fields.number('cpu', {max: 0xffff}) ?? 0,
    pid: null,
    tid: fields.number('thread') ?? 0,
    monoUs: monoAt?.us ?? null,
    truncated,
  }
  const complete = around.allTlvs && !truncated
  const context = {station: around.station, port: record.port, complete, advertised: around.advertised}
  if (outside) {
    const texts = textReader(message)(fields, context)
    fields.done()
    return {...body, payload: null, complete, fields: texts}
  }
  const payload = payloadOf(fields, record, message, context)
  return {...body, payload: truncated ? cutPayload(payload) : payload, complete, fields: NO_TEXT}
}

/** Native 802.11 and LOG records have none; `-` in the column says so too. */
function transactionId(record: RecordLine, message: Message, fields: FieldReader): number | null {
  if (!['legacy-indication', 'legacy-request', 'ndis-indication', 'log'].includes(message.kind)) {
    return record.transactionId
  }
  if (record.transactionId)
    fields.fail(`${fields.what} has no transaction id, so ${record.transactionId} cannot stand there`)
  return null
}

function payloadOf(fields: FieldReader, record: RecordLine, message: Message, context: RecordContext): Uint8Array {
  const written = fields
    .allTexts('tlv')
    .map(text => parseHex(text) ?? fields.fail(`tlv= of ${fields.what} takes pairs of hex digits`))
  const replaced = written.length > 0
  try {
    // Fields beside `tlv=` are replaced by it, but must be fields of the message all the same.
    const read = tlvReader(message, record.kind)(fields, replaced ? {...context, complete: false} : context)
    const nodes = without(read, omitted(fields))
    fields.done()
    return replaced ? concat(written) : encodeTlvs(toTlvValues(nodes, !context.complete))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // What does not fit into its TLV or element: a frame above 65,535 bytes, an element above 255.
    return fields.fail(`${fields.what} cannot be written as bytes: ${error.message}`)
  }
}
