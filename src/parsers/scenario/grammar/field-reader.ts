import type {Mac} from '../../../events/units.js'
import {ScenarioError} from '../scenario-error.js'
import type {Addresses} from '../values/addresses.js'
import {type Names, parseNumber} from '../values/named-numbers.js'
import type {Atom, Field, GroupField, ItemField, PairField} from './notation.js'

export interface NumberLimits {
  readonly names?: Names
  /** Defaults: 0 to 0xFFFFFFFF. */
  readonly min?: number
  readonly max?: number
}

/**
 * Hands out the fields of a line, an item or a group by name and remembers which were asked for: what nobody
 * asked for is unknown, and `done` says so. All errors are ScenarioErrors.
 */
export class FieldReader {
  readonly #read = new Set<Field>()

  constructor(
    private readonly fields: readonly Field[],
    /** For messages: "LINK_STATE_CHANGE", "request{} of ASSOCIATION_RESULT". */
    readonly what: string,
    readonly line: number,
    private readonly known: Addresses,
  ) {
    this.#rejectRepeats()
  }

  fail(sentence: string): never {
    throw new ScenarioError(this.line, sentence)
  }

  /** True: the bare word stands here; false: after `no`; null: neither. */
  word(name: string): boolean | null {
    for (const field of this.fields) {
      if (field.kind !== 'word' || field.text !== name) continue
      this.#read.add(field)
      return !field.negated
    }
    return null
  }

  has(name: string): boolean {
    return this.word(name) === true
  }

  /** Keys of all `key=value`. */
  keys(): string[] {
    return this.fields.flatMap(field => (field.kind === 'pair' ? [field.key] : []))
  }

  text(key: string): string | null {
    const pair = this.#pair(key)
    if (pair === null) return null
    if (pair.atoms.length !== 1) this.fail(`${key}= of ${this.what} takes one value`)
    return (pair.atoms[0] as Atom).text
  }

  /** Values of a list; null: the key is not there. */
  texts(key: string): string[] | null {
    return this.#pair(key)?.atoms.map(atom => atom.text) ?? null
  }

  /** Values of a key that may stand several times, in order. */
  allTexts(key: string): string[] {
    const pairs = this.fields.filter((field): field is PairField => field.kind === 'pair' && field.key === key)
    for (const pair of pairs) this.#read.add(pair)
    return pairs.flatMap(pair => pair.atoms.map(atom => atom.text))
  }

  number(key: string, limits: NumberLimits = {}): number | null {
    const text = this.text(key)
    return text === null ? null : this.toNumber(key, text, limits)
  }

  numbers(key: string, limits: NumberLimits = {}): number[] | null {
    return this.texts(key)?.map(text => this.toNumber(key, text, limits)) ?? null
  }

  /** 0 or 1. */
  bit(key: string): number | null {
    return this.number(key, {max: 1})
  }

  toNumber(key: string, text: string, {names, min = 0, max = 0xffffffff}: NumberLimits): number {
    const value = names?.get(text) ?? parseNumber(text)
    if (value === undefined) {
      const hint = names === undefined ? 'a number' : `a number or one of ${[...names.keys()].join(', ')}`
      this.fail(`"${text}" is no value of ${key}= (${this.what}): it takes ${hint}`)
    }
    if (!Number.isInteger(value)) this.fail(`${key}= of ${this.what} takes whole numbers, not ${text}`)
    if (value < min || value > max) this.fail(`${key}=${text} of ${this.what} is outside ${min} to ${max}`)
    return value
  }

  /** The positional address; null: none stands here. */
  address(): Mac | null {
    return this.addresses(1)[0] ?? null
  }

  /** Positional addresses, up to `limit` of them. */
  addresses(limit: number): Mac[] {
    const found: Mac[] = []
    for (const field of this.fields) {
      if (found.length === limit) break
      if (field.kind !== 'word' || field.negated || this.#read.has(field)) continue
      const address = this.known.find(field.text)
      if (address === undefined) continue
      this.#read.add(field)
      found.push(address)
    }
    return found
  }

  addressOf(key: string): Mac | null {
    const text = this.text(key)
    return text === null ? null : this.#toAddress(key, text)
  }

  addressList(key: string): Mac[] | null {
    return this.texts(key)?.map(text => this.#toAddress(key, text)) ?? null
  }

  /** `name{…}` or `name(…)`; a bare `name` is an empty group; null: neither stands here. */
  group(name: string): FieldReader | null {
    const field = this.fields.find(f => f.kind === 'group' && f.key === name) as GroupField | undefined
    if (field === undefined) return this.word(name) === true ? this.#inner([], `${name}{}`) : null
    this.#read.add(field)
    return this.#inner(field.fields, `${name}{}`)
  }

  /** The number after a bare word inside `( … )`: 7 in `deauth-frame(reason 7)`; also `reason=7`. */
  counted(name: string): number | null {
    const at = this.fields.findIndex(field => field.kind === 'word' && field.text === name)
    if (at === -1) return this.number(name, {max: 0xffff})
    const after = this.fields[at + 1]
    if (after?.kind !== 'number') this.fail(`"${name}" in ${this.what} needs a number after it`)
    this.#read.add(this.fields[at] as Field)
    this.#read.add(after)
    return this.toNumber(name, after.text, {max: 0xffff})
  }

  /** All `( … )`. */
  items(name: string): FieldReader[] {
    const items = this.fields.filter((field): field is ItemField => field.kind === 'item')
    for (const item of items) this.#read.add(item)
    return items.map(item => this.#inner(item.fields, name))
  }

  /** Members of `entries=`; null: the key is not there. */
  entries(): FieldReader[] | null {
    for (const field of this.fields) {
      if (field.kind !== 'entries') continue
      this.#read.add(field)
      return field.entries.map(entry => this.#inner(entry.fields, 'a candidate'))
    }
    return null
  }

  /** Throws for the first field that nobody read. */
  done(): void {
    const unread = this.fields.find(field => !this.#read.has(field))
    if (unread === undefined) return
    if (unread.kind === 'item') this.fail(`${this.what} takes no (…)`)
    if (unread.kind === 'number') this.fail(`unexpected number ${unread.text} in ${this.what}`)
    if (unread.kind === 'word' && this.known.isAddress(unread.text)) {
      this.fail(`unexpected address ${unread.text} in ${this.what}`)
    }
    this.fail(`unknown field "${nameOf(unread)}" of ${this.what}`)
  }

  #inner(fields: readonly Field[], what: string): FieldReader {
    return new FieldReader(fields, `${what} of ${this.what}`, this.line, this.known)
  }

  #pair(key: string): PairField | null {
    for (const field of this.fields) {
      if (field.kind !== 'pair' || field.key !== key) continue
      this.#read.add(field)
      return field
    }
    return null
  }

  #toAddress(key: string, text: string): Mac {
    return this.known.find(text) ?? this.fail(`"${text}" after ${key}= (${this.what}) is no address`)
  }

  #rejectRepeats(): void {
    const seen = new Set<string>()
    for (const field of this.fields) {
      const name = nameOf(field)
      if (name === null || name === 'tlv' || this.known.isAddress(name)) continue
      if (seen.has(name)) this.fail(`"${name}" stands twice in ${this.what}`)
      seen.add(name)
    }
  }
}

function nameOf(field: Field): string | null {
  if (field.kind === 'word') return field.text
  if (field.kind === 'pair' || field.kind === 'group') return field.key
  return field.kind === 'entries' ? 'entries' : null
}
