import type {TraceEvent} from '../events/event.js'
import {ALL_STATIONS, type Mac} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import type {Adapter} from './adapter.js'
import {type Association, type AssociationInput, advance, UNKNOWN} from './association.js'
import type {Silence, Span} from './capture.js'
import {HALTS} from './legacy.js'
import {isMlo} from './mlo.js'
import {PeerMap} from './peers.js'
import {type Command, endedTask, isAssociationTask, type Task} from './task.js'
import {TaskBook, type TaskDraft} from './task-book.js'

/** Facts by the number of their event: an array as long as the capture, with the face of a map. */
export class BySeq<T> {
  readonly #facts: (T | undefined)[]

  constructor(length: number) {
    this.#facts = new Array<T | undefined>(length).fill(undefined)
  }

  get(seq: number): T | undefined {
    return this.#facts[seq]
  }

  set(seq: number, fact: T): void {
    this.#facts[seq] = fact
  }

  has(seq: number): boolean {
    return this.#facts[seq] !== undefined
  }
}

/** Facts about single events that the replay knows and that nobody can see from the event alone; all by `seq`. */
export interface Annotations {
  /** Association of the event's port just before the event. */
  readonly before: BySeq<Association>
  /** The task to which the event belongs. */
  readonly task: BySeq<Task>
  /** The command that an M1 or M3 belongs to. */
  readonly command: BySeq<Command>
  /** Tasks of the adapter that were open just before an M1. */
  readonly open: Map<number, readonly Task[]>
  /** What a DISASSOCIATION meant to its port. */
  readonly disassociation: Map<number, DisassociationMeaning>
}

/** `unmapped`: link and MLD addresses cannot be compared (L-MLD). `late or other`: the peer before the roam is not known. */
export type DisassociationMeaning =
  | 'peer'
  | 'old peer, late'
  | 'other'
  | 'unmapped'
  | 'late or other'
  | 'not associated'
  | 'state unknown'

export interface Port {
  readonly number: number | null
  association: Association
  /** Every association the port had, in order; each begins at its `since`. */
  readonly history: Association[]
  readonly events: TraceEvent[]
}

/** Plays the events of one adapter through its command book and the association table of its ports. */
export class Replay {
  readonly book: TaskBook
  readonly peers = new PeerMap()
  readonly ports = new Map<number | null, Port>()

  constructor(
    readonly adapter: Adapter,
    readonly silence: Silence,
    readonly reader: Reader,
    readonly notes: Annotations,
    hasM3: boolean,
  ) {
    this.book = new TaskBook(adapter, silence, reader, hasM3)
  }

  run(): this {
    let previous: TraceEvent | null = null
    for (const event of this.adapter.events) {
      this.book.expire(event.atUs)
      if (previous !== null && !this.silence.lossless) this.#doubt(previous, event)
      const port = this.#port(event.port)
      port.events.push(event)
      this.notes.before.set(event.seq, port.association)
      if (event.message.kind !== 'log') this.#step(event, port)
      else if (HALTS.has(event.message.name) || isResetRecovery(event, this.reader)) this.#clearAll(event)
      previous = event
    }
    this.book.expire(this.silence.endUs + 1)
    return this
  }

  #step(event: TraceEvent, port: Port): void {
    if (event.step === 'M1') this.#command(event, port)
    else if (event.step === 'M3') this.#response(event, port)
    else if (event.message.kind === 'completion' || event.message.kind === 'task') this.#completion(event, port)
    else this.#indication(event, port)
  }

  #command(event: TraceEvent, port: Port): void {
    if (this.book.open.length > 0) this.notes.open.set(event.seq, [...this.book.open])
    if (event.message.name === 'TASK_CLOSE') this.book.reset(event)
    const command = this.book.command(event)
    this.notes.command.set(event.seq, command)
    if ('events' in command) this.#own(command as TaskDraft, event)
    else this.#ownIfDirect(event, port)
    const abort = this.book.abortTarget(event)
    if (abort !== null) this.#own(abort, event)
  }

  #response(event: TraceEvent, port: Port): void {
    const command = this.book.response(event)
    if (command === null) return
    this.notes.command.set(event.seq, command)
    if ('events' in command) this.#own(command as TaskDraft, event)
    else this.#ownIfDirect(event, port)
    if (event.message.name === 'SET_ADD_CIPHER_KEYS' && event.status === 0 && command.m1 !== null) {
      const pairwise = this.reader.keys(command.m1)?.find(key => key.type === 1 && key.peer)
      if (pairwise?.peer) this.#named(port, event, pairwise.peer, null)
    }
  }

  #completion(event: TraceEvent, port: Port): void {
    const task = this.book.completion(event)
    if (task !== null) this.#own(task, event)
    const ended = endedTask(event.message).name
    if (ended === 'TASK_DOT11_RESET' || ended === 'TASK_DELETE_PORT') this.#move(port, 'port cleared', event)
    else if (ended === 'TASK_CLOSE') this.#clearPorts(event)
  }

  #indication(event: TraceEvent, port: Port): void {
    const name = event.message.name
    let task = this.openAssociation(event.port)
    if (task === null && OPENS_PARTIAL.has(name) && !this.#isAccessPoint(event.port)) task = this.book.partial(event)
    const owner = task ?? this.book.open.findLast(open => open.port === event.port) ?? null
    if (owner !== null) this.#own(owner, event)
    if (this.#isAccessPoint(event.port)) return
    if (name === 'ASSOCIATION_RESULT') this.#results(event, port, task)
    else if (name === 'DISASSOCIATION') this.#disassociation(event, port, task)
    else if (name === 'LINK_STATE_CHANGE') this.#linkState(event, port)
    else if (name === 'FIRMWARE_STALLED') this.#clearAll(event)
    else if (name === 'RADIO_STATUS') this.#radio(event)
  }

  #results(event: TraceEvent, port: Port, task: Task | null): void {
    const given = task?.m1 ? this.reader.connectTask(task.m1) : null
    for (const entry of this.reader.associationEntries(event) ?? []) {
      // The request's Multi-Link element carries the station's own MLD address.
      const mld = entry.response?.mldAddress
      if (entry.bssid && mld) this.peers.learn(entry.bssid, mld)
      if (entry.status === 0) {
        this.#move(port, 'success', event, entry.bssid ?? null, isMlo(entry, given, this.adapter.model))
      }
    }
  }

  #disassociation(event: TraceEvent, port: Port, task: Task | null): void {
    const {address} = this.reader.disassociation(event)
    const {state, peer, mlo} = port.association
    if (state !== 'associated') {
      this.#meant(event, state === 'unknown' ? 'state unknown' : 'not associated')
      this.#move(port, 'disassociation without peer', event)
      return
    }
    const same = address === ALL_STATIONS || address == null ? true : peer && this.peers.same(address, peer, mlo)
    if (same === true) {
      this.#meant(event, 'peer')
      this.#move(port, 'disassociation of the peer', event)
      return
    }
    if (task?.m1 && address != null) {
      const old = this.notes.before.get(task.m1.seq) ?? UNKNOWN
      const wasOld = old.peer !== null && this.peers.same(address, old.peer, old.mlo) === true
      if (wasOld || old.state === 'unknown') {
        this.#meant(event, wasOld ? 'old peer, late' : 'late or other')
        this.#move(port, 'late disassociation of the old peer', event)
        return
      }
    }
    this.#meant(event, same === null ? 'unmapped' : 'other')
    this.#move(port, 'disassociation of another', event)
  }

  #linkState(event: TraceEvent, port: Port): void {
    const {peer, links} = this.reader.linkState(event)
    if (!peer) return
    for (const {peerLink} of links ?? []) if (isAddress(peerLink) && peerLink !== peer) this.peers.learn(peerLink, peer)
    const only = links?.length === 1 ? links[0] : undefined
    const mlo = (links?.length ?? 0) > 1 ? true : this.adapter.model === 'wdi' || only?.peerLink === peer ? false : null
    this.#named(port, event, peer, mlo)
  }

  #radio(event: TraceEvent): void {
    const {hardware, software} = this.reader.radioStatus(event)
    if (hardware === 0 || software === 0) this.#clearPorts(event)
  }

  #named(port: Port, event: TraceEvent, peer: Mac, mlo: boolean | null): void {
    const {confirmed, peer: before, mlo: was} = port.association
    // What was lost may have been a roam: after it the port is with whom the first event names.
    const moved = !confirmed && (before === null || this.peers.same(before, peer, was) !== true)
    this.#move(port, moved ? 'another peer named after loss' : 'peer named', event, peer, mlo)
  }

  #meant(event: TraceEvent, meaning: DisassociationMeaning): void {
    this.notes.disassociation.set(event.seq, meaning)
  }

  #move(
    port: Port,
    input: AssociationInput,
    event: TraceEvent,
    peer: Mac | null = null,
    mlo: boolean | null = null,
  ): void {
    const next = advance(port.association, input, event, peer, mlo)
    if (next !== port.association) port.history.push(next)
    port.association = next
  }

  #clearPorts(event: TraceEvent): void {
    for (const port of this.ports.values()) this.#move(port, 'port cleared', event)
  }

  #clearAll(event: TraceEvent): void {
    this.book.reset(event)
    this.#clearPorts(event)
  }

  /** A loss span ended since the event before. One that ended with that event was before it, unless it has no length. */
  #doubt(previous: TraceEvent, event: TraceEvent): void {
    const isNew = ({startUs, endUs}: Span) => endUs <= event.atUs && (endUs > previous.atUs || startUs >= previous.atUs)
    if (!this.silence.capture.lossSpans.some(isNew)) return
    for (const port of this.ports.values()) {
      if (port.association.state === 'associated') port.association = {...port.association, confirmed: false}
    }
  }

  openAssociation(port: number | null): TaskDraft | null {
    return this.book.open.findLast(task => task.port === port && isAssociationTask(task)) ?? null
  }

  #ownIfDirect(event: TraceEvent, port: Port): void {
    const {direct, name} = event.message
    if (!direct && name !== 'SET_ASSOCIATION_PARAMETERS' && name !== 'SET_OWE_DH_IE') return
    const task = this.openAssociation(port.number)
    if (task !== null) this.#own(task, event)
  }

  #own(task: TaskDraft, event: TraceEvent): void {
    task.events.push(event)
    this.notes.task.set(event.seq, task)
  }

  #isAccessPoint(port: number | null): boolean {
    return port !== null && this.adapter.apPorts.includes(port)
  }

  #port(number: number | null): Port {
    let port = this.ports.get(number)
    if (port === undefined) {
      port = {number, association: UNKNOWN, history: [], events: []}
      this.ports.set(number, port)
    }
    return port
  }
}

/** Indications that only a connect or roam task makes. */
const OPENS_PARTIAL: ReadonlySet<string> = new Set([
  'ASSOCIATION_RESULT',
  'FT_ASSOC_PARAMS_NEEDED',
  'SAE_AUTH_PARAMS_NEEDED',
])

function isAddress(address: Mac | null | undefined): address is Mac {
  return address != null && address !== '00:00:00:00:00:00'
}

/** Event 5002 is shared by other NDIS errors, whose first DWORD is a status (0x80000000 and above). */
export function isResetRecovery(event: TraceEvent, reader: Reader): boolean {
  return event.message.name === '5002' && (reader.number(event, 'first') ?? 0) < 0x80000000
}
