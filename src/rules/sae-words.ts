import type {Maybe} from '../events/units.js'
import {enumName} from '../wdi/enum-names.js'

/** Types of SAE_AUTH_PARAMS_NEEDED. */
export const ASKS = {commitParameters: 0, commitFrame: 1, confirmFrame: 2, error: 3, confirmAgain: 4} as const

/** Types of SET_SAE_AUTH_PARAMS. */
export const ANSWERS = {commit: 0, confirm: 1, failure: 2, success: 3, commitHashToElement: 4} as const

const ASKED: Readonly<Record<number, string>> = {
  0: 'commit parameters needed',
  1: 'commit frame received',
  2: 'confirm frame received',
  3: 'error',
  4: 'confirm to be sent again',
}

const ANSWERED: Readonly<Record<number, string>> = {
  0: 'commit',
  1: 'confirm',
  2: 'failure',
  3: 'success',
  4: 'commit with hash-to-element',
}

/** "type 0 (commit parameters needed)". */
export function askedWords(type: Maybe<number>): string {
  return words(type, ASKED)
}

/** "type 1 (confirm)". */
export function answeredWords(type: Maybe<number>): string {
  return words(type, ANSWERED)
}

function words(type: Maybe<number>, names: Readonly<Record<number, string>>): string {
  if (type == null) return 'unknown type'
  const name = names[type]
  return name === undefined ? `type ${type}` : `type ${type} (${name})`
}

/** "status 51 (TIMEOUT_WAITING_FOR_COMMIT_REQUEST)"; "no status" where the TLV is absent. */
export function saeStatusWords(status: Maybe<number>): string {
  if (status == null) return 'no status'
  const name = enumName('WDI_SAE_STATUS', status)?.replace('WDI_SAE_STATUS_', '')
  return name === undefined ? `status ${status}` : `status ${status} (${name})`
}
