import {EVENT_NAMES} from '../../../autoconfig/told-events.js'
import type {Message} from '../../../events/message.js'
import type {Kind} from '../grammar/record-line.js'
import {associationResult} from './association-result.js'
import {
  abortTask,
  associationParameters,
  connectionQuality,
  disconnectTask,
  scanTask,
  setOweDh,
  setRadioState,
} from './commands.js'
import {connectTask} from './connect-task.js'
import type {ReadText, ReadTlvs} from './context.js'
import {disassociation} from './disassociation.js'
import {ftAnswer, ftIndication} from './ft.js'
import {
  associationParametersRequest,
  bssEntryList,
  radioStatus,
  roamingNeeded,
  secondaryConnectivity,
} from './indications.js'
import {addCipherKeys} from './keys.js'
import {
  associationCompletion,
  associationStart,
  connectionStart,
  legacyCompletion,
  legacyDisassociation,
  mediaIndication,
  phyStateChanged,
  roamingStart,
} from './legacy.js'
import {linkStateChange} from './link-state-change.js'
import {autoConfig, noText, power, resetRecovery, timeChange} from './log.js'
import {saeAnswer, saeIndication} from './sae.js'

/** Fields of M1 and unsolicited indications, by short name. Every other WDI message has none. */
const WDI: ReadonlyMap<string, ReadTlvs> = new Map<string, ReadTlvs>([
  ['TASK_ROAM', connectTask],
  ['TASK_CONNECT', connectTask],
  ['TASK_SCAN', scanTask],
  ['TASK_DISCONNECT', disconnectTask],
  ['TASK_SET_RADIO_STATE', setRadioState],
  ['SET_ADD_CIPHER_KEYS', addCipherKeys],
  ['SET_FAST_BSS_TRANSITION_PARAMETERS', ftAnswer],
  ['SET_SAE_AUTH_PARAMS', saeAnswer],
  ['SET_ASSOCIATION_PARAMETERS', associationParameters],
  ['SET_CONNECTION_QUALITY', connectionQuality],
  ['SET_OWE_DH_IE', setOweDh],
  ['ABORT_TASK', abortTask],
  ['ASSOCIATION_RESULT', associationResult],
  ['DISASSOCIATION', disassociation],
  ['ROAMING_NEEDED', roamingNeeded],
  ['FT_ASSOC_PARAMS_NEEDED', ftIndication],
  ['SAE_AUTH_PARAMS_NEEDED', saeIndication],
  ['LINK_STATE_CHANGE', linkStateChange],
  ['BSS_ENTRY_LIST', bssEntryList],
  ['ASSOCIATION_PARAMETERS_REQUEST', associationParametersRequest],
  ['SECONDARY_STA_CONNECTIVITY', secondaryConnectivity],
  ['RADIO_STATUS', radioStatus],
])

/** Fields of Native 802.11 indications and LOG records, by short name. */
const TEXT: ReadonlyMap<string, ReadText> = new Map<string, ReadText>([
  ['DOT11_CONNECTION_START', connectionStart],
  ['DOT11_CONNECTION_COMPLETION', legacyCompletion],
  ['DOT11_ROAMING_START', roamingStart],
  ['DOT11_ROAMING_COMPLETION', legacyCompletion],
  ['DOT11_ASSOCIATION_START', associationStart],
  ['DOT11_ASSOCIATION_COMPLETION', associationCompletion],
  ['DOT11_DISASSOCIATION', legacyDisassociation],
  ['DOT11_PHY_STATE_CHANGED', phyStateChanged],
  ['MEDIA_CONNECT', mediaIndication],
  ['MEDIA_DISCONNECT', mediaIndication],
  ['5002', resetRecovery],
  ['TIME_CHANGE', timeChange],
  ['POWER', power],
])

const noTlvs: ReadTlvs = () => []

/** Only commands and unsolicited indications have a payload to read; an M3 or completion has its status. */
export const tlvReader = (message: Message, kind: Kind): ReadTlvs =>
  kind === 'M3' || (kind === 'IND' && message.kind !== 'indication') ? noTlvs : (WDI.get(message.name) ?? noTlvs)

export const textReader = (message: Message): ReadText =>
  TEXT.get(message.name) ?? (EVENT_NAMES.includes(message.name) ? autoConfig : noText)
