import type {Hex, Mac, Maybe} from '../events/units.js'
import type {AssociationFrame, AuthenticationFrame, Element, ReasonFrame} from './frames.js'

/**
 * What the messages say, by meaning instead of TLV (rules.md 0.7). Every member is a Maybe:
 * null where the export shows that the TLV is absent, undefined where nothing is known
 * (selected fields only, truncated bytes, older layout). Lists of members (candidates, entries, keys)
 * are undefined where unknown and empty where absent.
 */
export interface ConnectionSettings {
  readonly roamFlag: Maybe<number>
  readonly mfpEnabled: Maybe<number>
  readonly hostFipsModeEnabled: Maybe<number>
  readonly roamNeededReason: Maybe<number>
  readonly roamTrigger: Maybe<number>
  readonly bssTransitionSupported: Maybe<number>
  readonly mloConnectionSupported: Maybe<number>
  readonly fipsConnection: Maybe<number>
  readonly mscsSupported: Maybe<number>
  readonly dscpToUpMappingSupported: Maybe<number>
}

export interface FtParameters {
  /** Mobility domain id (2 bytes) of the MDE 0x10D. */
  readonly mobilityDomain: Maybe<Hex>
  /** 16 bytes. */
  readonly pmkR0Name: Maybe<Hex>
  readonly snonce: Maybe<Hex>
  readonly r0khId: Maybe<Hex>
}

/** One candidate of a task (0x34) or of SET_ASSOCIATION_PARAMETERS, or a BSS entry of a list. */
export interface Candidate {
  readonly bssid: Maybe<Mac>
  /** Selection flags 0x10F: 0x1 preferred, 0x2 recent failure, 0x4 AP asked for the transition. */
  readonly flags: Maybe<number>
  readonly pmkid: Maybe<Hex>
  /** dBm; undefined where the TLV holds 0 or more, which no receiver measures. */
  readonly rssi: Maybe<number>
  readonly hasSignal: Maybe<boolean>
  readonly hasChannel: Maybe<boolean>
  readonly channel: Maybe<number>
  /** WDI_BAND_ID: 1 is 2.4 GHz, 2 is 5 GHz, 6 (5 in sample bytes) is 6 GHz. */
  readonly band: Maybe<number>
  /** SSID of the beacon or probe response; text, bytes outside UTF-8 as \xNN. */
  readonly ssid: Maybe<string>
  readonly extraElements: Maybe<readonly Element[]>
  readonly ft: Maybe<FtParameters>
  /** The AP's beacon or probe response carries a Multi-Link element. */
  readonly multiLink: Maybe<boolean>
  readonly mldAddress: Maybe<Mac>
}

export interface AkmCipher {
  /** AKM suite type, e.g. 8 (SAE). */
  readonly akm: number
  /** WDI cipher number, e.g. 4 (CCMP), 9 (GCMP-256). */
  readonly cipher: number
}

/** Parameters of TASK_CONNECT and TASK_ROAM. */
export interface ConnectTask {
  readonly hasParameters: Maybe<boolean>
  readonly settings: Maybe<ConnectionSettings>
  readonly ssids: Maybe<readonly string[]>
  readonly auth: Maybe<readonly number[]>
  readonly unicastCiphers: Maybe<readonly number[]>
  readonly multicastCiphers: Maybe<readonly number[]>
  readonly allowed: Maybe<readonly Mac[]>
  readonly disallowed: Maybe<readonly Mac[]>
  readonly phys: Maybe<readonly number[]>
  readonly unavailableBands: Maybe<readonly number[]>
  readonly pairs: Maybe<readonly AkmCipher[]>
  readonly extraElements: Maybe<readonly Element[]>
  /** Bytes of the OWE Diffie-Hellman element's content after the extension id. */
  readonly oweDh: Maybe<Hex>
  readonly candidates: readonly Candidate[] | undefined
}

/** One result container 0x35 of ASSOCIATION_RESULT. */
export interface AssociationEntry {
  readonly bssid: Maybe<Mac>
  readonly hasParameters: Maybe<boolean>
  /** WDI_ASSOC_STATUS; 0 is success. */
  readonly status: Maybe<number>
  /** 802.11 status code. */
  readonly code: Maybe<number>
  readonly reassociation: Maybe<number>
  readonly auth: Maybe<number>
  readonly unicastCipher: Maybe<number>
  readonly multicastCipher: Maybe<number>
  readonly portAuthorized: Maybe<number>
  /** TU of 1,024 µs. */
  readonly comebackTu: Maybe<number>
  readonly band: Maybe<number>
  readonly phys: Maybe<readonly number[]>
  readonly request: Maybe<AssociationFrame>
  readonly response: Maybe<AssociationFrame>
  readonly authResponse: Maybe<AuthenticationFrame>
  readonly beacon: Maybe<boolean>
  readonly localLink: Maybe<Mac>
}

export interface Disassociation {
  readonly hasParameters: Maybe<boolean>
  readonly address: Maybe<Mac>
  /** WDI_ASSOC_STATUS. */
  readonly status: Maybe<number>
  readonly deauthFrame: Maybe<ReasonFrame>
  readonly disassocFrame: Maybe<ReasonFrame>
}

export interface RoamingNeeded {
  readonly reason: Maybe<number>
}

export interface FtIndication {
  readonly bssid: Maybe<Mac>
  /** Authentication bodies with or without the six fixed bytes. */
  readonly request: Maybe<AuthenticationFrame>
  readonly response: Maybe<AuthenticationFrame>
}

export interface FtAnswer {
  readonly status: Maybe<number>
  /** Length of each element TLV; null: the TLV is absent. */
  readonly rsnBytes: Maybe<number>
  readonly mdeBytes: Maybe<number>
  readonly fteBytes: Maybe<number>
}

export interface SaeIndication {
  readonly bssid: Maybe<Mac>
  readonly type: Maybe<number>
  readonly status: Maybe<number>
  readonly commitFrame: Maybe<AuthenticationFrame>
  readonly confirmFrame: Maybe<AuthenticationFrame>
  readonly localLink: Maybe<Mac>
}

export interface SaeAnswer {
  readonly bssid: Maybe<Mac>
  readonly type: Maybe<number>
  readonly hasCommit: Maybe<boolean>
  readonly hasConfirm: Maybe<boolean>
  readonly status: Maybe<number>
}

export interface KeyEntry {
  /** 1 pairwise, 2 group, 3 IGTK, 4 BIGTK. */
  readonly type: Maybe<number>
  readonly peer: Maybe<Mac>
  readonly keyId: Maybe<number>
  readonly linkId: Maybe<number>
}

export interface LinkInfo {
  readonly linkId: Maybe<number>
  readonly localLink: Maybe<Mac>
  readonly peerLink: Maybe<Mac>
  readonly rssi: Maybe<number>
  readonly channel: Maybe<number>
  readonly band: Maybe<number>
}

export interface LinkState {
  readonly hasParameters: Maybe<boolean>
  readonly peer: Maybe<Mac>
  /** 0 to 100. */
  readonly quality: Maybe<number>
  readonly links: readonly LinkInfo[] | undefined
}

export interface BssEntryList {
  readonly entries: readonly Candidate[] | undefined
}

export interface AbortTask {
  readonly hasParameters: Maybe<boolean>
  /** Task that is meant, e.g. TASK_SCAN; undefined where the OID is no known task. */
  readonly target: Maybe<string>
  readonly id: Maybe<number>
  readonly port: Maybe<number>
}

export interface ScanTask {
  /** 0: until aborted. */
  readonly repeat: Maybe<number>
  readonly trigger: Maybe<number>
  readonly maxTotalMs: Maybe<number>
}

export interface ConnectionQuality {
  readonly hint: Maybe<number>
  /** Link quality of the low-latency parameters. */
  readonly threshold: Maybe<number>
}

export interface RadioState {
  readonly hardware: Maybe<number>
  readonly software: Maybe<number>
}

/** Native 802.11 indications and requests: fields of the windot11 structures. */
export interface LegacyFields {
  readonly mac: Maybe<Mac>
  readonly status: Maybe<number>
  readonly reason: Maybe<number>
  readonly bssType: 'infrastructure' | 'adhoc'
  readonly ssid: Maybe<string>
  readonly adhocBssid: Maybe<Mac>
  readonly adhocSsid: Maybe<string>
  readonly auth: Maybe<number>
  readonly unicastCipher: Maybe<number>
  readonly multicastCipher: Maybe<number>
  readonly phys: Maybe<readonly number[]>
  readonly portAuthorized: Maybe<number>
  readonly fourAddress: Maybe<number>
  readonly beacon: Maybe<boolean>
  /** Who raised a media indication. */
  readonly origin: 'miniport' | 'filter' | 'os'
  readonly state: Maybe<number>
}
