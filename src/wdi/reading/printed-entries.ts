import type {Maybe} from '../../events/units.js'
import type {AssociationEntry} from '../facts.js'
import {parseMac} from '../octets.js'
import type {EventView} from './event-view.js'
import {parseMember, parseNumber} from './text-values.js'

/** Member of the entry, printed name, reading. */
type Printed = readonly [keyof AssociationEntry, string, (value: string) => number | string | undefined]

const member = (set: string) => (value: string) => parseMember(set, value)
const PRINTED: readonly Printed[] = [
  ['bssid', 'bssid', value => parseMac(value.trim())],
  ['status', 'assocstatus', member('WDI_ASSOC_STATUS')],
  ['code', 'statuscode', parseNumber],
  ['reassociation', 'reassociation', parseNumber],
  ['auth', 'auth', member('WDI_AUTH_ALGORITHM')],
  ['unicastCipher', 'ucipher', member('WDI_CIPHER_ALGORITHM')],
  ['multicastCipher', 'mcipher', member('WDI_CIPHER_ALGORITHM')],
  ['portAuthorized', 'portauthorized', parseNumber],
  ['comebackTu', 'comeback', parseNumber],
  ['band', 'band', parseNumber],
]

function printedAt(view: EventView, index: number): Record<string, number | string | undefined> {
  return Object.fromEntries(
    PRINTED.map(([name, field, read]) => {
      const value = view.text.all(field)[index]
      return [name, value === undefined ? undefined : read(value)]
    }),
  )
}

/** The bytes of the only entry, with what was printed beside them. */
export function withPrinted(view: EventView, entry: AssociationEntry): AssociationEntry {
  const printed = printedAt(view, 0)
  const merged: Record<string, unknown> = {...entry}
  for (const [name] of PRINTED) {
    merged[name] = view.prefer(name, entry[name] as Maybe<number | string>, printed[name])
  }
  return merged as unknown as AssociationEntry
}

/** One entry for each address; a single one without, if a status was printed. */
export function printedEntries(view: EventView): readonly AssociationEntry[] | undefined {
  const count = Math.max(view.text.all('bssid').length, view.text.all('assocstatus').length)
  if (count === 0) return undefined
  return Array.from({length: count}, (_, index) => ({...UNKNOWN, ...printedAt(view, index)}) as AssociationEntry)
}

const UNKNOWN: AssociationEntry = {
  bssid: undefined,
  hasParameters: undefined,
  status: undefined,
  code: undefined,
  reassociation: undefined,
  auth: undefined,
  unicastCipher: undefined,
  multicastCipher: undefined,
  portAuthorized: undefined,
  comebackTu: undefined,
  band: undefined,
  phys: undefined,
  request: undefined,
  response: undefined,
  authResponse: undefined,
  beacon: undefined,
  localLink: undefined,
}
