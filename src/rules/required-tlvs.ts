import type {TraceEvent} from '../events/event.js'
import type {Maybe} from '../events/units.js'
import type {Reader} from '../wdi/reader.js'
import {tlvByName} from '../wdi/spec.js'

/** A TLV that a message must have (rules.md A.1b). */
export interface RequiredTlv {
  /** Full name. */
  readonly tlv: string
  /** Where it should be, for lists: "entry 2". */
  readonly member: string | null
  /** undefined: not exported, or its content cannot be read. */
  readonly there: boolean | undefined
}

type Look = (event: TraceEvent, reader: Reader) => readonly RequiredTlv[]

/** null and false are absent for sure. */
function required(name: string, value: Maybe<unknown>, member: string | null = null): RequiredTlv {
  return {tlv: `WDI_TLV_${name}`, member, there: value === undefined ? undefined : value !== null && value !== false}
}

function memberName(index: number, count: number): string | null {
  return count === 1 ? null : `entry ${index + 1}`
}

const connectTask: Look = (event, reader) => {
  const {hasParameters, settings, ssids, auth, unicastCiphers, multicastCiphers, candidates} = reader.connectTask(event)
  const parameters = required('CONNECT_PARAMETERS', hasParameters)
  const inside = [
    required('CONNECTION_SETTINGS', settings),
    required('SSID', ssids),
    required('AUTH_ALGO_LIST', auth),
    required('MULTICAST_CIPHER_ALGO_LIST', multicastCiphers),
    required('UNICAST_CIPHER_ALGO_LIST', unicastCiphers),
  ]
  const entries = (candidates ?? []).flatMap(({bssid, hasSignal, hasChannel}, index, {length}) => [
    required('BSSID', bssid, memberName(index, length)),
    required('BSS_ENTRY_SIGNAL_INFO', hasSignal, memberName(index, length)),
    required('BSS_ENTRY_CHANNEL_INFO', hasChannel, memberName(index, length)),
  ])
  return [parameters, ...(parameters.there === false ? [] : inside), ...entries]
}

const associationResult: Look = (event, reader) => {
  const entries = reader.associationEntries(event)
  if (!entries || entries.length === 0) return [required('ASSOCIATION_RESULT', entries && null)]
  return entries.flatMap(({bssid, hasParameters, phys}, index, {length}) => [
    required('BSSID', bssid, memberName(index, length)),
    required('ASSOCIATION_RESULT_PARAMETERS', hasParameters, memberName(index, length)),
    required('PHY_TYPE_LIST', phys, memberName(index, length)),
  ])
}

const LOOKS: ReadonlyMap<string, Look> = new Map<string, Look>([
  ['TASK_ROAM', connectTask],
  ['TASK_CONNECT', connectTask],
  ['ASSOCIATION_RESULT', associationResult],
  [
    'DISASSOCIATION',
    (event, reader) => [required('DISASSOCIATION_INDICATION_PARAMETERS', reader.disassociation(event).hasParameters)],
  ],
  ['ROAMING_NEEDED', (event, reader) => [required('ROAMING_NEEDED_PARAMETERS', reader.roamingNeeded(event).reason)]],
  [
    'FT_ASSOC_PARAMS_NEEDED',
    (event, reader) => {
      const {bssid, request, response} = reader.ftIndication(event)
      return [required('BSSID', bssid), required('FT_AUTH_REQUEST', request), required('FT_AUTH_RESPONSE', response)]
    },
  ],
  [
    'SAE_AUTH_PARAMS_NEEDED',
    (event, reader) => {
      const {bssid, type} = reader.saeIndication(event)
      return [required('BSSID', bssid), required('SAE_INDICATION_TYPE', type)]
    },
  ],
  [
    'SET_SAE_AUTH_PARAMS',
    (event, reader) => {
      const {bssid, type} = reader.saeAnswer(event)
      return [required('BSSID', bssid), required('SAE_REQUEST_TYPE', type)]
    },
  ],
  ['SET_FAST_BSS_TRANSITION_PARAMETERS', (event, reader) => [required('STATUS', reader.ftAnswer(event).status)]],
  [
    'LINK_STATE_CHANGE',
    (event, reader) => [required('LINK_STATE_CHANGE_PARAMETERS', reader.linkState(event).hasParameters)],
  ],
  ['ABORT_TASK', (event, reader) => [required('CANCEL_PARAMETERS', reader.abortTask(event).hasParameters)]],
])

/** Short names of the messages that have required TLVs. */
export const MESSAGES_WITH_REQUIRED_TLVS: readonly string[] = [...LOOKS.keys()]

/** The record is one that carries what its message must have. */
export function carriesRequiredTlvs({message, step}: TraceEvent): boolean {
  return LOOKS.has(message.name) && step === (message.kind === 'indication' ? 'IND' : 'M1')
}

/**
 * What a message must have whatever its type says; what depends on that is left to rules of its own
 * (`sae-frame-missing`, `ft-params-response-incomplete`, `mlo-link-info-missing`).
 */
export function requiredTlvs(event: TraceEvent, reader: Reader): readonly RequiredTlv[] {
  return LOOKS.get(event.message.name)?.(event, reader) ?? []
}

/** Names with numbers of those that are absent, each once and with its entry: "WDI_TLV_BSSID (0x2) in entry 2". */
export function missingTlvs(tlvs: readonly RequiredTlv[]): string[] {
  return tlvs.flatMap(({tlv, member, there}) => {
    if (there !== false) return []
    const type = tlvByName.get(tlv)?.type
    const number = type == null ? '' : ` (0x${type.toString(16).toUpperCase()})`
    return [`${tlv}${number}${member === null ? '' : ` in ${member}`}`]
  })
}
