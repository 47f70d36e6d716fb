import type {Step, TextFields} from '../events/event.js'
import type {Message} from '../events/message.js'
import type {Recognition} from './dialect.js'

/** Shared by all recognitions without text fields. */
export const NO_FIELDS: TextFields = Object.freeze(Object.create(null))

/** A recognition of which only the given parts are known. */
export function recognition(step: Step, message: Message, known: Partial<Recognition> = {}): Recognition {
  return {
    step,
    message,
    port: null,
    transactionId: null,
    status: null,
    adapterKey: null,
    payload: null,
    complete: false,
    truncated: false,
    notes: [],
    ...known,
    fields: known.fields ?? NO_FIELDS,
  }
}
