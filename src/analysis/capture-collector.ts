import type {TraceEvent} from '../events/event.js'
import type {Zone} from '../events/record.js'
import type {Micros} from '../events/units.js'
import type {Capabilities} from '../parsers/capabilities.js'
import type {CaptureFacts, Span} from '../sessions/capture.js'
import {takeOutDuplicates} from './duplicates.js'
import type {CollectedInput} from './input-collector.js'
import {mergeStated} from './stated.js'

/** From this many dated records on, the smallest step between them shows the resolution of the clock. */
const ENOUGH_RECORDS = 50

export interface Collected {
  /** In order of time, numbered. */
  readonly events: readonly TraceEvent[]
  readonly capture: CaptureFacts
  readonly stated: Capabilities | null
}

/** Several inputs become one capture on one clock: events merged by time, duplicates taken out, facts added up. The user's labels beat the trace's. */
export function collect(inputs: readonly CollectedInput[], labels: Readonly<Record<string, string>> = {}): Collected {
  const stated = mergeStated(inputs)
  const merged = inputs.flatMap(input => input.events)
  const sorted = inOrder(merged) ? merged : merged.slice().sort(byTime)
  const {events, duplicates} = takeOutDuplicates(sorted, inputs.length > 1)
  // The number of an event is its index: set once, here.
  for (const [index, event] of events.entries()) (event as {seq: number}).seq = index
  const dropped = new Set(duplicates.map(duplicate => duplicate.event))
  const fileOrder = inputs.map(input => input.events.filter(event => !dropped.has(event)))
  // Summaries count the records and losses of traces that are mostly here as well.
  const [traces, summaries] = [inputs.filter(({notes}) => !notes.restated), inputs.filter(({notes}) => notes.restated)]
  const sum = (of: (input: CollectedInput) => number, some = traces) => some.reduce((n, input) => n + of(input), 0)
  const lost = (of: (input: CollectedInput) => number) => Math.max(sum(of), sum(of, summaries))
  const {startUs, endUs} = edges(inputs, stated)
  const undecodedProviders = new Map<string, number>()
  for (const {name, guid, undecoded} of traces.flatMap(input => input.providers.list())) {
    const key = guid ?? name ?? '(none)'
    if (undecoded > 0) undecodedProviders.set(key, (undecodedProviders.get(key) ?? 0) + undecoded)
  }
  const capture: CaptureFacts = {
    startUs,
    endUs,
    zone: zoneOf(inputs),
    granularityUs: granularity(decisive(inputs), stated),
    inputGranularityUs: inputs.map(input => granularity([input], stated)),
    lossSpans: lossSpans(inputs, stated, events),
    lostEvents: lost(input => input.notes.lostEvents),
    lostBuffers: lost(input => input.notes.lostBuffers),
    lossRecords: inputs.flatMap(input => input.losses.map(loss => loss.event)),
    statedFamilies: stated === null ? null : new Set(stated.families),
    wpp: stated?.wpp || sum(input => input.wpp),
    undecoded: stated?.undecoded || sum(input => input.undecoded),
    undecodedProviders,
    duplicates,
    fileOrder,
    labels: {...stated?.labels, ...labels},
    sharedStamps: sharedStamps(decisive(inputs).length < inputs.length ? events.filter(isOfDriver) : events),
  }
  return {events, capture, stated}
}

function byTime(a: TraceEvent, b: TraceEvent): number {
  return a.atUs - b.atUs || a.ns - b.ns || a.place.input - b.place.input || a.place.offset - b.place.offset
}

function inOrder(events: readonly TraceEvent[]): boolean {
  for (let i = 1; i < events.length; i++) {
    if (byTime(events[i - 1] as TraceEvent, events[i] as TraceEvent) > 0) return false
  }
  return true
}

function edges(inputs: readonly CollectedInput[], stated: Capabilities | null) {
  const starts: Micros[] = []
  const ends: Micros[] = []
  for (const {notes, clock, stated: own} of inputs) {
    const {firstUs, lastUs} = clock
    // A scenario states its edges on the clock of its records; the header embedded in an export has no dates.
    const relative = own !== null && notes.zone === 'relative'
    if (relative && stated !== null) {
      starts.push(stated.fromUs)
      ends.push(stated.toUs)
      continue
    }
    const start = notes.headerStartUs ?? firstUs
    const end = notes.headerEndUs ?? lastUs
    if (start !== null) starts.push(firstUs === null ? start : Math.min(start, firstUs))
    if (end !== null) ends.push(lastUs === null ? end : Math.max(end, lastUs))
  }
  return {
    startUs: starts.length === 0 ? null : Math.min(...starts),
    endUs: ends.length === 0 ? null : Math.max(...ends),
  }
}

function zoneOf(inputs: readonly CollectedInput[]): Zone {
  const zones = inputs.filter(input => input.clock.dated > 0).map(input => input.notes.zone)
  if (zones.length > 0 && zones.every(zone => zone === 'relative')) return 'relative'
  return zones.length > 0 && zones.every(zone => zone === 'utc') ? 'utc' : 'local'
}

const isOfDriver = ({step}: TraceEvent): boolean => step !== 'LOG'

/**
 * Inputs whose clock decides what can be judged: those with messages of the driver, where there are any. An event log
 * beside them has whole seconds, and is no reason to trust the driver's times less.
 */
function decisive(inputs: readonly CollectedInput[]): readonly CollectedInput[] {
  const driver = inputs.filter(({events}) => events.some(isOfDriver))
  return driver.length > 0 ? driver : inputs
}

/** g of rules.md: stated, but never finer than the printed digits; else the digits and, with enough records, their smallest step. */
function granularity(inputs: readonly CollectedInput[], stated: Capabilities | null): number {
  let g = 1
  for (const input of inputs) {
    g = Math.max(g, input.notes.granularityUs ?? 1)
    if (stated !== null) g = Math.max(g, stated.granularityUs)
    else if (input.clock.dated >= ENOUGH_RECORDS && Number.isFinite(input.clock.smallestStepUs))
      g = Math.max(g, input.clock.smallestStepUs)
  }
  return g
}

function lossSpans(
  inputs: readonly CollectedInput[],
  stated: Capabilities | null,
  events: readonly TraceEvent[],
): Span[] {
  const spans: Span[] = inputs.some(input => input.notes.zone === 'relative') ? [...(stated?.lossSpans ?? [])] : []
  for (const {event, afterUs, beforeUs} of inputs.flatMap(input => input.losses)) {
    const startUs = events[event.seq - 1]?.atUs ?? afterUs ?? event.atUs
    const endUs = events[event.seq + 1]?.atUs ?? beforeUs ?? event.atUs
    spans.push({
      startUs: Math.max(startUs, afterUs !== null && afterUs <= event.atUs ? afterUs : -Infinity),
      endUs: Math.min(endUs, beforeUs !== null && beforeUs >= event.atUs ? beforeUs : Infinity),
    })
  }
  for (const {notes, clock} of inputs) {
    const {lastUs} = clock
    const endUs = notes.headerEndUs
    if (notes.cut && lastUs !== null && endUs !== null && endUs > lastUs) spans.push({startUs: lastUs, endUs})
  }
  return spans.sort((a, b) => a.startUs - b.startUs || a.endUs - b.endUs)
}

/** Share of the events that have a neighbour at the same microsecond. */
function sharedStamps(events: readonly TraceEvent[]): number {
  if (events.length === 0) return 0
  const shared = events.filter(({atUs}, i) => events[i - 1]?.atUs === atUs || events[i + 1]?.atUs === atUs)
  return shared.length / events.length
}
