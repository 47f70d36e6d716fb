import type {EventSpec, HostProvider} from '../../autoconfig/event-tables.js'
import {fieldOf} from '../../autoconfig/field-names.js'
import {renderedValues} from '../../autoconfig/rendered.js'
import {machineOf, stateName, stateNumber} from '../../autoconfig/states.js'
import {eventName} from '../../autoconfig/told-events.js'
import type {TraceRecord} from '../../events/record.js'
import {logMessage} from '../../wdi/messages.js'
import {parseMac} from '../../wdi/octets.js'
import type {Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'
import {adapterKey} from '../words/adapter.js'
import {member} from './members.js'

const PEERS = ['PeerMac', 'PeerMAC', 'PeerAddr', 'PeerAddress', 'BSSID', 'MAC'] as const
const ADAPTERS = ['InterfaceGuid', 'DeviceGuid', 'AdapterGuid', 'IfGuid'] as const
const ADAPTER_NAMES = ['InterfaceDescription', 'Adapter', 'AdapterName'] as const

/** Values by the manifest's names: members that were exported, else what the rendered text says. */
function reader(record: TraceRecord, spec: EventSpec | undefined): (name: string) => string | null {
  if (spec === undefined) return name => member(record, name)
  let rendered: ReadonlyMap<string, string> | null = null
  return name => {
    const given = member(record, name)
    if (given !== null) return given
    rendered ??= renderedValues(spec, record.message)
    return rendered.get(name) ?? null
  }
}

/** What an event of Windows says, by the names of `fields` in scenarios. `spec` undefined: only its members are known. */
export function hostEvent(
  provider: HostProvider,
  id: number,
  spec: EventSpec | undefined,
  record: TraceRecord,
): Recognition | null {
  const message = logMessage(eventName(provider, id))
  if (message === undefined) return null
  const value = reader(record, spec)
  const has = (name: string) =>
    spec === undefined || name.endsWith('Guid') || spec.members.some(one => one.name === name)
  const first = (names: readonly string[]) => {
    for (const name of names) {
      const found = has(name) ? value(name) : null
      if (found !== null) return found
    }
    return null
  }
  const fields: Record<string, readonly string[]> = {}
  const peer = first(PEERS)
  const address = peer === null ? null : (parseMac(peer) ?? null)
  if (address !== null) fields.peer = [address]
  for (const {name, type} of spec?.members ?? []) {
    const field = fieldOf(name, type)
    const found = field === undefined ? null : value(name)
    if (field !== undefined && found !== null) fields[field] = [found]
  }
  if (provider === 'WLAN' && machineOf(id) !== undefined) Object.assign(fields, movesOf(id, value))
  const guid = first(ADAPTERS) ?? first(ADAPTER_NAMES)
  return recognition('LOG', message, {adapterKey: guid === null ? null : adapterKey(guid), fields})
}

function movesOf(id: number, value: (name: string) => string | null): Record<string, readonly string[]> {
  const from = value('CurrState') ?? value('OldState')
  const to = value('NewState')
  const moves: Record<string, readonly string[]> = {}
  if (from !== null) moves.from = [stateName(id, from)]
  if (to === null) return moves
  const name = stateName(id, to)
  moves.to = [name]
  // As scenarios write states of port security.
  if (id === 21057) moves.state = [stateNumber(id, name) ?? name]
  return moves
}
