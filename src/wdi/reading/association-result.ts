import type {Maybe} from '../../events/units.js'
import type {AssociationEntry} from '../facts.js'
import type {Tlv} from '../tlv.js'
import type {EventView} from './event-view.js'
import {authenticationIn, requestIn, responseIn} from './frames.js'
import {map, numberIn, numbersIn, textIn} from './node-values.js'
import {printedEntries, withPrinted} from './printed-entries.js'
import {all, has, inside, one, type Scope} from './scope.js'

/** Containers 0x35 in their order; those before a cut are kept, each speaks for itself. */
export function readAssociationEntries(view: EventView): readonly AssociationEntry[] | undefined {
  const containers = all(view.scope, 'ASSOCIATION_RESULT')
  if (containers.length > 0) {
    const entries = containers.map(container => entryIn(inside(container, view.complete)))
    return entries.length === 1 ? [withPrinted(view, entries[0] as AssociationEntry)] : entries
  }
  return view.scope.sure ? [] : printedEntries(view)
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
  const frame: Maybe<Tlv> = one(scope, 'BEACON_PROBE_RESPONSE') ?? one(scope, 'BEACON_FRAME')
  return map(frame, () => true)
}
