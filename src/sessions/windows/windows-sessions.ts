import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import type {Adapter} from '../adapter.js'
import {BLANK} from '../blank-session.js'
import type {Unplaced} from '../build-session.js'
import type {Silence} from '../capture.js'
import {NO_TOTALS} from '../totals.js'
import {classOf, peerIn, phasesIn, viewOf} from './chapter-facts.js'
import {autoConfigId} from './event-facts.js'
import {inStoryOrder} from './event-order.js'
import {withoutCoarserCopies} from './same-events.js'
import {type Chapter, Story} from './story.js'

/** A connection that ends this soon did not work (as rules.md A.6 has it for driver sessions). */
const BROKEN = seconds(30)

/** Connects, roams and disconnects of one adapter as WLAN AutoConfig tells them (docs/rules-autoconfig.md). */
export function windowsSessions(adapter: Adapter, silence: Silence): Unplaced[] {
  const events = adapter.events.filter(event => autoConfigId(event) !== null || event.message.name === 'BOOT')
  if (!events.some(event => autoConfigId(event) !== null)) return []
  const once = withoutCoarserCopies(events, silence.capture.inputGranularityUs)
  return byInterface(once).flatMap(own => {
    const story = new Story()
    for (const event of inStoryOrder(own)) story.event(event)
    const chapters = withoutCopies(story.finish())
    return chapters.map((chapter, i) => sessionOf(chapter, chapters[i + 1] ?? null, adapter, silence))
  })
}

/**
 * A driver's trace of one adapter owns all events of the capture, also those of another one of which only Windows tells:
 * each interface has a story of its own. Events that name none belong to the only one, or to none of several.
 */
function byInterface(events: readonly TraceEvent[]): readonly (readonly TraceEvent[])[] {
  const isGuid = (key: string | null) => key?.startsWith('{') === true
  const keys = new Set(events.map(({adapterKey}) => adapterKey).filter(isGuid))
  if (keys.size < 2) return [events]
  const isBoot = ({message}: TraceEvent) => message.name === 'BOOT'
  const unnamed = events.filter(event => !isGuid(event.adapterKey))
  return [...[...keys].map(key => events.filter(event => event.adapterKey === key || isBoot(event))), unnamed]
}

/** Excerpts of one log may tell the same from beginning to end. */
function withoutCopies(chapters: readonly Chapter[]): readonly Chapter[] {
  const seen = new Set<string>()
  return chapters.filter(({kind, events}) => {
    if (!events.every(({message}) => message.name === '20007')) return true
    const told = JSON.stringify([kind, ...events.map(({atUs, fields}) => [atUs, fields])])
    return !seen.has(told) && seen.add(told)
  })
}

function sessionOf(chapter: Chapter, next: Chapter | null, adapter: Adapter, silence: Silence): Unplaced {
  const {kind, partial, events, outcome, end} = chapter
  const first = events[0] as TraceEvent
  const view = viewOf(chapter)
  const succeeded = outcome === 'success'
  const phases = phasesIn(events, (from, to) => isUnmeasured(from, to, silence))
  const us = end === null || partial || !succeeded || isUnmeasured(first, end, silence) ? null : end.atUs - first.atUs
  const gap = kind === 'roam' && autoConfigId(first) === 11004 ? us : null
  return {
    ...BLANK,
    kind,
    partial,
    adapter,
    startUs: first.atUs,
    endUs: end?.atUs ?? null,
    outcome: kind === 'disconnect' ? null : outcome,
    class: succeeded ? classOf(chapter, view) : null,
    service: succeeded ? serviceOf(chapter, next) : null,
    newPeer: succeeded ? peerIn(events) : null,
    events,
    phases,
    totals: {...NO_TOTALS, tService: us, gapService: gap},
    source: 'autoconfig',
    told: events,
    windows: view,
  }
}

/** An event may be missing between them, or the clock of their file is too coarse beside that of the capture. */
function isUnmeasured(from: TraceEvent, to: TraceEvent, silence: Silence): boolean {
  const {capture} = silence
  const g = Math.max(...[from, to].map(({place}) => capture.inputGranularityUs[place.input] ?? 0))
  if (g > capture.granularityUs && to.atUs - from.atUs <= g) return true
  return silence.unmeasured(from.atUs, to.atUs)
}

/** Windows says that a connection is there when its keys are. */
function serviceOf({end}: Chapter, next: Chapter | null): Unplaced['service'] {
  const nextAt = next?.kind === 'disconnect' ? (next.events[0] as TraceEvent).atUs : null
  const isBroken = end !== null && nextAt !== null && nextAt >= end.atUs && nextAt - end.atUs <= BROKEN
  return isBroken ? 'broken' : 'up'
}
