import {judge} from '../rules/engine.js'
import type {Rule} from '../rules/rule.js'
import type {Analysis} from './analysis.js'
import {inputReport, type ReadInput} from './read-inputs.js'
import {captureReport, sessionReports} from './report.js'
import {type TraceOptions, traceOf} from './trace-of.js'
import {verdict} from './verdict.js'

export interface AnalyzeOptions extends TraceOptions {
  /** In the order of the catalogue. */
  readonly rules: readonly Rule[]
  readonly version: string
}

/** The whole program: inputs that were read → events → sessions → findings, as plain data. */
export function analyze(inputs: readonly ReadInput[], options: AnalyzeOptions): Analysis {
  const trace = traceOf(inputs, options)
  const {findings, tallies} = judge(options.rules, trace)
  const unjudged: Omit<Analysis, 'verdict'> = {
    schemaVersion: 1,
    tool: {name: 'roamscope', version: options.version},
    inputs: inputs.map(inputReport),
    capture: captureReport(trace.all),
    sessions: sessionReports(trace.all.sessions, findings, trace.reader),
    findings,
    rules: tallies,
  }
  const {schemaVersion, tool, ...rest} = unjudged
  const providers = inputs.flatMap(({collector}) => collector.providers.list())
  return {schemaVersion, tool, verdict: verdict(unjudged, providers), ...rest}
}
