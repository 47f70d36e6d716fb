import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {analyzeTexts} from '../../golden/run.js'

const real = resolve(import.meta.dirname, '../../../../shared/corpus/real')
const has = existsSync(real)
if (!has) console.warn('rules on real logs of Windows: skipped, there is no ../shared/corpus/real')

/** How often each rule of part G speaks, and how often it was asked in vain. */
async function counted(name: string) {
  const {findings, rules} = await analyzeTexts([readFileSync(resolve(real, name))])
  const own = rules.filter(({id}) => id.startsWith('windows-'))
  return {
    findings: findings.filter(({rule}) => rule.startsWith('windows-')),
    counts: Object.fromEntries(own.filter(one => one.violation > 0).map(({id, violation}) => [id, violation])),
    crashed: own.filter(({status}) => status === 'crashed'),
    reason: (id: string) => own.find(one => one.id === id)?.reason,
  }
}

describe.skipIf(!has)('what the rules say of real logs', () => {
  it('nothing about a laptop that was well, in Portuguese', async () => {
    const {counts, crashed, reason} = await counted('wlanreport/wlan-report-ptbr-ax201.xml')
    expect(crashed).toEqual([])
    expect(counts).toEqual({})
    // Nine times "desconectada pelo driver": roamscope does not read Portuguese, and says so.
    expect(reason('windows-driver-disconnected')).toMatch(/only in words of its language$/)
  })

  it('183 failed connects of one that was not, in Bulgarian, and each repair once', async () => {
    const name = 'wlanreport/wlan-report-bg-ar5bwb222.html'
    const {findings, counts} = await counted(name)
    expect(counts).toEqual({
      'windows-connect-failed': 183,
      'windows-limited-connectivity': 3,
      'windows-session-unfinished': 1,
    })
    const [repair] = findings.filter(({rule}) => rule === 'windows-limited-connectivity')
    expect(repair?.evidence.length).toBe(3)
    expect(repair?.message).toMatch(/type 1, type 2, type 8, trigger reason 4\.$/)
  })

  it('the failed connect of the support article, and nothing of the good one', async () => {
    const {findings} = await counted('netsh/wlan-fsm-good-and-failed.txt')
    expect(findings.map(({rule, message}) => [rule, message])).toEqual([
      [
        'windows-security-failed',
        'Security failed 111 ms after it began: from Authenticating to Roaming, and no event says why.',
      ],
    ])
  })

  it('a disconnect by a policy is nobody’s fault', async () => {
    const {counts} = await counted('eventlog/evtx-8003-wlan-disconnect.treeview.xml.txt')
    expect(counts).toEqual({})
  })
})
