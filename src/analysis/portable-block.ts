import type {TraceEvent} from '../events/event.js'
import type {CollectedPart} from './input-collector.js'
import {type PortableEvents, portableEvents, restoredEvents} from './portable-events.js'
import type {ProviderCount} from './provider-counts.js'
import type {Block} from './read-block.js'

/** A block as plain data: what one thread may send another. */
export interface PortableBlock extends PortableEvents, Omit<Block, 'collector'> {
  readonly collected: Omit<CollectedPart, 'events' | 'losses' | 'undated' | 'providers' | 'origin'>
  /** Indices into `events`. */
  readonly undated: readonly number[]
  readonly providers: readonly ProviderCount[]
}

export function portableBlock({collector, ...block}: Block): PortableBlock {
  const {problems, unlisted, stated, records, undecoded, wpp, named, clock, providers} = collector
  return {
    ...block,
    ...portableEvents(collector),
    undated: collector.undated.map(event => collector.events.indexOf(event)),
    collected: {problems, unlisted, stated, records, undecoded, wpp, named, clock},
    providers: providers.all(),
  }
}

/** The same on the other thread; `input` is the number of its input in the capture. */
export function restoredBlock(plain: PortableBlock, input: number): Block {
  const {events, losses, undated, collected, providers, ...block} = plain
  const origin = {input, lines: 0}
  const own = restoredEvents({events, losses}, origin)
  const early = undated.map(index => own.events[index] as TraceEvent)
  return {...block, collector: {...collected, ...own, undated: early, origin, providers: {all: () => providers}}}
}
