import {reasonBody, unexportedFrame} from '../../../wdi/frame-builders.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {type ReadTlvs, requiredAddress} from './context.js'
import {bytes, struct, type TlvNode} from './tlv-node.js'

/** DISASSOCIATION, scenario.md 5.3. */
export const disassociation: ReadTlvs = (fields, context) => {
  const address = requiredAddress(fields, context, 'DISASSOCIATION_INDICATION_PARAMETERS')
  const status = fields.number('status')
  const shown = address !== null || status !== null
  const values = {disassocReason: status ?? 0, ...(address === null ? {} : {macAddress: address})}
  const nodes: TlvNode[] = [struct('DISASSOCIATION_INDICATION_PARAMETERS', shown, values)]
  const add = (word: string, name: string): void => {
    const group = fields.group(word)
    if (group !== null) nodes.push(bytes(name, frame(group)))
  }
  add('deauth-frame', 'DISCONNECT_DEAUTH_FRAME')
  add('disassoc-frame', 'DISCONNECT_DISASSOCIATION_FRAME')
  return nodes
}

/** `(reason N)`, `(empty)`, or there without bytes. */
function frame(fields: FieldReader): Uint8Array {
  const empty = fields.has('empty')
  const reason = fields.counted('reason')
  const truncated = fields.has('truncated')
  fields.done()
  if (empty) return new Uint8Array(0)
  return reason === null || truncated ? unexportedFrame() : reasonBody(reason)
}
