import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import type {Adapter} from './adapter.js'
import {type Draft, INITIAL, LegacyPort} from './legacy-port.js'

/** ASSOCIATION_START with its completion. */
export interface LegacyAssociation {
  readonly start: TraceEvent | null
  readonly completion: TraceEvent | null
  /** End of its operation, reset or halt before any completion. */
  readonly endedBy: TraceEvent | null
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
  /** What ended it without a completion: a reset, a halt, the start of another operation of its kind; null: nothing seen. */
  readonly cutBy: TraceEvent | null
  readonly events: readonly TraceEvent[]
  /** Peer before the operation, as far as it is known. */
  readonly oldPeer: Mac | null
}

/** Whether the port has a connection that CONNECTION_COMPLETION confirmed, or must have had one before the capture. */
export type LegacyLink = 'unknown' | 'older than the capture' | 'none' | 'connected'

/** State of a legacy port just before an event. */
export interface LegacyState {
  readonly connection: LegacyOperation | null
  readonly roaming: LegacyOperation | null
  /** Open associations, oldest first: more than one only after a nested start. */
  readonly associating: readonly LegacyAssociation[]
  /** Peer of the last successful association; null: none, or unknown at the start of the capture. */
  readonly peer: Mac | null
  /** Whether the port's association is known: the state at the start of a capture is not. */
  readonly known: boolean
  /** An operation, a connect request or a completed reset was seen: an operation that is not open here is not open. */
  readonly operationsKnown: boolean
  /** The same for associations. */
  readonly associationsKnown: boolean
  /** First record after which every association of the port is in the capture; null: none yet. */
  readonly historyFrom: TraceEvent | null
  /** Addresses with a completed association and the number of the record that shows it; grows with the replay. */
  readonly joined: ReadonlyMap<Mac, number>
  readonly link: LegacyLink
  /** The record that decided `link`. */
  readonly linkSince: TraceEvent | null
  /** SSID of the connection, once an association of it has shown it. */
  readonly ssid: string | null
  /** The last PHY_STATE_CHANGED switched the radio off. */
  readonly radioOff: boolean
  /** OS-caused disassociation, disconnect or reset since the last connect request. */
  readonly osDisconnect: TraceEvent | null
}

export interface LegacyReplay {
  readonly adapter: Adapter
  readonly operations: readonly LegacyOperation[]
  readonly associations: readonly LegacyAssociation[]
  /** By `seq`. */
  readonly before: ReadonlyMap<number, LegacyState>
}

/** Plays the NDIS_STATUS_DOT11_* indications and OID_DOT11_* requests of one adapter (rules.md A.3, last part). */
export function replayLegacy(adapter: Adapter, reader: Reader): LegacyReplay {
  const before = new Map<number, LegacyState>()
  const operations: Draft<LegacyOperation>[] = []
  const associations: Draft<LegacyAssociation>[] = []
  const ports = new Map<number | null, LegacyPort>()
  for (const event of adapter.events) {
    if (HALTS.has(event.message.name)) for (const port of ports.values()) port.halt(event)
    const port = ports.get(event.port)
    before.set(event.seq, port?.state ?? INITIAL)
    if (event.message.kind === 'log') continue
    const player = port ?? new LegacyPort(event.port, reader, operations, associations)
    if (port === undefined) ports.set(event.port, player)
    player.play(event)
  }
  return {adapter, operations, associations, before}
}

/** The adapter is gone, and with it everything that was open. */
export const HALTS: ReadonlySet<string> = new Set(['REMOVED', 'BOOT'])
