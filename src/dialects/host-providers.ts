import type {TraceRecord} from '../events/record.js'

/**
 * Providers of Windows itself, above the driver: they name Native 802.11 requests that WDI translates, and numbers
 * of their own. Their records are read by event id only.
 */
const HOST =
  /^microsoft-windows-(?:wlan-autoconfig|nwifi|onex|eaphost|wcmsvc|ncsi|networkprofile|wlanconn|dhcp-client)$/i

const HOST_GUIDS: ReadonlySet<string> = new Set([
  '9580d7dd-0379-4658-9870-d5be7d52d6de',
  '0bd3506a-9030-4f76-9b88-3e8fe1f7cfb6',
  'ab0d8ef9-866d-4d39-b83f-453f3b8f6325',
])

export const bareGuid = (guid: string): string => guid.toLowerCase().replace(/[{}]/g, '')

export function isHostProvider(record: TraceRecord): boolean {
  if (record.provider !== null && HOST.test(record.provider)) return true
  return record.providerGuid !== null && HOST_GUIDS.has(bareGuid(record.providerGuid))
}
