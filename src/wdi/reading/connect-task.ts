import type {Maybe} from '../../events/units.js'
import type {TlvNode} from '../decode.js'
import {ELEMENT, EXTENSION} from '../elements.js'
import type {AkmCipher, Candidate, ConnectionSettings, ConnectTask} from '../facts.js'
import {ssidBytes, ssidText} from '../octets.js'
import {suiteType, wdiCipher} from '../suites.js'
import {candidateIn, printedCandidate} from './candidate.js'
import type {EventView} from './event-view.js'
import {elementBody, elementsIn, hexOf} from './frames.js'
import {all, has, inside, list, map, numberIn, numbersIn, one, type Scope, scopeOf, textIn, textsIn} from './scope.js'

/** Where nothing was exported. */
const NOTHING: Scope = scopeOf([], false, false)

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

export function readConnectTask(view: EventView): ConnectTask {
  const {text, complete} = view
  const scope = view.scope ?? NOTHING
  const container = one(scope, 'CONNECT_PARAMETERS')
  const within = container ? inside(container, complete) : container === null ? {...NOTHING, sure: true} : NOTHING
  return {
    hasParameters: has(scope, 'CONNECT_PARAMETERS'),
    settings: settings(view, one(within, 'CONNECTION_SETTINGS')),
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
    candidates: candidates(view),
  }
}

const CIPHERS = 'WDI_CIPHER_ALGORITHM'

function settings(view: EventView, node: Maybe<TlvNode>): Maybe<ConnectionSettings> {
  const read = ([name, field, ...printed]: (typeof SETTINGS)[number]) => [
    name,
    view.prefer(printed[0] ?? field, numberIn(node, field), view.text.number(...printed)),
  ]
  if (node) return Object.fromEntries(SETTINGS.map(read))
  const shown = SETTINGS.some(([, , ...names]) => view.text.number(...names) !== undefined)
  return shown && node === undefined ? Object.fromEntries(SETTINGS.map(read)) : node
}

function printedSsids({text}: EventView): readonly string[] | undefined {
  const values = text.all('ssid')
  return values.length === 0 ? undefined : values.map(value => ssidText(ssidBytes(value)))
}

function numbers(view: EventView, name: string, scope: Scope, tlv: string, field: string, set: string) {
  return view.prefer(name, numbersIn(one(scope, tlv), field), view.text.members(set, name))
}

/** Band ids, each in a TLV of its own or one after another. */
function bands(node: Maybe<TlvNode>): Maybe<readonly number[]> {
  if (node == null || node.fields) return numbersIn(node, 'bandId')
  return node.cut ? undefined : (node.tlvs ?? []).flatMap(band => numberIn(band, 'bandId') ?? [])
}

function pairs(node: Maybe<TlvNode>): Maybe<readonly AkmCipher[]> {
  return map(node, ({fields, cut}) => {
    const members = fields?.values.pair
    if (cut || !Array.isArray(members)) return undefined
    return members.map(member => {
      const {akm, cipher} = member as {akm: number; cipher: number}
      return {akm: suiteType(akm), cipher: wdiCipher(suiteType(cipher))}
    })
  })
}

function candidates(view: EventView): readonly Candidate[] | undefined {
  return candidatesIn(view, 'CONNECT_BSS_ENTRY')
}

/** The candidates of a message. A cut list is unknown: a rule might miss the one that it looks for. */
export function candidatesIn(view: EventView, tlv: string): readonly Candidate[] | undefined {
  const scope = view.scope ?? NOTHING
  const entries = all(scope, tlv)
  if (!scope.cut && (entries.length > 0 || scope.sure)) return entries.map(entry => candidateIn(entry, view.complete))
  return view.text.macs('candidates')?.map(bssid => printedCandidate(bssid))
}
