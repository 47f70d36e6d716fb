/** Names of numbers, scenario.md 3 and 5. A table leads from the name to its number. */
export type Names = ReadonlyMap<string, number>

const names = (entries: Record<string, number>): Names => new Map(Object.entries(entries))

/** Status of M3, completions and answers. */
export const STATUS = names({success: 0, failure: 0xc0000001, pending: 0x103, aborted: 0xc023000f})

export const AUTH = names({
  OPEN: 1,
  SHARED_KEY: 2,
  WPA: 3,
  WPA_PSK: 4,
  RSNA: 6,
  RSNA_PSK: 7,
  WPA3_ENT_192: 8,
  WPA3_SAE: 9,
  OWE: 10,
  WPA3_ENT: 11,
})

export const CIPHER = names({NONE: 0, TKIP: 2, CCMP: 4, GCMP: 8, GCMP256: 9, CCMP256: 10})
export const PHY = names({HT: 7, VHT: 8, HE: 10, EHT: 11})
/** Written as GHz; WDI_BAND_ID. Any other number is the id itself. */
export const BAND = names({'2.4': 1, '5': 2, '6': 6})
export const KEY_TYPE = names({pairwise: 1, group: 2, igtk: 3, bigtk: 4})
export const PORT = names({adapter: 0xffff})

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/
const HEX = /^0x[0-9a-f]+$/i

/** A number as written, or undefined. */
export function parseNumber(text: string): number | undefined {
  if (DECIMAL.test(text) || HEX.test(text)) return Number(text)
  return undefined
}
