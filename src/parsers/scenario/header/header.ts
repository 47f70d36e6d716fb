import type {AdapterFacts, Family, Model} from '../../capabilities.js'
import type {Moment} from '../values/milliseconds.js'

export type Bit = 0 | 1

/** Keys that `capture` and `adapter` share; undefined: not given. */
export interface AdapterSettings {
  model?: Model
  override?: Bit | null
  bssCache?: Bit | null
  pmkidCapable?: Bit | null
  primary?: number
  secondary?: number
  ap?: readonly number[]
  p2p?: readonly number[]
}

export interface AdapterLine {
  readonly name: string
  readonly settings: AdapterSettings
  readonly labels: ReadonlyMap<string, string>
}

export interface Span {
  readonly start: Moment
  readonly end: Moment
}

/** Everything that the header lines of a scenario said; what they did not say has its default. */
export interface ScenarioHeader {
  readonly settings: AdapterSettings
  readonly from: Moment
  readonly to: Moment
  /** µs; may be a fraction. */
  readonly granularityUs: number
  readonly loss: readonly Span[]
  readonly lostEvents: number
  readonly lostBuffers: number
  readonly families: readonly Family[]
  readonly tlvs: boolean
  readonly wpp: number
  readonly undecoded: number
  /** Time 0 on the wall clock. */
  readonly origin: Moment
  readonly labels: ReadonlyMap<string, string>
  readonly adapters: readonly AdapterLine[]
}

export const DEFAULT_MODEL: Model = 'wificx'
export const ALL_FAMILIES: readonly Family[] = ['M1', 'M3', 'IND', 'LOG']

/** The facts of one adapter: its own, else the capture's, else the defaults of scenario.md 1.1. */
export function adapterFacts(header: ScenarioHeader, line: AdapterLine | null): AdapterFacts {
  const settings = {...header.settings, ...line?.settings}
  return {
    name: line?.name ?? null,
    model: settings.model ?? DEFAULT_MODEL,
    override: settings.override === undefined ? 0 : settings.override,
    bssCache: settings.bssCache ?? null,
    pmkidCapable: settings.pmkidCapable ?? null,
    primaryPort: settings.primary ?? null,
    secondaryPort: settings.secondary ?? null,
    apPorts: settings.ap ?? [],
    p2pPorts: settings.p2p ?? [],
    labels: Object.fromEntries([...header.labels, ...(line?.labels ?? [])]),
  }
}
