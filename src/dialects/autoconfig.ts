import type {TraceRecord} from '../events/record.js'
import {logMessage} from '../wdi/messages.js'
import type {Dialect, Recognised} from './dialect.js'
import {bareGuid, isHostProvider} from './host-providers.js'
import {recognition} from './recognition.js'
import {autoConfigEvent} from './system/autoconfig.js'
import {systemEvent} from './system/clock-and-power.js'
import {resetRecovery} from './system/reset-recovery.js'

const AUTOCONFIG_GUID = '9580d7dd-0379-4658-9870-d5be7d52d6de'
const LOST_EVENT_GUID = '6a399ae0-4bc6-4de9-870b-3657f8947e7e'

const isAutoConfig = ({provider, providerGuid}: TraceRecord): boolean =>
  (provider !== null && /^(?:microsoft-windows-)?wlan-autoconfig$/i.test(provider)) ||
  (providerGuid !== null && bareGuid(providerGuid) === AUTOCONFIG_GUID)

/** Losses that the session wrote at their place; the parsers give them this name. */
function lostEvents({provider, providerGuid}: TraceRecord): boolean {
  if (providerGuid !== null && bareGuid(providerGuid) === LOST_EVENT_GUID) return true
  return provider !== null && /^RT_Lost(?:Event|Buffer|File)$/i.test(provider)
}

function recognise(record: TraceRecord): Recognised | 'taken' {
  if (record.provider === null && record.providerGuid === null) return null
  const lost = lostEvents(record) ? logMessage('EVENTS_LOST') : undefined
  if (lost) return recognition('LOG', lost)
  if (isAutoConfig(record)) return autoConfigEvent(record) ?? 'taken'
  return resetRecovery(record) ?? systemEvent(record) ?? (isHostProvider(record) ? 'taken' : null)
}

/**
 * What Windows itself logs: WLAN AutoConfig, the system log (reset recovery, clock, power, removal) and losses, by
 * provider and event id.
 */
export const autoconfig: Dialect = {
  id: 'autoconfig',
  title: 'events of WLAN AutoConfig and the system log',
  // First lines of rendered events, by which those without an id are told.
  literals: [
    ...['wlan autoconfig service ', 'wireless network association ', 'wireless security ', 'wireless 802.1x '],
    ...['limited recovery ', 'secmgr', 'fast roaming is '],
  ],
  idLiterals: [
    ...['wlan-autoconfig', '9580d7dd', '5002'],
    ...['kernel-general', 'kernel-power', 'power-troubleshooter', '10311', '10317'],
  ],
  lossLiterals: ['rt_lost', '6a399ae0', 'lost_event', 'lostevent'],
  start: () => ({recognise, carried: () => ''}),
}

/** Log messages that say nothing about Wi-Fi: a trace of nothing else is no Wi-Fi trace. */
export const NOT_WIFI: ReadonlySet<string> = new Set(['EVENTS_LOST', 'TIME_CHANGE', 'POWER', 'BOOT', 'REMOVED'])
