import {element} from '../../../wdi/frame-builders.js'
import {concat, hexText, parseHex} from '../../../wdi/octets.js'
import type {FieldReader} from '../grammar/field-reader.js'

/** An element as `ies=` and `missing=` write it (scenario.md 3). */
export interface WantedElement {
  readonly id: number
  readonly extension: number | null
  /** Six hex digits; only for id 221. */
  readonly oui: string | null
  /** After the extension id or OUI. */
  readonly content: Uint8Array
}

const SHAPE = /^(\d{1,3})(?:\/([0-9a-f]{1,8}))?(?::([0-9a-f]*))?$/i

/** `127:0000080000000000`, `255/32`, `221/506f9a:10`. Null: no such element. */
export function parseElement(text: string): WantedElement | null {
  const match = SHAPE.exec(text)
  if (match === null) return null
  const id = Number(match[1])
  const content = parseHex(match[3] ?? '')
  const detail = match[2]
  if (id > 255 || content === undefined || content.length > 251) return null
  if (id === 255) {
    const extension = detail === undefined || !/^\d+$/.test(detail) ? -1 : Number(detail)
    return extension < 0 || extension > 255 ? null : {id, extension, oui: null, content}
  }
  if (id !== 221) return detail === undefined ? {id, extension: null, oui: null, content} : null
  const oui = detail === undefined ? null : ouiOf(detail)
  return oui === null ? null : {id, extension: null, oui, content}
}

/** Six digits are hex digits; fewer or more a decimal number. */
function ouiOf(text: string): string | null {
  if (text.length === 6) return text.toLowerCase()
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return value <= 0xffffff ? value.toString(16).padStart(6, '0') : null
}

/** The elements of `ies=` or `missing=`; none where the key is not there. */
export const readElements = (fields: FieldReader, key: string): WantedElement[] =>
  (fields.texts(key) ?? []).map(
    text =>
      parseElement(text) ??
      fields.fail(`"${text}" is no element for ${key}=: it needs ID, 255/EXT or 221/OUI, and content after a colon`),
  )

export function elementBytes({id, extension, oui, content}: WantedElement): Uint8Array {
  if (oui !== null) return element(221, concat([Uint8Array.from(Buffer.from(oui, 'hex')), content]))
  return extension === null ? element(id, content) : element(id, content, extension)
}

/** Same kind of element, whatever it holds; with content in `pattern`, also the same content. */
export function matchesElement(wanted: WantedElement, pattern: WantedElement): boolean {
  if (wanted.id !== pattern.id || wanted.extension !== pattern.extension || wanted.oui !== pattern.oui) return false
  return pattern.content.length === 0 || hexText(pattern.content) === hexText(wanted.content)
}

export const elementsBytes = (elements: readonly WantedElement[]): Uint8Array => concat(elements.map(elementBytes))
