import type {Maybe} from '../../events/units.js'
import type {RadioState, RoamingNeeded} from '../facts.js'
import type {EventView} from './event-view.js'
import {numberIn} from './node-values.js'
import {one} from './scope.js'

export function readRoamingNeeded(view: EventView): RoamingNeeded {
  const node = one(view.scope, 'ROAMING_NEEDED_PARAMETERS')
  const printed = view.text.member('WDI_ASSOC_STATUS', 'reason', 'assocstatus')
  return {reason: view.prefer('reason', numberIn(node, 'roamReason'), printed)}
}

export function readRadioStatus(view: EventView): RadioState {
  const node = one(view.scope, 'RADIO_STATE')
  return {
    hardware: view.prefer('hw', numberIn(node, 'hardwareOn'), view.text.number('hw')),
    software: view.prefer('sw', numberIn(node, 'softwareOn'), view.text.number('sw')),
  }
}

export function readSecondaryLimited(view: EventView): Maybe<number> {
  const node = one(view.scope, 'LIMITED_CONNECTIVITY')
  return view.prefer('limited', numberIn(node, 'limited'), view.text.number('limited'))
}
