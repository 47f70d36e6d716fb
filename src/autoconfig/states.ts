import mapsJson from './tables/value-maps.json' with {type: 'json'}

/** State machines of Windows whose moves are events (formats.md 9.1). */
export type Machine =
  | 'connection'
  | 'security'
  | 'authentication'
  | 'keys'
  | 'key exchange'
  | 'key extension'
  | 'interface'
  | 'preauthentication'

interface MachineSpec {
  readonly machine: Machine
  readonly map: keyof typeof mapsJson
}

const MACHINES: ReadonlyMap<number, MachineSpec> = new Map([
  [20007, {machine: 'connection', map: 'MSMFSMStateMap'}],
  [21002, {machine: 'interface', map: 'IntfSecStateMap'}],
  [21010, {machine: 'authentication', map: 'AuthMgrStateMap'}],
  [21012, {machine: 'key extension', map: 'KeyExtStateMap'}],
  [21015, {machine: 'keys', map: 'KeyExchangeStateMap'}],
  [21019, {machine: 'key exchange', map: 'KeyMgrAuthStateMap'}],
  [21042, {machine: 'preauthentication', map: 'PreAuthMgrStateMap'}],
  [21057, {machine: 'security', map: 'PortSecStateMap'}],
])

/** The machine of which an AutoConfig event tells a move; undefined: it tells none. */
export const machineOf = (id: number): Machine | undefined => MACHINES.get(id)?.machine

const plain = (name: string): string => name.trim().replace(/[ _]+/g, '_').toUpperCase()

/**
 * A state as the manifest spells it. Exports print its number, its name, or both, names with blanks or underscores;
 * where name and number disagree, the name counts.
 */
export function stateName(id: number, printed: string): string {
  const map: Readonly<Record<string, string>> = mapsJson[MACHINES.get(id)?.map ?? 'MSMFSMStateMap']
  const named = plain(printed.replace(/\(\d+\)/, ''))
  const number = /^(?:0x)?[0-9a-f]+$/i.test(printed.trim()) ? Number(printed.trim()) : Number.NaN
  if (Object.hasOwn(map, number)) return map[number] as string
  return Object.values(map).find(name => plain(name) === named) ?? printed.trim()
}

/** Number of a state in its map, as text; null: not one of them. */
export function stateNumber(id: number, name: string): string | null {
  const map: Readonly<Record<string, string>> = mapsJson[MACHINES.get(id)?.map ?? 'MSMFSMStateMap']
  return Object.keys(map).find(number => map[number] === name) ?? null
}
