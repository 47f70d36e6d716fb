import {codeNames, codesFor} from './explaining/codes.js'
import {elementsFor} from './explaining/elements.js'
import {enumNames, enumsNamed} from './explaining/enums.js'
import {eventsNamed} from './explaining/events.js'
import {legacyStatuses} from './explaining/legacy-statuses.js'
import type {Match, Question} from './explaining/match.js'
import {messageNames, messagesNamed} from './explaining/messages.js'
import {spacesOf} from './explaining/number-spaces.js'
import {statusesFor, statusNames} from './explaining/statuses.js'
import {tlvNames, tlvsNamed} from './explaining/tlvs.js'
import {SPACES} from './explaining/wanted.js'
import {wlanReasonNames, wlanReasons} from './explaining/wlan-reasons.js'

export type {Match} from './explaining/match.js'

const parseThing = (thing: string): Question => {
  const name = thing.trim().toUpperCase()
  const numeric = /^(-?\d{1,10}|0X[0-9A-F]{1,8})$/.test(name)
  const number = numeric ? Number(name) : null
  return {name, number: number !== null && number < 0 ? number >>> 0 : number, hex: name.startsWith('0X')}
}

/**
 * Everything that a name or number may mean, the likeliest first: messages (OID, NDIS status, message id), TLVs,
 * members of enumerations, 802.11 status and reason codes, reasons of Windows, NTSTATUS, events, elements. Empty: unknown.
 * A word in front picks the number space: `reason 7`.
 */
export function explain(thing: string): readonly Match[] {
  const [, space, rest] = /^\s*([a-z]+)\s*[\s=:]\s*(\S+)\s*$/i.exec(thing) ?? []
  const wanted = space === undefined ? undefined : SPACES.get(space.toUpperCase())
  if (wanted && rest !== undefined) {
    const found = explain(rest)
    return wanted.flatMap(wants => found.filter(wants))
  }
  const question = parseThing(thing)
  const found = question.number === null ? named(question) : numbered(question, question.number)
  // Logs print OIDs and NDIS statuses without 0x too.
  return found.length === 0 && /^[0-9a-f]{8}$/i.test(question.name) ? explain(`0x${question.name}`) : found
}

const numbered = (question: Question, number: number): Match[] =>
  spacesOf(question).flatMap(look => look(number, question))

const named = (question: Question): Match[] => [
  ...messagesNamed(question),
  ...tlvsNamed(question),
  ...enumsNamed(question),
  ...legacyStatuses(question),
  ...codesFor('statusCodes', question),
  ...codesFor('reasonCodes', question),
  ...wlanReasons(question),
  ...eventsNamed(question),
  ...statusesFor(question),
  ...elementsFor(question),
]

/** Every name that `explain` knows, for suggestions after a slip. */
export const explainable = (): string[] => [
  ...messageNames(),
  ...tlvNames(),
  ...enumNames(),
  ...codeNames(),
  ...statusNames(),
  ...wlanReasonNames(),
]
