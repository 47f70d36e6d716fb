import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {analyzeTexts} from '../golden/run.js'

const dated = readFileSync(new URL('../../samples/bug-report.netsh.txt', import.meta.url), 'utf8')
const undated = dated.replace(/^\[\d+\][\dA-F.]+::\S+ /gm, '')

describe('a text without times', async () => {
  const analysis = await analyzeTexts([Buffer.from(undated)])

  it('is judged by order alone: no rule about time passes', () => {
    expect(analysis.capture.startUs).toBeNull()
    const statusOf = (id: string) => analysis.rules.find(rule => rule.id === id)
    for (const id of [
      'comeback-ignored',
      'task-hang-m3-m4',
      'ft-host-slow',
      'ping-pong',
      'roam-latency-outlier',
      'capture-clock-step',
    ]) {
      expect(statusOf(id)).toMatchObject({status: 'not-applicable', pass: 0, violation: 0})
    }
    expect(statusOf('task-hang-m3-m4')?.reason).toBe('no record has a time')
    expect(statusOf('roam-disassoc-after-assoc')?.status).toBe('ran')
  })

  it('has no durations', () => {
    expect(analysis.sessions.length).toBeGreaterThan(4)
    for (const {totalsUs} of analysis.sessions) expect(new Set(Object.values(totalsUs))).toEqual(new Set([null]))
  })

  it('says no time in its findings', () => {
    expect(analysis.findings.map(({message}) => message).filter(message => /\b0 ms/.test(message))).toEqual([])
    expect(analysis.findings[0]?.message).toContain('completed with success an unknown time after the port had lost')
  })

  it('says no time in its verdict', () => {
    expect(analysis.verdict.text).not.toMatch(/1970|00:00:00\.000/)
  })

  it('finds what it finds in the dated one but for times', async () => {
    const found = (of: typeof analysis) =>
      of.findings.filter(({rule}) => rule === 'complete-success-but-unassociated').length
    expect(found(analysis)).toBe(found(await analyzeTexts([Buffer.from(dated)])))
  })
})
