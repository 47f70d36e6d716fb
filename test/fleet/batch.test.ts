import {describe, expect, it} from 'vitest'
import {goldens, shared} from '../golden/golden.js'
import {healthOf} from './run.js'

const WITHOUT = new Set(['E11', 'E12', 'S1'])
const scenarios = goldens().flatMap(({name, scenario}) => (WITHOUT.has(name) ? [] : [scenario]))

describe.skipIf(scenarios.length === 0)(`the batch of rules.md part E (${shared})`, () => {
  it('gives the stated figures', async () => {
    expect(scenarios).toHaveLength(17)
    const {metrics, captures} = await healthOf(scenarios)
    expect(captures).toMatchObject({total: 17, unreadable: 0, withLoss: 0, coarse: 0, missingFamily: 0})

    const {outcomes, ...success} = metrics.roamSuccess
    expect(Object.entries(outcomes).filter(([, n]) => n > 0)).toEqual([
      ['success', 13],
      ['stayed', 1],
      ['hung', 1],
    ])
    expect(success).toMatchObject({k: 13, n: 14})
    const parts = [success.share, success.low, success.high]
    expect(parts.map(part => ((part ?? 0) * 100).toFixed(1))).toEqual(['92.9', '68.5', '98.7'])

    const {all, ...classes} = metrics.timeToRoam.tReq
    const counted = Object.entries(classes).filter(([, {n}]) => n > 0)
    expect(Object.fromEntries(counted.map(([kind, {n}]) => [kind, n]))).toEqual({psk: 8, ft: 2, sae: 2, '8021x': 1})
    expect(all).toEqual({n: 13, measured: 13, p50Us: 75_000, p95Us: null, p99Us: null, minUs: 44_000, maxUs: 130_000})
    expect(metrics.timeToRoam.tService.all).toMatchObject({n: 13, p50Us: 119_000, p95Us: null, maxUs: 224_000})

    expect(metrics.ftShare).toMatchObject({k: 2, n: 13})
    expect(metrics.ftFallback).toEqual({k: 0, n: 2, share: null, low: null, high: null})
    expect(metrics.failedCandidates).toMatchObject({failed: 0, n: 13, perRoam: 0, none: {k: 13, n: 13}})
  })

  it('agrees with the rules on every limit', async () => {
    const {metrics, rules} = await healthOf(scenarios)
    for (const {rule, judged, violated, inconclusive, notApplicable} of metrics.limits) {
      const tally = rules.find(({id}) => id === rule)
      expect({rule, judged, violated, inconclusive, notApplicable}).toEqual({
        rule,
        judged: (tally?.pass ?? 0) + (tally?.violation ?? 0) + (tally?.inconclusive ?? 0),
        violated: tally?.violation ?? 0,
        inconclusive: tally?.inconclusive ?? 0,
        notApplicable: tally?.notApplicable ?? 0,
      })
    }
  })
})
