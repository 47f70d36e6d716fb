import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import type {Adapter} from './adapter.js'

/** ASSOCIATION_START with its completion. */
export interface LegacyAssociation {
  readonly start: TraceEvent | null
  readonly completion: TraceEvent | null
  readonly mac: Mac | null
  readonly succeeded: boolean
  /** Operation inside which it started; null: outside of any. */
  readonly operation: LegacyOperation | null
}

/** A connection or roaming operation of the Native 802.11 model, from its start to its completion. */
export interface LegacyOperation {
  readonly kind: 'connection' | 'roaming'
  readonly port: number | null
  readonly start: TraceEvent | null
  readonly completion: TraceEvent | null
  readonly associations: readonly LegacyAssociation[]
  /** What ended it without a completion: a reset, the start of another operation of its kind; null: nothing seen. */
  readonly cutBy: TraceEvent | null
  readonly events: readonly TraceEvent[]
  /** Peer before the operation, as far as it is known. */
  readonly oldPeer: Mac | null
}

/** State of a legacy port just before an event. */
export interface LegacyState {
  readonly connection: LegacyOperation | null
  readonly roaming: LegacyOperation | null
  readonly association: LegacyAssociation | null
  /** Peer of the last successful association; null: none, or unknown at the start of the capture. */
  readonly peer: Mac | null
  /** Whether the port's association is known: the state at the start of a capture is not. */
  readonly known: boolean
  /** OS-caused disassociation, disconnect or reset since the last connect request. */
  readonly osDisconnect: TraceEvent | null
  /** Last successful CONNECTION_COMPLETION since a reset. */
  readonly connected: TraceEvent | null
}

export interface LegacyReplay {
  readonly adapter: Adapter
  readonly operations: readonly LegacyOperation[]
  readonly associations: readonly LegacyAssociation[]
  /** By `seq`. */
  readonly before: ReadonlyMap<number, LegacyState>
}

type Draft<T> = {-readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K]}
type OperationDraft = Omit<Draft<LegacyOperation>, 'associations'> & {associations: Draft<LegacyAssociation>[]}

const START: LegacyState = {
  connection: null,
  roaming: null,
  association: null,
  peer: null,
  known: false,
  osDisconnect: null,
  connected: null,
}

/** Plays the NDIS_STATUS_DOT11_* indications and OID_DOT11_* requests of one adapter (rules.md A.3, last part). */
export function replayLegacy(adapter: Adapter, reader: Reader): LegacyReplay {
  const before = new Map<number, LegacyState>()
  const operations: OperationDraft[] = []
  const associations: Draft<LegacyAssociation>[] = []
  const ports = new Map<number | null, LegacyState>()
  for (const event of adapter.events) {
    const state = ports.get(event.port) ?? START
    before.set(event.seq, state)
    const next = step(event, state, reader, operations, associations)
    for (const operation of new Set([state.connection, state.roaming, next.connection, next.roaming])) {
      if (operation !== null) (operation as OperationDraft).events.push(event)
    }
    ports.set(event.port, next)
  }
  return {adapter, operations, associations, before}
}

function step(
  event: TraceEvent,
  state: LegacyState,
  reader: Reader,
  operations: OperationDraft[],
  associations: Draft<LegacyAssociation>[],
): LegacyState {
  const open = (kind: LegacyOperation['kind'], start: TraceEvent | null): OperationDraft => {
    const operation = {
      kind,
      port: event.port,
      start,
      completion: null,
      associations: [],
      cutBy: null,
      events: [],
      oldPeer: state.peer,
    }
    operations.push(operation)
    return operation
  }
  const end = (operation: LegacyOperation | null, kind: LegacyOperation['kind']) => {
    const draft = (operation ?? open(kind, null)) as OperationDraft
    draft.completion = event
    if (operation === null) draft.events.push(event)
  }
  const cut = (operation: LegacyOperation | null) => {
    if (operation !== null) (operation as OperationDraft).cutBy = event
  }
  switch (event.message.name) {
    case 'DOT11_CONNECTION_START':
      cut(state.connection)
      return {...state, connection: open('connection', event)}
    case 'DOT11_ROAMING_START':
      cut(state.roaming)
      return {...state, roaming: open('roaming', event)}
    case 'DOT11_CONNECTION_COMPLETION':
      end(state.connection, 'connection')
      return {
        ...state,
        connection: null,
        association: null,
        connected: reader.legacy(event).status === 0 ? event : state.connected,
      }
    case 'DOT11_ROAMING_COMPLETION':
      end(state.roaming, 'roaming')
      return {...state, roaming: null, association: null}
    case 'DOT11_ASSOCIATION_START': {
      const operation = (state.roaming ?? state.connection) as OperationDraft | null
      const association = {
        start: event,
        completion: null,
        mac: reader.legacy(event).mac ?? null,
        succeeded: false,
        operation,
      }
      operation?.associations.push(association)
      associations.push(association)
      return {...state, association}
    }
    case 'DOT11_ASSOCIATION_COMPLETION':
      return completeAssociation(event, state, reader, associations)
    case 'DOT11_DISASSOCIATION':
      return disassociate(event, state, reader)
    default:
      return request(event, state, cut)
  }
}

function completeAssociation(
  event: TraceEvent,
  state: LegacyState,
  reader: Reader,
  associations: Draft<LegacyAssociation>[],
): LegacyState {
  const {status, mac} = reader.legacy(event)
  const succeeded = status === 0
  const operation = (state.roaming ?? state.connection) as OperationDraft | null
  let association = state.association as Draft<LegacyAssociation> | null
  if (association === null) {
    association = {start: null, completion: event, mac: mac ?? null, succeeded, operation}
    operation?.associations.push(association)
    associations.push(association)
  }
  Object.assign(association, {completion: event, succeeded, mac: mac ?? association.mac})
  if (!succeeded) return {...state, association: null}
  return {...state, association: null, peer: association.mac, known: true}
}

function disassociate(event: TraceEvent, state: LegacyState, reader: Reader): LegacyState {
  const byOs = isOsReason(reader.legacy(event).reason ?? null)
  return {...state, peer: null, known: true, osDisconnect: byOs ? event : state.osDisconnect}
}

function request(event: TraceEvent, state: LegacyState, cut: (operation: LegacyOperation | null) => void): LegacyState {
  switch (`${event.step} ${event.message.name}`) {
    case 'M1 OID_DOT11_CONNECT_REQUEST':
      return {...state, osDisconnect: null}
    case 'M1 OID_DOT11_DISCONNECT_REQUEST':
      return {...state, osDisconnect: event}
    case 'M1 OID_DOT11_RESET_REQUEST':
      return {...state, osDisconnect: event}
    case 'M3 OID_DOT11_RESET_REQUEST':
      cut(state.connection)
      cut(state.roaming)
      return {...START, known: true, osDisconnect: state.osDisconnect}
    default:
      return state
  }
}

/** DOT11_ASSOC_STATUS_DISASSOCIATED_BY_OS. */
export function isOsReason(reason: number | null): boolean {
  return reason === 7
}
