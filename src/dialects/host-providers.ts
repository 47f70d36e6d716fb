import type {HostProvider} from '../autoconfig/event-tables.js'
import type {TraceRecord} from '../events/record.js'

export const bareGuid = (guid: string): string => guid.toLowerCase().replace(/[{}]/g, '')

/** Providers behind `microsoft-windows-`, and by GUID. */
const PROVIDERS: ReadonlyMap<string, HostProvider> = new Map([
  ['wlan-autoconfig', 'WLAN'],
  ['9580d7dd-0379-4658-9870-d5be7d52d6de', 'WLAN'],
  ['nwifi', 'NWIFI'],
  ['0bd3506a-9030-4f76-9b88-3e8fe1f7cfb6', 'NWIFI'],
  ['ndis', 'NDIS'],
  ['cdead503-17f5-4a3e-b7ae-df8cc2902eb9', 'NDIS'],
  ['onex', 'ONEX'],
  ['ab0d8ef9-866d-4d39-b83f-453f3b8f6325', 'ONEX'],
  ['eaphost', 'EAPHOST'],
  ['6eb8db94-fe96-443f-a366-5fe0cee7fb1c', 'EAPHOST'],
  ['wcmsvc', 'WCMSVC'],
  ['67d07935-283a-4791-8f8d-fa9117f3e6f2', 'WCMSVC'],
  ['ncsi', 'NCSI'],
])

/** As the event viewer shows them. Components of software tracing have some of these names in lower case. */
const SHORT: ReadonlyMap<string, HostProvider> = new Map([
  ['NWiFi', 'NWIFI'],
  ['NDIS', 'NDIS'],
  ['OneX', 'ONEX'],
  ['EapHost', 'EAPHOST'],
  ['Wcmsvc', 'WCMSVC'],
  ['NCSI', 'NCSI'],
])

/** Who of Windows wrote the record; null: someone else. */
export function hostProvider({provider, providerGuid, eventId}: TraceRecord): HostProvider | null {
  const bare = /^(?:microsoft-windows-(.*)|(wlan-autoconfig))$/i.exec(provider ?? '')
  const short = eventId === null || provider === null ? undefined : SHORT.get(provider)
  const known = bare === null ? short : PROVIDERS.get((bare[1] ?? bare[2] ?? '').toLowerCase())
  return known ?? (providerGuid === null ? null : (PROVIDERS.get(bareGuid(providerGuid)) ?? null))
}

/** Of their events none is told. */
const OTHERS = /^microsoft-windows-(?:networkprofile|wlanconn|dhcp-client)$/i

/**
 * Windows above the driver names Native 802.11 requests that WDI translates, and numbers of its own: its records are
 * read by event id only. NDIS speaks of the driver as well.
 */
export const isAboveDriver = (provider: HostProvider | null, record: TraceRecord): boolean =>
  (provider !== null && provider !== 'NDIS') || OTHERS.test(record.provider ?? '')
