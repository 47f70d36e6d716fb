import type {Model} from '../parsers/capabilities.js'
import type {Settings} from '../rules/settings.js'
import {Trace} from '../rules/trace.js'
import {reconstruct} from '../sessions/reconstruct.js'
import {createReader} from '../wdi/fact-reader.js'
import {alignClocks} from './align-clocks.js'
import {collect} from './capture-collector.js'
import type {ReadInput} from './read-inputs.js'

export interface TraceOptions {
  readonly settings: Settings
  /** Model of all adapters by the user's word; null: by what the trace shows. */
  readonly model: Model | null
  /** Labels by the user's word; they beat those of the trace. */
  readonly labels: Readonly<Record<string, string>>
}

/** Inputs that were read, as one capture: its events become sessions that rules can be asked about. */
export function traceOf(inputs: readonly ReadInput[], {settings, model, labels}: TraceOptions): Trace {
  const {events, capture, stated} = collect(alignClocks(inputs.map(input => input.collector)), labels)
  const reader = createReader()
  return new Trace(reconstruct(events, capture, stated, model, reader, settings.keyWindowUs), reader, settings)
}
