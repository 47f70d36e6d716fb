import type {Atom, Field, ItemField} from './notation.js'

/** Nesting that no sensible line reaches; beyond it the parser would only burn stack. */
const MAX_DEPTH = 8

const ATOM = /[+-]?[\p{L}\p{N}*?][\p{L}\p{N}_./:*-]*/uy
const KEY = /^\p{L}[\p{L}\p{N}_-]*$/u
const NUMBER = /^(?:[+-]?\d+(?:\.\d+)?|0x[0-9a-f]+)$/i

/** Throws an Error with one sentence; the caller adds the line. */
export class FieldParser {
  #at = 0

  constructor(
    private readonly text: string,
    /** Addresses stand without key, and end nothing after `entries=`. */
    private readonly isAddress: (word: string) => boolean,
  ) {}

  /** All fields of a line; the whole text must be fields. */
  parse(): Field[] {
    const fields = this.#fields('', 0)
    if (this.#at < this.text.length) this.#fail(`unexpected "${this.text[this.#at]}"`)
    return fields
  }

  #fields(close: '' | ')' | '}', depth: number, numbers = false): Field[] {
    if (depth > MAX_DEPTH) this.#fail(`brackets are nested more than ${MAX_DEPTH} deep`)
    const fields: Field[] = []
    for (;;) {
      this.#skipBlanks(close === '}')
      const char = this.text[this.#at]
      if (char === undefined || char === ')' || char === '}') {
        if (char !== undefined && close === '') return fields
        if ((char ?? '') !== close) this.#fail(`"${close}" is missing`)
        return fields
      }
      fields.push(this.#field(close === '}', depth, numbers))
    }
  }

  #field(braces: boolean, depth: number, numbers: boolean): Field {
    if (this.text[this.#at] === '(') return this.#item(depth)
    const word = this.#word()
    const next = this.text[this.#at]
    if (numbers && NUMBER.test(word)) return {kind: 'number', text: word}
    if (next === '=') return this.#pair(this.#key(word), braces, depth)
    if (next === '{' || next === '(') return this.#group(this.#key(word), next, depth)
    if (word === 'no') {
      this.#skipBlanks(false)
      const name = this.#word()
      if (!KEY.test(name)) this.#fail('"no" needs the name of a flag or group after it')
      return {kind: 'word', text: name, negated: true}
    }
    if (!KEY.test(word) && !this.isAddress(word)) this.#fail(`"${word}" is no field`)
    return {kind: 'word', text: word, negated: false}
  }

  #item(depth: number): ItemField {
    this.#at++
    const fields = this.#fields(')', depth + 1)
    this.#at++
    return {kind: 'item', fields}
  }

  #group(key: string, open: '{' | '(', depth: number): Field {
    this.#at++
    const fields = this.#fields(open === '{' ? '}' : ')', depth + 1, open === '(')
    this.#at++
    return {kind: 'group', key, fields}
  }

  #pair(key: string, braces: boolean, depth: number): Field {
    this.#at++
    if (key === 'entries') return {kind: 'entries', entries: this.#entries(depth)}
    if (this.text[this.#at] === '[') return {kind: 'pair', key, atoms: this.#list(key)}
    return {kind: 'pair', key, atoms: this.#atoms(key, braces)}
  }

  #atoms(key: string, braces: boolean): Atom[] {
    const atoms = [this.#atom(key)]
    while (this.text[this.#at] === ',') {
      const after = this.text[this.#at + 1]
      if (braces && (after === undefined || /[\s}]/.test(after))) break
      this.#at++
      atoms.push(this.#atom(key))
    }
    return atoms
  }

  #list(key: string): Atom[] {
    this.#at++
    const atoms: Atom[] = []
    while (this.text[this.#at] !== ']') {
      if (atoms.length > 0) {
        if (this.text[this.#at] !== ',') this.#fail(`the list of ${key}= needs "," or "]"`)
        this.#at++
      }
      this.#skipBlanks(false)
      atoms.push(this.#atom(key))
      this.#skipBlanks(false)
    }
    this.#at++
    return atoms
  }

  #entries(depth: number): ItemField[] {
    const entries: ItemField[] = []
    for (;;) {
      const before = this.#at
      if (entries.length > 0) this.#skipBlanks(false)
      if (this.text[this.#at] === '(') entries.push(this.#item(depth))
      else {
        const word = this.#peekWord()
        const after = this.text[this.#at + word.length] ?? ' '
        if (word === '' || !this.isAddress(word) || /[={(]/.test(after)) {
          if (entries.length === 0) this.#fail('entries= needs addresses or (…)')
          this.#at = before
          return entries
        }
        this.#at += word.length
        entries.push({kind: 'item', fields: [{kind: 'word', text: word, negated: false}]})
      }
    }
  }

  #atom(key: string): Atom {
    if (this.text[this.#at] === '"') {
      const end = this.text.indexOf('"', this.#at + 1)
      if (end === -1) this.#fail(`the quoted value of ${key}= has no end`)
      const text = this.text.slice(this.#at + 1, end)
      this.#at = end + 1
      return {text, quoted: true}
    }
    const text = this.#peekWord()
    if (text === '') this.#fail(`${key}= needs a value`)
    this.#at += text.length
    return {text, quoted: false}
  }

  #word(): string {
    const word = this.#peekWord()
    if (word === '') this.#fail(`unexpected "${this.text[this.#at] ?? 'end of line'}"`)
    this.#at += word.length
    return word
  }

  #peekWord(): string {
    ATOM.lastIndex = this.#at
    return ATOM.exec(this.text)?.[0] ?? ''
  }

  #key(word: string): string {
    if (!KEY.test(word)) this.#fail(`"${word}" is no name of a field`)
    return word
  }

  #skipBlanks(commas: boolean): void {
    for (;;) {
      const char = this.text[this.#at]
      if (char !== ' ' && char !== '\t' && !(commas && char === ',')) return
      this.#at++
    }
  }

  #fail(sentence: string): never {
    throw new Error(sentence)
  }
}
