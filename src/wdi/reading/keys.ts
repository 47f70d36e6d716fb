import type {KeyEntry} from '../facts.js'
import {parseMac} from '../octets.js'
import type {Tlv} from '../tlv.js'
import type {EventView} from './event-view.js'
import {numberIn, textIn} from './node-values.js'
import {all, inside, one} from './scope.js'
import {parseMember, parseNumber} from './text-values.js'

/** Keys that were set, without any byte of them. */
export function readKeys(view: EventView): readonly KeyEntry[] | undefined {
  const containers = all(view.scope, 'SET_CIPHER_KEY_INFO')
  if (containers.length > 0 || view.scope.sure) return containers.map(container => key(container, view.complete))
  return printedKeys(view)
}

function key(container: Tlv, complete: boolean): KeyEntry {
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
