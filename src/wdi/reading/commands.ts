import type {Hex, Maybe} from '../../events/units.js'
import type {TlvNode} from '../decode.js'
import {ELEMENT, EXTENSION} from '../elements.js'
import type {AbortTask, ConnectionQuality, KeyEntry, ScanTask} from '../facts.js'
import {messageByName, messageByNumber} from '../messages.js'
import {parseMac} from '../octets.js'
import type {EventView} from './event-view.js'
import {elementBody, hexOf} from './frames.js'
import {all, has, inside, numberIn, one, type Scope, scopeOf, textIn} from './scope.js'
import {parseMember, parseNumber} from './text-fields.js'

const NOTHING: Scope = scopeOf([], false, false)

/** Short name of the task that an OID or name means. */
function taskName(value: number | string): string | undefined {
  const number = typeof value === 'number' ? value : parseNumber(value)
  const message = number === undefined ? messageByName(String(value).trim()) : messageByNumber(number)
  return message?.kind === 'task' ? message.name : undefined
}

export function readAbortTask(view: EventView): AbortTask {
  const scope = view.scope ?? NOTHING
  const node = one(scope, 'CANCEL_PARAMETERS')
  const oid = numberIn(node, 'originalTaskOid')
  const printed = view.text.text('target')
  return {
    hasParameters: has(scope, 'CANCEL_PARAMETERS'),
    target: view.prefer(
      'target',
      oid == null ? oid : taskName(oid),
      printed === undefined ? undefined : taskName(printed),
    ),
    id: view.prefer('id', numberIn(node, 'originalTransactionId'), view.text.number('id', 'targetid')),
    port: view.prefer('port', numberIn(node, 'originalPortId'), view.text.number('targetport')),
  }
}

export function readScanTask(view: EventView): ScanTask {
  const scope = view.scope ?? NOTHING
  const mode = one(scope, 'SCAN_MODE')
  const maximum = numberIn(one(scope, 'SCAN_DWELL_TIME'), 'maximumScanTime')
  const trigger = view.text.member('WDI_SCAN_TRIGGER', 'trigger')
  return {
    repeat: view.prefer('repeat', numberIn(mode, 'scanRepeatCount'), view.text.number('repeat')),
    trigger: view.prefer('trigger', numberIn(mode, 'scanTrigger'), trigger),
    maxTotalMs: view.prefer('maxtotal', maximum, view.text.number('maxtotal')),
  }
}

export function readConnectionQuality(view: EventView): ConnectionQuality {
  const scope = view.scope ?? NOTHING
  const latency = one(scope, 'LOW_LATENCY_CONNECTION_QUALITY_PARAMETERS')
  const hint = numberIn(one(scope, 'CONNECTION_QUALITY_PARAMETERS'), 'hint')
  return {
    hint: view.prefer('hint', hint, view.text.member('WDI_CONNECTION_QUALITY_HINT', 'hint')),
    threshold: view.prefer(
      'threshold',
      numberIn(latency, 'roamingNeededLinkQualityThreshold'),
      view.text.number('threshold'),
    ),
  }
}

export function readOweDh(view: EventView): Maybe<Hex> {
  return hexOf(elementBody(one(view.scope ?? NOTHING, 'OWE_DH_IE'), ELEMENT.extended, EXTENSION.oweDh))
}

/** Keys that were set, without any byte of them. */
export function readKeys(view: EventView): readonly KeyEntry[] | undefined {
  const containers = view.scope ? all(view.scope, 'SET_CIPHER_KEY_INFO') : []
  if (containers.length > 0 || view.scope?.sure) return containers.map(container => key(container, view.complete))
  return printedKeys(view)
}

function key(container: TlvNode, complete: boolean): KeyEntry {
  const scope = inside(container, complete)
  return {
    type: numberIn(one(scope, 'CIPHER_KEY_TYPE_INFO'), 'keyType'),
    peer: textIn(one(scope, 'PEER_MAC_ADDRESS'), 'macAddress'),
    keyId: numberIn(one(scope, 'CIPHER_KEY_ID'), 'keyId'),
    linkId: numberIn(one(scope, 'LINK_ID'), 'linkId'),
  }
}

function printedKeys({text}: EventView): readonly KeyEntry[] | undefined {
  const count = text.all('keytype').length
  if (count === 0) return undefined
  const read = <T>(name: string, index: number, parse: (value: string) => T | undefined) => {
    const value = text.all(name)[index]
    return value === undefined ? undefined : parse(value)
  }
  return Array.from({length: count}, (_, index) => ({
    type: read('keytype', index, keyType),
    peer: read('bssid', index, value => parseMac(value.trim())),
    keyId: read('keyid', index, parseNumber),
    linkId: read('linkid', index, parseNumber),
  }))
}

/** PAIRWISE, PAIRWISE_KEY, WDI_CIPHER_KEY_TYPE_PAIRWISE_KEY, 1. */
const keyType = (value: string): number | undefined =>
  parseMember('WDI_CIPHER_KEY_TYPE', value) ?? parseMember('WDI_CIPHER_KEY_TYPE', `${value.trim()}_KEY`)
