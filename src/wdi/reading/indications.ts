import type {Maybe} from '../../events/units.js'
import type {BssEntryList, Disassociation, RadioState, RoamingNeeded} from '../facts.js'
import {measured, printedCandidate} from './candidate.js'
import {candidatesIn} from './connect-task.js'
import type {EventView} from './event-view.js'
import {reasonIn} from './frames.js'
import {has, numberIn, one, type Scope, scopeOf, textIn} from './scope.js'
import {parseNumber} from './text-fields.js'

const NOTHING: Scope = scopeOf([], false, false)

export function readDisassociation(view: EventView): Disassociation {
  const scope = view.scope ?? NOTHING
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

export function readRoamingNeeded(view: EventView): RoamingNeeded {
  const node = one(view.scope ?? NOTHING, 'ROAMING_NEEDED_PARAMETERS')
  const printed = view.text.member('WDI_ASSOC_STATUS', 'reason', 'assocstatus')
  return {reason: view.prefer('reason', numberIn(node, 'roamReason'), printed)}
}

export function readBssEntryList(view: EventView): BssEntryList {
  const entries = candidatesIn(view, 'BSS_ENTRY')
  if (entries !== undefined || view.scope !== null) return {entries}
  const {text} = view
  const at = (name: string, index: number) => {
    const value = text.all(name)[index]
    return value === undefined ? undefined : parseNumber(value)
  }
  return {
    entries: text.macs('bssid')?.map((bssid, index) =>
      printedCandidate(bssid, {
        rssi: measured(at('rssi', index)),
        channel: at('channel', index),
        band: at('band', index),
        ssid: text.all('ssid')[index],
      }),
    ),
  }
}

export function readRadioStatus(view: EventView): RadioState {
  const node = one(view.scope ?? NOTHING, 'RADIO_STATE')
  return {
    hardware: view.prefer('hw', numberIn(node, 'hardwareOn'), view.text.number('hw')),
    software: view.prefer('sw', numberIn(node, 'softwareOn'), view.text.number('sw')),
  }
}

export function readSecondaryLimited(view: EventView): Maybe<number> {
  const node = one(view.scope ?? NOTHING, 'LIMITED_CONNECTIVITY')
  return view.prefer('limited', numberIn(node, 'limited'), view.text.number('limited'))
}
