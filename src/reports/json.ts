import type {Analysis} from '../analysis/analysis.js'
import {safeJson} from './printable.js'
import type {Report} from './report.js'
import {captureShape, findingShape, inputShape, ruleShape, sessionShape, toolShape, verdictShape} from './shape.js'

/** The whole analysis as one object: a top-level key or an element of a list on each line. */
export const json: Report = {
  id: 'json',
  title: 'JSON, the whole analysis',
  each: {open: '[\n', between: ',\n', close: '\n]\n'},
  *render(analysis, {capture}) {
    yield* analysisJson(analysis)
    if (capture === null) yield '\n'
  },
}

function* analysisJson(analysis: Analysis): Iterable<string> {
  yield `{\n"schemaVersion": ${analysis.schemaVersion},\n"tool": ${safeJson(toolShape(analysis.tool))},\n`
  yield `"verdict": ${safeJson(verdictShape(analysis.verdict))},\n"inputs": `
  yield* jsonList(analysis.inputs, inputShape)
  yield `,\n"capture": ${safeJson(captureShape(analysis.capture))},\n"sessions": `
  yield* jsonList(analysis.sessions, sessionShape)
  yield ',\n"findings": '
  yield* jsonList(analysis.findings, findingShape)
  yield ',\n"rules": '
  yield* jsonList(analysis.rules, ruleShape)
  yield '\n}'
}

/** An array, one element a line. */
export function* jsonList<T>(elements: Iterable<T>, shape: (element: T) => unknown): Iterable<string> {
  let separator = '[\n'
  for (const element of elements) {
    yield `${separator}${safeJson(shape(element))}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]' : '\n]'
}
