import type {Hex, Maybe} from '../../events/units.js'
import {ELEMENT, EXTENSION} from '../elements.js'
import type {AbortTask, ConnectionQuality, ScanTask} from '../facts.js'
import {messageByName, messageByNumber} from '../messages.js'
import type {EventView} from './event-view.js'
import {elementBody, hexOf} from './frames.js'
import {numberIn} from './node-values.js'
import {has, one} from './scope.js'
import {parseNumber} from './text-values.js'

/** Short name of the task that an OID or name means. */
function taskName(value: number | string): string | undefined {
  const number = typeof value === 'number' ? value : parseNumber(value)
  const message = number === undefined ? messageByName(String(value).trim()) : messageByNumber(number)
  return message?.kind === 'task' ? message.name : undefined
}

export function readAbortTask(view: EventView): AbortTask {
  const {scope} = view
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
  const {scope} = view
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
  const {scope} = view
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
  return hexOf(elementBody(one(view.scope, 'OWE_DH_IE'), ELEMENT.extended, EXTENSION.oweDh))
}
