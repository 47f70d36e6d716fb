import type {TraceRecord} from '../events/record.js'
import {logMessage} from '../wdi/messages.js'
import type {Dialect, DialectRun, Recognised} from './dialect.js'
import {bareGuid, hostProvider, isAboveDriver} from './host-providers.js'
import {recognition} from './recognition.js'
import {systemEvent} from './system/clock-and-power.js'
import {HostText, hostRecord, unsignedRecord} from './system/host-records.js'
import {resetRecovery} from './system/reset-recovery.js'

const LOST_EVENT_GUID = '6a399ae0-4bc6-4de9-870b-3657f8947e7e'

/** Losses that the session wrote at their place; the parsers give them this name. */
function lostEvents({provider, providerGuid}: TraceRecord): boolean {
  if (providerGuid !== null && bareGuid(providerGuid) === LOST_EVENT_GUID) return true
  return provider !== null && /^RT_Lost(?:Event|Buffer|File)$/i.test(provider)
}

class AutoConfigRun implements DialectRun {
  readonly #text = new HostText()

  recognise(record: TraceRecord): Recognised | 'taken' {
    if (record.provider === null && record.providerGuid === null) return unsignedRecord(record, this.#text)
    const lost = lostEvents(record) ? logMessage('EVENTS_LOST') : undefined
    if (lost) return recognition('LOG', lost)
    const provider = hostProvider(record)
    const known = provider === null ? null : hostRecord(record, this.#text, provider)
    if (known !== null) return known
    return resetRecovery(record) ?? systemEvent(record) ?? (isAboveDriver(provider, record) ? 'taken' : null)
  }

  carried(): string {
    return ''
  }
}

/**
 * What Windows itself logs: WLAN AutoConfig and those around it, the system log (reset recovery, clock, power, removal)
 * and losses, by provider and event id, by text where only that was exported.
 */
export const autoconfig: Dialect = {
  id: 'autoconfig',
  title: 'events of WLAN AutoConfig and the system log',
  literals: [
    ...['wlan-autoconfig', '9580d7dd', 'windows-nwifi', '0bd3506a', 'windows-onex', 'ab0d8ef9'],
    ...['windows-eaphost', '6eb8db94', 'wcmsvc', '67d07935', 'windows-ncsi'],
    // Texts that nobody signed.
    ...['wlan autoconfig service ', 'wireless network ', 'wireless security ', 'wireless 802.1x '],
    ...['fsm transition', 'fast roaming is ', 'mgr transition', 'keymgrauth'],
  ],
  idLiterals: [
    ...['NWiFi', 'OneX', 'EapHost', 'NCSI', '5002', '10400', '10311', '10317'],
    ...['kernel-general', 'kernel-power', 'power-troubleshooter'],
  ],
  // The last one as some exports spell the class.
  lossLiterals: ['rt_lost', '6a399ae0', 'lost_event', 'lostevent', 'lost event'],
  start: () => new AutoConfigRun(),
}

/** Log messages that say nothing about Wi-Fi: a trace of nothing else is no Wi-Fi trace. */
export const NOT_WIFI: ReadonlySet<string> = new Set(['EVENTS_LOST', 'TIME_CHANGE', 'POWER', 'BOOT', 'REMOVED'])
