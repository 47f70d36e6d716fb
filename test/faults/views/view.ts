import type {Finding} from '../../../src/rules/finding.js'
import {analyzeTexts} from '../../golden/run.js'
import type {Injection} from '../injections/injection.js'
import type {Random} from '../random.js'
import type {Trace} from '../trace/trace.js'

/** The same trace as somebody else would have written it down. */
export interface View {
  readonly name: string
  /** Findings of the other form; null: this trace has none. It may change the trace. */
  readonly findings: (trace: Trace, rng: Random) => Promise<readonly Finding[] | null>
  /** What the form adds to all times, µs. */
  readonly shiftUs?: number
  /** Injections that are about what the form changes. */
  readonly except?: (injection: Injection) => boolean
}

export async function findingsOf(...texts: readonly string[]): Promise<readonly Finding[]> {
  return (await analyzeTexts(texts)).findings
}

/** A view that changes the trace in place. */
export function changed(
  name: string,
  change: (trace: Trace, rng: Random) => void,
  rest: Pick<View, 'shiftUs' | 'except'> = {},
): View {
  const findings: View['findings'] = (trace, rng) => {
    change(trace, rng)
    return findingsOf(trace.text())
  }
  return {name, findings, ...rest}
}

/** What must not change: everything but names, numbers and places in a file. */
export function kept({rule, verdict, severity, blame, confidence, limits, atUs}: Finding, shiftUs = 0): string {
  const at = atUs === null ? 'capture' : (atUs - shiftUs) / 1000
  return [rule, verdict, severity, blame, confidence, limits.join('+'), at].join(' ')
}
