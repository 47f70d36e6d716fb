import type {Hex, Maybe} from '../../events/units.js'
import {ELEMENT, mobilityDomain} from '../elements.js'
import type {FtParameters} from '../facts.js'
import {parseFtElement} from '../ft-element.js'
import {elementBody} from './frames.js'
import {map, textIn} from './node-values.js'
import {one, type Scope} from './scope.js'

/** WDI_TLV_FT_REASSOC_PARAMETERS. */
export function ftParameters(scope: Scope): FtParameters {
  const ft = elementBody(one(scope, 'FT_FTE'), ELEMENT.ft)
  const parsed = map(ft, parseFtElement)
  const domain = elementBody(one(scope, 'FT_MDE'), ELEMENT.mobilityDomain)
  return {
    mobilityDomain: map(domain, mobilityDomain),
    pmkR0Name: textIn(one(scope, 'FT_PMKR0NAME'), 'pmkName') as Maybe<Hex>,
    snonce: map(parsed, element => element.snonce),
    r0khId: map(parsed, element => element.r0khId),
  }
}
