import {describe, expect, it} from 'vitest'
import {inQuotes} from '../../../src/rules/reason-said.js'
import {run} from '../run.js'

/** Findings of the rules on what Windows tells: "rule time session-kind". */
async function found(scenario: string): Promise<readonly string[]> {
  const {analysis} = await run(scenario)
  const kinds = new Map(analysis.sessions.map(({id, kind}) => [id, kind]))
  return analysis.findings
    .filter(({rule}) => rule.startsWith('windows-'))
    .map(({rule, atUs, session}) => `${rule} ${(atUs ?? 0) / 1000} ${session === null ? '-' : kinds.get(session)}`)
}

const start = '0 LOG 8000 adapter - ssid=corp\n10 LOG 11000 adapter\n'
const secured = '90 LOG 11001 adapter\n95 LOG 11010 adapter\n'

describe('one cause, one finding', () => {
  it.each([
    [
      'association',
      `${start}60 LOG 11002 adapter - reason=0x38002\n70 LOG 8002 adapter - reason=0x38002`,
      ['windows-association-failed 60 connect'],
    ],
    [
      'security',
      `${start}${secured}200 LOG 11006 adapter - reason=0x48005\n210 LOG 8002 adapter - reason=0x38006`,
      ['windows-security-failed 200 connect'],
    ],
    [
      'passphrase',
      `${start}${secured}200 LOG 11006 adapter - reason=0x48014\n210 LOG 8002 adapter - reason=0x38006`,
      ['windows-passphrase-suspected 200 connect'],
    ],
    [
      '802.1X',
      `${start}${secured}100 LOG 12011 adapter\n200 LOG 12013 adapter - reason=0x50005\n201 LOG 11006 adapter - reason=0x38006\n210 LOG 8002 adapter - reason=0x38006`,
      ['windows-8021x-failed 200 connect'],
    ],
    ['none of them', `${start}210 LOG 8002 adapter - reason=0x38010`, ['windows-connect-failed 210 connect']],
    [
      'a roam that the driver ends',
      '0 LOG 11004 adapter\n10 LOG 11010 adapter\n500 LOG 8003 adapter - reason=0x3800B',
      ['windows-roam-lost-link 500 roam'],
    ],
    [
      'failed states and no event of the log',
      '0 LOG 20007 adapter - from=Associating to=Authenticating\n50 LOG 21057 adapter - from=START_AUTH to=FAILURE\n60 LOG 20007 adapter - from=Authenticating to=Roaming',
      ['windows-security-failed 50 -'],
    ],
  ])('%s', async (_, scenario, expected) => expect(await found(scenario)).toEqual(expected))
})

describe('failures outside of connects and roams', () => {
  it('are reported once in two seconds, and belong to no session', async () => {
    const failures = [0, 2000, 4001].map(at => `${100_000 + at} LOG 12013 adapter - reason=0x50005`)
    expect(await found(`capture to=200000\n0 LOG 8001 adapter\n${failures.join('\n')}`)).toEqual([
      'windows-8021x-failed 100000 -',
      'windows-8021x-failed 104001 -',
    ])
  })

  it('are those of one adapter', async () => {
    const scenario =
      'adapter a\nadapter b\n0 LOG 8001 adapter@a\n0 LOG 8001 adapter@b\n5000 LOG 12013 adapter@a - reason=0x50005\n5001 LOG 12013 adapter@b - reason=0x50001'
    expect(await found(scenario)).toEqual(['windows-8021x-failed 5000 -', 'windows-8021x-failed 5001 -'])
  })
})

describe('beside the messages of the driver', () => {
  const driver = `-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
1 M3 TASK_ROAM 1 101 status=success
12 IND DISASSOCIATION 1 - AP-A status=10
70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)
71 IND ROAM_COMPLETE 1 101 status=success
110 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B) (group)
114 M3 SET_ADD_CIPHER_KEYS 1 102 status=success
300 IND LINK_STATE_CHANGE 1 - AP-B quality=70
`
  it('findings belong to the session of both', async () => {
    const told =
      '5 LOG 11004 adapter\n80 LOG 11010 adapter\n105 LOG 11006 adapter - reason=0x48005\n120 LOG 11005 adapter'
    expect(await found(driver + told)).toEqual(['windows-security-failed 105 roam'])
  })

  it('a roam that both call a success breaks: the rule on what the driver tells reports it', async () => {
    const told = '5 LOG 11004 adapter\n80 LOG 11010 adapter\n120 LOG 11005 adapter'
    const {analysis} = await run(
      `${driver}${told}\n5070 IND DISASSOCIATION 1 - AP-B status=13 deauth-frame(reason 3)\n5080 LOG 8003 adapter - why="The network is disconnected by the driver."`,
    )
    expect(analysis.findings.map(({rule}) => rule).filter(rule => /disconnect/.test(rule))).toEqual([
      'disconnect-after-roam',
    ])
  })

  it('a roam of which Windows says that it lost the link is a disagreement', async () => {
    const told = '5 LOG 11004 adapter\n80 LOG 11010 adapter\n1500 LOG 8003 adapter - reason=0x3800B'
    const {analysis} = await run(driver + told)
    const [finding] = analysis.findings.filter(({rule}) => rule === 'windows-disagrees')
    expect(finding?.message).toBe(
      'Driver and Windows disagree: the driver reports the roam as success, Windows as failed.',
    )
    expect(finding?.evidence.length).toBe(2)
    expect(await found(driver + told)).toEqual(['windows-disagrees 1500 roam'])
  })
})

describe('very many records of one kind', () => {
  it('are one finding, which shows the first nine and the last', async () => {
    const failures = Array.from({length: 500}, (_, i) => `${i * 1000} LOG 11006 adapter - reason=0x48005`)
    const {findings} = await run(`capture to=600000\n${failures.join('\n')}\n500000 LOG 8002 adapter`)
    const [finding, ...others] = findings('windows-security-failed')
    expect(others).toEqual([])
    expect(finding?.message).toMatch(/ \(500 failures in this connect\)\.$/)
    expect(finding?.evidence.map(({atUs}) => atUs / 1e6)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 499, 500])
    expect(findings('windows-connect-failed')).toEqual([])
  })
})

describe('hostile text', () => {
  it.each([
    ['The end.', '"The end"'],
    ['two\r\nlines\tand a tab ', '"two lines and a tab"'],
    ['x'.repeat(120), `"${'x'.repeat(120)}"`],
    ['x'.repeat(121), `"${'x'.repeat(120)}…"`],
    [null, null],
  ])('%j stays on one line and is cut', (text, expected) => expect(inQuotes(text)).toBe(expected))
})
