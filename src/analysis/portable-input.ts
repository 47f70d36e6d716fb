import type {TextFields, TraceEvent} from '../events/event.js'
import type {Source} from '../sources/source.js'
import {messageByName} from '../wdi/messages.js'
import {CollectedEvent} from './collected-event.js'
import type {CollectedInput, LossRecord} from './input-collector.js'
import type {ReadInput} from './read-inputs.js'
import {TextStore} from './text-store.js'

type Facts = Omit<TraceEvent, 'place' | 'text' | 'seq'>

interface PortableEvent extends Facts {
  readonly line: number
  readonly offset: number
  readonly text: string
}

/** An input that was read, as plain data: what one thread may send another. */
export interface PortableInput {
  readonly opened: ReadInput['opened']
  readonly collected: Omit<CollectedInput, 'events' | 'losses' | 'problem' | 'allProblems' | 'providers' | 'recogniser'>
  readonly problems: ReturnType<CollectedInput['allProblems']>
  readonly providers: ReturnType<CollectedInput['providers']['list']>
  readonly counts: CollectedInput['recogniser']['counts']
  readonly events: readonly PortableEvent[]
  /** `event`: index into `events`. */
  readonly losses: readonly (Omit<LossRecord, 'event'> & {readonly event: number})[]
  readonly sha256: string | null
}

export function portableInput({opened, collector, sha256}: ReadInput): PortableInput {
  const {notes, stated, records, undecoded, wpp, named, firstUs, lastUs, smallestStepUs, dated, backwards, gaps} =
    collector
  const numbers = new Map(collector.events.map((event, i) => [event, i]))
  return {
    opened: {byteCount: opened.byteCount, encoding: opened.encoding, format: opened.format},
    collected: {
      ...{notes, stated, records, undecoded, wpp, named},
      ...{firstUs, lastUs, smallestStepUs, dated, backwards, gaps},
    },
    problems: collector.allProblems(),
    providers: collector.providers.list(),
    counts: collector.recogniser.counts,
    events: collector.events.map(portableEvent),
    losses: collector.losses.map(loss => ({...loss, event: numbers.get(loss.event) as number})),
    sha256,
  }
}

/** The same on the other thread; `input` is its number in the capture. */
export function restoredInput(plain: PortableInput, source: Source, input: number): ReadInput {
  const {opened, collected, problems, providers, counts, sha256} = plain
  const restore = eventRestorer(input)
  const events = plain.events.map(restore)
  const all = [...problems]
  const collector: CollectedInput = {
    ...collected,
    events,
    losses: plain.losses.map(loss => ({...loss, event: events[loss.event] as TraceEvent})),
    problem: problem => all.push(problem),
    allProblems: () => all,
    providers: {list: () => providers},
    recogniser: {counts},
  }
  // Only a lone input is asked for it, and that is not read elsewhere.
  return {source, opened, collector, sha256, scenarioError: null}
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
function eventRestorer(input: number): (event: PortableEvent) => TraceEvent {
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
    return new CollectedEvent(own, {input, line, offset}, text, texts)
  }
}
