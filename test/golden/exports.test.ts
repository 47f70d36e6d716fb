import {describe, expect, it} from 'vitest'
import type {Analysis} from '../../src/analysis/analysis.js'
import {EXPORTERS} from '../../src/exports/index.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import {goldens, shared} from './golden.js'
import {analyzeTexts} from './run.js'

const ORIGIN = Date.UTC(2026, 0, 1) * 1000

/** What must survive an export: everything but evidence, and the ids and fingerprints made of times. */
function kept({sessions, findings, rules}: Analysis, originUs: number) {
  const at = (us: number | null) => (us === null ? null : us - originUs)
  const number = new Map(sessions.map(({id}, index) => [id, index]))
  return {
    sessions: sessions.map(({id: _id, evidence: _evidence, startUs, endUs, trigger, phases, attempts, ...rest}) => ({
      ...rest,
      startUs: at(startUs),
      endUs: at(endUs),
      trigger: trigger && {...trigger, atUs: at(trigger.atUs)},
      phases: phases.map(phase => ({...phase, startUs: at(phase.startUs)})),
      attempts: attempts.map(attempt => ({...attempt, atUs: at(attempt.atUs)})),
    })),
    findings: findings.map(({evidence, fingerprint: _fingerprint, atUs, session, ...rest}) => ({
      ...rest,
      atUs: at(atUs),
      session: session === null ? null : number.get(session),
      evidence: evidence.map(({atUs: us}) => at(us)),
    })),
    // An export is itself a listing of software tracing; a scenario only states how much of it there was.
    rules: rules.filter(({id}) => id !== 'capture-undecoded-records'),
  }
}

describe.skipIf(goldens().length === 0)(`golden scenarios as exports (${shared})`, () => {
  const cases = goldens().flatMap(golden => EXPORTERS.map(exporter => ({...golden, exporter, format: exporter.id})))

  it.each(cases)('$name as $format', async ({scenario, exporter}) => {
    const text = [...exporter.render(readScenarioTrace(scenario))].join('')
    const exported = await analyzeTexts([text])
    expect(exported.inputs).toMatchObject([{format: exporter.id, undecoded: 0, problems: []}])
    expect(kept(exported, ORIGIN)).toEqual(kept(await analyzeTexts([scenario]), 0))
  })
})
