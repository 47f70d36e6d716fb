import type {TraceRecord} from '../../events/record.js'
import {mayHoldMessage} from './roots.js'

/** Short values without blanks go back beside their name, all others stand for themselves. */
const member = (name: string, value: string): string =>
  value.length <= 64 && !/\s/.test(value) ? `${name}=${value}` : value

/**
 * The text in which a record names its message: the rendered message, followed by the payload members that
 * structured exports print apart. null: neither can name one.
 */
export function recordText(record: TraceRecord): string | null {
  const {message, fields} = record
  if (fields === null) return mayHoldMessage(message) ? message : null
  const members = Object.entries(fields)
  const named =
    mayHoldMessage(message) || members.some(([name, value]) => mayHoldMessage(name) || mayHoldMessage(value))
  if (!named) return null
  return [message, ...members.map(([name, value]) => member(name, value))].join('\n')
}
