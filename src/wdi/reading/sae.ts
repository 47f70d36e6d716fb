import type {Maybe} from '../../events/units.js'
import type {SaeAnswer, SaeIndication} from '../facts.js'
import {bssidOf} from './bssid.js'
import type {EventView} from './event-view.js'
import {authenticationIn} from './frames.js'
import {numberIn, textIn} from './node-values.js'
import {has, one, type Scope} from './scope.js'

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
  const {scope} = view
  const type = numberIn(one(scope, 'SAE_INDICATION_TYPE'), 'indicationType')
  return {
    bssid: bssidOf(view),
    type: view.prefer('type', type, view.text.member('WDI_SAE_INDICATION_TYPE', 'type')),
    status: saeStatus(view, scope),
    commitFrame: authenticationIn(either(scope, 'SAE_COMMIT_FRAME', 'SAE_COMMIT_RESPONSE')),
    confirmFrame: authenticationIn(either(scope, 'SAE_CONFIRM_FRAME', 'SAE_CONFIRM_RESPONSE')),
    localLink: textIn(one(scope, 'MLO_LINK_BSSID'), 'bssid'),
  }
}

export function readSaeAnswer(view: EventView): SaeAnswer {
  const {scope} = view
  const type = numberIn(one(scope, 'SAE_REQUEST_TYPE'), 'requestType')
  return {
    bssid: bssidOf(view),
    type: view.prefer('type', type, view.text.member('WDI_SAE_REQUEST_TYPE', 'type')),
    hasCommit: has(scope, 'SAE_COMMIT_PARAMS') || has(scope, 'SAE_COMMIT_REQUEST'),
    hasConfirm: has(scope, 'SAE_CONFIRM_PARAMS') || has(scope, 'SAE_CONFIRM_REQUEST'),
    status: saeStatus(view, scope),
  }
}
