import type {Mac} from '../../../events/units.js'
import {type ReadTlvs, requiredAddress} from './context.js'
import type {Station} from './station.js'
import {struct, type TlvNode} from './tlv-node.js'

const DBM = {min: -200, max: 200}
const MOST_LINKS = 15
const ZERO: Mac = '00:00:00:00:00:00'
const STATION: Mac = '02:00:00:00:00:01'

/** LINK_STATE_CHANGE, scenario.md 5.3. */
export const linkStateChange: ReadTlvs = (fields, context) => {
  const peer = requiredAddress(fields, context, 'LINK_STATE_CHANGE_PARAMETERS')
  const quality = fields.number('quality', {max: 100})
  const links = fields.number('links', {max: MOST_LINKS})
  const rssi = fields.numbers('rssi', DBM)
  const count = links ?? rssi?.length ?? 1
  if ((rssi?.length ?? 0) > count) fields.fail(`rssi= of ${fields.what} has more values than there are links`)
  const parameters = struct('LINK_STATE_CHANGE_PARAMETERS', peer !== null || quality !== null, {
    ...(peer === null ? {} : {peerMacAddress: peer}),
    linkQuality: quality ?? 0,
  })
  const shown = links !== null || rssi !== null
  const peers = peerLinks(peer, context.station)
  const infos: TlvNode[] = Array.from({length: count}, (_, i) =>
    struct('LINK_INFO', shown, {
      linkId: i,
      localLinkMacAddress: i === 0 ? STATION : ZERO,
      peerLinkMacAddress: peers[i] ?? ZERO,
      // 0 dBm, which no receiver measures, where the line does not say the signal.
      rssi: rssi?.[i] ?? 0,
    }),
  )
  context.station.lastPeer ??= peer === null ? null : (context.station.linksOf(peer)[0] ?? peer)
  return [parameters, ...infos]
}

/** Link addresses of the AP where the scenario tells them; an MLD that no frame named keeps its links to itself. */
function peerLinks(peer: Mac | null, station: Station): Mac[] {
  if (peer === null) return []
  const known = station.linksOf(peer)
  const [first] = known
  if (first !== undefined) return [...known, ...furtherLinks(first).filter(link => !known.includes(link))]
  const unknownMld = station.multiLinkPeers.has(station.lastPeer ?? '')
  return unknownMld ? [] : [peer]
}

/** Second to ninth link of the same AP: last byte 2 to 9, as the built-in names have it. */
function furtherLinks(first: Mac): Mac[] {
  if (!first.endsWith(':01')) return []
  return [2, 3, 4, 5, 6, 7, 8, 9].map(last => `${first.slice(0, -2)}0${last}`)
}
