import type {Member} from '../etw/payload.js'

/** A string or a number, with all that belongs to it: digits of a fraction or of an exponent are no number. */
const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d*)?(?:[eE][-+]?\d*)?/g
/** An integer of so many digits that a double cannot hold it. */
const LONG = /^-?[1-9]\d{15,}$/

/** Members of an object by name in lower case, values as JSON.parse gives them; integers of 16 digits and more are texts. */
export type JsonMembers = ReadonlyMap<string, {readonly name: string; readonly value: unknown}>

/** null: the text is no JSON object. */
export function readObject(json: string): JsonMembers | null {
  try {
    const exact = /\d{16}/.test(json) ? json.replace(TOKEN, token => (LONG.test(token) ? `"${token}"` : token)) : json
    return membersOf(JSON.parse(exact))
  } catch {
    return null
  }
}

/** null: the value is no object. Of names that differ in case only the first one counts. */
export function membersOf(value: unknown): JsonMembers | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const members = new Map<string, {readonly name: string; readonly value: unknown}>()
  for (const [name, member] of Object.entries(value)) {
    const key = name.toLowerCase()
    if (!members.has(key)) members.set(key, {name, value: member})
  }
  return members
}

/** A value as text: bytes as hex, what holds other values as JSON, nothing as an empty text. */
export function printed(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.length > 0 && value.every(isByte)) {
    return value.map(byte => (byte as number).toString(16).padStart(2, '0').toUpperCase()).join('')
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isByte(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255
}

/** The text of the first of these members that is there and not empty. */
export function firstText(members: JsonMembers, names: readonly string[]): string {
  for (const name of names) {
    const text = printed(members.get(name)?.value)
    if (text !== '') return text
  }
  return ''
}

/** Members under their own names. */
export function asMembers(members: JsonMembers): Member[] {
  return [...members.values()].map(({name, value}) => ({name, value: printed(value)}))
}
