import type {Maybe} from '../../events/units.js'
import type {FtAnswer, FtIndication, SaeAnswer, SaeIndication} from '../facts.js'
import type {EventView} from './event-view.js'
import {authenticationIn} from './frames.js'
import {has, map, numberIn, one, type Scope, scopeOf, textIn} from './scope.js'

const NOTHING: Scope = scopeOf([], false, false)

const bssid = (view: EventView, scope: Scope): Maybe<string> =>
  view.prefer('BSSID', textIn(one(scope, 'BSSID'), 'bssid'), view.text.mac('bssid', 'mac'))

export function readFtIndication(view: EventView): FtIndication {
  const scope = view.scope ?? NOTHING
  return {
    bssid: bssid(view, scope),
    request: authenticationIn(one(scope, 'FT_AUTH_REQUEST')),
    response: authenticationIn(one(scope, 'FT_AUTH_RESPONSE')),
  }
}

export function readFtAnswer(view: EventView): FtAnswer {
  const scope = view.scope ?? NOTHING
  const length = (name: string) => map(one(scope, name), node => node.length)
  return {
    status: view.prefer('status', numberIn(one(scope, 'STATUS'), 'ndisStatus'), view.text.number('status')),
    rsnBytes: length('FT_RSNIE'),
    mdeBytes: length('FT_MDE'),
    fteBytes: length('FT_FTE'),
  }
}

const saeStatus = (view: EventView, scope: Scope): Maybe<number> =>
  view.prefer(
    'status',
    numberIn(one(scope, 'SAE_STATUS'), 'status'),
    view.text.member('WDI_SAE_STATUS', 'saestatus', 'status'),
  )

/** The frames are looked up under both generations of names: their numbers are the same. */
function either(scope: Scope, name: string, older: string) {
  return one(scope, name) ?? one(scope, older)
}

export function readSaeIndication(view: EventView): SaeIndication {
  const scope = view.scope ?? NOTHING
  const type = numberIn(one(scope, 'SAE_INDICATION_TYPE'), 'indicationType')
  return {
    bssid: bssid(view, scope),
    type: view.prefer('type', type, view.text.member('WDI_SAE_INDICATION_TYPE', 'type')),
    status: saeStatus(view, scope),
    commitFrame: authenticationIn(either(scope, 'SAE_COMMIT_FRAME', 'SAE_COMMIT_RESPONSE')),
    confirmFrame: authenticationIn(either(scope, 'SAE_CONFIRM_FRAME', 'SAE_CONFIRM_RESPONSE')),
    localLink: textIn(one(scope, 'MLO_LINK_BSSID'), 'bssid'),
  }
}

export function readSaeAnswer(view: EventView): SaeAnswer {
  const scope = view.scope ?? NOTHING
  const type = numberIn(one(scope, 'SAE_REQUEST_TYPE'), 'requestType')
  return {
    bssid: bssid(view, scope),
    type: view.prefer('type', type, view.text.member('WDI_SAE_REQUEST_TYPE', 'type')),
    hasCommit: has(scope, 'SAE_COMMIT_PARAMS') || has(scope, 'SAE_COMMIT_REQUEST'),
    hasConfirm: has(scope, 'SAE_CONFIRM_PARAMS') || has(scope, 'SAE_CONFIRM_REQUEST'),
    status: saeStatus(view, scope),
  }
}
