import {splitLines} from '../lines.js'
import type {Parser} from '../parser.js'
import {concretise} from './concretise.js'
import {startsLikeRecord} from './grammar/record-line.js'
import {stripComment} from './grammar/strip-comment.js'
import {startsLikeHeader} from './header/header-reader.js'
import {stated} from './header/stated.js'
import {ScenarioBuilder} from './scenario.js'
import {ScenarioError} from './scenario-error.js'

/** The first line that is neither empty nor a comment decides (scenario.md 1). */
function sniff(head: string): number {
  for (const raw of head.replace(/^\uFEFF/, '').split('\n')) {
    const text = stripComment(raw).trim()
    if (text === '') continue
    if (startsLikeRecord(text)) return 1
    return startsLikeHeader(text) ? 0.9 : 0
  }
  return 0
}

/**
 * Scenario files (scenario.md). A file that breaks the notation throws a ScenarioError from `text` or `end`;
 * events, capabilities and header counters reach the sink at the end, in the order of the file.
 */
export const scenarioParser: Parser = {
  id: 'scenario',
  title: 'scenario file',
  sniff,
  start(sink, _options, bytes) {
    const builder = new ScenarioBuilder()
    const lines = splitLines(
      bytes,
      (text, line, offset) => builder.line(text, line, offset),
      problem => {
        throw new ScenarioError(problem.line, problem.message)
      },
    )
    return {
      text: chunk => lines.text(chunk),
      end() {
        lines.end()
        const scenario = builder.finish()
        const {header} = scenario
        sink.capabilities(stated(header))
        sink.notes.zone = 'relative'
        sink.notes.granularityUs = header.granularityUs
        sink.notes.lostEvents += header.lostEvents
        sink.notes.lostBuffers += header.lostBuffers
        sink.notes.headerStartUs = header.from.us
        sink.notes.headerEndUs = header.to.us
        for (const event of concretise(scenario)) sink.event(event)
      },
    }
  },
}
