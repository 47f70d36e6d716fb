import {safeJson} from './printable.js'
import type {Report} from './report.js'
import {captureShape, findingShape, inputShape, ruleShape, sessionShape, toolShape, verdictShape} from './shape.js'

/** The same facts, one object a line, each with its `type`; under `--each` also with the number of its capture. */
export const ndjson: Report = {
  id: 'ndjson',
  title: 'NDJSON, one fact a line',
  each: {open: '', between: '', close: ''},
  *render(analysis, {capture}) {
    const line = (type: string, facts: object) =>
      `${safeJson(capture === null ? {type, ...facts} : {type, capture, ...facts})}\n`
    const {schemaVersion, tool} = analysis
    yield line('capture', {schemaVersion, tool: toolShape(tool), ...captureShape(analysis.capture)})
    for (const input of analysis.inputs) yield line('input', inputShape(input))
    for (const session of analysis.sessions) yield line('session', sessionShape(session))
    for (const finding of analysis.findings) yield line('finding', findingShape(finding))
    for (const rule of analysis.rules) yield line('rule', ruleShape(rule))
    yield line('verdict', verdictShape(analysis.verdict))
  },
}
