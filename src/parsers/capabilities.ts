import type {Micros} from '../events/units.js'

export type Model = 'wificx' | 'wdi' | 'native80211' | 'unknown'
export type Family = 'M1' | 'M3' | 'IND' | 'LOG' | 'TASK' | 'PROP'

/** Facts of one adapter that an export or a scenario header states; null or undefined: not stated. */
export interface AdapterFacts {
  readonly name: string | null
  readonly model: Model | null
  /** ConnectBSSSelectionOverride. */
  readonly override: 0 | 1 | null
  readonly bssCache: 0 | 1 | null
  readonly pmkidCapable: 0 | 1 | null
  readonly primaryPort: number | null
  readonly secondaryPort: number | null
  /** Ports that are SoftAP or group owner. */
  readonly apPorts: readonly number[]
  readonly p2pPorts: readonly number[]
  readonly labels: Readonly<Record<string, string>>
}

/** Facts of the whole capture that are stated, not observed. */
export interface Capabilities {
  readonly defaults: Omit<AdapterFacts, 'name'>
  /** In order of declaration. */
  readonly adapters: readonly AdapterFacts[]
  readonly fromUs: Micros
  readonly toUs: Micros
  readonly granularityUs: number
  readonly lossSpans: readonly {readonly startUs: Micros; readonly endUs: Micros}[]
  /** Families that the recording would contain. */
  readonly families: readonly Family[]
  /** False: the export prints selected fields only. */
  readonly tlvs: boolean
  readonly wpp: number
  readonly undecoded: number
  readonly labels: Readonly<Record<string, string>>
}
