import type {Message} from '../../events/message.js'
import {ALL_MESSAGES, legacyMessage, messageById, messageByName, messageByNumber} from '../messages.js'
import {BARE_MESSAGES, MESSAGES, type MemberSpec, messageSpecByName} from '../spec.js'
import {DOT11_INDICATIONS, DOT11_REQUESTS, MEDIA_INDICATIONS} from '../windot11.js'
import {details, hex, type Match, type MatchKind, type Question} from './match.js'

const KINDS: Readonly<Record<Message['kind'], readonly [MatchKind, string]>> = {
  task: ['command', 'task: a command whose end the driver indicates'],
  property: ['command', 'property: a command that is done with its response'],
  completion: ['indication', 'completion of a task'],
  indication: ['indication', 'unsolicited indication of the driver'],
  'legacy-indication': ['indication', 'indication of a Native 802.11 driver'],
  'legacy-request': ['request', 'request to a Native 802.11 driver'],
  'ndis-request': ['request', 'NDIS request'],
  'ndis-indication': ['indication', 'NDIS indication'],
  log: ['event', 'log record'],
}

function numberOf(message: Message): number | null {
  const spec = messageSpecByName.get(message.fullName) ?? BARE_MESSAGES.find(bare => bare.name === message.fullName)
  if (spec) return spec.value
  const name = message.name.replace(/^(OID_)?DOT11_/, '')
  const table = message.kind === 'legacy-request' ? DOT11_REQUESTS : DOT11_INDICATIONS
  return table.get(name) ?? MEDIA_INDICATIONS.get(name) ?? null
}

const payload = (members: readonly MemberSpec[] | undefined): string[] =>
  (members ?? []).map(({tlv, multiple, optional}) => {
    const notes = [multiple ? 'repeated' : '', optional ? 'optional' : ''].filter(note => note !== '')
    return notes.length > 0 ? `${tlv} (${notes.join(', ')})` : `${tlv}`
  })

function text(message: Message): string {
  const [, words] = KINDS[message.kind]
  if (message.kind === 'completion') return `${words} ${message.counterpart}`
  return message.counterpart === null ? words : `${words} with ${message.counterpart}`
}

export function messageMatch(message: Message): Match {
  const spec = messageSpecByName.get(message.fullName)
  const yes = (condition: boolean | null) => (condition === null ? null : condition ? 'yes' : 'no')
  return {
    kind: KINDS[message.kind][0],
    name: message.fullName,
    value: numberOf(message),
    text: text(message),
    source: message.source,
    details: details({
      'short name': message.name,
      'message id': message.messageId === null ? null : `${message.messageId} (${hex(message.messageId, 4)})`,
      object: message.object,
      'normal time': message.normalSeconds === null ? null : `${message.normalSeconds} s`,
      'can be aborted': yes(message.abortable),
      'waits for the running task': message.kind === 'property' ? yes(message.serializedWithTask) : null,
      'direct command': message.kind === 'property' ? yes(message.direct) : null,
      parameters: payload(spec?.payloads.parameters),
      results: payload(spec?.payloads.results),
      payload: payload(spec?.payloads.payload),
      models: spec?.models,
    }),
  }
}

const isMessage = (message: Message | undefined): message is Message => message !== undefined

/** By any of its names. A Native 802.11 name without prefix is found beside the WDI message of that name. */
export const messagesNamed = ({name}: Question): Match[] =>
  [...new Set([messageByName(name), legacyMessage(name)].filter(isMessage))]
    .filter(message => ALL_MESSAGES.includes(message))
    .map(messageMatch)

/** By OID, NDIS status or Native 802.11 number. */
export const messagesNumbered = (number: number): Match[] =>
  [messageByNumber(number)].filter(isMessage).map(messageMatch)

/** By 16-bit message id. */
export const messagesWithId = (id: number): Match[] => [messageById(id)].filter(isMessage).map(messageMatch)

/** Every name that the lookups above know, for suggestions. */
export const messageNames = (): string[] => [...MESSAGES.map(spec => spec.name), ...ALL_MESSAGES.map(({name}) => name)]
