import type {Reader} from '../wdi/reader.js'
import type {Adapter} from './adapter.js'
import {BLANK} from './blank-session.js'
import type {Unplaced} from './build-session.js'
import type {Silence} from './capture.js'
import type {LegacyOperation} from './legacy.js'
import type {Attempt, Outcome, Phase} from './session.js'
import {NO_TOTALS} from './totals.js'

const CLASS_OF_AUTH = new Map([
  [1, 'open'],
  [3, '8021x'],
  [4, 'psk'],
  [6, '8021x'],
  [7, 'psk'],
] as const)

/** A Native 802.11 connection or roam: success or failed by its completion, incomplete without one (rules.md A.5). */
export function legacySession(
  operation: LegacyOperation,
  adapter: Adapter,
  silence: Silence,
  reader: Reader,
): Unplaced {
  const {start, completion} = operation
  const partial = start === null
  const status = completion === null ? null : (reader.legacy(completion).status ?? null)
  const outcome = partial || completion === null ? 'incomplete' : outcomeOf(status)
  const attempts = attemptsOf(operation, reader)
  const success = attempts.findLast(attempt => attempt.succeeded) ?? null
  const succeeded = outcome === 'success'
  const auth = success?.entry.auth ?? 0
  return {
    ...BLANK,
    kind: operation.kind === 'roaming' ? 'legacy-roam' : 'legacy-connect',
    partial,
    adapter,
    port: operation.port,
    startUs: (start ?? completion)?.atUs ?? 0,
    endUs: completion?.atUs ?? null,
    outcome,
    class: succeeded ? (CLASS_OF_AUTH.get(auth as 1) ?? 'unknown') : null,
    service: succeeded ? 'unknown' : null,
    oldPeer: operation.oldPeer,
    newPeer: succeeded ? (success?.bssid ?? null) : null,
    events: operation.events,
    attempts,
    success,
    disassociations: operation.events.filter(event => event.message.name === 'DOT11_DISASSOCIATION'),
    phases: partial ? [] : phasesOf(operation, silence),
    totals:
      start && completion && silence.capture.startUs !== null
        ? {...NO_TOTALS, tTask: completion.atUs - start.atUs}
        : NO_TOTALS,
  }
}

function outcomeOf(status: number | null): Outcome | null {
  if (status === null) return null
  return status === 0 ? 'success' : 'failed'
}

function attemptsOf(operation: LegacyOperation, reader: Reader): Attempt[] {
  return operation.associations.flatMap(({completion, mac, succeeded}, index) => {
    if (completion === null) return []
    const legacy = reader.legacy(completion)
    const {status, auth, unicastCipher, multicastCipher, portAuthorized, phys} = legacy
    const entry = {
      bssid: mac,
      hasParameters: true,
      status,
      code: undefined,
      reassociation: undefined,
      auth,
      unicastCipher,
      multicastCipher,
      portAuthorized,
      comebackTu: undefined,
      band: undefined,
      phys,
      request: undefined,
      response: undefined,
      authResponse: undefined,
      beacon: legacy.beacon,
      localLink: undefined,
    }
    const {code, band} = entry
    return [{number: index + 1, event: completion, entry, bssid: mac, status, code, band, succeeded}]
  })
}

function phasesOf(operation: LegacyOperation, silence: Silence): Phase[] {
  return operation.associations.flatMap(({start, completion}, index) => {
    if (start === null || completion === null) return []
    const lost = silence.unmeasured(start.atUs, completion.atUs)
    const durationUs = lost ? null : completion.atUs - start.atUs
    return [{name: 'attempt', attempt: index + 1, startUs: start.atUs, durationUs, whose: 'driver and AP'} as const]
  })
}
