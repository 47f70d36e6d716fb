import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const reset = (id = 102) => [
  `0 M1 TASK_DOT11_RESET 1 ${id}`,
  `1 M3 TASK_DOT11_RESET 1 ${id} status=success`,
  `10 IND DOT11_RESET_COMPLETE 1 ${id} status=success`,
]

describe('reset-state-leak', () => {
  const rule = 'reset-state-leak'

  it.each([
    ['5 ms after the reset', '15 IND LINK_STATE_CHANGE 1 - AP-A quality=60', []],
    ['1 µs later', '15.001 IND LINK_STATE_CHANGE 1 - AP-A quality=60', ['violation 15.001']],
    ['disassociation', '90 IND DISASSOCIATION 1 - AP-A status=11', ['violation 90']],
    ['trigger', '90 IND ROAMING_NEEDED 1 - reason=15', ['violation 90']],
    ['SAE', '90 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-A type=0', ['violation 90']],
    ['FT', '90 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-A request{} response{}', ['violation 90']],
    ['scan results', '90 IND BSS_ENTRY_LIST 1 - count=3', []],
    ['another port', '90 IND DISASSOCIATION 2 - AP-A status=11', []],
  ])('%s', async (_, record, expected) => {
    expect(await verdicts(rule, lines('capture from=-60000', onA, ...reset(), record))).toEqual(expected)
  })

  it('a coarse clock widens the time in which indications may cross', async () => {
    const scenario = (ms: number) =>
      lines('capture granularity=15.6', onA, ...reset(), `${ms} IND ROAMING_NEEDED 1 - reason=15`)
    expect(await verdicts(rule, scenario(25))).toEqual([])
    expect(await verdicts(rule, scenario(26))).toEqual(['violation 26'])
  })

  it('each record once, and instead of the rule on its own', async () => {
    const records = ['90 IND LINK_STATE_CHANGE 1 - AP-A quality=60', '95 IND LINK_STATE_CHANGE 1 - AP-A quality=61']
    const {findings} = await run(lines(onA, ...reset(), ...records))
    expect(findings(rule)).toHaveLength(2)
    expect(findings('link-state-not-associated')).toEqual([])
  })

  it.each(['TASK_CONNECT 1 103 entries=AP-B auth=RSNA_PSK', 'TASK_START_AP 1 103'])(
    '%s begins a new life',
    async task => {
      expect(
        await verdicts(rule, lines(onA, ...reset(), `50 M1 ${task}`, '90 IND ROAMING_NEEDED 1 - reason=15')),
      ).toEqual([])
    },
  )

  it('the completion may come under the message id of the command', async () => {
    const own = reset().map(record => record.replace('DOT11_RESET_COMPLETE', 'TASK_DOT11_RESET'))
    const {findings} = await run(lines(onA, ...own, '90 IND DISASSOCIATION 1 - AP-A status=11'))
    expect(findings(rule)).toHaveLength(1)
    expect(findings('reset-without-disconnect')).toHaveLength(1)
  })

  it('a reset that failed promises nothing', async () => {
    const failed = reset().map(record =>
      record.replace('COMPLETE 1 102 status=success', 'COMPLETE 1 102 status=failure'),
    )
    expect(await verdicts(rule, lines(onA, ...failed, '90 IND ROAMING_NEEDED 1 - reason=15'))).toEqual([])
  })
})

describe('reset-without-disconnect', () => {
  const rule = 'reset-without-disconnect'

  it('an unknown or ended association is not judged', async () => {
    expect(await verdicts(rule, lines(...reset()))).toEqual([])
    expect(await verdicts(rule, lines(onA, '-100 IND DISASSOCIATION 1 - AP-A status=11', ...reset()))).toEqual([])
  })

  it('a disconnect from an earlier association does not count', async () => {
    const again = [
      onA,
      '-900 M1 TASK_DISCONNECT 1 90 AP-A reason=3',
      '-890 IND DISASSOCIATION 1 - AP-A status=7',
      '-880 IND DISCONNECT_COMPLETE 1 90 status=success',
      '-800 M1 TASK_CONNECT 1 91 entries=AP-B auth=OPEN',
      '-700 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=OPEN)',
      '-690 IND CONNECT_COMPLETE 1 91 status=success',
    ]
    expect(await verdicts(rule, lines(...again, ...reset()))).toEqual(['violation 0'])
  })
})

describe('recovery-over-10s', () => {
  const rule = 'recovery-over-10s'
  const open = (ms: number | string, sent = 0) => [
    `${Number(ms) - 100 + sent} M1 TASK_OPEN adapter 101`,
    `${ms} M3 TASK_OPEN adapter 101 status=success`,
  ]

  it.each([
    ['10 s', '0 IND FIRMWARE_STALLED adapter -', open(10_000), []],
    [
      '1 µs above',
      '0 IND FIRMWARE_STALLED adapter -',
      ['9900 M1 TASK_OPEN adapter 101', '10000.001 M3 TASK_OPEN adapter 101 status=success'],
      ['violation 10000.001'],
    ],
    ['reset recovery', '0 LOG 5002 adapter - trigger=1', open(12_000), ['violation 12000']],
    ['another error under the same event id', '0 LOG 5002 adapter - first=0xC0000001', open(12_000), []],
    ['restart', '0 IND FIRMWARE_STALLED adapter -', ['5000 LOG BOOT adapter -', ...open(12_000)], []],
    [
      'the old instance is closed meanwhile',
      '0 IND FIRMWARE_STALLED adapter -',
      ['100 M1 TASK_CLOSE adapter 99', '200 M3 TASK_CLOSE adapter 99 status=success', ...open(12_000)],
      ['violation 12000'],
    ],
    [
      'a failed command does not count',
      '0 IND FIRMWARE_STALLED adapter -',
      ['100 M1 TASK_OPEN adapter 99', '200 M3 TASK_OPEN adapter 99 status=failure', ...open(12_000)],
      ['violation 12000'],
    ],
    [
      'an answer to an older command does not count',
      '0 IND FIRMWARE_STALLED adapter -',
      ['-10 M1 GET_STATISTICS 1 98', '50 M3 GET_STATISTICS 1 98 status=success', ...open(12_000)],
      ['violation 12000'],
    ],
  ])('%s', async (_, trigger, records, expected) => {
    expect(await verdicts(rule, lines(trigger, ...records))).toEqual(expected)
  })

  it('a stall and the recovery that follows it are one, from the stall', async () => {
    const both = ['0 IND FIRMWARE_STALLED adapter -', '4000 LOG 5002 adapter - trigger=4']
    expect(await verdicts(rule, lines(...both, ...open(12_000)))).toEqual(['violation 12000'])
  })

  it('a coarse clock leaves it open around the limit', async () => {
    const stall = '0 IND FIRMWARE_STALLED adapter -'
    expect(await verdicts(rule, lines('capture granularity=15.6', stall, ...open(9990)))).toEqual(['inconclusive 9990'])
  })
})

describe('reset-recovery-logged', () => {
  const rule = 'reset-recovery-logged'

  it.each([
    [1, 'error'],
    [2, 'error'],
    [3, 'warning'],
    [4, 'error'],
  ])('trigger %i', async (trigger, severity) => {
    const [finding] = (await run(lines(`0 LOG 5002 adapter - trigger=${trigger}`))).findings(rule)
    expect(finding).toMatchObject({verdict: 'violation', severity})
  })

  it('runs on Native 802.11 adapters too, and without adapter', async () => {
    expect(await verdicts(rule, lines('capture model=native80211', '0 LOG 5002 adapter - trigger=2'))).toEqual([
      'violation 0',
    ])
  })

  it('names the session that had hung', async () => {
    const hung = [
      '0 M1 TASK_SCAN 1 101 repeat=1',
      '1 M3 TASK_SCAN 1 101 status=success',
      '30010 LOG 5002 adapter - trigger=2',
    ]
    const {analysis, findings} = await run(lines(...hung))
    expect(findings(rule)[0]?.session).toBe(analysis.sessions.find(({kind}) => kind === 'scan')?.id)
  })
})

describe('firmware-stalled', () => {
  it('names what was open, and the session', async () => {
    const records = [
      '0 M1 TASK_SCAN 1 101 repeat=1',
      '1 M3 TASK_SCAN 1 101 status=success',
      '5 M1 GET_STATISTICS 1 102',
      '900 IND FIRMWARE_STALLED adapter -',
    ]
    const {analysis, findings} = await run(lines(...records))
    const [finding] = findings('firmware-stalled')
    expect(finding?.message).toContain('TASK_SCAN on port 1, GET_STATISTICS on port 1')
    expect(finding?.session).toBe(analysis.sessions.find(({kind}) => kind === 'scan')?.id)
  })
})

describe('roam-failed-no-recovery', () => {
  const rule = 'roam-failed-no-recovery'
  const failed = [
    onA,
    '0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1',
    '1 M3 TASK_ROAM 1 101 status=success',
    '20 IND DISASSOCIATION 1 - AP-A status=10',
    '80 IND ASSOCIATION_RESULT 1 - (AP-B status=41)',
    '82 IND ROAM_COMPLETE 1 101 status=failure',
  ]

  it.each([
    ['scan after 10 s', '10082 M1 TASK_SCAN 1 102 repeat=1', []],
    ['scan 1 µs later', '10082.001 M1 TASK_SCAN 1 102 repeat=1', ['violation 10082']],
    ['scan on another port', '500 M1 TASK_SCAN 2 102 repeat=1', ['violation 10082']],
    ['disconnect by the user', '500 M1 TASK_DISCONNECT 1 102 AP-A reason=3', []],
    ['airplane mode', '500 M1 TASK_SET_RADIO_STATE adapter 102 state=0', []],
    ['radio still on', '500 IND RADIO_STATUS adapter - hw=1 sw=1', ['violation 10082']],
    ['stall', '500 IND FIRMWARE_STALLED adapter -', []],
  ])('%s', async (_, record, expected) => {
    expect(await verdicts(rule, lines(...failed, record))).toEqual(expected)
  })

  it('task commands that are not exported cannot be missed', async () => {
    expect(
      await verdicts(rule, lines('capture families=PROP,M3,IND', ...failed.filter(record => !record.includes('M1')))),
    ).toEqual([])
  })
})
