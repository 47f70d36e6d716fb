import {codeNames, codesFor, elementsFor, eventsFor, statusesFor} from './explaining/codes.js'
import {enumNames, enumsNamed, enumsValued, legacyStatuses} from './explaining/enums.js'
import type {Match, MatchKind, Question} from './explaining/match.js'
import {messageNames, messagesNamed, messagesNumbered, messagesWithId} from './explaining/messages.js'
import {tlvNames, tlvsNamed, tlvsNumbered} from './explaining/tlvs.js'

export type {Match} from './explaining/match.js'

type Lookup = (number: number, question: Question) => readonly Match[]

const SIXTEEN_BITS = 0x10000
/** Event ids start here; smaller decimals are codes of messages and frames. */
const FIRST_EVENT = 4000

const status: Lookup = (_, question) => codesFor('statusCodes', question)
const reason: Lookup = (_, question) => codesFor('reasonCodes', question)
const statuses: Lookup = (_, question) => statusesFor(question)
const events: Lookup = (_, question) => eventsFor(question)
const elements: Lookup = (_, question) => elementsFor(question)
const legacy: Lookup = (_, question) => legacyStatuses(question)
const members: Lookup = number => enumsValued(number)
const assocStatus: Lookup = number => enumsValued(number, set => set === 'WDI_ASSOC_STATUS')
const otherMembers: Lookup = number => enumsValued(number, set => set !== 'WDI_ASSOC_STATUS')

/** Number spaces, the likeliest first: it depends on how large the number is and how it is written. */
function spacesOf({number, hex}: Question): readonly Lookup[] {
  if (number === null) return []
  if (number >= SIXTEEN_BITS || number < 0) return [messagesNumbered, statuses, members, legacy]
  if (hex) return [tlvsNumbered, messagesWithId, assocStatus, status, reason, statuses, otherMembers, legacy, elements]
  if (number >= FIRST_EVENT) return [events, otherMembers, messagesWithId, tlvsNumbered]
  return [assocStatus, status, reason, messagesWithId, tlvsNumbered, statuses, otherMembers, legacy, elements, events]
}

type Wanted = (match: Match) => boolean
const ofKind =
  (...kinds: readonly MatchKind[]): Wanted =>
  ({kind}) =>
    kinds.includes(kind)
const ofSet =
  (pattern: RegExp): Wanted =>
  match =>
    match.kind === 'enum-member' && pattern.test(String(match.details.set))

/** Words in front that name the number space, `reason 7`, `tlv=0x35`, `event 8002`: what they mean, best first. */
const SPACES: ReadonlyMap<string, readonly Wanted[]> = new Map([
  ['STATUS', [ofKind('status-code'), ofSet(/ASSOC_STATUS$/), ofKind('ntstatus')]],
  ['CODE', [ofKind('status-code'), ofKind('reason-code')]],
  ['REASON', [ofKind('reason-code'), ofSet(/ASSOC_STATUS$/)]],
  ['TLV', [ofKind('tlv')]],
  ['OID', [ofKind('command', 'request')]],
  ['MESSAGE', [ofKind('command', 'indication', 'request')]],
  ['ID', [ofKind('command', 'indication'), ofKind('event')]],
  ['EVENT', [ofKind('event')]],
  ['ELEMENT', [ofKind('element')]],
  ['NTSTATUS', [ofKind('ntstatus')]],
])

const parseThing = (thing: string): Question => {
  const name = thing.trim().toUpperCase()
  const numeric = /^(-?\d{1,10}|0X[0-9A-F]{1,8})$/.test(name)
  const number = numeric ? Number(name) : null
  return {name, number: number !== null && number < 0 ? number >>> 0 : number, hex: name.startsWith('0X')}
}

/**
 * Everything that a name or number may mean, the likeliest first: messages (OID, NDIS status, message id), TLVs,
 * members of enumerations, 802.11 status and reason codes, NTSTATUS, events, elements. Empty: unknown.
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
  ...statusesFor(question),
  ...elementsFor(question),
]

/** Every name that `explain` knows, for suggestions after a slip. */
export const explainable = (): string[] => [...messageNames(), ...tlvNames(), ...enumNames(), ...codeNames()]
