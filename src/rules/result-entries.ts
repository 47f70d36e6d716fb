import type {TraceEvent} from '../events/event.js'
import type {AssociationEntry} from '../wdi/facts.js'
import {judgeEach} from './judge-each.js'
import type {Judgement, Verdicts} from './rule.js'
import type {Trace} from './trace.js'
import {notApplicable} from './verdict.js'

/** Judges each result entry of an ASSOCIATION_RESULT by itself. */
export function judgeEntries(
  event: TraceEvent,
  trace: Trace,
  judge: (entry: AssociationEntry) => Judgement | undefined,
): Verdicts {
  const entries = trace.reader.associationEntries(event)
  if (entries === undefined) return notApplicable('the result entries are not exported')
  return judgeEach(entries, judge)
}
