import {authentication, multiLinkElement, saeCommitContent, saeConfirmContent} from '../../../wdi/frame-builders.js'
import {cutFrame} from '../frames/cut.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {labelBytes} from '../values/labels.js'
import {bssidNode} from './bss-entry.js'
import {type ReadTlvs, requiredAddress} from './context.js'
import {bytes, container, struct, type TlvNode} from './tlv-node.js'

const STATION = '02:00:00:00:00:01'
const SAE = 3
const COMMIT = 1
const CONFIRM = 2
/** Commit with hash-to-element, and the status code that marks it in frames. */
const COMMIT_H2E = 4
const H2E_CODE = 126

/** SAE_AUTH_PARAMS_NEEDED, scenario.md 5.3. */
export const saeIndication: ReadTlvs = (fields, context) => {
  const bssid = requiredAddress(fields, context, 'BSSID')
  const type = fields.number('type')
  const status = fields.number('status')
  const multiLink = fields.word('multi-link') === true
  const mld = fields.addressOf('mld') ?? (bssid === null ? null : (context.station.mlds.get(bssid) ?? null))
  context.station.learnMld(bssid, mld)
  const elements = multiLink ? [multiLinkElement({mldAddress: mld})] : []
  const nodes: TlvNode[] = [
    ...bssidNode(bssid),
    struct('SAE_INDICATION_TYPE', type !== null, {indicationType: type ?? 0}),
  ]
  const addFrame = (word: string, name: string, sequence: number, content: Uint8Array): void => {
    const group = fields.group(word)
    if (group !== null) nodes.push(bytes(name, frame(group, sequence, content, elements)))
  }
  addFrame('commit-frame', 'SAE_COMMIT_FRAME', COMMIT, saeCommitContent())
  addFrame('confirm-frame', 'SAE_CONFIRM_FRAME', CONFIRM, saeConfirmContent())
  if (status !== null) nodes.push(struct('SAE_STATUS', true, {status}))
  const localLink = fields.addressOf('local-link') ?? (fields.has('local-link') ? STATION : null)
  if (localLink !== null) nodes.push(struct('MLO_LINK_BSSID', true, {bssid: localLink}))
  return nodes
}

function frame(fields: FieldReader, sequence: number, content: Uint8Array, elements: Uint8Array[]): Uint8Array {
  const code = fields.counted('code') ?? 0
  const truncated = fields.has('truncated')
  fields.done()
  const body = authentication({algorithm: SAE, sequence, code, content, elements})
  return truncated ? cutFrame(body) : body
}

/** SET_SAE_AUTH_PARAMS, scenario.md 5.2. */
export const saeAnswer: ReadTlvs = (fields, context) => {
  const bssid = requiredAddress(fields, context, 'BSSID')
  const type = fields.number('type')
  const status = fields.number('status')
  const nodes: TlvNode[] = [...bssidNode(bssid), struct('SAE_REQUEST_TYPE', type !== null, {requestType: type ?? 0})]
  if (fields.has('commit-params')) nodes.push(commitParameters(type === COMMIT_H2E))
  if (fields.has('confirm-params')) {
    nodes.push(
      container('SAE_CONFIRM_PARAMS', [
        struct('SAE_SEND_CONFIRM', true, {sendConfirm: 0}),
        bytes('SAE_CONFIRM', labelBytes('SAE confirm', 32)),
      ]),
    )
  }
  if (status !== null) nodes.push(struct('SAE_STATUS', true, {status}))
  return nodes
}

const commitParameters = (hashToElement: boolean): TlvNode =>
  container('SAE_COMMIT_PARAMS', [
    struct('SAE_FINITE_CYCLIC_GROUP', true, {group: 19}),
    bytes('SAE_SCALAR', new Uint8Array(32)),
    bytes('SAE_ELEMENT', new Uint8Array(64)),
    struct('SAE_STATUS_CODE', true, {dot11StatusCode: hashToElement ? H2E_CODE : 0}),
  ])
