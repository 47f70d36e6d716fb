import type {Capabilities} from '../../capabilities.js'
import {adapterFacts, type ScenarioHeader} from './header.js'

/** The header as facts of the capture. `zeroUs`: where time 0 of the scenario lies on the clock of the events. */
export function stated(header: ScenarioHeader, zeroUs = 0): Capabilities {
  const {name: _, ...defaults} = adapterFacts(header, null)
  return {
    defaults,
    adapters: header.adapters.map(line => adapterFacts(header, line)),
    fromUs: zeroUs + header.from.us,
    toUs: zeroUs + header.to.us,
    granularityUs: header.granularityUs,
    lossSpans: header.loss.map(span => ({startUs: zeroUs + span.start.us, endUs: zeroUs + span.end.us})),
    families: header.families,
    tlvs: header.tlvs,
    wpp: header.wpp,
    undecoded: header.undecoded,
    labels: Object.fromEntries(header.labels),
  }
}
