import type {Mac, Maybe} from '../../events/units.js'
import {parseBeacon} from '../beacon-frame.js'
import type {Candidate} from '../facts.js'
import type {FrameElements} from '../frames.js'
import type {Tlv} from '../tlv.js'
import type {EventView} from './event-view.js'
import {elementsIn} from './frames.js'
import {ftParameters} from './ft-parameters.js'
import {map, numberIn, textIn} from './node-values.js'
import {all, has, inside, one, type Scope} from './scope.js'

/** No receiver measures 0 dBm and more: drivers write 0 where they have no value. */
export const measured = (rssi: Maybe<number>): Maybe<number> => (rssi != null && rssi >= 0 ? undefined : rssi)

/** WDI_TLV_CONNECT_BSS_ENTRY or WDI_TLV_BSS_ENTRY. */
export function candidateIn(entry: Tlv, complete: boolean): Candidate {
  const scope = inside(entry, complete)
  const channel = one(scope, 'BSS_ENTRY_CHANNEL_INFO')
  const beacon = beaconIn(scope)
  return {
    bssid: textIn(one(scope, 'BSSID'), 'bssid'),
    flags: numberIn(one(scope, 'BSS_SELECTION_PARAMETERS'), 'selectionFlags'),
    pmkid: textIn(one(scope, 'PMKID'), 'pmkid'),
    rssi: measured(numberIn(one(scope, 'BSS_ENTRY_SIGNAL_INFO'), 'rssi')),
    hasSignal: has(scope, 'BSS_ENTRY_SIGNAL_INFO'),
    hasChannel: has(scope, 'BSS_ENTRY_CHANNEL_INFO'),
    channel: numberIn(channel, 'channelNumber'),
    band: numberIn(channel, 'bandId'),
    ssid: map(beacon, frame => frame.ssid),
    extraElements: elementsIn(one(scope, 'EXTRA_ASSOCIATION_REQUEST_IES')),
    ft: map(one(scope, 'FT_REASSOC_PARAMETERS'), node => ftParameters(inside(node, complete))),
    multiLink: map(beacon, frame => frame.multiLink),
    mldAddress: map(beacon, frame => frame.mldAddress),
  }
}

/** The probe response where there is one: it names hidden networks. */
function beaconIn(scope: Scope): Maybe<FrameElements> {
  const response = one(scope, 'PROBE_RESPONSE_FRAME')
  const frame = response ?? one(scope, 'BEACON_FRAME')
  return map(frame, ({value, cut}) => parseBeacon(value, cut))
}

/** The candidates of a message. A cut list is unknown: a rule might miss the one that it looks for. */
export function candidatesIn(view: EventView, tlv: string): readonly Candidate[] | undefined {
  const {scope} = view
  const entries = all(scope, tlv)
  if (!scope.cut && (entries.length > 0 || scope.sure)) return entries.map(entry => candidateIn(entry, view.complete))
  return view.text.macs('candidates')?.map(bssid => printedCandidate(bssid))
}

/** A candidate of which no more than the address was printed. */
export function printedCandidate(bssid: Mac, more: Partial<Candidate> = {}): Candidate {
  return {...UNKNOWN, ...more, bssid}
}

const UNKNOWN: Candidate = {
  bssid: undefined,
  flags: undefined,
  pmkid: undefined,
  rssi: undefined,
  hasSignal: undefined,
  hasChannel: undefined,
  channel: undefined,
  band: undefined,
  ssid: undefined,
  extraElements: undefined,
  ft: undefined,
  multiLink: undefined,
  mldAddress: undefined,
}
