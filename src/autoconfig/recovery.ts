import mapsJson from './tables/value-maps.json' with {type: 'json'}

const WORDS: Readonly<Record<string, string>> = {
  1: 'nothing is done',
  2: 'a roam',
  3: 'a reset recovery',
  4: 'the adapter is disabled and enabled',
  5: 'a disconnect',
  6: 'a temporary disconnect',
  7: 'a roam, because the gateway cannot be reached',
}

/** What Windows does about limited connectivity (LimitedRecoveryTypeMap), by its number or its name; null: neither. */
export function recoveryWords(printed: string): string | null {
  const map: Readonly<Record<string, string>> = mapsJson.LimitedRecoveryTypeMap
  const number = Object.keys(map).find(key => key === printed || map[key] === printed)
  return number === undefined ? null : `${WORDS[number]} (${number})`
}
