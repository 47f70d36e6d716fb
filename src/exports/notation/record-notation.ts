import {CUT_TLV_BYTES} from '../../parsers/scenario/frames/cut.js'
import type {Field} from '../../parsers/scenario/grammar/notation.js'
import type {TraceRecordOfScenario} from '../../parsers/scenario/scenario-trace.js'
import {hexText} from '../../wdi/octets.js'
import type {Places} from '../exporter.js'
import {printFields} from './field-notation.js'

/** Fields that a format may have columns for. */
const COLUMNS = ['cpu', 'thread', 'activity']

/**
 * A record in the notation, without time: WDI messages with their bytes, which need nothing around them, all others
 * as they were written.
 */
export function recordNotation(record: TraceRecordOfScenario, places: Places): string {
  const {kind, event, port, adapter, transactionId} = record.source.record
  const {payload} = record.event
  const columns = [kind, payload === null ? event : record.event.message.name, portText(port, adapter)]
  if (transactionId !== null) columns.push(transactionId === 0 ? '-' : String(transactionId))
  return [...columns, ...said(record, places)].join(' ')
}

function portText(port: number | null, adapter: string | null): string {
  const text = port === null ? '?' : port === 0xffff ? 'adapter' : String(port)
  return adapter === null ? text : `${text}@${adapter}`
}

function said({source, event}: TraceRecordOfScenario, places: Places): string[] {
  const {fields} = source.record
  const common = fields.filter(field => field.kind === 'pair' && needed(field, places))
  if (event.payload === null) {
    const own = fields.filter(field => !(field.kind === 'pair' && [...COLUMNS, 'mono'].includes(field.key)))
    return [printFields([...own, ...common])].filter(text => text !== '')
  }
  const words: string[] = []
  if (event.status !== null) words.push(`status=0x${event.status.toString(16)}`)
  const bytes = event.truncated ? event.payload.subarray(0, -CUT_TLV_BYTES) : event.payload
  const mayLack = event.step === 'M3' || (event.step === 'IND' && event.message.kind !== 'indication')
  if (bytes.length > 0 || !mayLack) words.push(bytes.length === 0 ? 'tlv=""' : `tlv=${hexText(bytes)}`)
  if (event.truncated) words.push('truncated')
  return [...words, ...(common.length === 0 ? [] : [printFields(common)])]
}

/** The format has no place for it. */
function needed(field: Field, {cpu, activity}: Places): boolean {
  if (field.kind !== 'pair') return false
  if (field.key === 'mono') return true
  return (field.key === 'cpu' && !cpu) || (field.key === 'activity' && !activity)
}
