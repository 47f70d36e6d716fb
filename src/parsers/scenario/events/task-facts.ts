import type {Hex, Mac} from '../../../events/units.js'
import type {AkmCipher} from '../../../wdi/facts.js'
import type {WantedElement} from '../values/wanted-element.js'

/** FT reassociation parameters; what the line does not say is null. */
export interface FtParts {
  readonly mde: Hex | null
  readonly pmkr0: Hex | null
  readonly snonce: Hex | null
  readonly r0kh: Hex | null
}

/** What the host said about one AP. */
export interface CandidateFacts {
  readonly bssid: Mac | null
  readonly pmkid: Hex | null
  readonly elements: readonly WantedElement[]
  readonly ft: FtParts | null
  readonly ssid: string | null
  readonly multiLink: boolean
  readonly mld: Mac | null
}

/** What a connect or roam task said; frames that a scenario shows agree with it (scenario.md 4.3). */
export interface TaskFacts {
  readonly ssids: readonly string[]
  readonly auth: readonly number[]
  readonly unicastCiphers: readonly number[]
  readonly multicastCiphers: readonly number[]
  readonly phys: readonly number[] | null
  readonly pairs: readonly AkmCipher[]
  readonly mfp: boolean
  /** Bits of the extended capabilities that the settings ask for. */
  readonly capabilityBits: readonly number[]
  readonly elements: readonly WantedElement[]
  readonly candidates: readonly CandidateFacts[]
}

/** The latest FT exchange with an AP. */
export interface FtExchange extends FtParts {
  readonly anonce: Hex | null
}
