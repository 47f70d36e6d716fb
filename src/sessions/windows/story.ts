import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {autoConfigId, flagIn, said} from './event-facts.js'

export type StoryKind = 'connect' | 'roam' | 'disconnect'
export type StoryOutcome = 'success' | 'failed' | 'aborted' | 'incomplete' | null

/** One connect, roam or disconnect as Windows tells it. */
export interface Chapter {
  readonly kind: StoryKind
  /** The first record is not the one with which Windows begins such a thing. */
  partial: boolean
  readonly events: TraceEvent[]
  outcome: StoryOutcome
  /** Closes it; null without one. */
  end: TraceEvent | null
}

/** Security that stopped longer ago than this has nothing to do with the one that begins (heuristic). */
const STOPPED = seconds(30)
/** The event log's disconnect after the state machine's (heuristic). */
const LATE = seconds(30)

/** Failures that may be all that a log of errors has of a connect. */
const TROUBLE: ReadonlySet<number> = new Set([11002, 11006, 11009, 12013])

const CONNECTING: ReadonlySet<string | null> = new Set(['Ihv_Configuring', 'Configuring', 'Associating'])

/**
 * Follows one interface through the events of WLAN AutoConfig. Event logs tell connects by 8000 to 8003 and what lies
 * between by 11000 to 12014; a roam is security that stops and starts again without them, or the state machine's way
 * from Connected over Roaming (formats.md 8 and 9.1).
 */
export class Story {
  readonly chapters: Chapter[] = []
  #open: Chapter | null = null
  #link: 'up' | 'down' | 'unknown' = 'unknown'
  /** 11004 of a link that may be about to roam, or to end. */
  #stopped: TraceEvent | null = null
  /** Disconnected → Reset: the first step of a connect, or the last one of a disconnect. */
  #reset: TraceEvent | null = null
  /** The state machine reached Connected, and the event log has not said so yet. */
  #reached: TraceEvent | null = null
  /** The state machine gave up while authenticating. */
  #gaveUp = false

  event(event: TraceEvent): void {
    if (event.message.name === 'BOOT') this.#restart()
    const id = autoConfigId(event)
    if (id === null) return
    this.#leaveOld(event)
    this.#open?.events.push(event)
    if (id === 20007) this.#move(event)
    else if (id === 8000 || id === 20000) this.#beginConnect(event, id)
    else if (id === 8001) this.#connected(event)
    else if (id === 8002) this.#failed(event)
    else if (id === 8003) this.#disconnected(event)
    else if (id === 11000 || id === 11003 || id === 11010) this.#begun(event)
    else if (id === 11004) this.#stop(event)
    else if (id === 11005) this.#secured(event)
    else if (TROUBLE.has(id)) this.#trouble(event)
    else if (id === 21055 && flagIn(event, 'fast') === true) this.#roams(event)
    else if (id === 21057 && said(event, 'to') === 'ROAM_AUTHENTICATE') this.#roams(event)
  }

  /** Nothing goes on over a restart of the system. */
  #restart(): void {
    this.#leave(this.#gaveUp ? 'failed' : 'incomplete')
    this.#link = 'down'
    this.#stopped = null
    this.#reset = null
  }

  finish(): readonly Chapter[] {
    this.#leave(this.#gaveUp ? 'failed' : 'incomplete')
    return this.chapters
  }

  #begin(kind: StoryKind, partial: boolean, ...events: readonly (TraceEvent | null)[]): Chapter {
    this.#leave(this.#gaveUp ? 'failed' : 'aborted')
    const own = events.filter(event => event !== null)
    const chapter: Chapter = {kind, partial, events: own, outcome: null, end: null}
    this.chapters.push(chapter)
    this.#open = chapter
    this.#stopped = null
    this.#reset = null
    this.#gaveUp = false
    return chapter
  }

  #close(outcome: StoryOutcome, end: TraceEvent): void {
    if (this.#open !== null) {
      this.#open.outcome = outcome
      this.#open.end = end
    }
    this.#open = null
    this.#reached = null
    this.#gaveUp = false
    if (outcome === 'success') this.#link = 'up'
  }

  /** The open chapter has no end of its own; what the state machine said counts then. */
  #leave(outcome: StoryOutcome): void {
    if (this.#open === null) return
    if (this.#reached !== null) this.#close('success', this.#reached)
    else {
      this.#open.outcome = outcome
      this.#open = null
    }
  }

  #beginConnect(event: TraceEvent, id: number): void {
    const open = this.#open
    // Records of one moment of a coarse clock may stand in any order.
    if (open?.partial && open.kind === 'connect' && open.events.every(({atUs}) => atUs === event.atUs)) {
      open.partial = false
      return
    }
    // One attempt is told by several records: the call, the state machine, the event log.
    const isSame = open?.kind === 'connect' && !this.#gaveUp && this.#reached === null
    if (isSame && !open.events.some(other => other !== event && autoConfigId(other) === id) && !hasBegun(open)) return
    open?.events.pop()
    if (open?.kind === 'roam') this.#lose(event)
    this.#begin('connect', false, event)
    this.#link = 'down'
  }

  #connected(event: TraceEvent): void {
    if (this.#open?.kind === 'roam') this.#close('success', event)
    else {
      if (this.#open === null && this.#isToldAlready('connect', event)) return
      if (this.#open === null) this.#begin('connect', true, event)
      this.#close('success', event)
    }
  }

  #failed(event: TraceEvent): void {
    if (this.#open?.kind === 'roam') {
      this.#open.events.pop()
      this.#lose(event)
    }
    if (this.#open === null) this.#begin('connect', true, event)
    this.#close('failed', event)
    this.#link = 'down'
  }

  #disconnected(event: TraceEvent): void {
    if (this.#open !== null) {
      this.#open.events.pop()
      if (this.#reached !== null) this.#leave('success')
      else if (this.#open.kind === 'roam') this.#lose(event)
      else this.#close('aborted', event)
    }
    const last = this.chapters.at(-1)
    if (last?.kind === 'disconnect' && event.atUs - lastOf(last).atUs <= LATE && !last.events.some(isLogged)) {
      last.events.push(event)
      return
    }
    const stopped = this.#stopped !== null && event.atUs - this.#stopped.atUs <= STOPPED ? this.#stopped : null
    this.#drop(stopped, event)
  }

  #lose(event: TraceEvent): void {
    this.#close('failed', event)
    this.#link = 'down'
  }

  #drop(...events: readonly (TraceEvent | null)[]): void {
    this.#begin('disconnect', false, ...events)
    const own = this.#open?.events ?? []
    this.#close(null, own.at(-1) as TraceEvent)
    this.#link = 'down'
    this.#stopped = null
  }

  /** Association or security begins: of what is open, of a roam where there was a link, else of a connect. */
  #begun(event: TraceEvent): void {
    if (this.#open !== null) return
    const stopped = this.#stopped !== null && event.atUs - this.#stopped.atUs <= STOPPED ? this.#stopped : null
    if (this.#link === 'up' || (this.#link === 'unknown' && stopped !== null)) {
      this.#begin('roam', false, stopped, event)
    } else this.#begin('connect', true, event)
  }

  /** A failure of which nobody saw the beginning. */
  #trouble(event: TraceEvent): void {
    if (this.#open !== null || this.#link === 'up') return
    this.#begin('connect', true, event)
    this.#gaveUp = true
  }

  /** What comes long after such a failure belongs to another attempt. */
  #leaveOld({atUs}: TraceEvent): void {
    const open = this.#open
    if (open?.partial && this.#gaveUp && atUs - lastOf(open).atUs > LATE) this.#leave('failed')
  }

  #stop(event: TraceEvent): void {
    if (this.#open === null && this.#link !== 'down') this.#stopped = event
  }

  #secured(event: TraceEvent): void {
    if (this.#open?.kind === 'roam' && !this.#open.events.some(isMove)) this.#close('success', event)
    else if (this.#open === null && this.#link === 'unknown') this.#link = 'up'
    // The trace begins in the middle: no other end may come.
    else if (this.#open?.partial && /^110(?:03|10)$/.test(this.#open.events[0]?.message.name ?? ''))
      this.#reached = event
  }

  #roams(event: TraceEvent): void {
    if (this.#open !== null || this.#link === 'down') return
    this.#begin('roam', this.#stopped === null, this.#stopped, event)
  }

  #move(event: TraceEvent): void {
    const from = said(event, 'from')
    const to = said(event, 'to')
    if (to === 'Roaming' && from === 'Connected') {
      if (this.#open?.kind === 'roam') return
      const stopped = this.#stopped
      this.#open?.events.pop()
      this.#begin('roam', false, stopped, event)
    } else if (to === 'Roaming' && this.#open?.kind === 'connect') this.#gaveUp = true
    else if (to === 'Connected') this.#reach(event)
    else if (to === 'Disconnected' && this.#isDropped()) this.#drop(event)
    else if (to === 'Disconnected' && this.#open?.kind === 'roam') {
      this.#lose(event)
      this.#drop(event)
    } else if (from === 'Disconnected' && to === 'Reset') {
      if (this.#gaveUp || this.#reached !== null) {
        this.#open?.events.pop()
        this.#leave('failed')
      }
      if (this.#open === null) this.#reset = event
    } else if (this.#open === null && CONNECTING.has(to)) {
      const reset = this.#reset
      this.#begin('connect', reset === null && from !== 'Disconnected', reset, event)
    }
  }

  #reach(event: TraceEvent): void {
    const open = this.#open
    if (open === null) {
      this.#link = 'up'
    } else if (open.kind === 'roam') this.#close('success', event)
    else this.#reached = event
  }

  #isDropped(): boolean {
    return this.#link === 'up' && this.#open === null
  }

  /** The same end, told a second time by another record. */
  #isToldAlready(kind: StoryKind, event: TraceEvent): boolean {
    const last = this.chapters.at(-1)
    if (last?.kind !== kind || last.outcome !== 'success' || last.events.some(other => autoConfigId(other) === 8001))
      return false
    if (event.atUs - lastOf(last).atUs > LATE) return false
    last.events.push(event)
    return true
  }
}

const lastOf = ({events}: Chapter): TraceEvent => events.at(-1) as TraceEvent
const isMove = (event: TraceEvent): boolean => event.message.name === '20007'
const isLogged = (event: TraceEvent): boolean => event.message.name === '8003'
/** Association was tried: what begins now is another attempt. */
const hasBegun = ({events}: Chapter): boolean => events.some(event => /^(?:11|12)\d{3}$/.test(event.message.name))
