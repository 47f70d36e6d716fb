import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const scan = ['0 M1 TASK_SCAN 1 101 repeat=1', '3 M3 TASK_SCAN 1 101 status=success']
const abort = (ms: number | string, fields = 'target=TASK_SCAN id=101 port=1', id = 102) =>
  `${ms} M1 ABORT_TASK 1 ${id} ${fields}`
const done = (ms: number | string) => `${ms} IND SCAN_COMPLETE 1 101 status=aborted`

describe('abort-completion-over-50ms', () => {
  const rule = 'abort-completion-over-50ms'
  const codes = async (scenario: string) =>
    (await run(scenario)).findings(rule).map(({verdict, severity, limits}) => [verdict, severity, ...limits].join(' '))

  it.each([
    ['2 µs below the limit', '549.998', []],
    ['on the limit', '550', ['inconclusive error L-GRAN L-HOST']],
    ['1 µs above, within the clock', '550.001', ['inconclusive error L-GRAN L-HOST']],
    ['2 µs above', '550.002', ['violation error L-HOST']],
  ])('%s', async (_, at, expected) => {
    expect(await codes(lines('capture model=wdi', ...scan, abort(500), done(at)))).toEqual(expected)
  })

  it('is a warning on WiFiCx, where the page gives no figure', async () => {
    expect(await codes(lines(...scan, abort(500), done(620)))).toEqual(['violation warning L-HOST L-MODEL'])
  })

  it('counts from the start response where that is later', async () => {
    const late = ['0 M1 TASK_SCAN 1 101 repeat=1', abort(10), '100 M3 TASK_SCAN 1 101 status=success']
    expect(await verdicts(rule, lines(...late, done(140)))).toEqual([])
    expect(await verdicts(rule, lines(...late, done(160)))).toEqual(['violation 160'])
  })

  it('without responses in the export it counts from the abort', async () => {
    const unanswered = lines('capture families=M1,IND', '0 M1 TASK_SCAN 1 101 repeat=1', abort(500), done(600))
    expect(await verdicts(rule, unanswered)).toEqual(['violation 600'])
  })

  it('several aborts of one task are one finding, from the first', async () => {
    const twice = lines(...scan, abort(500), abort(520, 'target=TASK_SCAN id=101 port=1', 103), done(560))
    expect(await verdicts(rule, twice)).toEqual(['violation 560'])
  })

  it.each([
    ['a stall within the limit ends the task', '530 IND FIRMWARE_STALLED adapter -', []],
    ['a stall after it does not excuse', '560 IND FIRMWARE_STALLED adapter -', ['violation 550']],
  ])('%s', async (_, stall, expected) => {
    expect(await verdicts(rule, lines(...scan, abort(500), stall))).toEqual(expected)
  })

  it('the end of the capture within the limit leaves it open', async () => {
    expect(await verdicts(rule, lines('capture to=540', ...scan, abort(500)))).toEqual(['inconclusive 550'])
    expect(await verdicts(rule, lines('capture to=550', ...scan, abort(500)))).toEqual(['violation 550'])
  })

  it('a rejected task has nothing to complete', async () => {
    const rejected = ['0 M1 TASK_SCAN 1 101 repeat=1', abort(10), '90 M3 TASK_SCAN 1 101 status=failure']
    expect(await verdicts(rule, lines(...rejected))).toEqual([])
  })

  it('a scan on another port with the same id is not meant', async () => {
    const other = abort(500, 'target=TASK_SCAN id=101 port=2')
    expect(await verdicts(rule, lines(...scan, other, done(900)))).toEqual([])
  })
})

describe('abort-response-missing', () => {
  const rule = 'abort-response-missing'

  it.each([
    ['exactly 10 s', '10500', []],
    ['1 µs later', '10500.001', ['violation 10500.001']],
  ])('%s', async (_, at, expected) => {
    const answer = `${at} M3 ABORT_TASK 1 102 status=success`
    expect(await verdicts(rule, lines(...scan, abort(500), done(520), answer))).toEqual(expected)
  })

  it('loss in the window leaves it open', async () => {
    expect(await verdicts(rule, lines('capture loss=2000..2100', ...scan, abort(500), done(520)))).toEqual([
      'inconclusive 10500',
    ])
  })
})

describe('which task an abort means', () => {
  it.each([
    ['open', abort(500), {}],
    ['completed', abort(2000), {'abort-after-completion-race': ['violation 2000']}],
    ['wrong id', abort(500, 'target=TASK_SCAN id=109 port=1'), {'abort-target-unknown': ['violation 500']}],
    ['wrong port', abort(500, 'target=TASK_SCAN id=101 port=2'), {'abort-target-unknown': ['violation 500']}],
    ['wrong task', abort(500, 'target=TASK_ROAM id=101 port=1'), {'abort-target-unknown': ['violation 500']}],
    ['before the start response', abort(2), {'abort-before-start': ['violation 2']}],
  ])('%s', async (_, record, expected: Record<string, string[]>) => {
    const {findings} = await run(lines('capture from=-50000', ...scan, record, done(1500)))
    for (const rule of ['abort-before-start', 'abort-after-completion-race', 'abort-target-unknown']) {
      const found = findings(rule).map(({verdict, atUs}) => `${verdict} ${(atUs ?? 0) / 1000}`)
      expect(found, rule).toEqual(expected[rule] ?? [])
    }
  })

  it('40 s into the capture its command must have been seen', async () => {
    const late = (ms: string) => lines('capture from=0', abort(ms, 'target=TASK_SCAN id=109 port=1'))
    expect(await verdicts('abort-target-unknown', late('39999.999'))).toEqual([])
    expect(await verdicts('abort-target-unknown', late('40000'))).toEqual(['violation 40000'])
  })

  it('without transaction ids by port and kind, with low confidence', async () => {
    const records = [
      '0 M1 TASK_SCAN 1 repeat=1',
      '20 M3 TASK_SCAN 1 status=success',
      '9 M1 ABORT_TASK 1 target=TASK_SCAN id=101 port=1',
    ]
    const [finding] = (await run(lines(...records, '40 IND SCAN_COMPLETE 1 status=aborted'))).findings(
      'abort-before-start',
    )
    expect(finding).toMatchObject({verdict: 'violation', confidence: 'low', limits: ['L-TXN', 'L-MODEL']})
  })

  it.each(['DISCONNECT', 'DOT11_RESET', 'CHANGE_OPERATION_MODE', 'STOP_AP', 'OPEN', 'CLOSE', 'SET_RADIO_STATE'])(
    'TASK_%s cannot be aborted',
    async name => {
      const fields = name === 'DISCONNECT' ? 'AP-A reason=3' : name === 'SET_RADIO_STATE' ? 'state=0' : ''
      const task = [`0 M1 TASK_${name} 1 101 ${fields}`, `3 M3 TASK_${name} 1 101 status=success`]
      const scenario = lines(...task, abort(10, `target=TASK_${name} id=101 port=1`))
      expect(await verdicts('abort-not-abortable', scenario)).toEqual(['violation 10'])
    },
  )
})

describe('the reset after an abort', () => {
  const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
  const roam = (...inside: string[]) => [
    onA,
    '0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1',
    '1 M3 TASK_ROAM 1 101 status=success',
    abort(50, 'target=TASK_ROAM id=101 port=1'),
    ...inside,
    '80 IND ROAM_COMPLETE 1 101 status=aborted',
  ]
  const left = (ms: number) => `${ms} IND DISASSOCIATION 1 - AP-A status=10`
  const next = (name: string, ms = 500) =>
    `${ms} M1 ${name} 1 103 ${name === 'TASK_DOT11_RESET' ? '' : 'entries=AP-C auth=RSNA_PSK'}`
  const found = async (scenario: string, rule = 'abort-roam-without-reset') =>
    (await run(scenario))
      .findings(rule)
      .map(({verdict, severity, atUs}) => `${verdict} ${severity} ${(atUs ?? 0) / 1000}`)

  it.each([
    ['left before the abort', roam(left(20)), ['violation error 500']],
    ['left after the abort', roam(left(60)), ['violation warning 500']],
    ['not left', roam(), []],
    ['somebody else left', roam('20 IND DISASSOCIATION 1 - AP-D status=10'), []],
    ['left and joined', roam(left(20), '70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)'), []],
  ])('roam: %s', async (_, records, expected) => {
    expect(await found(lines(...records, next('TASK_CONNECT')))).toEqual(expected)
  })

  it.each([
    ['reset', [next('TASK_DOT11_RESET')], []],
    ['roam', [next('TASK_ROAM')], ['violation error 500']],
    ['reset on another port', ['500 M1 TASK_DOT11_RESET 2 103', next('TASK_CONNECT', 600)], ['violation error 600']],
    ['nothing', [], ['inconclusive error 80']],
    ['stall', ['300 IND FIRMWARE_STALLED adapter -', next('TASK_CONNECT')], []],
    ['disconnect, then reset', ['300 M1 TASK_DISCONNECT 1 104 AP-A reason=3', next('TASK_DOT11_RESET')], []],
  ])('next: %s', async (_, records, expected) => {
    expect(await found(lines(...roam(left(20)), ...records))).toEqual(expected)
  })

  it('an aborted start of an AP needs it too', async () => {
    const ap = [
      'capture ap=2',
      '0 M1 TASK_START_AP 2 101',
      '1 M3 TASK_START_AP 2 101 status=success',
      '10 M1 ABORT_TASK 2 102 target=TASK_START_AP id=101 port=2',
      '20 IND START_AP_COMPLETE 2 101 status=aborted',
    ]
    const rule = 'abort-connect-without-reset'
    expect(await found(lines(...ap, '500 M1 TASK_START_AP 2 103'), rule)).toEqual(['violation error 500'])
    expect(await found(lines(...ap, '500 M1 TASK_DOT11_RESET 2 103'), rule)).toEqual([])
  })
})

describe('abort-attempts-continue', () => {
  const rule = 'abort-attempts-continue'
  const connect = [
    '0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=WPA3_SAE',
    '1 M3 TASK_CONNECT 1 101 status=success',
    '10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0',
    abort(50, 'target=TASK_CONNECT id=101 port=1'),
  ]

  it.each([
    [
      'first SAE indication of a new AP at once',
      '50.001 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-C type=0',
      ['violation 50.001'],
    ],
    ['later SAE indication of a new AP within 50 ms', '90 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-C type=1 commit-frame', []],
    ['the same after 50 ms', '100.001 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-C type=1 commit-frame', ['violation 100.001']],
    ['result of a new AP after exactly 50 ms', '100 IND ASSOCIATION_RESULT 1 - (AP-C status=41)', []],
    ['result of a new AP 1 µs later', '100.001 IND ASSOCIATION_RESULT 1 - (AP-C status=41)', ['violation 100.001']],
    ['result of the running attempt', '300 IND ASSOCIATION_RESULT 1 - (AP-B status=5)', []],
    ['SAE goes on with the running attempt', '300 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame', []],
  ])('%s', async (_, record, expected) => {
    expect(await verdicts(rule, lines(...connect, record, '400 IND CONNECT_COMPLETE 1 101 status=aborted'))).toEqual(
      expected,
    )
  })

  it('several new APs are one finding', async () => {
    const more = ['150 IND ASSOCIATION_RESULT 1 - (AP-C status=41)', '250 IND ASSOCIATION_RESULT 1 - (AP-D status=41)']
    expect(await verdicts(rule, lines(...connect, ...more))).toEqual(['violation 150'])
  })
})

describe('cancel parameters with port 0xFFFF', () => {
  const rule = 'abort-target-unknown'
  const late = (fields: string) => lines('capture from=-50000', ...scan, abort(500, fields), done(620))
  const over = async (scenario: string) => (await verdicts('abort-completion-over-50ms', scenario)).length

  it('name the task on any port', async () => {
    const any = late('target=TASK_SCAN id=101 port=adapter')
    expect(await verdicts(rule, any)).toEqual([])
    expect(await over(any)).toBe(1)
    expect((await run(any)).analysis.sessions.map(({outcome}) => outcome)).toEqual(['aborted'])
  })

  it('but not a task of another id or kind', async () => {
    expect(await verdicts(rule, late('target=TASK_SCAN id=107 port=adapter'))).toEqual(['violation 500'])
    expect(await verdicts(rule, late('target=TASK_ROAM id=101 port=adapter'))).toEqual(['violation 500'])
  })

  it('another port is another port', async () => {
    expect(await verdicts(rule, late('target=TASK_SCAN id=101 port=2'))).toEqual(['violation 500'])
  })
})
