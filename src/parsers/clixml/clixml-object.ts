import {VALUES} from '../etw/event-properties.js'
import type {ElementSink} from '../xml/event-element.js'

/** One character that XML may not hold, or an underscore in front of what looks like one. */
const ESCAPE = /_x([\da-fA-F]{4})_/g
/** Elements that hold others instead of a value. */
const HOLDERS: ReadonlySet<string> = new Set([
  'Obj',
  'Props',
  'MS',
  'LST',
  'IE',
  'STK',
  'QUE',
  'DCT',
  'En',
  'TN',
  'TNRef',
  'Ref',
])

const LISTS: ReadonlySet<string> = new Set(['LST', 'IE', 'STK', 'QUE'])
const VALUE_NAMES: readonly string[] = VALUES

interface Open {
  readonly name: string
  readonly member: string
  text: string
}

/**
 * Reads one serialised object: its properties by name in lower case, and the values of its payload, each of which is an
 * object with a `Value` or a value itself.
 */
export class ClixmlObject implements ElementSink {
  readonly properties = new Map<string, string>()
  readonly values: string[] = []
  readonly #stack: Open[] = []

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#stack.push({name, member: attributes.N ?? '', text: ''})
  }

  text(text: string): void {
    const element = this.#stack.at(-1)
    if (element !== undefined) element.text += text
  }

  close(): void {
    const element = this.#stack.pop()
    if (element === undefined || HOLDERS.has(element.name)) return
    const value = valueOfElement(element)
    const depth = this.#stack.length
    const [, section, holder, list] = this.#stack
    if (section?.name !== 'Props' && section?.name !== 'MS') return
    const name = element.member.toLowerCase()
    if (depth === 2 && name !== '') {
      if (!this.properties.has(name)) this.properties.set(name, value)
    } else if (LISTS.has(list?.name ?? '') && VALUE_NAMES.includes(holder?.member.toLowerCase() ?? '')) {
      // Below the list, bare or as the property of an object.
      if (depth === 4 || (depth === 6 && element.member === 'Value')) this.values.push(value)
    }
  }
}

function valueOfElement({name, text}: Open): string {
  // Bytes.
  if (name === 'BA') return Buffer.from(text.trim(), 'base64').toString('hex').toUpperCase()
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
