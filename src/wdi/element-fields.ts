import {vendorName} from './element-names.js'
import {mobilityDomain} from './elements.js'
import {enumName} from './enum-names.js'
import {emptyRecord, type FieldValues, keyText, type Plain} from './fields.js'
import type {Element} from './frames.js'
import {parseFtElement} from './ft-element.js'
import {parseMultiLink} from './multi-link.js'
import {hexText, littleEndian, ssidText} from './octets.js'
import type {ProblemCode} from './problem.js'
import {parseRsn} from './rsn.js'

/** What an element says; or why it cannot be read. null: no layout is known here, the bytes speak. */
export type ElementContent =
  | {readonly fields: FieldValues}
  | {readonly code: ProblemCode; readonly message: string}
  | null

type Read = (body: Uint8Array) => Record<string, Plain> | string
interface Reading {
  readonly minimum: number
  readonly read: Read
  readonly names?: (body: Uint8Array) => Record<string, Plain>
}

const reason = 'it ends inside one of its parts'

/** Keyed by id, or by 255/extension. */
const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['0', {minimum: 0, read: body => ({ssid: ssidText(body)})}],
  ['3', {minimum: 1, read: body => ({channel: body[0] as number})}],
  ['48', {minimum: 2, read: rsn, names: rsnNames}],
  ['54', {minimum: 3, read: body => ({mobilityDomain: mobilityDomain(body) ?? '', capability: body[2] as number})}],
  ['55', {minimum: 82, read: ft}],
  ['56', {minimum: 5, read: body => ({type: body[0] as number, tu: littleEndian(body, 1, 4)})}],
  ['127', {minimum: 1, read: body => ({bits: bits(body)})}],
  ['255/32', {minimum: 2, read: body => ({group: littleEndian(body, 0, 2), publicKey: hexText(body.subarray(2))})}],
  ['255/107', {minimum: 3, read: multiLink}],
])

function rsn(body: Uint8Array): Record<string, Plain> | string {
  const parsed = parseRsn(body)
  if (!parsed) return reason
  const {group, pairwise, akms, capabilities, pmkids} = parsed
  return {
    version: littleEndian(body, 0, 2),
    ...(group === null ? {} : {group}),
    pairwise,
    akms,
    ...(capabilities === null ? {} : {capabilities}),
    pmkids,
  }
}

function rsnNames(body: Uint8Array): Record<string, Plain> {
  const parsed = parseRsn(body)
  if (!parsed) return {}
  const cipher = (type: number) => enumName('RSNA_CIPHER_SUITE', type) ?? ''
  return {
    ...(parsed.group === null ? {} : {group: cipher(parsed.group)}),
    pairwise: parsed.pairwise.map(cipher),
    akms: parsed.akms.map(type => enumName('RSNA_AKM_SUITE', type) ?? ''),
  }
}

function ft(body: Uint8Array): Record<string, Plain> | string {
  const parsed = parseFtElement(body)
  if (!parsed) return reason
  const {mic, anonce, snonce, r0khId, r1khId} = parsed
  return {mic, anonce, snonce, ...(r0khId === null ? {} : {r0khId}), ...(r1khId === null ? {} : {r1khId})}
}

function multiLink(body: Uint8Array): Record<string, Plain> {
  const {type, mldAddress} = parseMultiLink(body)
  return mldAddress === null ? {type} : {type, mldAddress}
}

const bits = (body: Uint8Array): number[] =>
  Array.from({length: 8 * body.length}, (_, bit) => bit).filter(bit => ((body[bit >> 3] as number) >> (bit & 7)) & 1)

function vendor(body: Uint8Array): Reading {
  const oui = hexText(body.subarray(0, 3))
  const type = hexText(body.subarray(3, 4))
  const name = vendorName(oui, type)
  return {
    minimum: 3,
    read: () => ({oui, type, content: holdsKey(oui, type) ? keyText(body.length - 4) : hexText(body.subarray(4))}),
    names: () => (name === null ? {} : {type: name}),
  }
}

/** Key data of a handshake: every member of 00-0F-AC may be a key, but for the PMKID (type 4). */
const holdsKey = (oui: string, type: string): boolean => oui === '000fac' && type !== '04'

const SSID_MAX = 32

export function elementContent(element: Element): ElementContent {
  const {id, extension, body} = element
  if (id === 255 && extension === null) return {code: 'invalid', message: 'an extended element without extension id'}
  if (id === 0 && body.length > SSID_MAX) {
    return {code: 'invalid', message: `an SSID of ${body.length} bytes; ${SSID_MAX} fit`}
  }
  const reading = id === 221 ? vendor(body) : readings.get(extension === null ? String(id) : `${id}/${extension}`)
  if (!reading) return null
  if (body.length < reading.minimum) {
    return {code: 'short', message: `it has ${body.length} of at least ${reading.minimum} bytes`}
  }
  const values = reading.read(body)
  if (typeof values === 'string') return {code: 'short', message: values}
  return {
    fields: {
      values: Object.assign(emptyRecord<Plain>(), values),
      names: Object.assign(emptyRecord<Plain>(), reading.names?.(body)),
    },
  }
}
