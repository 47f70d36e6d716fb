import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const connect = (fields = 'entries=AP-B auth=WPA3_SAE') => [
  `0 M1 TASK_CONNECT 1 101 ${fields}`,
  '1 M3 TASK_CONNECT 1 101 status=success',
]
const asks = (ms: number, fields: string) => `${ms} IND SAE_AUTH_PARAMS_NEEDED 1 - ${fields}`
const answers = (ms: number, fields: string, id = 200 + ms) => `${ms} M1 SET_SAE_AUTH_PARAMS 1 ${id} ${fields}`
const joined = '90 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)'
const done = '92 IND CONNECT_COMPLETE 1 101 status=success'
const exchange = (bssid = 'AP-B') => [
  asks(10, `${bssid} type=0`),
  answers(15, `${bssid} type=0 commit-params`),
  asks(24, `${bssid} type=1 commit-frame`),
  answers(29, `${bssid} type=1 confirm-params`),
  asks(38, `${bssid} type=2 confirm-frame`),
  answers(43, `${bssid} type=3`),
]

describe('sae-outside-task', () => {
  const rule = 'sae-outside-task'

  it('a scan of the port is no task for it', async () => {
    const scan = ['0 M1 TASK_SCAN 1 101 repeat=1', '1 M3 TASK_SCAN 1 101 status=success']
    expect(await verdicts(rule, lines('capture from=-60000', ...scan, asks(10, 'AP-B type=0')))).toEqual([
      'violation 10',
    ])
  })

  it('a connect of another port is none either', async () => {
    const other = '0 M1 TASK_CONNECT 2 101 entries=AP-B auth=WPA3_SAE'
    expect(await verdicts(rule, lines('capture from=-60000', other, asks(10, 'AP-B type=0')))).toEqual(['violation 10'])
  })

  it('40 s into the capture the command cannot lie before it', async () => {
    expect(await verdicts(rule, lines('capture from=-39000', asks(1000, 'AP-B type=0')))).toEqual(['violation 1000'])
    expect(await verdicts(rule, lines('capture from=-39000', asks(999, 'AP-B type=0')))).toEqual(['inconclusive 999'])
  })
})

describe('sae-first-indication', () => {
  const rule = 'sae-first-indication'

  it.each([
    [0, []],
    [1, ['violation 10']],
    [2, ['violation 10']],
    [3, []],
    [4, ['violation 10']],
  ])('type %i', async (type, expected) => {
    expect(await verdicts(rule, lines(...connect(), asks(10, `AP-B type=${type}`)))).toEqual(expected)
  })

  it('each AP once, by its own first indication', async () => {
    const both = [asks(10, 'AP-B type=0'), asks(20, 'AP-C type=1 commit-frame'), asks(30, 'AP-C type=2 confirm-frame')]
    expect(await verdicts(rule, lines(...connect('entries=AP-B AP-C auth=WPA3_SAE'), ...both))).toEqual([
      'violation 20',
    ])
  })

  it('loss between command and indication leaves it open, earlier loss does not', async () => {
    const body = [...connect(), asks(10, 'AP-B type=1 commit-frame')]
    expect(await verdicts(rule, lines('capture loss=4..8', ...body))).toEqual(['inconclusive 10'])
    expect(await verdicts(rule, lines('capture loss=-8..-4', ...body))).toEqual(['violation 10'])
  })
})

describe('sae-response-missing', () => {
  const rule = 'sae-response-missing'

  it('the answer has to come before the next indication of any AP', async () => {
    const late = [
      asks(10, 'AP-B type=0'),
      asks(20, 'AP-C type=0'),
      answers(30, 'AP-C type=0 commit-params'),
      joined,
      done,
    ]
    expect(await verdicts(rule, lines(...connect('entries=AP-B AP-C auth=WPA3_SAE'), ...late))).toEqual([
      'violation 10',
    ])
  })

  it('a task that is not completed is not judged', async () => {
    expect(await verdicts(rule, lines(...connect(), asks(10, 'AP-B type=0')))).toEqual([])
  })
})

describe('sae-response-type-invalid', () => {
  const rule = 'sae-response-type-invalid'
  const legal: Record<number, number[]> = {0: [0, 2, 4], 1: [0, 1, 2, 4], 2: [2, 3], 3: [0, 1, 2, 3, 4], 4: [1, 2]}

  it.each(Object.keys(legal).map(Number))('answers to type %i', async type => {
    for (const answer of [0, 1, 2, 3, 4]) {
      const found = await verdicts(
        rule,
        lines(...connect(), asks(10, `AP-B type=${type}`), answers(15, `AP-B type=${answer}`)),
      )
      expect(found, `answer ${answer}`).toEqual(legal[type]?.includes(answer) ? [] : ['violation 15'])
    }
  })
})

describe('sae-response-payload-missing', () => {
  const rule = 'sae-response-payload-missing'

  it.each([
    ['type=0', ['violation 15']],
    ['type=0 commit-params', []],
    ['type=4', ['violation 15']],
    ['type=4 commit-params', []],
    ['type=1 commit-params', ['violation 15']],
    ['type=1 confirm-params', []],
    ['type=2', ['violation 15']],
    ['type=2 status=0', []],
    ['type=3', []],
  ])('%s', async (fields, expected) => {
    expect(await verdicts(rule, lines(...connect(), asks(10, 'AP-B type=0'), answers(15, `AP-B ${fields}`)))).toEqual(
      expected,
    )
  })
})

describe('sae-frame-missing', () => {
  const rule = 'sae-frame-missing'

  it.each([
    ['type=0', []],
    ['type=1', ['violation error']],
    ['type=1 commit-frame', []],
    ['type=2', ['violation error']],
    ['type=2 commit-frame', ['violation info']],
    ['type=2 commit-frame confirm-frame', []],
    ['type=3', ['violation error']],
    ['type=3 status=12', []],
    ['type=4', []],
  ])('%s', async (fields, expected) => {
    const {findings} = await run(lines(...connect(), asks(10, `AP-B ${fields}`)))
    expect(findings(rule).map(({verdict, severity}) => `${verdict} ${severity}`)).toEqual(expected)
  })
})

describe('sae-assoc-without-authentication', () => {
  const rule = 'sae-assoc-without-authentication'

  it('the exchange has to be with the AP that was joined', async () => {
    const other = lines(...connect('entries=AP-B AP-C auth=WPA3_SAE'), ...exchange('AP-C'), joined, done)
    expect(await verdicts(rule, other)).toEqual(['violation 90'])
  })

  it('an exchange of an earlier task does not count', async () => {
    const again = [
      ...connect(),
      ...exchange(),
      joined,
      done,
      '500 M1 TASK_CONNECT 1 301 entries=AP-B auth=WPA3_SAE RoamFlag=1',
      '590 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)',
      '592 IND CONNECT_COMPLETE 1 301 status=success',
    ]
    expect(await verdicts(rule, lines(...again))).toEqual(['violation 590'])
  })

  it('a failure after the success is the last word', async () => {
    const undone = lines(...connect(), ...exchange(), answers(60, 'AP-B type=2 status=1'), joined, done)
    expect(await verdicts(rule, undone)).toEqual(['violation 90'])
  })

  it('a late PMKID, or one in the request, is a way to associate', async () => {
    const late = '40 M1 SET_ASSOCIATION_PARAMETERS 1 205 (AP-B pmkid=K1)'
    expect(await verdicts(rule, lines(...connect(), late, joined, done))).toEqual([])
    const own = '90 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{pmkids=[K9]})'
    expect(await verdicts(rule, lines(...connect(), own, done))).toEqual([])
  })

  it('an AP that was joined by FT needs no SAE', async () => {
    const ft = [
      '0 M1 TASK_ROAM 1 101 entries=(AP-B ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0}) auth=WPA3_SAE RoamFlag=1',
      '10 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{} response{}',
      '15 M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 205 status=success rsnie mde fte',
      joined,
      '92 IND ROAM_COMPLETE 1 101 status=success',
    ]
    expect(await verdicts(rule, lines(...ft))).toEqual([])
  })

  it('other algorithms and other ports are not judged', async () => {
    const psk = '90 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)'
    const {tally} = await run(lines(...connect(), psk, done))
    expect(tally(rule)).toMatchObject({pass: 0, violation: 0, notApplicable: 0})
  })
})

describe('sae-host-timeout and sae-failed', () => {
  it.each([
    [12, false, true],
    [50, false, false],
    [51, true, true],
    [52, true, true],
    [53, true, true],
    [54, false, true],
    [70, false, false],
    [71, false, false],
  ])('status %i', async (status, timeout, failed) => {
    const {findings} = await run(lines(...connect(), asks(10, 'AP-B type=0'), asks(20, `AP-B type=3 status=${status}`)))
    expect(findings('sae-host-timeout')).toHaveLength(Number(timeout))
    expect(findings('sae-failed')).toHaveLength(Number(failed))
  })

  it('one failure for each AP, the first', async () => {
    const failures = [
      answers(15, 'AP-B type=2 status=5'),
      asks(20, 'AP-B type=3 status=12'),
      asks(30, 'AP-C type=0'),
      asks(40, 'AP-C type=3 status=31'),
    ]
    const scenario = lines(...connect('entries=AP-B AP-C auth=WPA3_SAE'), asks(10, 'AP-B type=0'), ...failures)
    expect(await verdicts('sae-failed', scenario)).toEqual(['violation 15', 'violation 40'])
  })

  it('an error without status is a failure', async () => {
    expect(await verdicts('sae-failed', lines(...connect(), asks(20, 'AP-B type=3')))).toEqual(['violation 20'])
  })
})

describe('sae-response-bssid-mismatch', () => {
  const rule = 'sae-response-bssid-mismatch'

  it('link and MLD address of one AP are no mismatch where the frames map them', async () => {
    const mapped = [
      ...connect('entries=AP-B auth=WPA3_SAE MloConnectionSupported=1'),
      asks(10, 'AP-B type=0'),
      answers(15, 'MLD-B type=0 commit-params'),
      '90 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)',
      done,
    ]
    expect(await verdicts(rule, lines(...mapped))).toEqual([])
  })

  it('the WDI model knows no MLO', async () => {
    const wdi = ['capture model=wdi', ...connect('entries=AP-B auth=WPA3_SAE MloConnectionSupported=1')]
    const mismatch = [asks(10, 'AP-B type=0'), answers(15, 'AP-C type=0 commit-params')]
    expect(await verdicts(rule, lines(...wdi, ...mismatch))).toEqual(['violation 15'])
  })
})

describe('two adapters', () => {
  it('keep their exchanges apart', async () => {
    const at = (name: string) => (record: string) => record.replace(/^(\d+ \S+ \S+) 1 /, `$1 1@${name} `)
    const one = [...connect(), ...exchange(), joined, done]
    const both = [...one.map(at('x')), ...one.map(at('y'))]
    const {analysis} = await run(lines('adapter x', 'adapter y', ...both))
    expect(analysis.findings.filter(({rule}) => rule.startsWith('sae-'))).toEqual([])
  })
})
