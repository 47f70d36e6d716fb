import type {Capabilities} from '../parsers/capabilities.js'
import type {CollectedInput} from './input-collector.js'

const NOTHING: Capabilities = {
  defaults: {
    model: null,
    override: null,
    bssCache: null,
    pmkidCapable: null,
    primaryPort: null,
    secondaryPort: null,
    apPorts: [],
    p2pPorts: [],
    labels: {},
  },
  adapters: [],
  fromUs: Infinity,
  toUs: -Infinity,
  granularityUs: 0,
  lossSpans: [],
  families: [],
  tlvs: true,
  wpp: 0,
  undecoded: 0,
  labels: {},
}

/**
 * What the inputs state about their capture (scenario.md 1): edges and loss add up, adapters of one name are one,
 * everything else must agree; the first statement stands, and a later one that differs is a problem of its input.
 */
export function mergeStated(inputs: readonly CollectedInput[]): Capabilities | null {
  let merged = null as Capabilities | null
  for (const input of inputs) {
    if (input.stated === null) continue
    const own: Capabilities = {...NOTHING, ...input.stated}
    if (merged === null) {
      merged = own
      continue
    }
    for (const key of ['defaults', 'granularityUs', 'families', 'tlvs', 'labels'] as const) {
      if (JSON.stringify(merged[key]) === JSON.stringify(own[key])) continue
      input.problem({
        offset: 0,
        line: 1,
        message: `its header says other ${WORDS[key]} than the input before it; the first ones hold`,
      })
    }
    const known: ReadonlySet<string | null> = new Set(merged.adapters.map(adapter => adapter.name))
    merged = {
      ...merged,
      adapters: [...merged.adapters, ...own.adapters.filter(adapter => !known.has(adapter.name))],
      fromUs: Math.min(merged.fromUs, own.fromUs),
      toUs: Math.max(merged.toUs, own.toUs),
      lossSpans: [...merged.lossSpans, ...own.lossSpans],
      wpp: merged.wpp + own.wpp,
      undecoded: merged.undecoded + own.undecoded,
    }
  }
  return merged
}

const WORDS = {
  defaults: 'adapter facts',
  granularityUs: 'granularity',
  families: 'record families',
  tlvs: 'TLV export',
  labels: 'labels',
} as const
