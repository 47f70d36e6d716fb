import {parseMac} from '../../wdi/octets.js'
import {isHandle} from './adapter.js'
import {isSecret, type Kind, knownLabel, type Label, normalise, wordsFrom} from './labels.js'
import {parseNumber} from './number.js'
import {parseStatus} from './status.js'

/** One `name=value` of a text. */
export interface Field {
  /** Member or text field that the name means, else the normalised name. */
  readonly name: string
  /** null: not a name of the vocabulary. */
  readonly label: Label | null
  readonly printed: string
  /** Without quotes and brackets. */
  readonly value: string
  readonly quoted: boolean
  /** What stands in parentheses after the value: `0x103(STATUS_PENDING)`. */
  readonly remark: string | null
  /** Positions in the text: of the name, of what follows name and separator, of what follows the value. */
  readonly start: number
  readonly valueStart: number
  readonly end: number
}

/** Fields stand in the first part of a record; what follows may be a dump of any size. */
const TEXT_LIMIT = 16_384
const FIELD_LIMIT = 256

const LONGEST_NAME = 48
const word = /(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9_-]*/g
const nextWord = / ([A-Za-z][A-Za-z0-9]*)(?![A-Za-z0-9_])/y
const assignment = /[ \t]?=(?![>=])/y
const index = /\[\d{1,6}\](?=[ \t]?[=:])|[ \t]?#\d{1,6}(?=[ \t]?[=:])/y
const separator = /[ \t]?[=:](?![=>])[ \t]*|[ \t]+/y
const quotedValue = /"([^"\n]*)"|'([^'\n]*)'/y
const bracketValue = /\(([^()\n]*)\)|\[([^[\]\n]*)\]/y
const bareValue = /\{[^{}\n]*\}|[^\s,;()[\]{}"'|]+/y
const remarkAfter = /[ \t]?\(([^()\n]*)\)/y
const dumpLine = /^[ \t]*(?:(?:0x)?[0-9a-f`]{4,17}[: \t][ \t]*)?(?:[0-9a-f]{2}[ \t-]+){3}/i

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

/** Does the value look like one of its kind? Asked where no `=` or `:` says that it is the value. */
function fits(kind: Kind, value: string, quoted: boolean): boolean {
  if (kind === 'number') return parseNumber(value) !== null || value === 'adapter'
  if (kind === 'address') return parseMac(value) !== undefined
  if (kind === 'status') return parseStatus(value) !== null
  if (kind === 'handle') return isHandle(value)
  if (kind === 'word') return parseNumber(value) !== null || /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(value)
  if (kind === 'bytes')
    return /^(?:(?:[0-9a-f]{2})+|(?:len(?:gth)?|size)?[ \t]*[=:]?[ \t]*\d+[ \t]*(?:bytes?)?)$/i.test(value)
  return quoted
}

const strip = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')

interface Name {
  readonly printed: string
  readonly start: number
  readonly label: Label | null
}

/** The name that begins with a word: a spelling of one word or several, else any word with `=` after it. */
function nameAt(line: string, start: number, first: string): Name | null {
  const alone = normalise(first)
  let spelled = alone
  let end = start + first.length
  let found = knownLabel(alone)
  let length = first.length
  for (let words = wordsFrom(alone); words > 1; words--) {
    const next = at(nextWord, line, end)
    if (!next) break
    spelled += normalise(next[1] as string)
    end += next[0].length
    const label = knownLabel(spelled)
    if (!label) continue
    found = label
    length = end - start
  }
  if (found) return {printed: line.slice(start, start + length), start, label: found}
  return at(assignment, line, start + first.length) ? {printed: first, start, label: null} : null
}

/** `base`: place of the line in its text. */
function fieldAt(line: string, {printed, start, label}: Name, base: number): Field | null {
  let position = start + printed.length
  position += at(index, line, position)?.[0].length ?? 0
  const between = at(separator, line, position)?.[0] ?? ''
  position += between.length
  // A list may follow on the next lines.
  const list = label?.field === 'candidates' && line.slice(position).trim() === ''
  const stated = list || /[=:]/.test(between)
  const quotes = at(quotedValue, line, position)
  const bracket = quotes ? null : at(bracketValue, line, position)
  if (between === '' && !bracket && !list) return null
  const bare = quotes || bracket ? null : at(bareValue, line, position)
  const raw = quotes?.[0] ?? bracket?.[0] ?? bare?.[0] ?? ''
  const value = quotes
    ? (quotes[1] ?? quotes[2] ?? '')
    : bracket
      ? strip(bracket[1] ?? bracket[2] ?? '')
      : raw.replace(/[.:!?]+$/, '')
  if (!stated && (label === null || !fits(label.kind, value, quotes !== null))) return null
  let end = position + raw.length
  const remark = bracket ? null : at(remarkAfter, line, end)
  if (remark && label !== null) end += remark[0].length
  return {
    name: label?.field ?? normalise(printed),
    label,
    printed,
    value,
    quoted: quotes !== null,
    remark: remark?.[1] ?? null,
    start: base + start,
    valueStart: base + position,
    end: base + end,
  }
}

/**
 * The fields of a text in order (dialects.md 1): known names with `=`, `:`, a blank or a bracket before the value,
 * other names with `=` only. Lines of a hex dump hold none; values of keys are left out.
 */
export function scanFields(text: string): Field[] {
  const fields: Field[] = []
  let base = 0
  while (base < text.length && base < TEXT_LIMIT) {
    const newline = text.indexOf('\n', base)
    const end = Math.min(newline < 0 ? text.length : newline, TEXT_LIMIT)
    const line = text.slice(base, end)
    if (!dumpLine.test(line)) {
      word.lastIndex = 0
      for (let match = word.exec(line); match !== null; match = word.exec(line)) {
        const {0: first, index: start} = match
        const name = first.length > LONGEST_NAME ? null : nameAt(line, start, first)
        const field = name === null ? null : fieldAt(line, name, base)
        if (field !== null) word.lastIndex = Math.max(word.lastIndex, field.end - base)
        if (field === null || isSecret(field.name)) continue
        if (fields.length >= FIELD_LIMIT) return fields
        fields.push(field)
      }
    }
    base = end + 1
  }
  return fields
}
