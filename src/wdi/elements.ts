import type {Element, FrameElements} from './frames.js'
import {parseFtElement} from './ft-element.js'
import {parseMultiLink} from './multi-link.js'
import {hexText, littleEndian, ssidText} from './octets.js'
import {parseRsn} from './rsn.js'

/** Ids of the elements that rules ask for. */
export const ELEMENT = {
  ssid: 0,
  rsn: 48,
  mobilityDomain: 54,
  ft: 55,
  timeoutInterval: 56,
  extendedCapabilities: 127,
  vendor: 221,
  extended: 255,
} as const

export const EXTENSION = {oweDh: 32, multiLink: 107} as const

export interface Walk {
  readonly elements: readonly Element[]
  /** No element reaches beyond the bytes. One byte behind the last is surplus: too short for an element. */
  readonly clean: boolean
  /** Where the last whole element ends, and the one that does not fit starts. */
  readonly end: number
}

/** Elements from `from` on. Offsets count from the first of `bytes`, plus `base`. */
export function walkElements(bytes: Uint8Array, from = 0, base = 0): Walk {
  const elements: Element[] = []
  let at = from
  while (at + 2 <= bytes.length) {
    const id = bytes[at] as number
    const length = bytes[at + 1] as number
    const next = at + 2 + length
    if (next > bytes.length) break
    const extended = id === ELEMENT.extended && length > 0
    elements.push({
      id,
      extension: extended ? (bytes[at + 2] as number) : null,
      body: bytes.subarray(extended ? at + 3 : at + 2, next),
      offset: base + at,
    })
    at = next
  }
  return {elements, clean: bytes.length - at < 2, end: at}
}

/**
 * What rules ask of the elements of a body. Not found in a body that is cut: undefined, since it may have been there.
 * `cut`: the body's bytes end before its TLV says.
 */
export function frameElements(walk: Walk, cut = false): FrameElements {
  const {elements} = walk
  const clean = walk.clean && !cut
  const absent = clean ? null : undefined
  const find = (id: number, extension: number | null = null) =>
    elements.find(element => element.id === id && element.extension === extension)?.body
  const read = <T>(body: Uint8Array | undefined, parse: (body: Uint8Array) => T): T | null | undefined =>
    body === undefined ? absent : parse(body)

  const multiLink = find(ELEMENT.extended, EXTENSION.multiLink)
  return {
    elements,
    truncated: !clean,
    ssid: read(find(ELEMENT.ssid), ssidText),
    rsn: read(find(ELEMENT.rsn), parseRsn),
    mobilityDomain: read(find(ELEMENT.mobilityDomain), mobilityDomain),
    ft: read(find(ELEMENT.ft), parseFtElement),
    extendedCapabilities: read(find(ELEMENT.extendedCapabilities), body => body),
    multiLink: multiLink !== undefined ? true : clean ? false : undefined,
    mldAddress: read(multiLink, body => parseMultiLink(body).mldAddress),
    oweDh: read(find(ELEMENT.extended, EXTENSION.oweDh), hexText),
    timeouts: new Map(elements.flatMap(timeout)),
  }
}

/** Elements of which nothing is known, for frames that were not exported. */
export const unknownElements = (): FrameElements => frameElements({elements: [], clean: false, end: 0})

/** The id is the first two bytes; the FT capability byte follows. */
export const mobilityDomain = (body: Uint8Array): string | undefined =>
  body.length < 2 ? undefined : hexText(body, 0, 2)

function timeout(element: Element): [number, number][] {
  if (element.id !== ELEMENT.timeoutInterval || element.body.length < 5) return []
  return [[element.body[0] as number, littleEndian(element.body, 1, 4)]]
}
