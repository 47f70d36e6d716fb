import type {Hex, Maybe} from '../../events/units.js'
import {parseAssociationRequest, parseAssociationResponse} from '../association-frame.js'
import {parseAuthentication} from '../authentication-frame.js'
import {walkElements} from '../elements.js'
import type {AssociationFrame, AuthenticationFrame, Element, ReasonFrame} from '../frames.js'
import {hexText} from '../octets.js'
import {parseReason} from '../reason-frame.js'
import type {Tlv} from '../tlv.js'
import {map} from './node-values.js'

export const requestIn = (node: Maybe<Tlv>, reassociation: boolean | undefined): Maybe<AssociationFrame> =>
  map(node, ({value, cut}) => parseAssociationRequest(value, reassociation, cut))

export const responseIn = (node: Maybe<Tlv>): Maybe<AssociationFrame> =>
  map(node, ({value, cut}) => parseAssociationResponse(value, cut))

export const authenticationIn = (node: Maybe<Tlv>): Maybe<AuthenticationFrame> =>
  map(node, ({value, cut}) => parseAuthentication(value, cut))

export const reasonIn = (node: Maybe<Tlv>): Maybe<ReasonFrame> => map(node, ({value}) => parseReason(value))

/** Elements of a TLV that holds nothing else; undefined where they end early. */
export function elementsIn(node: Maybe<Tlv>): Maybe<readonly Element[]> {
  if (node == null) return node
  const walk = walkElements(node.value)
  return walk.clean && !node.cut ? walk.elements : undefined
}

/** Content of the element in a TLV, which may also be the content alone. */
export function elementBody(node: Maybe<Tlv>, id: number, extension: number | null = null): Maybe<Uint8Array> {
  if (node == null) return node
  if (node.cut) return undefined
  const {elements} = walkElements(node.value)
  return elements.find(element => element.id === id && element.extension === extension)?.body ?? node.value
}

export const hexOf = (bytes: Maybe<Uint8Array>): Maybe<Hex> => (bytes == null ? bytes : hexText(bytes))
