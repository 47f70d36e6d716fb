import {describe, expect, it} from 'vitest'
import {rules} from '../../../src/rules/index.js'
import {analyzeTexts} from '../../golden/run.js'

const rule = 'capture-events-lost'
/** A scan and a roam without completion; the loss may hold both. */
const hang = (header: string) => `
${header}

   0  M1  TASK_SCAN  1  101  repeat=1
  +1  M3  TASK_SCAN  1  101  status=success
`

async function lost(scenario: string, ids: readonly string[] | null = null) {
  const chosen = rules.filter(({meta}) => ids === null || ids.includes(meta.id))
  const {findings} = await analyzeTexts([scenario], chosen)
  return {findings, own: findings.find(finding => finding.rule === rule)}
}

describe('capture-events-lost says how many verdicts became inconclusive', () => {
  it.each([
    ['by a positioned loss', 'capture loss=500..600', 'A gap'],
    ['by a counter', 'capture lost-events=3', 'nothing says where'],
  ])('%s', async (_, header) => {
    const {findings, own} = await lost(hang(header))
    const undone = findings.filter(({verdict, limits}) => verdict === 'inconclusive' && limits.includes('L-LOSS'))
    expect(undone.map(finding => finding.rule)).toEqual(['task-hang-m3-m4'])
    expect(own?.message).toMatch(/\. 1 verdict became inconclusive by it\.$/)
  })

  it('none where the loss touches nothing', async () => {
    const {own} = await lost('capture loss=500..600\n\n0 IND LINK_STATE_CHANGE 1 - AP-A quality=60\n')
    expect(own?.message).toMatch(/\. No verdict became inconclusive by it\.$/)
  })

  it('verdicts that the edge of the capture leaves open are not counted', async () => {
    const radio =
      '2000 M1 TASK_SET_RADIO_STATE adapter 7 state=0\n2001 M3 TASK_SET_RADIO_STATE adapter 7 status=success\n'
    const {findings, own} = await lost(`capture loss=-9000..-8000 to=3000\n\n${radio}`)
    const open = findings.filter(({verdict}) => verdict === 'inconclusive')
    expect(open.map(({limits}) => limits)).toEqual([['L-EDGE']])
    expect(own?.message).toMatch(/No verdict became inconclusive/)
  })

  it('the fingerprint does not hang on which other rules ran', async () => {
    const all = await lost(hang('capture loss=500..600'))
    const alone = await lost(hang('capture loss=500..600'), [rule])
    expect(alone.own?.message).toMatch(/No verdict became inconclusive/)
    expect(alone.own?.fingerprint).toBe(all.own?.fingerprint)
  })
})
