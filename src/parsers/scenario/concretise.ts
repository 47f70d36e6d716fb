import type {ParsedEvent} from '../parser.js'
import {advertisedLinks} from './advertised-links.js'
import {buildEvent} from './build-event.js'
import {Stations} from './events/station.js'
import type {Scenario, ScenarioRecord} from './scenario.js'

const LONGEST_TEXT = 4096

/**
 * The events of a scenario in the order of its file. Their bytes are made in the order of time, since a frame agrees
 * with what was said before it, wherever in the file that stands.
 */
export function concretise({header, addresses, records}: Scenario): ParsedEvent[] {
  const inTime = [...records.keys()].sort((a, b) => compare(records[a] as ScenarioRecord, records[b] as ScenarioRecord))
  const advertised = advertisedLinks(
    inTime.map(index => records[index] as ScenarioRecord),
    addresses,
  )
  const stations = new Stations()
  const events = new Array<ParsedEvent>(records.length)
  for (const index of inTime) {
    const source = records[index] as ScenarioRecord
    const {record, at, message, adapterKey, line, offset, text} = source
    const body = buildEvent(record, {
      message,
      adapterKey,
      station: stations.of(adapterKey, record.port),
      addresses,
      allTlvs: header.tlvs,
      advertised: advertised.get(source) ?? new Map(),
      line,
    })
    events[index] = {...body, atUs: at.us, ns: at.ns, line, offset, text: text.slice(0, LONGEST_TEXT)}
  }
  return events
}

const compare = (a: ScenarioRecord, b: ScenarioRecord): number => a.at.us - b.at.us || a.at.ns - b.at.ns
