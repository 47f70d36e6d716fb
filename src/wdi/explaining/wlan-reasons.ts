import {REASONS} from '../../autoconfig/reasons.js'
import {details, hex, type Match, type Question} from './match.js'

const bare = (name: string): string => name.replace(/^(?:WLAN_REASON_CODE_|ONEX_)/, '')

/** Reasons of Windows, WLAN_REASON_CODE and ONEX_REASON_CODE, by number or by name with or without its prefix. */
export function wlanReasons({name, number}: Question): Match[] {
  return REASONS.filter(reason =>
    number === null ? reason.name === name || bare(reason.name) === name : reason.code === number,
  ).map(({code, name: full, text}) => ({
    kind: 'wlan-reason' as const,
    name: full,
    value: code,
    text: `reason of Windows: ${text}`,
    source: full.startsWith('ONEX_')
      ? 'win32/api/dot1x/ne-dot1x-onex_reason_code'
      : 'win32/nativewifi/wlan-reason-code; wlanapi.h',
    details: details({value: hex(code)}),
  }))
}

export const wlanReasonNames = (): string[] => REASONS.map(({name}) => name)
