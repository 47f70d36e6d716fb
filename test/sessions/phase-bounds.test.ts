import {describe, expect, it} from 'vitest'
import {replayed, session, type Told} from './told.js'

const roam = (...records: readonly string[]) => `
-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
0 M1 TASK_ROAM 1 101 entries=AP-B AP-C RoamFlag=1 RoamNeededReason=10
2 M3 TASK_ROAM 1 101 status=success
${records.join('\n')}
100 IND ROAM_COMPLETE 1 101 status=success`
const left = (at: number, ap = 'AP-A') => `${at} IND DISASSOCIATION 1 - ${ap} status=10`
const result = (at: number, ap: string, status = 0) => `${at} IND ASSOCIATION_RESULT 1 - (${ap} status=${status})`
const sae = (at: number, type: number, ap = 'AP-B') => `${at} IND SAE_AUTH_PARAMS_NEEDED 1 - ${ap} type=${type}`
const answer = (at: number, type: number, ap = 'AP-B') => `${at} M1 SET_SAE_AUTH_PARAMS 1 ${at} ${ap} type=${type}`
const ft = (at: number, ap = 'AP-B') => `${at} IND FT_ASSOC_PARAMS_NEEDED 1 - ${ap}`
const ftAnswer = (at: number) => `${at} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 ${at} status=success`
const keys = `120 M1 SET_ADD_CIPHER_KEYS 1 900 (pairwise peer=AP-B)
124 M3 SET_ADD_CIPHER_KEYS 1 900 status=success`

async function told(scenario: string): Promise<Told> {
  const found = (await replayed(scenario)).sessions.find(({kind}) => kind === 'roam')
  if (found === undefined) throw new Error('no roam')
  return session(found)
}

/** The roam's phases after "accept 0+2". */
async function phases(scenario: string): Promise<readonly string[]> {
  const [accept, ...rest] = (await told(scenario)).phases as string[]
  expect(accept).toBe('accept 0+2')
  return rest
}

describe('ends of phases (rules.md A.7)', () => {
  it.each([
    ['prepare ends with an FT indication', [ft(10), sae(15, 0), left(20)], 'prepare 0+10'],
    ['… with the need of an SAE commit', [sae(10, 1), sae(15, 0), left(20)], 'prepare 0+15'],
    ['… with the DISASSOCIATION', [left(10), sae(15, 0), ft(20)], 'prepare 0+10'],
    ['… with a result', [result(10, 'AP-C', 50), left(20)], 'prepare 0+10'],
  ])('%s', async (_, records, expected) => {
    expect((await phases(roam(...records)))[0]).toBe(expected)
  })

  it('prepare does not end without a sign of work', async () => {
    expect(await phases(roam(sae(10, 1)))).toEqual([])
  })

  it('an attempt begins with the latest of M1, the result before and the DISASSOCIATION', async () => {
    const records = [result(10, 'AP-B', 50), left(20), result(45, 'AP-C', 50), result(60, 'AP-B', 50), left(70, 'AP-B')]
    expect(await phases(roam(...records))).toEqual([
      'prepare 0+10',
      'attempt #1 0+10',
      'attempt #2 20+25',
      'attempt #3 45+15',
    ])
  })

  it('attempts of one container are not measured', async () => {
    const both = '45 IND ASSOCIATION_RESULT 1 - (AP-B status=50) (AP-C status=50)'
    expect(await phases(roam(both, result(60, 'AP-B', 50)))).toEqual(['prepare 0+45', 'attempt #3 45+15'])
  })

  it.each([
    ['the old AP', [left(20), left(30), result(40, 'AP-B')], 'gap-l2 30+10'],
    ['not another AP', [left(20, 'AP-C'), result(40, 'AP-B')], undefined],
    [
      'not an earlier connection of the task',
      [left(20), result(25, 'AP-B'), left(30, 'AP-B'), result(40, 'AP-B')],
      'gap-l2 20+20',
    ],
    ['not after the result', [left(20), result(40, 'AP-B'), left(50)], 'gap-l2 20+20'],
    ['all stations', [left(20, 'ALL'), result(40, 'AP-B')], 'gap-l2 20+20'],
  ])('gap-l2 begins with the DISASSOCIATION of %s', async (_, records, expected) => {
    expect((await phases(roam(...records))).find(phase => phase.startsWith('gap-l2'))).toBe(expected)
  })

  it('keys that the host installs too early have no key-host', async () => {
    const early = `90 M1 SET_ADD_CIPHER_KEYS 1 900 (pairwise peer=AP-B)
95 M3 SET_ADD_CIPHER_KEYS 1 900 status=success`
    expect(await phases(roam(result(40, 'AP-B'), early))).toEqual(['prepare 0+40', 'complete 40+60', 'key-driver 90+5'])
  })

  it('the response may follow the completion', async () => {
    const late = roam(result(40, 'AP-B')).replace('\n2 M3', '\n105 M3')
    expect((await told(late)).phases).toEqual(['accept 0+105', 'prepare 0+40', 'complete 40+60'])
  })
})

describe('attempts that bring no result', () => {
  it('FT: count as the one that would come next', async () => {
    const abandoned = [ft(10), ftAnswer(15), result(30, 'AP-C', 50), ft(50), result(60, 'AP-D', 50), ft(70, 'AP-C')]
    expect(await phases(roam(...abandoned))).toEqual([
      'prepare 0+10',
      'ft-auth #1 0+10',
      'ft-host #1 10+5',
      'ft-auth #2 30+20',
      'ft-auth #3 60+10',
      'attempt #1 0+30',
      'attempt #2 30+30',
    ])
  })

  it('SAE: errors, even answered ones, and what is not answered are nobody’s time', async () => {
    const records = [
      ...[sae(10, 0), answer(12, 0), sae(20, 3), answer(25, 0)],
      ...[sae(30, 0, 'AP-C'), answer(33, 4, 'AP-C'), sae(40, 1, 'AP-C'), sae(45, 4, 'AP-C'), answer(47, 2, 'AP-C')],
      ...[result(60, 'AP-D', 50), sae(70, 0), answer(75, 1), sae(78, 3)],
    ]
    expect(await phases(roam(...records))).toEqual([
      'prepare 0+10',
      'sae-host #1 10+7',
      'sae-air #1 12+11',
      'sae-host #1 30+5',
      'sae-air #1 33+7',
      'attempt #1 0+60',
    ])
  })

  it('SAE: after a success only the association is left, after a failure nothing', async () => {
    const records = [
      sae(10, 2),
      answer(12, 3),
      sae(20, 2, 'AP-C'),
      answer(22, 2, 'AP-C'),
      result(30, 'AP-C', 50),
      result(50, 'AP-B', 50),
    ]
    expect(await phases(roam(...records))).toEqual([
      'prepare 0+30',
      'sae-host #2 10+2',
      'sae-assoc #2 12+38',
      'sae-host #1 20+2',
      'attempt #1 0+30',
      'attempt #2 30+20',
    ])
  })
})

describe('loss', () => {
  const whole = [left(20), result(40, 'AP-B'), keys, '150 IND LINK_STATE_CHANGE 1 - AP-B quality=60']

  it.each([
    [
      'before the gap',
      '10..20',
      [
        'prepare 0+?',
        'gap-l2 20+20',
        'complete 40+60',
        'key-host 100+20',
        'key-driver 120+4',
        'gap-service 20+104',
        'link-report 40+110',
      ],
      {tReq: 40, tTask: 100, tService: 124, gapL2: 20, gapService: 104},
    ],
    [
      'at one moment of the gap',
      '30..30',
      [
        'prepare 0+20',
        'gap-l2 20+?',
        'complete 40+60',
        'key-host 100+20',
        'key-driver 120+4',
        'gap-service 20+?',
        'link-report 40+110',
      ],
      {tReq: 40, tTask: 100, tService: 124},
    ],
    [
      'behind the gap',
      '40..41',
      [
        'prepare 0+20',
        'gap-l2 20+20',
        'complete 40+?',
        'key-host 100+20',
        'key-driver 120+4',
        'gap-service 20+?',
        'link-report 40+?',
      ],
      {tReq: 40, tTask: 100, tService: 124, gapL2: 20},
    ],
    [
      'behind the service',
      '124..140',
      [
        'prepare 0+20',
        'gap-l2 20+20',
        'complete 40+60',
        'key-host 100+20',
        'key-driver 120+4',
        'gap-service 20+104',
        'link-report 40+?',
      ],
      {tReq: 40, tTask: 100, tService: 124, gapL2: 20, gapService: 104},
    ],
  ])('%s', async (_, span, expected, totals) => {
    const roamed = await told(`capture loss=${span}${roam(...whole)}`)
    expect([roamed.phases, roamed.totals]).toEqual([['accept 0+2', ...expected], totals])
  })

  it('one lost part of an SAE exchange leaves the whole sum unmeasured, and only that', async () => {
    const records = [
      sae(10, 0),
      answer(12, 0),
      sae(20, 1),
      answer(22, 1),
      sae(30, 2),
      answer(32, 3),
      result(50, 'AP-B', 50),
    ]
    expect(await phases(`capture loss=22..30${roam(...records)}`)).toEqual([
      'prepare 0+10',
      'sae-host #1 10+6',
      'sae-air #1 12+?',
      'sae-assoc #1 32+18',
      'attempt #1 0+?',
    ])
  })
})

it('says of every phase whose time it is', async () => {
  const scenario = `
-90 IND ROAMING_NEEDED 1 - reason=10
-70 M1 TASK_SCAN 1 100 trigger=3
-10 IND SCAN_COMPLETE 1 100 status=success
${roam(ft(5), ftAnswer(6), result(8, 'AP-B', 50), sae(10, 0), answer(12, 0), sae(15, 2), answer(16, 3), left(20), result(40, 'AP-B'), keys)}
150 IND LINK_STATE_CHANGE 1 - AP-B quality=60`
  const {sessions} = await replayed(scenario)
  const roamed = sessions.find(({kind}) => kind === 'roam')
  expect(roamed?.phases.map(({name, attempt, whose}) => [name, attempt, whose])).toEqual([
    ['trigger-to-task', null, 'host'],
    ['pre-scan wait', null, 'host'],
    ['scan', null, 'driver'],
    ['decision', null, 'host'],
    ['accept', null, 'driver'],
    ['prepare', null, 'driver'],
    ['ft-auth', 1, 'driver and AP'],
    ['ft-host', 1, 'host'],
    ['ft-reassoc', 1, 'driver and AP'],
    ['sae-host', 2, 'host'],
    ['sae-air', 2, 'driver and AP'],
    ['sae-assoc', 2, 'driver and AP'],
    ['attempt', 1, 'driver and AP'],
    ['gap-l2', null, 'no link layer'],
    ['complete', null, 'driver'],
    ['key-host', null, 'handshake with the AP and host'],
    ['key-driver', null, 'driver'],
    ['gap-service', null, 'no traffic'],
    ['link-report', null, 'driver'],
  ])
})
