import type {Hex} from '../../../events/units.js'
import {
  authentication,
  ftElement,
  mobilityDomainElement,
  rsnElement,
  vendorElement,
} from '../../../wdi/frame-builders.js'
import {hexText} from '../../../wdi/octets.js'
import type {FtParts} from '../events/task-facts.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {labelBytes} from '../values/labels.js'
import {cutFrame} from './cut.js'
import {firstFtParts, labelHex, MIC_BYTES, NONCE_BYTES, PMKID_BYTES, readFtParts} from './ft-parts.js'

/** What `request{…}` or `response{…}` of FT_ASSOC_PARAMS_NEEDED says. */
export interface FtBlob {
  readonly parts: FtParts
  readonly anonce: Hex | null
  readonly mic: Hex | null
  readonly rsn: boolean
  readonly mobilityDomain: boolean
  readonly ft: boolean
  readonly pmkids: number
  /** null: the blob starts with its elements. */
  readonly fixed: {readonly algorithm: number; readonly sequence: number; readonly code: number} | null
  readonly truncated: boolean
}

const FT_ALGORITHM = 2
/** FT over 802.1X. */
const FT_AKM = 3

/** Items of a blob; `sequence` is 1 for the request, 2 for the response. */
export function readFtBlob(fields: FieldReader, sequence: 1 | 2): FtBlob {
  const alg = fields.number('alg', {max: 0xffff})
  const seq = fields.number('seq', {max: 0xffff})
  const status = fields.number('status', {max: 0xffff})
  const blob: FtBlob = {
    parts: readFtParts(fields),
    anonce: labelHex(fields, 'anonce', NONCE_BYTES),
    mic: labelHex(fields, 'mic', MIC_BYTES),
    rsn: fields.word('rsn') !== false,
    mobilityDomain: fields.word('mde') !== false,
    ft: fields.word('fte') !== false,
    pmkids: fields.number('pmkids', {max: 12}) ?? 1,
    fixed:
      alg === null && seq === null && status === null
        ? null
        : {algorithm: alg ?? FT_ALGORITHM, sequence: seq ?? sequence, code: status ?? 0},
    truncated: fields.has('truncated'),
  }
  fields.done()
  return blob
}

/** A blob that nothing is said about. */
export const UNSAID_FT_BLOB: FtBlob = {
  parts: {mde: null, pmkr0: null, snonce: null, r0kh: null},
  anonce: null,
  mic: null,
  rsn: true,
  mobilityDomain: true,
  ft: true,
  pmkids: 1,
  fixed: null,
  truncated: false,
}

export const ANY_ANONCE: Hex = hexText(labelBytes('ANonce', NONCE_BYTES))

/** The body. What the blob does not say comes from `agreeing`, in that order. */
export function ftBlobBytes(blob: FtBlob, isResponse: boolean, agreeing: readonly (FtParts | null)[]): Uint8Array {
  const parts = firstFtParts(blob.parts, ...agreeing)
  const elements: Uint8Array[] = []
  // Of a cut blob only what the line says was exported.
  const has = (element: boolean, ...said: readonly unknown[]): boolean =>
    element && (!blob.truncated || said.some(part => part !== null))
  const {pmkr0, mde, snonce, r0kh} = blob.parts
  if (has(blob.rsn, pmkr0)) elements.push(rsnElement({akms: [FT_AKM], pmkids: pmkids(parts.pmkr0, blob.pmkids)}))
  if (has(blob.mobilityDomain, mde)) elements.push(mobilityDomainElement(parts.mde))
  if (has(blob.ft, snonce, r0kh, blob.anonce, blob.mic)) {
    const anonce = blob.anonce ?? (isResponse ? ANY_ANONCE : null)
    elements.push(
      ftElement({
        ...(blob.mic === null ? {} : {mic: blob.mic}),
        ...(anonce === null ? {} : {anonce}),
        snonce: parts.snonce,
        r0khId: parts.r0kh,
      }),
    )
  }
  // Bytes without any element would read as a frame that was not exported.
  if (elements.length === 0 && !blob.truncated) elements.push(vendorElement('506f9a'))
  const body = authentication(blob.fixed === null ? {elements} : {...blob.fixed, elements})
  return blob.truncated ? cutFrame(body) : body
}

/** The PMKR0Name first; more of them, where asked for, are made up. */
const pmkids = (first: Hex, count: number): Hex[] =>
  Array.from({length: count}, (_, i) => (i === 0 ? first : hexText(labelBytes(`PMKID ${i + 1}`, PMKID_BYTES))))
