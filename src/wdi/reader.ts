import type {TraceEvent} from '../events/event.js'
import type {Problem} from '../events/place.js'
import type {
  AbortTask,
  AssociationEntry,
  BssEntryList,
  Candidate,
  ConnectionQuality,
  ConnectTask,
  Disassociation,
  FtAnswer,
  FtIndication,
  KeyEntry,
  LegacyFields,
  LinkState,
  RadioState,
  RoamingNeeded,
  SaeAnswer,
  SaeIndication,
  ScanTask,
} from './facts.js'

/**
 * Meaning of events, decoded on demand and kept while the reader lives. Each method expects an event
 * of its own message and never throws: what cannot be decoded is undefined.
 */
export interface Reader {
  connectTask(event: TraceEvent): ConnectTask
  associationEntries(event: TraceEvent): readonly AssociationEntry[] | undefined
  disassociation(event: TraceEvent): Disassociation
  roamingNeeded(event: TraceEvent): RoamingNeeded
  ftIndication(event: TraceEvent): FtIndication
  ftAnswer(event: TraceEvent): FtAnswer
  saeIndication(event: TraceEvent): SaeIndication
  saeAnswer(event: TraceEvent): SaeAnswer
  keys(event: TraceEvent): readonly KeyEntry[] | undefined
  linkState(event: TraceEvent): LinkState
  bssEntryList(event: TraceEvent): BssEntryList
  /** SET_ASSOCIATION_PARAMETERS. */
  associationParameters(event: TraceEvent): readonly Candidate[] | undefined
  abortTask(event: TraceEvent): AbortTask
  scanTask(event: TraceEvent): ScanTask
  connectionQuality(event: TraceEvent): ConnectionQuality
  radioStatus(event: TraceEvent): RadioState
  /** SET_OWE_DH_IE: bytes of the element's content after the extension id. */
  oweDh(event: TraceEvent): string | null | undefined
  /** SECONDARY_STA_CONNECTIVITY: 1 is limited. */
  secondaryLimited(event: TraceEvent): number | null | undefined
  /** A single text field of a LOG or legacy record as a number or address; null when it was not printed. */
  number(event: TraceEvent, field: string): number | null
  legacy(event: TraceEvent): LegacyFields
  /** Length errors and disagreements met while decoding the event's payload; offsets count from its first byte. */
  problems(event: TraceEvent): readonly Problem[]
}
