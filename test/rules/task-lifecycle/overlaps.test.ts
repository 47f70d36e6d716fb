import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const scan = (id: number, at: number, until: number | null, port = 1) => [
  `${at} M1 TASK_SCAN ${port} ${id} repeat=1`,
  `${at + 1} M3 TASK_SCAN ${port} ${id} status=success`,
  ...(until === null ? [] : [`${until} IND SCAN_COMPLETE ${port} ${id} status=success`]),
]

describe('task-overlap', () => {
  const rule = 'task-overlap'

  it('one finding for each command that came too early', async () => {
    const three = lines(...scan(101, 0, 3000), ...scan(102, 500, 3100), ...scan(103, 1000, 3200))
    expect(await verdicts(rule, three)).toEqual(['violation 500', 'violation 1000'])
  })

  it.each([
    ['wdi', 'error'],
    ['wificx', 'warning'],
  ])('on %s it is an %s', async (model, severity) => {
    const {findings} = await run(lines(`capture model=${model}`, ...scan(101, 0, 900), ...scan(102, 500, 1000)))
    expect(findings(rule)).toMatchObject([{severity}])
  })

  it('an end within 1 ms leaves little confidence, one after it does not', async () => {
    const close = await run(lines(...scan(101, 0, 501), ...scan(102, 500, 1000)))
    expect(close.findings(rule)).toMatchObject([{confidence: 'low'}])
    const apart = await run(lines('capture model=wdi', ...scan(101, 0, 502), ...scan(102, 500, 1000)))
    expect(apart.findings(rule)).toMatchObject([{confidence: 'high'}])
  })

  it('a completion recorded later shows that none was lost', async () => {
    const loss = 'capture loss=300..400'
    expect(await verdicts(rule, lines(loss, ...scan(101, 0, 900), ...scan(102, 500, 1000)))).toEqual(['violation 500'])
    expect(await verdicts(rule, lines(loss, ...scan(101, 0, null), ...scan(102, 500, 1000)))).toEqual([
      'inconclusive 500',
    ])
  })

  it('a hung task is not open any more', async () => {
    expect(await verdicts(rule, lines(...scan(101, 0, null), ...scan(102, 31_000, 32_000)))).toEqual([])
  })
})

describe('command-overlap-m1-m3', () => {
  const rule = 'command-overlap-m1-m3'
  const property = (id: number, at: number, until: number | null, name = 'GET_STATISTICS') => [
    `${at} M1 ${name} 1 ${id}`,
    ...(until === null ? [] : [`${until} M3 ${name} 1 ${id} status=success`]),
  ]

  it('a completion answers a task too', async () => {
    const scenario = lines(
      '0 M1 TASK_SCAN 1 101 repeat=1',
      '900 IND SCAN_COMPLETE 1 101 status=success',
      ...property(102, 901, 905),
      '910 M3 TASK_SCAN 1 101 status=success',
    )
    expect(await verdicts(rule, scenario)).toEqual([])
  })

  it('a command without any answer waits until its hang limit', async () => {
    expect(await verdicts(rule, lines(...property(101, 0, null), ...property(102, 10_000, 10_001)))).toEqual([
      'violation 10000',
    ])
    expect(await verdicts(rule, lines(...property(101, 0, null), ...property(102, 10_001, 10_002)))).toEqual([])
  })

  it('answers to FT indications pass beside the queue, in both directions', async () => {
    const direct = 'SET_FAST_BSS_TRANSITION_PARAMETERS'
    const scenario = lines(
      ...property(101, 0, 30),
      `10 M1 ${direct} 1 102 status=failure`,
      '20 M1 ABORT_TASK 1 103 target=TASK_SCAN id=99 port=1',
      '21 M3 ABORT_TASK 1 103 status=success',
      ...property(104, 40, 50),
      `60 M3 ${direct} 1 102 status=success`,
    )
    expect(await verdicts(rule, scenario)).toEqual([])
  })
})

describe('transaction-id-not-unique', () => {
  const rule = 'transaction-id-not-unique'

  it('two properties with one id', async () => {
    const scenario = lines(
      '0 M1 GET_STATISTICS 1 7',
      '5 M1 GET_BSS_ENTRY_LIST 1 7',
      '8 M3 GET_STATISTICS 1 7 status=success',
      '9 M3 GET_BSS_ENTRY_LIST 1 7 status=success',
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 5'])
  })

  it('the same id on another adapter is another id', async () => {
    const scenario = lines(
      'adapter A',
      'adapter B',
      '0 M1 GET_STATISTICS 1@A 7',
      '5 M1 GET_STATISTICS 1@B 7',
      '8 M3 GET_STATISTICS 1@A 7 status=success',
      '9 M3 GET_STATISTICS 1@B 7 status=success',
    )
    expect(await verdicts(rule, scenario)).toEqual([])
  })

  it('an FT answer with the id of another property is no exception', async () => {
    const direct = 'SET_FAST_BSS_TRANSITION_PARAMETERS'
    const scenario = lines(
      '0 M1 GET_STATISTICS 1 7',
      `5 M1 ${direct} 1 7 status=failure`,
      '8 M3 GET_STATISTICS 1 7 status=success',
      `9 M3 ${direct} 1 7 status=success`,
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 5'])
  })

  it('without responses only tasks are known to be open', async () => {
    const scenario = lines(
      'capture families=M1,IND',
      '0 M1 GET_STATISTICS 1 7',
      '5 M1 GET_BSS_ENTRY_LIST 1 7',
      '100 M1 TASK_SCAN 1 8 repeat=1',
      '200 M1 GET_STATISTICS 1 8',
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 200'])
  })
})

describe('serialized-property-during-task', () => {
  it('any task of the adapter, on whatever port', async () => {
    const keys = [
      '500 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)',
      '505 M3 SET_ADD_CIPHER_KEYS 1 102 status=success',
    ]
    const during = lines(...scan(101, 0, 900, 2), ...keys)
    expect(await verdicts('serialized-property-during-task', during)).toEqual(['violation 500'])
    const {tally} = await run(lines(...scan(101, 0, 400, 2), ...keys))
    expect(tally('serialized-property-during-task')).toMatchObject({status: 'ran', pass: 1, violation: 0})
  })
})
