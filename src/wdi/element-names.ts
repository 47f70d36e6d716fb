import namesJson from './spec/80211-elements.json' with {type: 'json'}

const byNumber = (names: Record<string, string>): ReadonlyMap<number, string> =>
  new Map(Object.entries(names).map(([id, name]) => [Number(id), name]))

/** Names of elements by id. */
export const ELEMENT_NAMES = byNumber(namesJson.elements)

/** Names of elements with id 255 by extension id. */
export const EXTENSION_NAMES = byNumber(namesJson.extensions)

const vendors: ReadonlyMap<string, string> = new Map(Object.entries(namesJson.vendors))

/** `oui` in six hex digits, `type` the byte after it. */
export const vendorName = (oui: string, type: string): string | null => vendors.get(`${oui}:${type}`) ?? null
