import type {Model} from '../parsers/capabilities.js'
import {judge} from '../rules/engine.js'
import type {Rule} from '../rules/rule.js'
import type {Settings} from '../rules/settings.js'
import {Trace} from '../rules/trace.js'
import {reconstruct} from '../sessions/reconstruct.js'
import {createReader} from '../wdi/fact-reader.js'
import type {Analysis} from './analysis.js'
import {collect} from './capture-collector.js'
import {inputReport, type ReadInput} from './read-inputs.js'
import {captureReport, sessionReports} from './report.js'
import {verdict} from './verdict.js'

export interface AnalyzeOptions {
  /** In the order of the catalogue. */
  readonly rules: readonly Rule[]
  readonly settings: Settings
  /** Model of all adapters by the user's word; null: by what the trace shows. */
  readonly model: Model | null
  /** Labels by the user's word; they beat those of the trace. */
  readonly labels: Readonly<Record<string, string>>
  readonly version: string
}

/** The whole program: inputs that were read → events → sessions → findings, as plain data. */
export function analyze(inputs: readonly ReadInput[], options: AnalyzeOptions): Analysis {
  const {events, capture, stated} = collect(
    inputs.map(input => input.collector),
    options.labels,
  )
  const reader = createReader()
  const all = reconstruct(events, capture, stated, options.model, reader)
  const {findings, tallies} = judge(options.rules, new Trace(all, reader, options.settings))
  const unjudged: Omit<Analysis, 'verdict'> = {
    schemaVersion: 1,
    tool: {name: 'roamscope', version: options.version},
    inputs: inputs.map(inputReport),
    capture: captureReport(all),
    sessions: sessionReports(all.sessions, findings, reader),
    findings,
    rules: tallies,
  }
  const {schemaVersion, tool, ...rest} = unjudged
  const providers = inputs.flatMap(({collector}) => collector.providers.list())
  return {schemaVersion, tool, verdict: verdict(unjudged, providers), ...rest}
}
