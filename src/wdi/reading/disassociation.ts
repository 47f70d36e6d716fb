import type {Disassociation} from '../facts.js'
import type {EventView} from './event-view.js'
import {reasonIn} from './frames.js'
import {numberIn, textIn} from './node-values.js'
import {has, one} from './scope.js'

export function readDisassociation(view: EventView): Disassociation {
  const {scope} = view
  const parameters = one(scope, 'DISASSOCIATION_INDICATION_PARAMETERS')
  const status = view.text.member('WDI_ASSOC_STATUS', 'assocstatus', 'reason')
  return {
    hasParameters: has(scope, 'DISASSOCIATION_INDICATION_PARAMETERS'),
    address: view.prefer('address', textIn(parameters, 'macAddress'), view.text.mac('bssid', 'mac')),
    status: view.prefer('status', numberIn(parameters, 'disassocReason'), status),
    deauthFrame: reasonIn(one(scope, 'DISCONNECT_DEAUTH_FRAME')),
    disassocFrame: reasonIn(one(scope, 'DISCONNECT_DISASSOCIATION_FRAME')),
  }
}
