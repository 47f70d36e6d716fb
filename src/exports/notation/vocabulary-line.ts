import type {ParsedEvent} from '../../parsers/parser.js'
import type {Places} from '../exporter.js'

const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/
/** Names that a reader takes for a handle. */
const HANDLE = /^[0-9a-f]{8}(?:[0-9a-f]{8})?$/i

/**
 * A WDI message as the vocabulary dialect reads it (dialects.md 1): name, fields, bytes. Null where the line would
 * say less or something else than the event.
 */
export function vocabularyLine(event: ParsedEvent, places: Places): string | null {
  const {step, message, payload, adapterKey, port, transactionId, status} = event
  if (payload === null || message.messageId === null || !isPlain(event, places)) return null
  const words = step === 'IND' ? [message.fullName] : [step, message.fullName]
  if (adapterKey !== null) words.push(`Adapter=${adapterKey}`)
  if (port !== null) words.push(`PortId=${port}`)
  if (transactionId !== null) words.push(`TransactionId=${transactionId}`)
  if (status !== null) words.push(`Status=0x${status.toString(16).padStart(8, '0')}`)
  if (payload.length > 0) words.push(`Data=${spaced(payload)}`)
  else if (step !== 'M3' && message.kind !== 'completion') words.push('Data=()')
  return words.join(' ')
}

function isPlain({step, message, payload, adapterKey, complete, ...event}: ParsedEvent, places: Places): boolean {
  // A command's name at a completion means the completion's own name to readers.
  if (step === 'IND' && message.kind === 'task') return false
  if (!complete || event.truncated || event.monoUs !== null) return false
  if (!places.cpu && event.cpu !== 0) return false
  if (!places.activity && event.activityId !== null) return false
  if (adapterKey !== null && (!PLAIN_NAME.test(adapterKey) || HANDLE.test(adapterKey))) return false
  return payload !== null && readsAsTlvs(payload)
}

/** Whole TLVs, and no first one that could be the header of a message. */
function readsAsTlvs(payload: Uint8Array): boolean {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  let at = 0
  while (at + 4 <= payload.length) at += 4 + view.getUint16(at + 2, true)
  return at === payload.length && (payload.length < 16 || view.getUint16(2, true) !== 0)
}

const spaced = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ')
