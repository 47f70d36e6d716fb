import type {TraceRecord} from '../../events/record.js'
import {normalise} from '../words/labels.js'

/** Value of the first of these payload members that the record has, trimmed; null: none. */
export function member(record: TraceRecord, ...names: readonly string[]): string | null {
  const {fields} = record
  if (fields === null) return null
  for (const name of names) {
    const value = fields[name] ?? Object.entries(fields).find(([key]) => normalise(key) === normalise(name))?.[1]
    if (value !== undefined && value.trim() !== '') return value.trim()
  }
  return null
}

/** Value of a line `Label: value` of the rendered text, which is English or not there. */
export function labelled(record: TraceRecord, label: string): string | null {
  const start = record.message.indexOf(`${label}:`)
  if (start < 0) return null
  const value = record.message
    .slice(start + label.length + 1, start + label.length + 129)
    .split('\n', 1)[0]
    ?.trim()
  return value || null
}
