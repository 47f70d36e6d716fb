import {RE2JS} from 're2js'
import type {Message} from '../../events/message.js'
import type {TraceRecord} from '../../events/record.js'
import type {Dialect, DialectRun, Recognised} from '../dialect.js'
import {bareGuid} from '../host-providers.js'
import {normalise} from '../words/labels.js'
import {applyRule} from './apply-rule.js'
import {compileRule, type Rule} from './compile-rule.js'
import {type DialectFile, readDialectFile} from './dialect-file.js'
import type {TestSpec} from './dialect-schema.js'
import {resolveMessage} from './resolve-message.js'

/** Lines are matched up to this length; the rest of a longer one is not looked at. */
export const LINE_LIMIT = 8192

/** A dialect of the user, with what its file says besides the rules. */
export interface UserDialect extends Dialect {
  readonly file: string
  readonly tests: readonly TestSpec[]
  /** Line of the file where each test stands. */
  readonly testLines: readonly number[]
  start(): UserDialectRun
  /** A run that reads records of every provider, for tests. */
  startUnmatched(): UserDialectRun
}

export interface UserDialectRun extends DialectRun {
  recognise(record: TraceRecord): Recognised
  /** Matcher steps by rule, an upper bound that does not depend on the machine: what a rule cost this input. */
  readonly costs: readonly number[]
}

type Matches = (record: TraceRecord) => boolean

/** `*` any characters, `?` one; compiled for linear time, like everything from the user. */
function glob(pattern: string): RE2JS {
  const body = [...pattern].map(c => (c === '*' ? '.*' : c === '?' ? '.' : RE2JS.quote(c))).join('')
  return RE2JS.compile(`(?is)^${body}$`)
}

function matcherOf({match}: DialectFile['content']): Matches {
  const provider = match?.provider === undefined ? null : glob(match.provider)
  const guid = match?.guid === undefined ? null : bareGuid(match.guid)
  return record =>
    (provider === null || (record.provider !== null && provider.test(record.provider.slice(0, 512)))) &&
    (guid === null || (record.providerGuid !== null && bareGuid(record.providerGuid) === guid))
}

function aliasesOf(file: DialectFile): Map<string, Message> {
  const aliases = new Map<string, Message>()
  for (const [name, target] of Object.entries(file.content.aliases ?? {})) {
    const message = resolveMessage(target)
    if (!message) throw file.error(['aliases', name], `${target} is no message of WDI or Native 802.11`)
    aliases.set(normalise(name), message)
  }
  return aliases
}

class Run implements UserDialectRun {
  readonly costs: number[]

  constructor(
    private readonly rules: readonly Rule[],
    private readonly aliases: ReadonlyMap<string, Message>,
    private readonly matches: Matches,
  ) {
    this.costs = rules.map(() => 0)
  }

  recognise(record: TraceRecord): Recognised {
    if (!this.matches(record)) return null
    const text = record.message.slice(0, LINE_LIMIT).trimEnd()
    const found = this.#first(text)
    if (found !== null || !text.includes('\n')) return found
    // `$` of a rule means the end of its line, wherever the record goes on.
    return this.#first(text.slice(0, text.indexOf('\n')).trimEnd())
  }

  carried(): string {
    return ''
  }

  #first(text: string): Recognised {
    const folded = text.toLowerCase()
    for (const [index, rule] of this.rules.entries()) {
      if (rule.literal !== null && !folded.includes(rule.literal)) continue
      this.costs[index] = (this.costs[index] ?? 0) + rule.size * text.length
      const matcher = rule.pattern.matcher(text)
      if (matcher.find()) return applyRule(rule, matcher.getNamedGroups(), this.aliases)
    }
    return null
  }
}

/**
 * A dialect from the text of its file, YAML or JSON (dialects.md 3). Throws a UserFileError with line and column
 * where the file, a pattern or a message in it cannot be used.
 */
export function loadDialect(source: string, file: string): UserDialect {
  const parsed = readDialectFile(source, file)
  const {content: spec} = parsed
  const aliases = aliasesOf(parsed)
  const rules = spec.rules.map((_, index) => compileRule(parsed, index, aliases))
  const matches = matcherOf(spec)
  const literals = rules.map(rule => rule.literal)
  return {
    id: spec.name,
    title: spec.title ?? `dialect of ${file}`,
    literals: literals.every(literal => literal !== null) ? literals : null,
    file,
    tests: spec.tests ?? [],
    testLines: (spec.tests ?? []).map((_, index) => parsed.error(['tests', index], '').line),
    start: () => new Run(rules, aliases, matches),
    startUnmatched: () => new Run(rules, aliases, () => true),
  }
}
