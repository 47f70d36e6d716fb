import type {Undecoded} from '../../events/record.js'
import {type Fields, noFields} from './fields.js'

/** A console of 80 columns breaks the line behind `Information`. */
const UNKNOWN =
  /^Unknown\(\s*(\d+)\): GUID=([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}) \(No Format Information/
const EXCEPTION = /^\*{3,8}FormatMessage .* raised an exception\*/

/** One of them is in every such text. */
export const UNDECODED_LITERALS: readonly string[] = ['no format information found', 'raised an exception']

/** A line without prefix that is a record nevertheless: the tool had no format for it. */
export interface UndecodedLine {
  readonly undecoded: Undecoded
  readonly fields: Fields | null
}

/**
 * `Unknown( 10): GUID=… (No Format Information found).`: number and GUID are those of the WPP message, not of its provider.
 * `*****FormatMessage …, parameter 23 raised an exception*****`: the format does not fit.
 */
export function readUndecodedLine(line: string): UndecodedLine | null {
  const first = line.charCodeAt(0)
  if (first === 42) return EXCEPTION.test(line) ? {undecoded: 'processing-error', fields: null} : null
  if (first !== 85) return null
  const unknown = UNKNOWN.exec(line)
  if (unknown === null) return null
  const fields = noFields()
  fields.messageNumber = unknown[1] as string
  fields.messageGuid = (unknown[2] as string).toLowerCase()
  return {undecoded: 'no-format', fields}
}

/** What is wrong with a record that has a prefix, told by its message. */
export function undecodedMessage(component: string | null, message: string): Undecoded | null {
  const first = message.charCodeAt(0)
  if (first !== 42 && first !== 85) return null
  const line = readUndecodedLine(message)
  if (line !== null && (first === 42 || component === null)) return line.undecoded
  // netsh prints asterisks behind an empty name where it has no manifest.
  return component === null && message.startsWith('***') ? 'no-schema' : null
}

/** True for a last line that may be the beginning of an `Unknown(…)` record. */
export function isCutUnknown(line: string): boolean {
  return line.startsWith('Unknown(') || (line.length > 0 && 'Unknown('.startsWith(line))
}
