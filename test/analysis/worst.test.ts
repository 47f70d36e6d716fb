import {expect, it} from 'vitest'
import {violationsOf, wentWrong, worstFirst} from '../../src/analysis/worst.js'
import {finding, session, t0} from '../reports/analyses.js'

const ids = (sessions: readonly {readonly id: string}[]) => sessions.map(({id}) => id)

it('puts broken links first, then broken rules, then the slow ones', () => {
  const findings = [finding({severity: 'error'}), finding({severity: 'warning'})]
  const sessions = [
    session({id: 'fine'}),
    session({id: 'slow', totalsUs: {tReq: 1, tTask: 2, tService: 3, gapL2: 4, gapService: 9_000_000}}),
    session({id: 'warned', findings: [1]}),
    session({id: 'broken-rule', findings: [0]}),
    session({id: 'failed-scan', kind: 'scan', outcome: 'failed'}),
    session({id: 'failed', outcome: 'failed'}),
    session({id: 'hung', outcome: 'hung'}),
  ]
  const order = ['hung', 'failed', 'broken-rule', 'failed-scan', 'warned', 'slow', 'fine']
  expect(ids(worstFirst(sessions, findings))).toEqual(order)
})

it('orders equals by time and leaves its argument alone', () => {
  const sessions = [session({id: 'later', startUs: t0 + 1}), session({id: 'earlier', startUs: t0})]
  expect(ids(worstFirst(sessions, []))).toEqual(['earlier', 'later'])
  expect(ids(sessions)).toEqual(['later', 'earlier'])
})

it('takes neither a roam that stayed nor an open verdict for a fault', () => {
  expect(wentWrong(session({outcome: 'stayed'}))).toBe(false)
  expect(wentWrong(session({outcome: 'incomplete'}))).toBe(false)
  expect(wentWrong(session({outcome: 'aborted-after-disassoc'}))).toBe(true)
  const open = finding({verdict: 'inconclusive', severity: 'error'})
  expect(violationsOf(session({findings: [0]}), [open])).toEqual([])
})

it('names the gravest violation first, of equals the earlier one', () => {
  const findings = [
    finding({rule: 'note'}),
    finding({rule: 'cause', severity: 'error'}),
    finding({rule: 'consequence', severity: 'error'}),
  ]
  const own = violationsOf(session({findings: [0, 1, 2]}), findings)
  expect(own.map(({rule}) => rule)).toEqual(['cause', 'consequence', 'note'])
})
