import type {Mac} from '../../../events/units.js'
import {
  associationResponse,
  authentication,
  element,
  multiLinkElement,
  saeCommitContent,
  timeoutInterval,
} from '../../../wdi/frame-builders.js'
import type {FieldReader} from '../grammar/field-reader.js'
import {cutFrame} from './cut.js'

const RATES = element(1, Uint8Array.of(0x8c, 0x12, 0x98, 0x24, 0xb0, 0x48, 0x60, 0x6c))
const DEADLINE = 1
const COMEBACK = 3

/** What the response agrees with. */
export interface ResponseContext {
  readonly code: number
  readonly comebackTu: number
  /** The request carries a Multi-Link element. */
  readonly multiLink: boolean
  readonly mld: Mac | null
}

export interface Response {
  readonly bytes: Uint8Array
  readonly multiLink: boolean
  readonly mld: Mac | null
}

/** Body of the association response of a result entry. */
export function readResponse(fields: FieldReader, context: ResponseContext): Response {
  const truncated = fields.has('truncated')
  const code = fields.number('code', {max: 0xffff}) ?? context.code
  const comeback = fields.number('comeback') ?? (truncated ? 0 : context.comebackTu)
  const deadline = fields.number('deadline')
  const multiLink = fields.word('multi-link') ?? (!truncated && context.multiLink)
  const mld = fields.addressOf('mld') ?? context.mld
  fields.done()
  const elements = [RATES]
  if (deadline !== null) elements.push(timeoutInterval(DEADLINE, deadline))
  if (comeback > 0) elements.push(timeoutInterval(COMEBACK, comeback))
  if (multiLink) elements.push(multiLinkElement({mldAddress: mld}))
  const body = associationResponse({code, elements})
  return {bytes: truncated ? cutFrame(body) : body, multiLink, mld: multiLink ? mld : null}
}

const SAE_AUTH = 9
const SAE = 3
const OPEN = 0

/** Body of the authentication response of a result entry. */
export function readAuthResponse(fields: FieldReader, code: number, auth: number): Uint8Array {
  const truncated = fields.has('truncated')
  const own = fields.number('code', {max: 0xffff}) ?? code
  fields.done()
  const body =
    auth === SAE_AUTH
      ? authentication({algorithm: SAE, sequence: 1, code: own, content: saeCommitContent(), elements: []})
      : authentication({algorithm: OPEN, sequence: 2, code: own, elements: []})
  return truncated ? cutFrame(body) : body
}
