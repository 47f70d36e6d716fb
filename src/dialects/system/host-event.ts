import type {EventSpec, HostProvider} from '../../autoconfig/event-tables.js'
import {renderedValues} from '../../autoconfig/rendered.js'
import {machineOf, stateName, stateNumber} from '../../autoconfig/states.js'
import type {TraceRecord} from '../../events/record.js'
import {logMessage} from '../../wdi/messages.js'
import {parseMac} from '../../wdi/octets.js'
import type {Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'
import {adapterKey} from '../words/adapter.js'
import {member} from './members.js'

/** One name for what events call by several. Identities of users and addresses of this machine stay out. */
const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['ConnectionMode', 'mode'],
  ['ProfileName', 'profile'],
  ['Profile', 'profile'],
  ['SSID', 'ssid'],
  ['SSIDs', 'ssid'],
  ['PHYType', 'phy'],
  ['AuthenticationAlgorithm', 'auth'],
  ['Auth', 'auth'],
  ['AuthVal', 'auth-number'],
  ['CipherAlgorithm', 'cipher'],
  ['Cipher', 'cipher'],
  ['OnexEnabled', 'onex'],
  ['FailureReason', 'why'],
  ['ReasonText', 'why'],
  ['RestartReason', 'why'],
  ['ReasonCode', 'reason'],
  ['Dot11StatusCode', 'status'],
  ['Status', 'status'],
  ['ErrorCode', 'error'],
  ['Error', 'error'],
  ['EAPReasonCode', 'eap-reason'],
  ['EAPErrorCode', 'eap-error'],
  ['EapType', 'eap'],
  ['RSSI', 'rssi'],
  ['SecurityHint', 'why'],
  ['SecurityHintCode', 'hint'],
  ['BlockTime', 'minutes'],
  ['FastRoam', 'fast'],
  ['ExtensibleModulePath', 'module'],
  ['ConnectionId', 'connection'],
  ['IsReachable', 'reachable'],
  ['RecoveryType', 'type'],
  ['ChangeReason', 'change'],
  ['ResetReason', 'reset'],
  ['ResetCount', 'count'],
  ['Authorized', 'authorized'],
  ['Controlled', 'controlled'],
  ['Channel', 'channel'],
  ['DriverVersion', 'driver'],
])

const PEERS = ['PeerMac', 'PeerMAC', 'PeerAddr', 'PeerAddress', 'BSSID', 'MAC'] as const
const ADAPTERS = ['InterfaceGuid', 'DeviceGuid', 'AdapterGuid', 'IfGuid'] as const
const ADAPTER_NAMES = ['InterfaceDescription', 'Adapter', 'AdapterName'] as const

/** "0x" and digits of a binary address, or one as people write it. */
function macOf(printed: string): string | null {
  const digits = /^0x([0-9a-f]{12})$/i.exec(printed)?.[1]
  return parseMac(digits === undefined ? printed : (digits.match(/../g) as string[]).join(':')) ?? null
}

/** `Reason` is a text in one event and a number in the next. */
const fieldOf = (name: string, type: string): string | undefined =>
  name === 'Reason' ? (type === 's' ? 'why' : 'reason') : FIELD_OF.get(name)

const nameOf = (provider: HostProvider, id: number): string => (provider === 'WLAN' ? String(id) : `${provider}-${id}`)

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
  const message = logMessage(nameOf(provider, id))
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
  const address = peer === null ? null : macOf(peer)
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
