import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const needed = (ms: number | string, port = 1) => `${ms} IND ROAMING_NEEDED ${port} - reason=15`

describe('roaming-needed-flood', () => {
  const rule = 'roaming-needed-flood'

  it.each([
    [[0, 3000, 6000, 10_000], ['violation 10000']],
    [[0, 3000, 6000, 10_001], []],
    [[0, 1000, 2000, 3000, 4000, 5000], ['violation 3000']],
    [
      [0, 1, 2, 3, 30_000, 30_001, 30_002, 30_003],
      ['violation 3', 'violation 30003'],
    ],
  ])('%j', async (times, expected) => {
    expect(await verdicts(rule, lines(onA, ...times.map(ms => needed(ms))))).toEqual(expected)
  })

  it.each([
    ['in force', 'hint=2 threshold=80', 'success', 'warning'],
    ['another mode', 'hint=1', 'success', 'info'],
    ['refused', 'hint=2 threshold=80', 'failure', 'info'],
  ])('low-latency mode %s', async (_, fields, status, severity) => {
    const mode = [
      `-4500 M1 SET_CONNECTION_QUALITY 1 101 ${fields}`,
      `-4498 M3 SET_CONNECTION_QUALITY 1 101 status=${status}`,
    ]
    const [finding] = (await run(lines(onA, ...mode, ...[0, 1, 2, 3].map(ms => needed(ms))))).findings(rule)
    expect(finding?.severity).toBe(severity)
  })
})

describe('roaming-needed-above-ll-threshold', () => {
  const rule = 'roaming-needed-above-ll-threshold'
  const mode = (ms: number, fields = 'hint=2 threshold=50', port = 1) => [
    `${ms} M1 SET_CONNECTION_QUALITY ${port} ${20_000 + ms} ${fields}`,
    `${ms + 2} M3 SET_CONNECTION_QUALITY ${port} ${20_000 + ms} status=success`,
  ]
  const quality = (ms: number, value: number) => `${ms} IND LINK_STATE_CHANGE 1 - AP-A quality=${value}`

  it.each([
    ['at the threshold', [...mode(-4500), quality(-3000, 50)], ['violation 0']],
    ['below it', [...mode(-4500), quality(-3000, 49)], []],
    ['the last report counts', [...mode(-4500), quality(-3000, 80), quality(-1000, 40)], []],
    ['the report is older than the mode', [quality(-4600, 80), ...mode(-4500)], []],
    [
      'the report lies between command and response',
      [
        `-4500 M1 SET_CONNECTION_QUALITY 1 101 hint=2 threshold=50`,
        quality(-4499, 80),
        '-4498 M3 SET_CONNECTION_QUALITY 1 101 status=success',
      ],
      [],
    ],
    ['no threshold', [...mode(-4500, 'hint=2'), quality(-3000, 80)], []],
    ['mode of another port', [...mode(-4500, 'hint=2 threshold=50', 2), quality(-3000, 80)], []],
    ['the mode was replaced', [...mode(-4500), quality(-3000, 80), ...mode(-2000, 'hint=3')], []],
    ['the device was reset since', [...mode(-4500), quality(-3000, 80), '-2000 IND FIRMWARE_STALLED adapter -'], []],
  ])('%s', async (_, records, expected) => {
    expect(await verdicts(rule, lines(onA, ...records, needed(0)))).toEqual(expected)
  })

  it('the quality of the AP that was left does not count', async () => {
    const roam = [
      '-2000 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1',
      '-1990 IND DISASSOCIATION 1 - AP-A status=10',
      '-1900 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=OPEN)',
      '-1890 IND ROAM_COMPLETE 1 101 status=success',
    ]
    expect(await verdicts(rule, lines(onA, ...mode(-4500), quality(-3000, 80), ...roam, needed(0)))).toEqual([])
  })
})

describe('comeback-ignored', () => {
  const rule = 'comeback-ignored'
  const task = ['0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C auth=WPA3_SAE', '1 M3 TASK_CONNECT 1 101 status=success']
  const refused = (fields = 'comeback=1000 response') =>
    `60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=30 ${fields})`

  it.each([
    ['1 µs early', '1083.999 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)', ['violation 1083.999']],
    ['on time', '1084 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)', []],
    ['SAE early', '500 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0', ['violation 500']],
    ['another AP', '500 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-C type=0', []],
  ])('%s', async (_, record, expected) => {
    expect(await verdicts(rule, lines(...task, refused(), record))).toEqual(expected)
  })

  it.each([
    ['time from the response alone', 'response{comeback=1000}', ['violation 500']],
    ['no time', 'response', []],
  ])('%s', async (_, fields, expected) => {
    const early = '500 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0'
    expect(await verdicts(rule, lines(...task, refused(fields), early))).toEqual(expected)
  })

  it('another code is no request to wait', async () => {
    const other = refused().replace('code=30', 'code=17')
    expect(await verdicts(rule, lines(...task, other, '500 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0'))).toEqual([])
  })

  it('in another task it is the host that did not wait', async () => {
    const again = [
      '70 IND CONNECT_COMPLETE 1 101 status=failure',
      '100 M1 TASK_CONNECT 1 102 entries=AP-B auth=WPA3_SAE',
      '200 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0',
    ]
    const blames = async (...records: string[]) =>
      (await run(lines(...task, refused(), ...records))).findings(rule).map(({blame}) => blame)
    expect(await blames(...again)).toEqual(['host'])
    expect(await blames('200 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0')).toEqual(['driver'])
  })

  it('a coarse clock leaves it open on both sides', async () => {
    const at = (ms: number) =>
      lines('capture granularity=15.6', ...task, refused(), `${ms} IND ASSOCIATION_RESULT 1 - (AP-B status=0)`)
    expect(await verdicts(rule, at(1075))).toEqual(['inconclusive 1075'])
    expect(await verdicts(rule, at(1095))).toEqual(['inconclusive 1095'])
    expect(await verdicts(rule, at(1060))).toEqual(['violation 1060'])
    expect(await verdicts(rule, at(1101))).toEqual([])
  })
})

describe('recent-failure-candidate-chosen', () => {
  const rule = 'recent-failure-candidate-chosen'
  const of = (entries: string, ...results: string[]) =>
    verdicts(rule, lines('capture override=1', `0 M1 TASK_CONNECT 1 101 entries=${entries} auth=OPEN`, ...results))
  const chosen = (ms = 60) => `${ms} IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=OPEN)`

  it.each([
    ['the other has no mark', '(AP-B flags=0x2) (AP-C flags=0x1)', ['violation 60']],
    ['the other has no flags at all', '(AP-B flags=0x2) AP-C', ['violation 60']],
    ['no mark on the chosen one', '(AP-B flags=0x1) (AP-C flags=0x0)', []],
    ['all marked', '(AP-B flags=0x2) (AP-C flags=0x3)', []],
    ['no flags', 'AP-B AP-C', []],
    ['the only candidate', '(AP-B flags=0x2)', []],
  ])('%s', async (_, entries, expected) => {
    expect(await of(entries, chosen())).toEqual(expected)
  })

  it('an attempt that was only begun counts as tried', async () => {
    expect(await of('(AP-B flags=0x2) AP-C', '20 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-C type=0', chosen())).toEqual([])
  })

  it('inside one list the earlier entry is the earlier attempt', async () => {
    const list = (a: string, b: string) => of('(AP-B flags=0x2) AP-C', `60 IND ASSOCIATION_RESULT 1 - (${a}) (${b})`)
    expect(await list('AP-C status=41', 'AP-B status=0')).toEqual([])
    expect(await list('AP-B status=41', 'AP-C status=0')).toEqual(['violation 60'])
  })
})

describe('sticky-client', () => {
  const rule = 'sticky-client'
  const weak = (ms: number | string, dbm: number) => `${ms} IND LINK_STATE_CHANGE 1 - AP-A quality=20 rssi=${dbm}`
  const heard = (ms: number, ...entries: string[]) =>
    `${ms} IND BSS_ENTRY_LIST 1 - ${entries.map(entry => `(${entry})`).join(' ')}`
  const own = 'AP-A rssi=-80 ssid=net'

  it.each([
    ['12 dB better', [weak(0, -80), heard(5000, own, 'AP-B rssi=-68 ssid=net')], ['violation 30000']],
    ['11 dB better', [weak(0, -80), heard(5000, own, 'AP-B rssi=-69 ssid=net')], []],
    ['not weak enough', [weak(0, -75), heard(5000, 'AP-A rssi=-75 ssid=net', 'AP-B rssi=-50 ssid=net')], []],
    ['reported after 40 s', [weak(-5000, -80), heard(35_000, own, 'AP-B rssi=-60 ssid=net')], ['violation 35000']],
    [
      'reported before the station became weak',
      [
        weak(-9500, -60),
        heard(-9000, 'AP-A rssi=-60 ssid=net', 'AP-B rssi=-60 ssid=net'),
        weak(-8000, -80),
        weak(25_000, -80),
      ],
      [],
    ],
    ['SSID of the serving AP not known', [weak(0, -80), heard(5000, 'AP-B rssi=-60 ssid=net')], []],
    ['no list', [weak(0, -80)], []],
    [
      'another port heard it',
      [weak(0, -80), '5000 IND BSS_ENTRY_LIST 2 - (AP-A rssi=-80 ssid=net) (AP-B rssi=-60 ssid=net)'],
      [],
    ],
  ])('%s', async (_, records, expected) => {
    expect(await verdicts(rule, lines('capture from=-10000 to=60000', ...records))).toEqual(expected)
  })

  it('the median decides on both sides', async () => {
    const outlier = [weak(0, -80), weak(5000, -60), weak(10_000, -80), heard(12_000, own, 'AP-B rssi=-60 ssid=net')]
    expect(await verdicts(rule, lines(...outlier))).toEqual(['violation 30000'])
    const flicker = [10, 11, 12].map(s => heard(s * 1000, own, `AP-B rssi=${s === 11 ? -60 : -75} ssid=net`))
    expect(await verdicts(rule, lines(weak(0, -80), ...flicker))).toEqual([])
  })

  it.each([
    ['a roam command', '29000 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1', []],
    ['the end of the connection', '29000 IND DISASSOCIATION 1 - AP-A status=11', []],
    ['a stall', '29000 IND FIRMWARE_STALLED adapter -', []],
    ['a roam command after it', '30001 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1', ['violation 30000']],
  ])('within the 30 s: %s', async (_, record, expected) => {
    expect(await verdicts(rule, lines(weak(0, -80), heard(5000, own, 'AP-B rssi=-60 ssid=net'), record))).toEqual(
      expected,
    )
  })

  it('after a roam that changed nothing the time begins anew', async () => {
    const stayed = [
      '10000 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1',
      '11000 IND ROAM_COMPLETE 1 101 status=success',
    ]
    const records = [weak(0, -80), ...stayed, weak(12_000, -80), heard(13_000, own, 'AP-B rssi=-60 ssid=net')]
    expect(await verdicts(rule, lines('capture to=60000', ...records))).toEqual(['violation 42000'])
  })

  it('the SSID is known from the connect, too', async () => {
    const connect = [
      '-900 M1 TASK_CONNECT 1 101 entries=AP-A auth=OPEN',
      '-800 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=OPEN)',
      '-790 IND CONNECT_COMPLETE 1 101 status=success',
    ]
    expect(await verdicts(rule, lines(...connect, weak(0, -80), heard(5000, 'AP-B rssi=-60 ssid=net')))).toEqual([
      'violation 30000',
    ])
  })

  it('the capture has to last, and loss may hide the roam', async () => {
    const records = [weak(0, -80), heard(5000, own, 'AP-B rssi=-60 ssid=net')]
    expect(await verdicts(rule, lines('capture to=29999', ...records))).toEqual([])
    expect(await verdicts(rule, lines('capture loss=20000..20100', ...records))).toEqual(['inconclusive 30000'])
  })
})
