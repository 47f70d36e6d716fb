import type {TraceEvent} from '../../events/event.js'

/** Id of an event of WLAN AutoConfig; null: any other record. */
export function autoConfigId({step, message}: TraceEvent): number | null {
  return step === 'LOG' && /^\d+$/.test(message.name) && message.name !== '5002' ? Number(message.name) : null
}

/** First value of a field, trimmed; null: not exported, or empty. */
export const said = (event: TraceEvent, field: string): string | null => event.fields[field]?.[0]?.trim() || null

/** A number as Windows prints it: decimal, hexadecimal with 0x, negative. */
export function numberIn(event: TraceEvent, field: string): number | null {
  const text = said(event, field)
  return text !== null && /^(?:-?\d{1,12}|0x[0-9a-f]{1,8})$/i.test(text) ? Number(text) : null
}

/** Yes, No, true, 1 …; null: neither, also where Windows answers in another language. */
export function flagIn(event: TraceEvent, field: string): boolean | null {
  const text = said(event, field)?.toLowerCase()
  if (text === undefined) return null
  if (['1', 'true', 'yes', 'enabled'].includes(text)) return true
  return ['0', 'false', 'no', 'disabled'].includes(text) ? false : null
}

/** Events whose reason stands in a member called ErrorCode. */
const IN_ERROR: ReadonlySet<number | null> = new Set([14018, 20013])
/** WLAN_REASON_CODEs begin here. 8003 has a number of its own kind: a small one, which no page explains. */
const FIRST_REASON = 0x10000

/** The WLAN_REASON_CODE of an event; null: none, or none was exported. */
export function reasonCode(event: TraceEvent): number | null {
  const code = numberIn(event, IN_ERROR.has(autoConfigId(event)) ? 'error' : 'reason')
  return code !== null && code >= FIRST_REASON ? code : null
}
