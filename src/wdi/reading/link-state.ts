import type {LinkInfo, LinkState} from '../facts.js'
import type {Tlv} from '../tlv.js'
import {measured} from './candidate.js'
import type {EventView} from './event-view.js'
import {numberIn, textIn} from './node-values.js'
import {all, has, one} from './scope.js'

export function readLinkState(view: EventView): LinkState {
  const {scope} = view
  const parameters = one(scope, 'LINK_STATE_CHANGE_PARAMETERS')
  return {
    hasParameters: has(scope, 'LINK_STATE_CHANGE_PARAMETERS'),
    peer: view.prefer('peer', textIn(parameters, 'peerMacAddress'), view.text.mac('bssid', 'mac')),
    quality: view.prefer('quality', numberIn(parameters, 'linkQuality'), view.text.number('quality')),
    links: links(view),
  }
}

/** The number of links counts, so a list that may be incomplete is none. */
function links(view: EventView): readonly LinkInfo[] | undefined {
  const infos = view.scope.cut ? [] : all(view.scope, 'LINK_INFO')
  if (infos.length > 0 || view.scope.sure) return infos.map(linkInfo)
  const count = view.text.number('links')
  if (count === undefined || count < 0 || count > 15) return undefined
  const rssis = view.text.all('rssi')
  return Array.from({length: count}, (_, index) => ({...UNKNOWN, rssi: measured(numeric(rssis[index]))}))
}

const numeric = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Number.parseInt(value, 10)

/** The older layout of the same length calls the link of the station `localLinkId`. */
function linkInfo(node: Tlv): LinkInfo {
  return {
    linkId: numberIn(node, 'linkId') ?? numberIn(node, 'localLinkId'),
    localLink: textIn(node, 'localLinkMacAddress'),
    peerLink: textIn(node, 'peerLinkMacAddress'),
    rssi: measured(numberIn(node, 'rssi')),
    channel: numberIn(node, 'channelNumber'),
    band: numberIn(node, 'bandId'),
  }
}

const UNKNOWN: LinkInfo = {
  linkId: undefined,
  localLink: undefined,
  peerLink: undefined,
  rssi: undefined,
  channel: undefined,
  band: undefined,
}
