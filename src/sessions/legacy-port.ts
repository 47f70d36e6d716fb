import type {TraceEvent} from '../events/event.js'
import {ALL_STATIONS, type Mac} from '../events/units.js'
import type {LegacyFields} from '../wdi/facts.js'
import type {Reader} from '../wdi/reader.js'
import {START_EDGE} from './hang-limits.js'
import type {LegacyAssociation, LegacyOperation, LegacyState} from './legacy.js'
import {isFailure} from './task.js'

export type Draft<T> = {-readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K]}

/** Nothing is known at the start of a capture: the port may have been connected before. */
export const INITIAL: LegacyState = {
  connection: null,
  roaming: null,
  associating: [],
  peer: null,
  known: false,
  operationsKnown: false,
  associationsKnown: false,
  historyFrom: null,
  joined: new Map(),
  link: 'unknown',
  linkSince: null,
  ssid: null,
  radioOff: false,
  osDisconnect: null,
}

/** One port of a Native 802.11 adapter; the operations and associations of all ports go into the lists given. */
export class LegacyPort {
  state: LegacyState
  readonly #joined = new Map<Mac, number>()

  constructor(
    readonly number: number | null,
    readonly reader: Reader,
    readonly operations: Draft<LegacyOperation>[],
    readonly associations: Draft<LegacyAssociation>[],
  ) {
    this.state = {...INITIAL, joined: this.#joined}
  }

  play(event: TraceEvent): void {
    const {connection, roaming} = this.state
    this.#step(event)
    const touched = new Set([connection, roaming, this.state.connection, this.state.roaming])
    for (const operation of touched) if (operation !== null && owns(operation, event)) push(operation.events, event)
  }

  /** The adapter halts. */
  halt(event: TraceEvent): void {
    this.#cut(event)
    this.#set(this.#cleared(event))
  }

  #step(event: TraceEvent): void {
    switch (event.message.name) {
      case 'DOT11_CONNECTION_START':
        this.#begin('connection', event)
        break
      case 'DOT11_ROAMING_START':
        this.#begin('roaming', event)
        break
      case 'DOT11_CONNECTION_COMPLETION':
        this.#finish('connection', event)
        this.#connected(event, this.reader.legacy(event).status === 0)
        break
      case 'DOT11_ROAMING_COMPLETION':
        this.#finish('roaming', event)
        break
      case 'DOT11_ASSOCIATION_START':
        this.#associate(event, this.reader.legacy(event))
        break
      case 'DOT11_ASSOCIATION_COMPLETION':
        this.#associated(event, this.reader.legacy(event))
        break
      case 'DOT11_DISASSOCIATION':
        this.#disassociated(event, this.reader.legacy(event))
        break
      case 'DOT11_PHY_STATE_CHANGED':
        this.#set({radioOff: this.reader.legacy(event).state === 0})
        break
      case 'DOT11_LINK_QUALITY':
        this.#wasConnected(event)
        break
      default:
        this.#request(event)
    }
  }

  #begin(kind: LegacyOperation['kind'], event: TraceEvent): void {
    const open = kind === 'connection' ? this.state.connection : this.state.roaming
    if (open !== null) mutable(open).cutBy = event
    const operation = this.#operation(kind, event)
    this.#set({[kind]: operation, operationsKnown: true, associationsKnown: true})
    if (kind === 'connection') this.#notYetConnected(event)
  }

  #finish(kind: LegacyOperation['kind'], event: TraceEvent): void {
    const open = kind === 'connection' ? this.state.connection : this.state.roaming
    const operation = mutable(open ?? this.#operation(kind, null))
    operation.completion = event
    if (open === null) operation.events.push(event)
    this.#end(event, association => association.operation === null || association.operation.kind === kind)
    this.#set({[kind]: null, operationsKnown: true, associationsKnown: true})
  }

  #connected(event: TraceEvent, succeeded: boolean): void {
    if (succeeded) this.#set({link: 'connected', linkSince: event})
    else if (this.state.link !== 'connected') this.#set({link: 'none', linkSince: event})
  }

  #associate(event: TraceEvent, {mac}: LegacyFields): void {
    const association = this.#association(event, mac ?? null)
    this.#set({associating: [...this.state.associating, association], associationsKnown: true})
  }

  /** A completion belongs to the open start of its address, or to the latest where one of the two shows no address. */
  #associated(event: TraceEvent, {mac, status, ssid}: LegacyFields): void {
    const open = this.state.associating.findLast(a => a.mac === null || mac == null || a.mac === mac)
    const association = mutable(open ?? this.#association(null, null))
    association.completion = event
    association.succeeded = status === 0
    association.mac ??= mac ?? null
    this.#set({associating: this.state.associating.filter(a => a !== open), associationsKnown: true})
    if (!association.succeeded) return
    if (association.mac !== null && !this.#joined.has(association.mac)) this.#joined.set(association.mac, event.seq)
    const shown = ssid ?? (association.start && this.reader.legacy(association.start).ssid) ?? null
    const fixed = association.operation?.kind === 'roaming' ? (this.state.ssid ?? shown) : shown
    this.#set({peer: association.mac, known: true, ssid: fixed})
    this.#wasConnected(event)
  }

  /** Names the peer, everybody, or somebody else: that one leaves the port's association as it is. */
  #disassociated(event: TraceEvent, {mac, reason}: LegacyFields): void {
    const {known, peer} = this.state
    // What is disassociated first in a capture was associated before it.
    if (!known && mac && mac !== ALL_STATIONS) this.#joined.set(mac, event.seq)
    if (!known || peer === null || mac == null || mac === peer || mac === ALL_STATIONS) {
      this.#set({peer: null, known: true})
      this.#historyFrom(event)
    }
    if (isOsReason(reason ?? null)) this.#disconnectedByOs(event)
    else this.#wasConnected(event)
  }

  #request(event: TraceEvent): void {
    switch (`${event.step} ${event.message.name}`) {
      case 'M1 OID_DOT11_CONNECT_REQUEST':
        this.#set({osDisconnect: null, ssid: null, known: true, operationsKnown: true, associationsKnown: true})
        this.#notYetConnected(event)
        break
      case 'M1 OID_DOT11_DISCONNECT_REQUEST':
      case 'M1 OID_DOT11_RESET_REQUEST':
        this.#disconnectedByOs(event)
        break
      case 'M3 OID_DOT11_DISCONNECT_REQUEST':
      case 'M3 OID_DOT11_RESET_REQUEST':
        if (isFailure(event.status)) this.#refused(event)
        else if (event.message.name === 'OID_DOT11_RESET_REQUEST') this.#reset(event)
    }
  }

  #reset(event: TraceEvent): void {
    const {osDisconnect} = this.state
    this.#cut(event)
    this.#set({...this.#cleared(event), osDisconnect: osDisconnect ?? event})
  }

  /** A request that failed disconnected nobody. */
  #refused(event: TraceEvent): void {
    const {osDisconnect} = this.state
    if (osDisconnect?.step !== 'M1' || osDisconnect.message.name !== event.message.name) return
    this.#set({osDisconnect: null, link: 'unknown', linkSince: null})
  }

  #disconnectedByOs(event: TraceEvent): void {
    this.#set({osDisconnect: this.state.osDisconnect ?? event, link: 'none', linkSince: event, ssid: null})
  }

  #notYetConnected(event: TraceEvent): void {
    if (this.state.link !== 'connected') this.#set({link: 'none', linkSince: event})
    this.#historyFrom(event)
  }

  #wasConnected(event: TraceEvent): void {
    if (this.state.link === 'unknown') this.#set({link: 'older than the capture', linkSince: event})
  }

  #historyFrom(event: TraceEvent): void {
    if (this.state.historyFrom === null) this.#set({historyFrom: event})
  }

  /** State after everything on the port has ended. */
  #cleared(event: TraceEvent): LegacyState {
    const {historyFrom, radioOff} = this.state
    return {
      ...INITIAL,
      radioOff,
      joined: this.#joined,
      known: true,
      operationsKnown: true,
      associationsKnown: true,
      historyFrom: historyFrom ?? event,
      link: 'none',
      linkSince: event,
    }
  }

  #cut(event: TraceEvent): void {
    for (const open of [this.state.connection, this.state.roaming]) if (open !== null) mutable(open).cutBy = event
    this.#end(event, () => true)
  }

  #end(event: TraceEvent, ends: (association: LegacyAssociation) => boolean): void {
    for (const association of this.state.associating) if (ends(association)) mutable(association).endedBy = event
    this.#set({associating: this.state.associating.filter(association => !ends(association))})
  }

  #operation(kind: LegacyOperation['kind'], start: TraceEvent | null): Draft<LegacyOperation> {
    const base = {kind, port: this.number, start, completion: null, cutBy: null}
    const operation: Draft<LegacyOperation> = {...base, associations: [], events: [], oldPeer: this.state.peer}
    this.operations.push(operation)
    return operation
  }

  #association(start: TraceEvent | null, mac: Mac | null): Draft<LegacyAssociation> {
    const operation = this.state.roaming ?? this.state.connection
    const base = {start, completion: null, endedBy: null, mac, succeeded: false}
    const association: Draft<LegacyAssociation> = {...base, operation}
    if (operation !== null) push(operation.associations, association)
    this.associations.push(association)
    return association
  }

  #set(changes: Partial<LegacyState>): void {
    this.state = {...this.state, ...changes}
  }
}

/** DOT11_ASSOC_STATUS_DISASSOCIATED_BY_OS. */
export function isOsReason(reason: number | null): boolean {
  return reason === 7
}

/** An operation that is never completed does not own the rest of the capture. */
function owns({start, completion, cutBy}: LegacyOperation, event: TraceEvent): boolean {
  const late = start !== null && event.atUs - start.atUs > START_EDGE
  return !late || event === completion || event === cutBy
}

/** Operations and associations grow while they are played; everybody else sees them read-only. */
const mutable = <T>(played: T): Draft<T> => played as Draft<T>

function push<T>(list: readonly T[], item: T): void {
  ;(list as T[]).push(item)
}
