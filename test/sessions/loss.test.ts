import {expect, it} from 'vitest'
import {verdicts} from '../rules/run.js'

/** A roam without DISASSOCIATION, from an AP that was named at these moments; loss ends at -2000. */
const roam = (loss: string, ...named: readonly number[]) => `
capture loss=${loss}

${named.map(at => `${at} IND LINK_STATE_CHANGE 1 - AP-A quality=60`).join('\n')}
-1000 IND BSS_ENTRY_LIST 1 - count=1
0 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1 RoamNeededReason=10
1 M3 TASK_ROAM 1 101 status=success
40 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=OPEN)
41 IND ROAM_COMPLETE 1 101 status=success
`
const rule = 'roam-disassoc-missing'

it('the association is in doubt after a loss span (A.2)', async () => {
  expect(await verdicts(rule, roam('-3000..-2000', -5000))).toEqual(['inconclusive 40'])
})

it.each([
  ['the first event after it', '-3000..-2000', [-5000, -2000]],
  ['a later one', '-3000..-2000', [-5000, -1500]],
  ['the second after a span without length', '-2000..-2000', [-5000, -2000, -1500]],
])('until an event names the peer: %s', async (_, loss, named) => {
  expect(await verdicts(rule, roam(loss, ...named))).toEqual(['violation 40'])
})

it('a span without length may lie behind an event of its moment', async () => {
  expect(await verdicts(rule, roam('-2000..-2000', -5000, -2000))).toEqual(['inconclusive 40'])
})
