import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {traceOfTexts} from '../golden/run.js'
import {randomLog} from './random-log.js'

describe('whatever Windows logs', () => {
  it('sessions keep to their events: each once, in order, from the first to the end', async () => {
    await fc.assert(
      fc.asyncProperty(randomLog, async log => {
        const {all} = await traceOfTexts(`capture to=2000000\n${log}`)
        const told = all.sessions.map(({kind, events}) => ({kind, seqs: events.map(({seq}) => seq)}))
        for (const {kind, outcome, events, startUs, endUs, windows} of all.sessions) {
          expect(['connect', 'roam', 'disconnect']).toContain(kind)
          expect(events.length).toBeGreaterThan(0)
          expect(startUs).toBe(events[0]?.atUs)
          if (endUs !== null) expect(endUs).toBeGreaterThanOrEqual(startUs)
          expect(outcome === null).toBe(kind === 'disconnect')
          expect(windows?.outcome ?? null).toBe(outcome)
          if (outcome === 'success') expect(endUs).not.toBeNull()
          if (outcome === 'incomplete') expect(endUs).toBeNull()
        }
        // A move to Disconnected ends a roam and is the disconnect.
        const shared = (seqs: readonly number[]) =>
          seqs.filter(seq => told.filter(one => one.seqs.includes(seq)).length > 1)
        const twice = [...new Set(told.flatMap(({seqs}) => shared(seqs)))]
        for (const seq of twice) {
          const kinds = told.filter(one => one.seqs.includes(seq)).map(({kind}) => kind)
          expect(kinds).toEqual(['roam', 'disconnect'])
        }
        for (const {seqs} of told) expect(new Set(seqs).size).toBe(seqs.length)
        // At most the last one is open.
        const open = all.sessions.filter(({outcome}) => outcome === 'incomplete')
        expect(open.length).toBeLessThanOrEqual(1)
      }),
      {numRuns: 400},
    )
  }, 60_000)
})
