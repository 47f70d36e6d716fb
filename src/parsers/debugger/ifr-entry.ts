import {compilePrefix, type Prefix, PrefixError, type PrefixMatch} from '../wpp/prefix.js'

/** One line of a driver's log, its prefix read; `log` is null where logs were not merged. */
export interface IfrEntry {
  readonly prefix: PrefixMatch
  readonly log: string | null
  readonly sequence: number | null
  /** Index of the message's first character in the line. */
  readonly message: number
}

/** Prefixes seen in public, the one with a time first: it cannot be mistaken for the other. */
const KNOWN = ['%7!u!: %4!s! %!FUNC! - ', '%7!u!: %!FUNC! - '].map(compilePrefix)

/** Without a table of logs: whatever stands in front of a sequence number. */
const ANY_LOG = /^(\S.{0,63}?)\s{1,64}(?=\d{1,10}: )/
const MOST_LOGS = 4096
/** A sequence number, and what is left of a prefix behind it. */
const CUT = /^(?:\S.{0,63}?\s{1,64})?\d{1,10}(?::[^\n]{0,200})?$/

/** Reads the entries of a log by the prefix that is in force. */
export class IfrEntries {
  #prefixes: readonly Prefix[] = KNOWN
  #logs = new Set<string>()
  /** A banner said which logs there are; without one any may be. */
  #told = false

  /** A sentence where the notation cannot be read: entries then need one of the usual prefixes. */
  prefix(notation: string): string | null {
    this.#told = true
    this.#logs = new Set()
    this.#prefixes = KNOWN
    try {
      this.#prefixes = [compilePrefix(notation), ...KNOWN]
      return null
    } catch (error) {
      if (!(error instanceof PrefixError)) throw error
      return 'The trace format prefix that the debugger names cannot be read; entries are read by the usual ones.'
    }
  }

  log(name: string): void {
    this.#told = true
    if (this.#logs.size < MOST_LOGS) this.#logs.add(name)
  }

  read(line: string): IfrEntry | null {
    const alone = this.#match(line, null, 0)
    if (alone !== null) return alone
    const log = this.#logOf(line)
    if (log === null) return null
    const from = line.slice(log.length).search(/\S/) + log.length
    return this.#match(line.slice(from), log, from)
  }

  /** True for a line that may be the start of an entry without the rest of it. */
  isCut(line: string): boolean {
    if (line.length > 300 || this.read(line) !== null) return false
    return CUT.test(line.trimEnd()) && (!this.#told || /^\d/.test(line) || this.#logOf(line) !== null)
  }

  #match(line: string, log: string | null, from: number): IfrEntry | null {
    for (const prefix of this.#prefixes) {
      const match = prefix.match(line)
      if (match === null) continue
      const sequence = match.fields?.sequence
      const message = match.message + from
      return {prefix: match, log, sequence: sequence === undefined ? null : Number(sequence), message}
    }
    return null
  }

  /** The longest log name that the line begins with. */
  #logOf(line: string): string | null {
    if (!this.#told) return ANY_LOG.exec(line)?.[1] ?? null
    let best: string | null = null
    for (let end = line.indexOf(' '); end > 0 && end < 129; end = line.indexOf(' ', end + 1)) {
      const name = line.slice(0, end).trimEnd()
      if (this.#logs.has(name)) best = name
    }
    return best
  }
}
