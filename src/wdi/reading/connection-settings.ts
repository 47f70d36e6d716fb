import type {Maybe} from '../../events/units.js'
import type {ConnectionSettings} from '../facts.js'
import type {Tlv} from '../tlv.js'
import type {EventView} from './event-view.js'
import {numberIn} from './node-values.js'

/** Setting, its field in the TLV, its printed names. */
const SETTINGS: readonly [keyof ConnectionSettings, string, ...string[]][] = [
  ['roamFlag', 'roamRequest', 'roamflag', 'roamrequest'],
  ['mfpEnabled', 'mfpEnabled', 'mfpenabled'],
  ['hostFipsModeEnabled', 'hostFipsModeEnabled', 'hostfipsmodeenabled'],
  ['roamNeededReason', 'roamNeededReason', 'roamneededreason'],
  ['roamTrigger', 'roamTrigger', 'roamtrigger'],
  ['bssTransitionSupported', 'bssTransitionSupported', 'bsstransitionsupported'],
  ['mloConnectionSupported', 'mloConnectionSupported', 'mloconnectionsupported'],
  ['fipsConnection', 'fipsConnection', 'fipsconnection'],
  ['mscsSupported', 'mscsSupported', 'mscssupported'],
  ['dscpToUpMappingSupported', 'dscpToUpMappingSupported', 'dscptoupmappingsupported'],
]

/** Settings of a task; those that an older layout lacks are unknown. */
export function settingsIn(view: EventView, node: Maybe<Tlv>): Maybe<ConnectionSettings> {
  const read = ([name, field, ...printed]: (typeof SETTINGS)[number]) => [
    name,
    view.prefer(printed[0] ?? field, numberIn(node, field), view.text.number(...printed)),
  ]
  if (node) return Object.fromEntries(SETTINGS.map(read))
  const shown = SETTINGS.some(([, , ...names]) => view.text.number(...names) !== undefined)
  return shown && node === undefined ? Object.fromEntries(SETTINGS.map(read)) : node
}
