import type {TraceEvent} from '../../src/events/event.js'
import {encodeTlvs, type TlvValue} from '../../src/wdi/encode.js'
import {legacyMessage, messageByName} from '../../src/wdi/messages.js'

type Parts = Partial<Omit<TraceEvent, 'message' | 'fields'>> & {readonly fields?: Record<string, string | string[]>}

/** An event of the message, a complete export unless the parts say otherwise. */
export function eventOf(name: string, parts: Parts = {}): TraceEvent {
  const message = messageByName(name) ?? legacyMessage(name)
  if (!message) throw new Error(`no message ${name}`)
  const fields = Object.fromEntries(
    Object.entries(parts.fields ?? {}).map(([field, value]) => [field, typeof value === 'string' ? [value] : value]),
  )
  return {
    step: message.kind === 'task' || message.kind === 'property' ? 'M1' : 'IND',
    atUs: 0,
    ns: 0,
    adapterKey: null,
    activityId: null,
    port: 1,
    transactionId: 0,
    status: null,
    cpu: null,
    pid: null,
    tid: null,
    monoUs: null,
    payload: null,
    complete: true,
    truncated: false,
    place: {input: 0, line: 7, offset: 0},
    text: '',
    provider: null,
    seq: 0,
    ...parts,
    message,
    fields,
  }
}

export const withTlvs = (name: string, tlvs: readonly TlvValue[], parts: Parts = {}): TraceEvent =>
  eventOf(name, {...parts, payload: encodeTlvs(tlvs)})
