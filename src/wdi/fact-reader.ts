import type {TraceEvent} from '../events/event.js'
import type {Problem} from '../events/place.js'
import type {Reader} from './reader.js'
import {readAssociationEntries} from './reading/association-result.js'
import {readBssEntryList} from './reading/bss-entry-list.js'
import {candidatesIn} from './reading/candidate.js'
import {readAbortTask, readConnectionQuality, readOweDh, readScanTask} from './reading/commands.js'
import {readConnectTask} from './reading/connect-task.js'
import {readDisassociation} from './reading/disassociation.js'
import {EventView} from './reading/event-view.js'
import {readFtAnswer, readFtIndication} from './reading/ft.js'
import {readRadioStatus, readRoamingNeeded, readSecondaryLimited} from './reading/indications.js'
import {readKeys} from './reading/keys.js'
import {readLegacy} from './reading/legacy.js'
import {readLinkState} from './reading/link-state.js'
import {payloadProblems} from './reading/payload-problems.js'
import {PrintedFields} from './reading/printed-fields.js'
import {type Read, RecentFacts} from './reading/recent-facts.js'
import {readSaeAnswer, readSaeIndication} from './reading/sae.js'

const readAssociationParameters = (view: EventView) => candidatesIn(view, 'CONNECT_BSS_ENTRY')

/** How each message is read when only its problems are asked for. */
const READS: ReadonlyMap<string, Read<unknown>> = new Map<string, Read<unknown>>([
  ['TASK_CONNECT', readConnectTask],
  ['TASK_ROAM', readConnectTask],
  ['ASSOCIATION_RESULT', readAssociationEntries],
  ['DISASSOCIATION', readDisassociation],
  ['ROAMING_NEEDED', readRoamingNeeded],
  ['FT_ASSOC_PARAMS_NEEDED', readFtIndication],
  ['SET_FAST_BSS_TRANSITION_PARAMETERS', readFtAnswer],
  ['SAE_AUTH_PARAMS_NEEDED', readSaeIndication],
  ['SET_SAE_AUTH_PARAMS', readSaeAnswer],
  ['SET_ADD_CIPHER_KEYS', readKeys],
  ['LINK_STATE_CHANGE', readLinkState],
  ['BSS_ENTRY_LIST', readBssEntryList],
  ['SET_ASSOCIATION_PARAMETERS', readAssociationParameters],
  ['ABORT_TASK', readAbortTask],
  ['TASK_SCAN', readScanTask],
  ['SET_CONNECTION_QUALITY', readConnectionQuality],
  ['RADIO_STATUS', readRadioStatus],
  ['SET_OWE_DH_IE', readOweDh],
  ['SECONDARY_STA_CONNECTIVITY', readSecondaryLimited],
])

/** A reader of its own; it keeps what it read last. */
export function createReader(): Reader {
  const kept = new RecentFacts()
  const by =
    <T>(read: Read<T>) =>
    (event: TraceEvent): T =>
      kept.of(event, read)

  return {
    connectTask: by(readConnectTask),
    associationEntries: by(readAssociationEntries),
    disassociation: by(readDisassociation),
    roamingNeeded: by(readRoamingNeeded),
    ftIndication: by(readFtIndication),
    ftAnswer: by(readFtAnswer),
    saeIndication: by(readSaeIndication),
    saeAnswer: by(readSaeAnswer),
    keys: by(readKeys),
    linkState: by(readLinkState),
    bssEntryList: by(readBssEntryList),
    associationParameters: by(readAssociationParameters),
    abortTask: by(readAbortTask),
    scanTask: by(readScanTask),
    connectionQuality: by(readConnectionQuality),
    radioStatus: by(readRadioStatus),
    oweDh: by(readOweDh),
    secondaryLimited: by(readSecondaryLimited),
    number: (event, field) => new PrintedFields(event).number(field) ?? null,
    legacy: readLegacy,
    problems,
  }
}

function problems(event: TraceEvent): Problem[] {
  const view = new EventView(event)
  if (event.step !== 'M3') READS.get(event.message.name)?.(view)
  return [...payloadProblems(event), ...view.problems]
}
