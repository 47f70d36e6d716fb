import {codesFor} from './codes.js'
import {elementsFor} from './elements.js'
import {enumsValued} from './enums.js'
import {eventsFor} from './events.js'
import {legacyStatuses} from './legacy-statuses.js'
import type {Match, Question} from './match.js'
import {messagesNumbered, messagesWithId} from './messages.js'
import {statusesFor} from './statuses.js'
import {tlvsNumbered} from './tlvs.js'
import {wlanReasons} from './wlan-reasons.js'

type Lookup = (number: number, question: Question) => readonly Match[]

const SIXTEEN_BITS = 0x10000
/** Event ids start here; smaller decimals are codes of messages and frames. */
const FIRST_EVENT = 4000

const status: Lookup = (_, question) => codesFor('statusCodes', question)
const reason: Lookup = (_, question) => codesFor('reasonCodes', question)
const statuses: Lookup = (_, question) => statusesFor(question)
const events: Lookup = (_, question) => eventsFor(question)
const elements: Lookup = (_, question) => elementsFor(question)
const windows: Lookup = (_, question) => wlanReasons(question)
const legacy: Lookup = (_, question) => legacyStatuses(question)
const members: Lookup = number => enumsValued(number)
const assocStatus: Lookup = number => enumsValued(number, set => set === 'WDI_ASSOC_STATUS')
const otherMembers: Lookup = number => enumsValued(number, set => set !== 'WDI_ASSOC_STATUS')

/** Number spaces, the likeliest first: it depends on how large the number is and how it is written. */
export function spacesOf({number, hex}: Question): readonly Lookup[] {
  if (number === null) return []
  if (number >= SIXTEEN_BITS || number < 0) return [messagesNumbered, windows, statuses, members, legacy]
  if (hex) return [tlvsNumbered, messagesWithId, assocStatus, status, reason, statuses, otherMembers, legacy, elements]
  if (number >= FIRST_EVENT) return [events, otherMembers, messagesWithId, tlvsNumbered]
  return [assocStatus, status, reason, messagesWithId, tlvsNumbered, statuses, otherMembers, legacy, elements, events]
}
