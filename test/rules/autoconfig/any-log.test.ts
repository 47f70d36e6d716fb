import fc from 'fast-check'
import {expect, it} from 'vitest'
import {rules} from '../../../src/rules/index.js'
import {SUPPRESSES} from '../../../src/rules/suppression.js'
import {analyzeTexts} from '../../golden/run.js'
import {randomLog} from '../../sessions/random-log.js'

const own = rules.filter(({meta}) => meta.category === 'autoconfig')

const DRIVER = `
-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
1 M3 TASK_ROAM 1 101 status=success
12 IND DISASSOCIATION 1 - AP-A status=10
70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
71 IND ROAM_COMPLETE 1 101 status=success
`

it('whatever Windows logs, alone or beside a driver, with losses or without, can be judged', async () => {
  const capture = fc.constantFrom(
    'capture to=2000000',
    'capture to=2000000 loss=100..200',
    'capture to=2000000 lost-events=3',
  )
  await fc.assert(
    fc.asyncProperty(capture, randomLog, fc.constantFrom('', DRIVER), async (header, log, driver) => {
      const {findings, sessions, rules: tallies} = await analyzeTexts([`${header}\n${log}${driver}`], own)
      expect(tallies.filter(({status}) => status === 'crashed')).toEqual([])
      const ids = new Set(sessions.map(({id}) => id))
      for (const {message, session, evidence, atUs, rule} of findings) {
        expect(message).toMatch(/^[^\n]{10,}\.$/)
        expect(message).not.toMatch(/undefined|null|NaN/)
        expect(evidence.length, rule).toBeGreaterThan(0)
        expect(atUs).not.toBeNull()
        if (session !== null) expect(ids).toContain(session)
      }
      // One cause, one finding: no record of a step that failed is a failed connect as well.
      const lines = (rule: string) =>
        findings.filter(one => one.rule === rule && one.verdict === 'violation').map(one => one.evidence.at(-1)?.line)
      for (const [cause, effects] of Object.entries(SUPPRESSES).filter(([id]) => id.startsWith('windows-'))) {
        for (const effect of effects) expect(lines(effect).filter(line => lines(cause).includes(line))).toEqual([])
      }
    }),
    {numRuns: 300},
  )
}, 60_000)
