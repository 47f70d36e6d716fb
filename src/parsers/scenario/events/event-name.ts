import {EVENT_NAMES} from '../../../autoconfig/told-events.js'
import type {Message, MessageKind} from '../../../events/message.js'
import {legacyMessage, logMessage, messageByName, requestMessage} from '../../../wdi/messages.js'
import type {Model} from '../../capabilities.js'
import type {Kind} from '../grammar/record-line.js'
import {ScenarioError} from '../scenario-error.js'

const LOG_NAMES = ['5002', ...EVENT_NAMES, 'EVENTS_LOST', 'TIME_CHANGE', 'POWER', 'BOOT', 'REMOVED']
const COMMANDS: readonly MessageKind[] = ['task', 'property', 'legacy-request', 'ndis-request']
const INDICATIONS: readonly MessageKind[] = ['completion', 'indication', 'task', 'legacy-indication', 'ndis-indication']

/** The message that the event column of a record names (scenario.md 2). Throws a ScenarioError. */
export function messageOf(kind: Kind, event: string, model: Model, line: number): Message {
  const message = kind === 'LOG' ? log(event) : named(event, model, kind)
  if (message === undefined) throw new ScenarioError(line, `unknown event "${event}"`)
  if (kind !== 'LOG' && !(kind === 'IND' ? INDICATIONS : COMMANDS).includes(message.kind)) {
    const what = kind === 'IND' ? 'a command, no indication' : 'an indication, no command'
    throw new ScenarioError(line, `${event} is ${what}: it cannot stand after ${kind}`)
  }
  return message
}

const log = (event: string): Message | undefined => (LOG_NAMES.includes(event) ? logMessage(event) : undefined)

function named(event: string, model: Model, kind: Kind): Message | undefined {
  if (event !== event.toUpperCase()) return undefined
  if (model === 'native80211' && !/^(?:NDIS_STATUS_|DOT11_|OID_)/.test(event)) {
    const legacy = legacyMessage(event)
    if (legacy !== undefined && (legacy.kind === 'legacy-request') !== (kind === 'IND')) return legacy
  }
  const known = messageByName(event) ?? messageByName(event.replace(/^NDIS_STATUS_(?=DOT11_|MEDIA_)/, ''))
  if (known !== undefined && [known.name, known.fullName].includes(event)) return known
  return event.startsWith('OID_') && !event.startsWith('OID_WDI_') ? requestMessage(event) : undefined
}
