import {collect} from '../../src/analysis/capture-collector.js'
import {InputCollector} from '../../src/analysis/input-collector.js'
import type {ParsedEvent} from '../../src/parsers/parser.js'
import {concretise} from '../../src/parsers/scenario/concretise.js'
import type {ScenarioHeader} from '../../src/parsers/scenario/header/header.js'
import {stated} from '../../src/parsers/scenario/header/stated.js'
import {ScenarioBuilder} from '../../src/parsers/scenario/scenario.js'
import {judge} from '../../src/rules/engine.js'
import type {Finding} from '../../src/rules/finding.js'
import {rules} from '../../src/rules/index.js'
import {DEFAULT_SETTINGS} from '../../src/rules/settings.js'
import {Trace} from '../../src/rules/trace.js'
import type {Span} from '../../src/sessions/capture.js'
import {reconstruct} from '../../src/sessions/reconstruct.js'
import {createReader} from '../../src/wdi/fact-reader.js'

/** The records of a scenario as bytes, so that some of them can be taken away without changing the others. */
export interface Recording {
  readonly header: ScenarioHeader
  /** In order of time. */
  readonly events: readonly ParsedEvent[]
  readonly fromUs: number
  readonly toUs: number
}

/** One file of a capture: some of the records, and what its header says. */
export interface File {
  readonly events: readonly ParsedEvent[]
  readonly fromUs: number
  readonly toUs: number
  readonly loss?: readonly Span[]
  readonly lostEvents?: number
}

export function record(text: string): Recording {
  const builder = new ScenarioBuilder()
  for (const [index, line] of text.split('\n').entries()) builder.line(line, index + 1, index)
  const scenario = builder.finish()
  const {header} = scenario
  const events = concretise(scenario)
  return {header, events: [...events].sort((a, b) => a.atUs - b.atUs), fromUs: header.from.us, toUs: header.to.us}
}

/** Judges files as one capture. */
export function judgeFiles({header}: Recording, files: readonly File[]): readonly Finding[] {
  const {events, capture, stated: facts} = collect(files.map((file, index) => collector(header, file, index)))
  const reader = createReader()
  const all = reconstruct(events, capture, facts, null, reader)
  const {findings, tallies} = judge(rules, new Trace(all, reader, DEFAULT_SETTINGS))
  const crashed = tallies.find(({status}) => status === 'crashed')
  if (crashed !== undefined) throw new Error(`${crashed.id} crashed: ${crashed.reason}`)
  return findings
}

const NOBODY = {recognise: () => null, late: () => [], counts: new Map<string, number>()}

function collector(header: ScenarioHeader, file: File, index: number): InputCollector {
  const {events, fromUs, toUs, loss = [], lostEvents = 0} = file
  const sink = new InputCollector(index, NOBODY)
  const facts = stated(header)
  sink.capabilities({...facts, fromUs, toUs, lossSpans: [...facts.lossSpans, ...loss]})
  Object.assign(sink.notes, {
    zone: 'relative',
    granularityUs: header.granularityUs,
    lostEvents: header.lostEvents + lostEvents,
    lostBuffers: header.lostBuffers,
    headerStartUs: fromUs,
    headerEndUs: toUs,
  })
  for (const event of events) sink.event(event)
  sink.end()
  return sink
}
