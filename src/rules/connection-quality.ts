import type {TraceEvent} from '../events/event.js'
import {isFailure} from '../sessions/task.js'
import type {ConnectionQuality} from '../wdi/facts.js'
import {deviceReset} from './device-reset.js'
import type {Trace} from './trace.js'

/** WDI_CONNECTION_QUALITY_LOW_LATENCY. */
export const LOW_LATENCY = 2

/** The connection quality that the host has asked for, and the record since which it is in force. */
export interface QualityInForce extends ConnectionQuality {
  readonly since: TraceEvent
}

/**
 * SET_CONNECTION_QUALITY in force on the port of an event: the latest one that was not refused, since its response
 * (since its command where the capture has no response). null: none, or the device was reset since.
 */
export function connectionQualityAt(event: TraceEvent, trace: Trace): QualityInForce | null {
  const adapter = trace.adapterOf(event)
  if (adapter === null) return null
  const inForce = trace.index.commands(['SET_CONNECTION_QUALITY']).flatMap(command => {
    const {m1, m3} = command
    if (command.adapter !== adapter || m1 === null || m1.port !== event.port || isFailure(m3?.status ?? null)) return []
    const since = m3 ?? m1
    return since.seq < event.seq ? [{m1, since}] : []
  })
  const last = inForce.at(-1)
  if (last === undefined || deviceReset(adapter, last.since.atUs, event.atUs, trace) !== null) return null
  return {...trace.reader.connectionQuality(last.m1), since: last.since}
}
