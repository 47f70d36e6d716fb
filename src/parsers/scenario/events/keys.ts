import type {FieldReader} from '../grammar/field-reader.js'
import {KEY_TYPE} from '../values/named-numbers.js'
import {member} from './bss-entry.js'
import type {ReadTlvs} from './context.js'
import {omits} from './omitted.js'
import {struct, type TlvNode} from './tlv-node.js'

const CCMP = 4
const BIP = 6
const BOTH_DIRECTIONS = 3
const PAIRWISE = 1
const IGTK = 3

/** SET_ADD_CIPHER_KEYS: one `( … )` per key. Key bytes are never made. */
export const addCipherKeys: ReadTlvs = fields => fields.items('a key').map(readKey)

function readKey(fields: FieldReader): TlvNode {
  const types = [...KEY_TYPE].filter(([name]) => fields.has(name)).map(([, type]) => type)
  if (types.length > 1) fields.fail(`${fields.what} has more than one type`)
  const [type] = types
  if (type === undefined && !omits(fields, 'CIPHER_KEY_TYPE_INFO')) {
    fields.fail(`${fields.what} needs a type: ${[...KEY_TYPE.keys()].join(', ')}`)
  }
  const peer = fields.addressOf('peer')
  const id = fields.number('id')
  const link = fields.number('link')
  const nodes: TlvNode[] = []
  if (peer !== null) nodes.push(struct('PEER_MAC_ADDRESS', true, {macAddress: peer}))
  if (fields.word('id') !== false) {
    nodes.push(struct('CIPHER_KEY_ID', id !== null, {keyId: id ?? (type === PAIRWISE ? 0 : 1)}))
  }
  nodes.push(
    struct('CIPHER_KEY_TYPE_INFO', type !== undefined, {
      cipherAlgorithm: (type ?? 0) >= IGTK ? BIP : CCMP,
      direction: BOTH_DIRECTIONS,
      keyType: type ?? 0,
    }),
  )
  if (link !== null) nodes.push(struct('LINK_ID', true, {linkId: link}))
  return member('SET_CIPHER_KEY_INFO', nodes, fields)
}
