import type {TraceEvent} from '../../src/events/event.js'
import {messageByName} from '../../src/wdi/messages.js'

/** An event with nothing in it but what the test is about. */
export function event(
  atMs: number,
  step: TraceEvent['step'],
  name: string,
  known: Partial<TraceEvent> = {},
): TraceEvent {
  const message = messageByName(name)
  if (message === undefined) throw new Error(`no message ${name}`)
  return {
    step,
    message,
    atUs: atMs * 1000,
    ns: 0,
    adapterKey: null,
    activityId: null,
    port: 1,
    transactionId: null,
    status: null,
    cpu: null,
    pid: null,
    tid: null,
    monoUs: null,
    payload: null,
    complete: false,
    truncated: false,
    fields: {},
    place: {input: 0, line: 1, offset: 0},
    text: '',
    provider: null,
    seq: 0,
    ...known,
  }
}
