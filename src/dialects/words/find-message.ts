import type {Message} from '../../events/message.js'
import {legacyMessage, messageById, messageByName, messageByNumber, requestMessage} from '../../wdi/messages.js'

/** The message that a text is about, and where it is named. */
export interface Mention {
  readonly message: Message
  readonly start: number
  readonly end: number
  /** `id`: only a 16-bit message id was printed. */
  readonly form: 'name' | 'number' | 'id'
}

export interface Finding {
  readonly chosen: Mention | null
  /** Further messages in the same text: the task of an abort, the command of a completion. */
  readonly others: readonly Mention[]
  /** A name or number of the WDI ranges that no source knows. */
  readonly unknown: boolean
}

/** No more mentions than this are looked at in one record. */
const LIMIT = 32

const names =
  /(?<![A-Za-z0-9_])(?:OID_(?:WDI|DOT11)_|NDIS_STATUS_(?:WDI_INDICATION|DOT11)_|NDIS_STATUS_MEDIA_(?:DIS)?CONNECT(?![A-Za-z0-9_])|WDI_)[A-Za-z0-9_]*/gi
const reserved = /^(?:OID_WDI|NDIS_STATUS_WDI_INDICATION|WDI_TASK|WDI_INDICATION)_[A-Z0-9]/i
/** Types and functions of the driver headers are named after messages. */
const derived = /_(?:PARAMETERS|RESULTS|COMMAND|INPUTS|OUTPUTS|STRUCT|TO_IHV|FROM_IHV|TOIHV|FROMIHV|CONTAINER)$/i

const numbers =
  /(?<![0-9A-Za-z_])(?:(0x)?(e4400[0-9a-f]{3}|40050[0-9a-f]{3})|0x(400300[0-9a-f]{2}|0?[de]010[1-3][0-9a-f]{2})|(3829399\d{3}|107406\d{4}))(?![0-9A-Za-z_])/gi
const labelBefore =
  /(?:oid|status|code|indication|notification|message|msg|command|cmd|request|event|type)s?[ \t_-]?(?:code|value|number|id|no)?[ \t]?[=:#]?[ \t]*[([{"']?$/i
const nameBefore = /[A-Za-z_][A-Za-z0-9_]*[ \t]?\($/

const ids = /(?<![A-Za-z0-9_])(?:message|msg)[ _-]?id[ \t]?[=:]?[ \t]*[([]?(0x[0-9a-f]{1,4}|\d{1,5})(?![0-9A-Za-z_.])/gi

function named(text: string): Message | undefined {
  const upper = text.toUpperCase()
  if (upper.startsWith('OID_DOT11_')) return requestMessage(upper)
  return upper.startsWith('NDIS_STATUS_DOT11_') ? legacyMessage(upper) : messageByName(upper)
}

function byName(text: string): {mentions: Mention[]; unknown: boolean} {
  const mentions: Mention[] = []
  let unknown = false
  for (const match of text.matchAll(names)) {
    if (mentions.length >= LIMIT) break
    // `Wdi_Task_Roam()` is a function of a driver.
    if (text.startsWith('()', match.index + match[0].length)) continue
    const message = named(match[0])
    if (message) mentions.push({message, start: match.index, end: match.index + match[0].length, form: 'name'})
    else if (reserved.test(match[0]) && !derived.test(match[0])) unknown = true
  }
  return {mentions, unknown}
}

function byNumber(text: string): {mentions: Mention[]; unknown: boolean} {
  const mentions: Mention[] = []
  let unknown = false
  for (const match of text.matchAll(numbers)) {
    if (mentions.length >= LIMIT) break
    const before = text.slice(Math.max(0, match.index - 48), match.index)
    const end = match.index + match[0].length
    const inParentheses = nameBefore.test(before) && text[end] === ')'
    if (!inParentheses && !labelBefore.test(before)) continue
    const value = match[4] ? Number(match[4]) : Number.parseInt((match[2] ?? match[3]) as string, 16)
    const message = messageByNumber(value)
    if (message) mentions.push({message, start: match.index, end, form: 'number'})
    else unknown ||= match[2] !== undefined
  }
  return {mentions, unknown}
}

function byId(text: string): Mention[] {
  const match = ids.exec(text)
  ids.lastIndex = 0
  if (!match) return []
  const message = messageById(Number(match[1]))
  return message ? [{message, start: match.index, end: match.index + match[0].length, form: 'id'}] : []
}

/**
 * An abort names its target, a completion its command: the abort and the completion are what the line is about.
 * WDI beats the Native 802.11 message it is translated from or into. Else the first.
 */
function choose(mentions: readonly Mention[]): Mention | null {
  const abort = mentions.find(({message}) => message.name === 'ABORT_TASK')
  if (abort) return abort
  const completion = mentions.find(
    ({message}) => message.kind === 'completion' && mentions.some(other => other.message.name === message.counterpart),
  )
  return completion ?? mentions.find(({message}) => message.messageId !== null) ?? mentions[0] ?? null
}

/** Name before number before 16-bit id. */
export function findMessage(text: string): Finding {
  const written = byName(text)
  const numeric = byNumber(text)
  const first = written.mentions.length > 0 ? written.mentions : numeric.mentions
  const mentions = first.length > 0 || written.unknown || numeric.unknown ? first : byId(text)
  const chosen = choose(mentions)
  return {
    chosen,
    others: [...mentions, ...(first === written.mentions ? numeric.mentions : [])].filter(other => other !== chosen),
    unknown: written.unknown || numeric.unknown,
  }
}
