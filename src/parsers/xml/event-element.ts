import {SaxesParser} from 'saxes'
import type {Member} from '../etw/payload.js'
import {readPlainElement} from './plain-element.js'

/** What one `<Event>` element says, before anything is made of it. Values are trimmed. */
export interface EventElement {
  /** Texts of `System` by element name, its attributes as `Element.Attribute`. */
  readonly system: ReadonlyMap<string, string>
  /** Payload: EventData, UserData. */
  readonly data: readonly Member[]
  /** Texts below RenderingInfo, DebugData, ExtendedTracingInfo and ProcessingErrorData, as `Section.Element`. */
  readonly other: ReadonlyMap<string, string>
}

/** Takes what an element is made of, in order. */
export interface ElementSink {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(): void
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML forbids and traces hold.
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
/** CDATA sections, which have no entities; `&` without one; numbers of characters. */
const AMPERSAND =
  /<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)|&#(?:x([\da-fA-F]+)|(\d+));/g
const SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu
const TREE_MARKER = /^[ \t]*[-+] ?(?=<[^/])/gm
const REPLACEMENT = '\ufffd'

/**
 * Reads one element. Characters that no XML may hold, and `&` without an entity, are no reason to lose an event;
 * anything else that is not well-formed is (null), unless the text was `cut`.
 */
export function readEventElement(xml: string, tree: boolean, cut: boolean): EventElement | null {
  if (!tree && !cut) {
    const reader = new ElementReader()
    if (readPlainElement(xml, reader)) return reader
  }
  const reader = new ElementReader()
  const parser = new SaxesParser({fragment: true, position: false, xmlns: false})
  let sound = true
  parser.on('error', () => {
    sound = false
  })
  parser.on('opentag', tag => reader.open(tag.name, tag.attributes))
  parser.on('text', text => reader.text(text))
  parser.on('cdata', text => reader.text(text))
  parser.on('closetag', () => reader.close())
  parser.write(readable(tree ? xml.replace(TREE_MARKER, '') : xml))
  if (!cut) parser.close()
  return sound || cut ? reader : null
}

function readable(xml: string): string {
  let text = xml.replace(FORBIDDEN, REPLACEMENT)
  if (SURROGATE.test(text)) text = text.replace(LONE_SURROGATE, REPLACEMENT)
  if (!text.includes('&')) return text
  return text.replace(AMPERSAND, (found, hex: string | undefined, decimal: string | undefined) => {
    if (found === '&') return '&amp;'
    if (hex === undefined && decimal === undefined) return found
    return isCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ? found : REPLACEMENT
  })
}

function isCharacter(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

interface OpenElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
  parent: boolean
}

class ElementReader implements EventElement, ElementSink {
  readonly system = new Map<string, string>()
  readonly data: Member[] = []
  readonly other = new Map<string, string>()
  readonly #stack: OpenElement[] = []

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const above = this.#stack.at(-1)
    if (above !== undefined) above.parent = true
    this.#stack.push({name: name.slice(name.indexOf(':') + 1), attributes, text: '', parent: false})
  }

  text(text: string): void {
    const element = this.#stack.at(-1)
    if (element !== undefined) element.text += text
  }

  close(): void {
    const element = this.#stack.pop()
    if (element === undefined || this.#stack.length === 0) return
    const section = this.#stack[1]?.name
    const value = element.text.trim()
    if (section === undefined) {
      if (!element.parent && value !== '') this.other.set(element.name, value)
    } else if (section === 'System') {
      this.system.set(element.name, value)
      const {attributes} = element
      for (const name in attributes) this.system.set(`${element.name}.${name}`, (attributes[name] as string).trim())
    } else if (section === 'EventData' || section === 'UserData') this.#member(element, value)
    else if (!element.parent) this.other.set(`${section}.${element.name}`, value)
  }

  /** A leaf is a member; so are attributes of the elements that a provider made up. */
  #member(element: OpenElement, value: string): void {
    const {attributes} = element
    const isData = element.name === 'Data' || element.name === 'ComplexData'
    let said = false
    if (!isData) {
      for (const name in attributes) {
        if (name === 'Name' || name === 'xmlns' || name.startsWith('xmlns:')) continue
        this.data.push({name, value: (attributes[name] as string).trim()})
        said = true
      }
    }
    // What only holds others, and the empty wrapper of a template without members.
    if (value === '' && (element.parent || (!isData && (said || this.#stack.length === 2)))) return
    this.data.push({name: attributes.Name?.trim() || (isData ? null : element.name), value})
  }
}
