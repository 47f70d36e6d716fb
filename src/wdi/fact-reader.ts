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
import {PrintedFields} from './reading/printed-fields.js'
import {readSaeAnswer, readSaeIndication} from './reading/sae.js'

type Read<T> = (view: EventView) => T

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

/** Facts and problems are kept per event and way of reading; the decoded tree is not. */
interface Kept {
  readonly read: Read<unknown>
  readonly facts: unknown
  readonly problems: readonly Problem[]
}

/** Events whose facts are kept: rules ask about an event and its neighbours many times, then never again. */
const MOST_KEPT = 1024

/** Two generations of facts; the older one is dropped as a whole when the younger is full. */
class RecentFacts {
  #young = new Map<TraceEvent, Kept>()
  #old = new Map<TraceEvent, Kept>()

  get(event: TraceEvent): Kept | undefined {
    const young = this.#young.get(event)
    if (young !== undefined) return young
    const old = this.#old.get(event)
    if (old !== undefined) this.set(event, old)
    return old
  }

  set(event: TraceEvent, facts: Kept): void {
    if (this.#young.size >= MOST_KEPT) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(event, facts)
  }
}

/** A reader of its own; it keeps what it decoded last. */
export function createReader(): Reader {
  const kept = new RecentFacts()

  function keep(event: TraceEvent, read: Read<unknown>): Kept {
    const known = kept.get(event)
    if (known?.read === read) return known
    const view = new EventView(event)
    const facts = read(view)
    const fresh = {read, facts, problems: view.problems}
    kept.set(event, fresh)
    return fresh
  }
  const by =
    <T>(read: Read<T>) =>
    (event: TraceEvent): T =>
      keep(event, read).facts as T

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
    problems: event => keep(event, (event.step !== 'M3' && READS.get(event.message.name)) || nothing).problems,
  }
}

const nothing = (): null => null
