import {describe, expect, it} from 'vitest'
import {rules} from '../../src/rules/index.js'
import {address, foundIn, goldens, inOrder, sessionsIn, shared} from './golden.js'
import {analyzeTexts} from './run.js'

const implemented = new Set(rules.map(rule => rule.meta.id))

describe.skipIf(goldens().length === 0)(`golden scenarios (${shared})`, () => {
  it.each(goldens())('$name: findings exactly as expected', async ({scenario, findings, silent}) => {
    const analysis = await analyzeTexts([scenario])
    const expected = inOrder(findings.filter(finding => implemented.has(finding.rule)))
    const found = inOrder(foundIn(analysis)).map((finding, i) => {
      const {blame, ...rest} = finding
      return expected[i]?.blame === undefined ? rest : {...rest, blame}
    })
    expect(found).toEqual(expected)
    expect(analysis.findings.filter(finding => silent.includes(finding.rule))).toEqual([])
    expect(analysis.rules.filter(rule => rule.status === 'crashed')).toEqual([])
  })

  it.each(goldens().filter(golden => golden.sessions))('$name: sessions exactly as expected', async golden => {
    const analysis = await analyzeTexts([golden.scenario])
    const expected = golden.sessions ?? []
    const found = sessionsIn(analysis, expected)
    expect(found.map(({kind, port}) => ({kind, port}))).toEqual(expected.map(({kind, port}) => ({kind, port})))
    for (const [i, session] of expected.entries()) {
      const {totalsMs = {}, oldPeer, newPeer, kind: _kind, port: _port, ...rest} = session
      const totalsUs = Object.fromEntries(
        Object.entries(totalsMs).map(([key, ms]) => [key, ms === null ? null : ms * 1000]),
      )
      expect(found[i]).toMatchObject({
        partial: false,
        ...rest,
        ...(oldPeer === undefined ? {} : {oldPeer: address(oldPeer)}),
        ...(newPeer === undefined ? {} : {newPeer: address(newPeer)}),
        totalsUs,
      })
    }
  })
})
