import {parseMac} from '../../wdi/octets.js'
import {isHandle} from './adapter.js'
import {isSecret, type Kind, LABELS, type Label, labelOf, normalise} from './labels.js'
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

const name = new RegExp(
  `(?<![A-Za-z0-9_])(?:(${LABELS})(?![A-Za-z0-9_])|([A-Za-z][A-Za-z0-9_-]{0,40})(?=[ \\t]?=(?![=>])))`,
  'gi',
)
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

function fieldAt(line: string, match: RegExpExecArray): Omit<Field, 'start'> | null {
  const printed = match[0]
  const label = match[1] === undefined ? (labelOf(printed) ?? null) : (labelOf(match[1]) as Label)
  let position = match.index + printed.length
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
    valueStart: position,
    end,
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
      name.lastIndex = 0
      for (let match = name.exec(line); match !== null; match = name.exec(line)) {
        const next = match.index + match[0].length
        const field = fieldAt(line, match)
        name.lastIndex = field === null ? next : Math.max(next, field.end)
        if (field === null || isSecret(field.name)) continue
        if (fields.length >= FIELD_LIMIT) return fields
        fields.push({
          ...field,
          start: base + match.index,
          valueStart: base + field.valueStart,
          end: base + field.end,
        })
      }
    }
    base = end + 1
  }
  return fields
}
