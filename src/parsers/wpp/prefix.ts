import {readStamp, type Stamp} from '../stamps.js'
import {type Fields, noFields} from './fields.js'

/** The prefix of a line, read by a TRACE_FORMAT_PREFIX that a user or a debugger has set (formats.md 1.2). */
export interface PrefixMatch {
  readonly cpu: number | null
  readonly pid: number | null
  readonly tid: number | null
  readonly stamp: Stamp | null
  readonly component: string | null
  /** func, source, level, flags, …, where the prefix has them. */
  readonly fields: Fields | null
  /** Index of the message's first character. */
  readonly message: number
}

export interface Prefix {
  match(line: string): PrefixMatch | null
}

/** A prefix that cannot be compiled; the message is one sentence for the user. */
export class PrefixError extends Error {}

/** The number after % in FormatMessage notation leads to what tracefmt puts there. */
const NUMBERED: Readonly<Record<string, string>> = {
  '1': 'component',
  '2': 'source',
  '3': 'tid',
  '4': 'stamp',
  '5': 'kernelTime',
  '6': 'userTime',
  '7': 'sequence',
  '8': 'pid',
  '9': 'cpu',
}
const NAMED: Readonly<Record<string, string>> = {
  FUNC: 'func',
  FLAGS: 'flags',
  LEVEL: 'level',
  COMPNAME: 'component',
  SUBCOMP: 'subComponent',
  FILE: 'file',
  LINE: 'srcLine',
}

const STAMP =
  '(?:\\d\\d/\\d\\d/\\d\\d(?:\\d\\d)?-|\\d{4}-\\d\\d-\\d\\d[ T-]|\\d{4}/\\d\\d/\\d\\d-)?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?'
/** A text member ends where what follows it begins; bounded, as everything here is. */
const TEXT = '[^\\r\\n]{0,200}?'
/** Names of functions hold pairs of colons, and often a single one follows them. */
const FUNC = '(?:[^:\\r\\n]|::){0,200}?(?!::)'
const BLANKS = '\\s{0,16}'
/** No prefix reaches beyond this. */
const LONGEST_PREFIX = 1024

const ITEM = /^%(?:(\d)(?:!([^!]*)!)?|!([A-Za-z]+)!|(.))/

interface Member {
  readonly name: string
  readonly hex: boolean
}

/**
 * Compiles a prefix in FormatMessage notation: `%2!s!: %!FUNC!: %8!04x!.%3!04x!: %4!s!:`.
 * Throws a PrefixError where it has no member or one that is unknown.
 */
export function compilePrefix(notation: string): Prefix {
  const members: Member[] = []
  /** A text member and what follows up to the next one: matched as a whole or not at all, so that no line takes long. */
  const segments: string[] = ['']
  const add = (source: string) => {
    segments[segments.length - 1] += source
  }
  for (let at = 0; at < notation.length; ) {
    const item = ITEM.exec(notation.slice(at))
    if (item === null) {
      add(escaped(notation[at] as string))
      at++
      continue
    }
    at += item[0].length
    if (item[4] !== undefined) {
      add(literal(item[4], notation))
      continue
    }
    const {name, format} = memberOf(item)
    const source = pattern(name, format)
    if (source === TEXT || source === FUNC) segments.push('')
    add(`(?<m${members.length}>${source})`)
    members.push({name, hex: /x$/i.test(format)})
  }
  if (members.length === 0) {
    throw new PrefixError(
      '--prefix has no member: write it as in TRACE_FORMAT_PREFIX, for example "%2!s!: %8!04x!.%3!04x!: %4!s!:".',
    )
  }
  const [first = '', ...texts] = segments
  // A lookahead does not go back into what it has found.
  const whole = texts.map((segment, i) => `(?=(?<s${i}>${segment}))\\k<s${i}>`)
  return matcher(new RegExp(`^${BLANKS}${first}${whole.join('')}`), members)
}

function memberOf(item: RegExpExecArray): {name: string; format: string} {
  const name = item[1] !== undefined ? NUMBERED[item[1]] : NAMED[(item[3] as string).toUpperCase()]
  if (name === undefined) {
    throw new PrefixError(
      `--prefix has ${item[0]}, which is no member of a trace prefix: use %1 to %9 or a name such as %!FUNC!.`,
    )
  }
  return {name, format: item[2] ?? 's'}
}

function matcher(regex: RegExp, members: readonly Member[]): Prefix {
  return {
    match(line) {
      const match = regex.exec(line.length > LONGEST_PREFIX ? line.slice(0, LONGEST_PREFIX) : line)
      if (match === null) return null
      const found: {-readonly [K in keyof PrefixMatch]: PrefixMatch[K]} = {
        cpu: null,
        pid: null,
        tid: null,
        stamp: null,
        component: null,
        fields: null,
        message: match[0].length,
      }
      for (let i = 0; i < members.length; i++) {
        const {name, hex} = members[i] as Member
        const text = (match.groups?.[`m${i}`] ?? '').trim()
        if (name === 'stamp') {
          found.stamp = readStamp(text)
          if (found.stamp === null) return null
        } else if (name === 'cpu' || name === 'pid' || name === 'tid') {
          const value = Number.parseInt(text, hex ? 16 : 10)
          found[name] = value >= 0 && value !== 0xffff_ffff ? value : null
        } else if (name === 'component') found.component = text
        else {
          found.fields ??= noFields()
          found.fields[name] = text
        }
      }
      // As in the default prefix, 0000.0000 is a record without a process.
      if (found.pid === 0 && found.tid === 0) found.pid = found.tid = null
      while (line[found.message] === ' ') found.message++
      return found
    },
  }
}

function pattern(name: string, format: string): string {
  if (name === 'stamp') return STAMP
  if (/[du]$/i.test(format)) return `${BLANKS}-?\\d{1,10}`
  if (/x$/i.test(format)) return `${BLANKS}(?:0x)?[0-9A-Fa-f]{1,8}`
  return name === 'func' ? FUNC : TEXT
}

/** %% and the line controls of FormatMessage. */
function literal(control: string, notation: string): string {
  if (control === '%') return '%'
  if (control === 'b') return ' '
  if (control === 't') return '\\t'
  if (control === '.' || control === '!') return escaped(control)
  if (control === 'n' || control === 'r' || control === '0') return ''
  throw new PrefixError(
    `--prefix has %${control} in "${notation}", which FormatMessage does not know: write a percent sign as %%.`,
  )
}

function escaped(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Prefixes seen in public besides the default one; each is told apart by its stamp, so trying them is safe. */
const BUILT_IN = ['%2!s!: %!FUNC!: %8!04x!.%3!04x!: %4!s!:', '%8!u! [%9!03d!] %4!s!:'].map(compilePrefix)

/** Compiled once: many files are small. */
export const builtInPrefixes = (): readonly Prefix[] => BUILT_IN
