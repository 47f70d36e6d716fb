import type {Random} from '../random.js'

/** What protects a connection, and how it is set up: the classes of rules.md A.4 without `unknown`. */
export type Security = 'open' | 'psk' | '8021x' | 'pmkid' | 'ft' | 'sae' | 'owe'

export const ROAM_SECURITIES: readonly Security[] = ['open', 'psk', '8021x', 'pmkid', 'ft', 'sae', 'owe']
/** No fast transition on the first association. */
export const CONNECT_SECURITIES: readonly Security[] = ['open', 'psk', '8021x', 'pmkid', 'sae', 'owe']

const AUTHS: Readonly<Record<Security, readonly string[]>> = {
  open: ['OPEN'],
  psk: ['RSNA_PSK', 'RSNA_PSK', 'WPA_PSK'],
  '8021x': ['RSNA', 'WPA3_ENT', 'WPA3_ENT_192'],
  pmkid: ['RSNA', 'WPA3_ENT', 'WPA3_SAE'],
  ft: ['RSNA', 'WPA3_ENT'],
  sae: ['WPA3_SAE'],
  owe: ['OWE'],
}

export function authOf(security: Security, rng: Random): string {
  return rng.pick(AUTHS[security])
}

/** Longest and shortest time from the command to the result, ms, below every limit. */
export function requestTime(security: Security, roam: boolean, rng: Random): number {
  if (security === 'ft') return rng.ms(18, 47)
  if (security === 'sae') return rng.ms(60, 900)
  if (security === 'owe') return rng.ms(30, 400)
  return roam ? rng.ms(20, 92) : rng.ms(30, 280)
}

/** Time from the completion to the pairwise key, µs, so that service is back within the budgets for voice. */
export function keyTime(security: Security, roam: boolean, sinceCommand: number, rng: Random): number {
  const budget = {psk: 150_000, '8021x': 300_000, ft: 100_000}[security as 'psk' | '8021x' | 'ft']
  if (roam && budget !== undefined)
    return rng.int(1000, Math.max(1000, Math.min(budget / 2, budget - 8000 - sinceCommand)))
  return security === '8021x' ? rng.ms(20, 8000) : rng.ms(5, 900)
}
