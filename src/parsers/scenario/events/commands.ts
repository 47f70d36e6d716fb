import {oweDhElement} from '../../../wdi/frame-builders.js'
import {messageByName} from '../../../wdi/messages.js'
import {labelText} from '../values/labels.js'
import {PORT} from '../values/named-numbers.js'
import {readCandidate} from './candidate.js'
import type {ReadTlvs} from './context.js'
import {omits} from './omitted.js'
import {bytes, struct, type TlvNode} from './tlv-node.js'

/** Commands of one or two fixed structures, scenario.md 5.1 and 5.2. */

const AUTO_SCAN = 3

export const scanTask: ReadTlvs = fields => {
  const repeat = fields.number('repeat', {max: 255})
  const trigger = fields.number('trigger')
  const total = fields.number('maxtotal')
  return [
    struct('SCAN_MODE', repeat !== null || trigger !== null, {
      scanRepeatCount: repeat ?? 1,
      scanType: AUTO_SCAN,
      scanTrigger: trigger ?? 0,
    }),
    struct('SCAN_DWELL_TIME', total !== null, {maximumScanTime: total ?? 0}),
  ]
}

export const disconnectTask: ReadTlvs = fields => {
  const address = fields.address()
  const reason = fields.number('reason', {max: 0xffff})
  return [
    struct('DISCONNECT_PARAMETERS', address !== null || reason !== null, {
      ...(address === null ? {} : {macAddress: address}),
      dot11ReasonCode: reason ?? 0,
    }),
  ]
}

export const setRadioState: ReadTlvs = fields => {
  const state = fields.bit('state')
  return [struct('RADIO_STATE_PARAMETERS', state !== null, {radioOn: state ?? 0})]
}

export const associationParameters: ReadTlvs = (fields, context) => {
  const entries = fields
    .items('an entry')
    .map(item => readCandidate(item, {...context, advertised: new Map()}, context.station.task?.ssids ?? []))
  context.station.late = [...context.station.late, ...entries.map(entry => entry.facts)]
  return entries.map(entry => entry.node)
}

export const connectionQuality: ReadTlvs = fields => {
  const hint = fields.number('hint')
  const threshold = fields.number('threshold', {max: 100})
  const nodes: TlvNode[] = [struct('CONNECTION_QUALITY_PARAMETERS', hint !== null, {hint: hint ?? 0})]
  if (threshold !== null) {
    nodes.push(
      struct('LOW_LATENCY_CONNECTION_QUALITY_PARAMETERS', true, {roamingNeededLinkQualityThreshold: threshold}),
    )
  }
  return nodes
}

export const setOweDh: ReadTlvs = (fields, {station}) => {
  const label = fields.text('owe-dh')
  if (label === null) return []
  station.owePublicKey = labelText(label)
  return [bytes('OWE_DH_IE', oweDhElement(station.owePublicKey))]
}

export const abortTask: ReadTlvs = (fields, context) => {
  const target = fields.text('target')
  const task = target === null ? undefined : messageByName(target)
  if (target !== null && task?.kind !== 'task') fields.fail(`"${target}" after target= is no task`)
  const id = fields.number('id')
  const port = fields.number('port', {names: PORT, max: 0xffff})
  const shown = target !== null || id !== null || port !== null
  if (target === null && context.complete && !omits(fields, 'CANCEL_PARAMETERS')) {
    fields.fail('ABORT_TASK needs target=')
  }
  return [
    struct('CANCEL_PARAMETERS', shown, {
      originalTaskOid: task === undefined ? 0 : 0xe4400000 + (task.messageId ?? 0),
      originalTransactionId: id ?? 0,
      originalPortId: port ?? 0,
    }),
  ]
}
