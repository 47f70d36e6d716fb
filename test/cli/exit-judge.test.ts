import {describe, expect, it} from 'vitest'
import {ExitJudge, type FailOn} from '../../src/cli/exit-judge.js'
import type {Severity} from '../../src/rules/rule.js'
import {analysis, finding, input} from '../reports/analyses.js'

function code(captures: Parameters<typeof analysis>[0][], failOn: FailOn = 'error', strict = false) {
  const judge = new ExitJudge(failOn, strict)
  for (const capture of captures) judge.add(analysis(capture))
  return judge.code
}
const found = (severity: Severity) => ({findings: [finding({severity})]})
const unread = {inputs: [input({wifiRecords: 0})], sessions: []}

describe('findings', () => {
  it.each<[Severity, FailOn, number]>([
    ['error', 'error', 1],
    ['warning', 'error', 0],
    ['warning', 'warning', 1],
    ['info', 'warning', 0],
    ['info', 'info', 1],
    ['error', 'never', 0],
  ])('of severity %s under --fail-on %s end with %i', (severity, failOn, expected) => {
    expect(code([found(severity)], failOn)).toBe(expected)
  })

  it('that are open never fail a run', () => {
    expect(code([{findings: [finding({severity: 'error', verdict: 'inconclusive'})]}], 'info')).toBe(0)
  })

  it('of any capture count', () => {
    expect(code([{}, found('error'), {}])).toBe(1)
  })
})

describe('input', () => {
  it('without a Wi-Fi event is 3, of several one is enough', () => {
    expect(code([unread])).toBe(3)
    expect(code([unread, {}])).toBe(0)
    expect(code([])).toBe(3)
  })

  it('that sums up a trace beside it is not missing from it', () => {
    const summedUp = {inputs: [input({}), input({wifiRecords: 0, format: 'summary'})]}
    expect(code([summedUp], 'error', true)).toBe(0)
    expect(code([{inputs: [input({wifiRecords: 0, format: 'summary'})], sessions: []}])).toBe(3)
  })

  it('read in part is 3 with --strict, and 3 beats 1', () => {
    expect(code([unread, {}], 'error', true)).toBe(3)
    const partly = {inputs: [input({problems: [{offset: 0, line: 1, message: 'x'}]})], ...found('error')}
    expect(code([partly])).toBe(1)
    expect(code([partly], 'error', true)).toBe(3)
    expect(code([found('error')], 'error', true)).toBe(1)
  })
})
