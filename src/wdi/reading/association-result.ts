import type {Maybe} from '../../events/units.js'
import type {TlvNode} from '../decode.js'
import type {AssociationEntry} from '../facts.js'
import {parseMac} from '../octets.js'
import type {EventView} from './event-view.js'
import {authenticationIn, requestIn, responseIn} from './frames.js'
import {all, has, inside, map, numberIn, numbersIn, one, type Scope, textIn} from './scope.js'
import {parseMember, parseNumber} from './text-fields.js'

/** Containers 0x35 in their order; those before a cut are kept, each speaks for itself. */
export function readAssociationEntries(view: EventView): readonly AssociationEntry[] | undefined {
  const {scope} = view
  const containers = scope ? all(scope, 'ASSOCIATION_RESULT') : []
  if (containers.length > 0) {
    const entries = containers.map(container => entryIn(inside(container, view.complete)))
    return entries.length === 1 ? [withText(view, entries[0] as AssociationEntry)] : entries
  }
  return scope?.sure ? [] : printedEntries(view)
}

function entryIn(scope: Scope): AssociationEntry {
  const parameters = one(scope, 'ASSOCIATION_RESULT_PARAMETERS')
  const number = (field: string) => numberIn(parameters, field)
  const reassociation = number('reassociation')
  return {
    bssid: textIn(one(scope, 'BSSID'), 'bssid'),
    hasParameters: has(scope, 'ASSOCIATION_RESULT_PARAMETERS'),
    status: number('assocStatus'),
    code: number('dot11StatusCode'),
    reassociation,
    auth: number('authAlgorithm'),
    unicastCipher: number('unicastCipher'),
    multicastCipher: number('multicastDataCipher'),
    portAuthorized: number('portAuthorized'),
    comebackTu: number('assocComebackTime'),
    band: number('bandId'),
    phys: numbersIn(one(scope, 'PHY_TYPE_LIST'), 'phyType'),
    request: requestIn(
      one(scope, 'ASSOCIATION_REQUEST_FRAME'),
      reassociation == null ? undefined : reassociation === 1,
    ),
    response: responseIn(one(scope, 'ASSOCIATION_RESPONSE_FRAME')),
    authResponse: authenticationIn(one(scope, 'AUTHENTICATION_RESPONSE_FRAME')),
    beacon: beacon(scope),
    localLink: textIn(one(scope, 'MLO_LINK_BSSID'), 'bssid'),
  }
}

/** The sample driver attaches the beacon under its own number instead of the documented one. */
function beacon(scope: Scope): Maybe<boolean> {
  const frame: Maybe<TlvNode> = one(scope, 'BEACON_PROBE_RESPONSE') ?? one(scope, 'BEACON_FRAME')
  return map(frame, () => true)
}

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
function withText(view: EventView, entry: AssociationEntry): AssociationEntry {
  const printed = printedAt(view, 0)
  const merged: Record<string, unknown> = {...entry}
  for (const [name] of PRINTED) {
    merged[name] = view.prefer(name, entry[name] as Maybe<number | string>, printed[name])
  }
  return merged as unknown as AssociationEntry
}

/** One entry for each address; a single one without, if a status was printed. */
function printedEntries(view: EventView): readonly AssociationEntry[] | undefined {
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
