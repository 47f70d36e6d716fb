import {enumByName} from '../spec.js'

export const normaliseName = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '')

/** A number as printed: decimal or 0x…, a sign, and whatever follows it in parentheses or as a unit. */
export function parseNumber(text: string): number | undefined {
  const match = /^\s*([+-]?)(0x[0-9a-f]{1,8}|\d{1,15})(?![\w.])/i.exec(text)
  if (!match) return undefined
  const value = Number(match[2])
  return match[1] === '-' ? -value : value
}

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  WDI_AUTH_ALGORITHM: ['WDI_AUTH_ALGO_', 'WDI_AUTH_ALGO_80211_'],
  WDI_CIPHER_ALGORITHM: ['WDI_CIPHER_ALGO_'],
  WDI_PHY_TYPE: ['WDI_PHY_TYPE_'],
  WDI_CIPHER_KEY_TYPE: ['WDI_CIPHER_KEY_TYPE_'],
}

/** A number, or the name of a member of the set with or without the set's prefix. */
export function parseMember(set: string, text: string): number | undefined {
  const number = parseNumber(text)
  if (number !== undefined) return number
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^DOT11_(AUTH|CIPHER)_ALGO_/, '')
  const names = ['', `${set}_`, ...(PREFIXES[set] ?? [])].map(prefix => prefix + bare)
  return enumByName.get(set)?.values.find(member => names.includes(member.name))?.value ?? undefined
}
