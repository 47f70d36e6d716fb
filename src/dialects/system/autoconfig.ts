import type {TraceRecord} from '../../events/record.js'
import {logMessage} from '../../wdi/messages.js'
import {parseMac} from '../../wdi/octets.js'
import type {Recognition} from '../dialect.js'
import {recognition} from '../recognition.js'
import {adapterKey} from '../words/adapter.js'
import {labelled, member} from './members.js'

/** Events that corroborate driver sessions (rules.md A.7), by the English first line where only text is left. */
const EVENTS: ReadonlyMap<number, string | null> = new Map([
  [8000, 'WLAN AutoConfig service started a connection to a wireless network.'],
  [8001, 'WLAN AutoConfig service has successfully connected to a wireless network.'],
  [8002, 'WLAN AutoConfig service failed to connect to a wireless network.'],
  [8003, 'WLAN AutoConfig service has successfully disconnected from a wireless network.'],
  [11000, 'Wireless network association started.'],
  [11001, 'Wireless network association succeeded.'],
  [11002, 'Wireless network association failed.'],
  [11003, null],
  [11004, 'Wireless security stopped.'],
  [11005, 'Wireless security succeeded.'],
  [11006, 'Wireless security failed.'],
  [11010, 'Wireless security started.'],
  [12011, 'Wireless 802.1x authentication started.'],
  [12012, 'Wireless 802.1x authentication succeeded.'],
  [12013, 'Wireless 802.1x authentication failed.'],
  [21055, null],
  [21057, null],
  [40002, 'Limited Recovery Diagnostic Statistics'],
])

const BY_FIRST_LINE: ReadonlyMap<string, number> = new Map(
  [...EVENTS].flatMap(([id, line]) => (line === null ? [] : [[line, id] as const])),
)

/** PortSecStateMap of the manifest; printed numbers do not always agree with it, names do (formats.md 9.1). */
const PORT_STATES: readonly string[] = [
  ...['', 'INACTIVE', 'ACTIVE', 'START_AUTH', 'WAIT_FOR_AUTH_SUCCESS', 'REVIVE_CACHE', 'KEY_ACTIVATE'],
  ...['WAIT_FOR_KEY_SUCCESS', 'SUCCESS', 'FAILURE', 'KEY_DEACTIVATE', 'DEACTIVATE', 'FORCE_AUTHENTICATED'],
  ...['WAIT_FOR_KEY_START', 'ROAM_AUTHENTICATE'],
]

/** Brackets or parentheses, names with `_` or blanks, `(n)` or not: as published lines vary. */
const transition =
  /Port\s{0,4}[[(]\d{1,9}[\])]\s{0,4}Peer\s{1,4}(\S{12,17})\s{1,4}SecMgr\s{1,4}Transition\s{1,4}[^>]{1,60}-->\s{0,4}([A-Za-z_ ]{1,40})/i

function eventIdOf(record: TraceRecord): number | null {
  if (record.eventId !== null) return EVENTS.has(record.eventId) ? record.eventId : null
  const line = record.message.split('\n', 1)[0]?.trim() ?? ''
  if (transition.test(line)) return 21057
  if (/^FAST ROAMING is /i.test(line)) return 21055
  return BY_FIRST_LINE.get(line) ?? null
}

function stateOf(printed: string | null): string | null {
  if (printed === null) return null
  const name = printed
    .replace(/\(\d+\)/, '')
    .trim()
    .replace(/ +/g, '_')
    .toUpperCase()
  const number = PORT_STATES.indexOf(name)
  return number > 0 ? String(number) : printed.trim()
}

const PEERS = ['PeerMac', 'PeerAddr', 'PeerAddress', 'BSSID'] as const

/** A record of Microsoft-Windows-WLAN-AutoConfig: by event id, never by a text that may be translated. */
export function autoConfigEvent(record: TraceRecord): Recognition | null {
  const id = eventIdOf(record)
  const message = id === null ? undefined : logMessage(String(id))
  if (id === null || !message) return null
  const moved = id === 21057 ? transition.exec(record.message) : null
  const peer = member(record, ...PEERS) ?? moved?.[1] ?? labelled(record, 'Peer MAC Address')
  const reason = member(record, 'ReasonCode')
  const state = id === 21057 ? stateOf(member(record, 'NewState') ?? moved?.[2] ?? null) : null
  const guid = member(record, 'InterfaceGuid', 'DeviceGuid') ?? labelled(record, 'Interface GUID')
  const fields: Record<string, readonly string[]> = {}
  const address = peer === null ? null : (parseMac(peer) ?? null)
  if (address !== null) fields.peer = [address]
  if (reason !== null) fields.reason = [reason]
  if (state !== null) fields.state = [state]
  return recognition('LOG', message, {adapterKey: guid === null ? null : adapterKey(guid), fields})
}
