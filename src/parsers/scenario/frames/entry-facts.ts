import type {Mac} from '../../../events/units.js'
import type {AkmCipher} from '../../../wdi/facts.js'

/** What the rest of the result entry says about its frames. */
export interface EntryFacts {
  readonly bssid: Mac | null
  readonly auth: number
  readonly unicastCipher: number
  readonly multicastCipher: number
  readonly reassociation: boolean
  readonly akm: AkmCipher | null
}
