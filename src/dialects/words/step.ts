import type {Step} from '../../events/event.js'
import type {Message} from '../../events/message.js'
import {messageByName} from '../../wdi/messages.js'

/** What a line says about a command besides its name. */
export interface Evidence {
  /** The physical line that names the message. */
  readonly line: string
  /** A status field stands after the name. */
  readonly statusAfterName: boolean
  /** Asked only where it matters: most lines are indications. */
  statusPending(): boolean
}

const numbered = /(?<![A-Za-z0-9_])M([134])(?![A-Za-z0-9_])/i
/** A word that labels a number (`Request=0xFFFF…`, `handle 0x…`) is a field and says nothing about the step. */
const noLabel = '(?![A-Za-z0-9_])(?![ \\t]?[=:]?[ \\t]*(?:0x)?[0-9a-f`]{4})(?![ \\t]?[=:][ \\t]*\\d)'
const response = new RegExp(
  `(?<![A-Za-z0-9_])(?:complet(?:es?|ed|ing|ion)|respon[ds]e?(?:ed|ing|s)?|return(?:s|ed|ing)?|finish(?:es|ed)?)${noLabel}` +
    '|(?<![^\\s\\])])<(?:==?|--?)(?![->=<])',
  'i',
)
const request = new RegExp(
  '(?<![A-Za-z0-9_])(?:request(?:s|ed|ing)?|issu(?:e|es|ed|ing)|sent|send(?:s|ing)?|submit(?:s|ted|ting)?|' +
    `handl(?:e|es|ing))${noLabel}|(?<![^\\s\\])])(?:==?|--?)>(?![>=-])`,
  'i',
)
/** Prose about a command that is neither handed over nor answered here. */
const prose =
  /(?<![A-Za-z0-9_])(?:waiting|wait|timed?[ -]?out|unsupported|not supported|skip(?:ping|ped)?|ignor(?:e|es|ed|ing)|dropp?(?:s|ed|ing)?|unknown|invalid|cannot|could not)(?![A-Za-z0-9_])/i

/** A completion indicated under the command's own name or id means the task's completion. */
function completed(message: Message): {step: Step; message: Message} {
  const completion = message.kind === 'task' && message.counterpart !== null ? messageByName(message.counterpart) : null
  return {step: 'IND', message: completion ?? message}
}

function commandStep(message: Message, evidence: Evidence): {step: Step; message: Message} | 'named' {
  const explicit = numbered.exec(evidence.line)?.[1]
  if (explicit === '1') return {step: 'M1', message}
  if (explicit === '3') return {step: 'M3', message}
  if (explicit === '4') return completed(message)
  const asked = request.test(evidence.line)
  const answered = response.test(evidence.line)
  // A pending status is no response: with request words the line is the command, with response words the return of
  // the call that took it, which says nothing new.
  if (answered && evidence.statusPending()) return asked ? {step: 'M1', message} : 'named'
  if (answered) return {step: 'M3', message}
  if (asked) return {step: 'M1', message}
  if (evidence.statusAfterName) return {step: evidence.statusPending() ? 'M1' : 'M3', message}
  return prose.test(evidence.line) ? 'named' : {step: 'M1', message}
}

/**
 * The step of a message by dialects.md 1: indications by their name; commands by an explicit M-number, else by words
 * and arrows, else by a status after the name, else M1. `named`: the line talks about the command only.
 */
export function stepOf(message: Message, evidence: Evidence): {step: Step; message: Message} | 'named' {
  const command = ['task', 'property', 'legacy-request', 'ndis-request'].includes(message.kind)
  return command ? commandStep(message, evidence) : {step: 'IND', message}
}
