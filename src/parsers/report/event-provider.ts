const WLAN = 'Microsoft-Windows-WLAN-AutoConfig'
const NCSI = 'Microsoft-Windows-NCSI'
const WCM = 'Microsoft-Windows-Wcmsvc'
const EAP = 'Microsoft-Windows-EapHost'
const NDIS = 'Microsoft-Windows-NDIS'

/** Event ids that one provider of the report has only (formats.md 8), whatever class the report puts them in. */
const BY_ID: ReadonlyMap<number, string> = new Map([
  [12, 'Microsoft-Windows-Kernel-General'],
  [4042, NCSI],
  [1009, WCM],
  [1010, WCM],
  [1015, WCM],
  [10311, NDIS],
  [10317, NDIS],
])

const BY_CLASS: ReadonlyMap<string, string> = new Map([
  ['wlan', WLAN],
  ['ncsi', NCSI],
  ['wcm', WCM],
  ['eap', EAP],
  ['ndis', NDIS],
])

/** Ids of WLAN AutoConfig's log, of which the HTML report marks some as errors and not as `wlan`. */
function isWlanId(id: number): boolean {
  return (
    (id >= 4000 && id <= 4003) ||
    (id >= 8000 && id < 9000) ||
    (id >= 10_000 && id <= 10_004) ||
    (id >= 11_000 && id < 13_000)
  )
}

/** The report does not name providers: by event id and class. null: neither is known. */
export function providerOf(id: number | null, type: string): string | null {
  const known = id === null ? undefined : BY_ID.get(id)
  if (known !== undefined) return known
  const [first = ''] = type.split(' ')
  return BY_CLASS.get(first) ?? (id !== null && isWlanId(id) ? WLAN : null)
}

/** The event that an entry of the list behind the graph stands for: so they are joined in every report that was seen. */
export function snapshotEventId(type: string, error: boolean): number | null {
  if (type === 'Connect') return 8000
  if (type === 'Disconnect') return error ? 8002 : 8003
  if (type === 'Sleep' || type === 'Wake') return 10_311
  return type === 'Internet' || type === 'Local' || type === 'None' ? 4042 : null
}
