import type {Maybe} from '../../events/units.js'
import {ELEMENT, EXTENSION} from '../elements.js'
import type {AkmCipher, ConnectTask} from '../facts.js'
import {ssidBytes, ssidText} from '../octets.js'
import {suiteType, wdiCipher} from '../suites.js'
import type {Tlv} from '../tlv.js'
import {candidatesIn} from './candidate.js'
import {settingsIn} from './connection-settings.js'
import type {EventView} from './event-view.js'
import {elementBody, elementsIn, hexOf} from './frames.js'
import {map, numberIn, numbersIn, textIn, textsIn} from './node-values.js'
import {has, inside, list, NOTHING, one, type Scope} from './scope.js'

export function readConnectTask(view: EventView): ConnectTask {
  const {text, complete, scope} = view
  const container = one(scope, 'CONNECT_PARAMETERS')
  const within = container ? inside(container, complete) : container === null ? {...NOTHING, sure: true} : NOTHING
  return {
    hasParameters: has(scope, 'CONNECT_PARAMETERS'),
    settings: settingsIn(view, one(within, 'CONNECTION_SETTINGS')),
    ssids: view.prefer(
      'SSID',
      list(within, 'SSID', node => textIn(node, 'ssid') ?? ''),
      printedSsids(view),
    ),
    auth: numbers(view, 'auth', within, 'AUTH_ALGO_LIST', 'authAlgorithm', 'WDI_AUTH_ALGORITHM'),
    unicastCiphers: numbers(view, 'ucipher', within, 'UNICAST_CIPHER_ALGO_LIST', 'cipherAlgorithm', CIPHERS),
    multicastCiphers: numbers(view, 'mcipher', within, 'MULTICAST_CIPHER_ALGO_LIST', 'cipherAlgorithm', CIPHERS),
    allowed: textsIn(one(within, 'ALLOWED_BSSIDS_LIST'), 'bssid'),
    disallowed: textsIn(one(within, 'DISALLOWED_BSSIDS_LIST'), 'bssid'),
    phys: view.prefer('PHY', numbersIn(one(within, 'PHY_TYPE_LIST'), 'phyType'), text.members('WDI_PHY_TYPE', 'phy')),
    unavailableBands: bands(one(within, 'UNAVAILABLE_BAND_LIST')),
    pairs: pairs(one(within, 'RSNA_AKM_CIPHER_SUITE')),
    extraElements: elementsIn(one(within, 'EXTRA_ASSOCIATION_REQUEST_IES')),
    oweDh: hexOf(elementBody(one(within, 'OWE_DH_IE'), ELEMENT.extended, EXTENSION.oweDh)),
    candidates: candidatesIn(view, 'CONNECT_BSS_ENTRY'),
  }
}

const CIPHERS = 'WDI_CIPHER_ALGORITHM'

function printedSsids({text}: EventView): readonly string[] | undefined {
  const values = text.all('ssid')
  return values.length === 0 ? undefined : values.map(value => ssidText(ssidBytes(value)))
}

function numbers(view: EventView, name: string, scope: Scope, tlv: string, field: string, set: string) {
  return view.prefer(name, numbersIn(one(scope, tlv), field), view.text.members(set, name))
}

/** Band ids, each in a TLV of its own or one after another. */
function bands(node: Maybe<Tlv>): Maybe<readonly number[]> {
  if (node == null || node.fields) return numbersIn(node, 'bandId')
  return node.cut ? undefined : (node.tlvs ?? []).flatMap(band => numberIn(band, 'bandId') ?? [])
}

function pairs(node: Maybe<Tlv>): Maybe<readonly AkmCipher[]> {
  return map(node, ({fields, cut}) => {
    const members = fields?.values.pair
    if (cut || !Array.isArray(members)) return undefined
    return members.map(member => {
      const {akm, cipher} = member as {akm: number; cipher: number}
      return {akm: suiteType(akm), cipher: wdiCipher(suiteType(cipher))}
    })
  })
}
