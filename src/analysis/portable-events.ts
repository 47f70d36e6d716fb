import type {TextFields, TraceEvent} from '../events/event.js'
import {messageByName} from '../wdi/messages.js'
import {CollectedEvent, type Origin} from './collected-event.js'
import type {CollectedInput, LossRecord} from './input-collector.js'
import {TextStore} from './text-store.js'

type Facts = Omit<TraceEvent, 'place' | 'text' | 'seq'>

interface PortableEvent extends Facts {
  readonly line: number
  readonly offset: number
  readonly text: string
}

/** Events and losses as plain data: what one thread may send another. */
export interface PortableEvents {
  readonly events: readonly PortableEvent[]
  /** `event`: index into `events`. */
  readonly losses: readonly (Omit<LossRecord, 'event'> & {readonly event: number})[]
}

export function portableEvents({events, losses}: Pick<CollectedInput, 'events' | 'losses'>): PortableEvents {
  const numbers = new Map(events.map((event, i) => [event, i]))
  return {
    events: events.map(portableEvent),
    losses: losses.map(loss => ({...loss, event: numbers.get(loss.event) as number})),
  }
}

/** The same on the other thread. */
export function restoredEvents(plain: PortableEvents, origin: Origin): Pick<CollectedInput, 'events' | 'losses'> {
  const events = plain.events.map(eventRestorer(origin))
  return {events, losses: plain.losses.map(loss => ({...loss, event: events[loss.event] as TraceEvent}))}
}

function portableEvent(event: TraceEvent): PortableEvent {
  const {line, offset} = event.place
  return {
    step: event.step,
    message: event.message,
    atUs: event.atUs,
    ns: event.ns,
    adapterKey: event.adapterKey,
    activityId: event.activityId,
    port: event.port,
    transactionId: event.transactionId,
    status: event.status,
    cpu: event.cpu,
    pid: event.pid,
    tid: event.tid,
    monoUs: event.monoUs,
    // On its own: with a view all of its memory would travel.
    payload: event.payload === null ? null : new Uint8Array(event.payload),
    complete: event.complete,
    truncated: event.truncated,
    fields: event.fields,
    provider: event.provider,
    line,
    offset,
    text: event.text,
  }
}

/** What many events have in common travels with each of them, and becomes one again. */
function eventRestorer(origin: Origin): (event: PortableEvent) => TraceEvent {
  const texts = new TextStore()
  const names = new Map<string, string>()
  function shared<Name extends string | null>(name: Name): Name {
    if (name === null) return name
    const known = names.get(name)
    if (known === undefined) names.set(name, name)
    return (known ?? name) as Name
  }
  return ({line, offset, text, ...facts}) => {
    const {step, message, adapterKey, activityId, provider} = facts
    const own: Facts & {fields: TextFields} = {
      ...facts,
      step: shared(step),
      message: messageByName(message.fullName) ?? message,
      adapterKey: shared(adapterKey),
      activityId: shared(activityId),
      provider: shared(provider),
    }
    return new CollectedEvent(own, {line, offset}, origin, text, texts)
  }
}
