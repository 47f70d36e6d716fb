import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'
const hop = (ms: number, from: string, to: string, {entry = to, fields = 'RoamNeededReason=10', port = 1} = {}) => {
  const own = 200_000 * port + ms
  return [
    `${ms} M1 TASK_ROAM ${port} ${own} entries=${entry} auth=OPEN RoamFlag=1 ${fields}`,
    `${ms + 1} M3 TASK_ROAM ${port} ${own} status=success`,
    `${ms + 10} IND DISASSOCIATION ${port} - ${from} status=10`,
    `${ms + 60} IND ASSOCIATION_RESULT ${port} - (${to} status=0 auth=OPEN)`,
    `${ms + 61} IND ROAM_COMPLETE ${port} ${own} status=success`,
  ]
}

describe('ping-pong', () => {
  const rule = 'ping-pong'

  it('every return is one, and the second of a pair is a strong case', async () => {
    const roams = [hop(0, 'AP-A', 'AP-B'), hop(5000, 'AP-B', 'AP-A'), hop(10_000, 'AP-A', 'AP-B')].flat()
    const found = (await run(lines(onA, ...roams))).findings(rule)
    expect(found.map(({atUs}) => atUs)).toEqual([5_060_000, 10_060_000])
    expect(found.map(({message}) => message.includes('strong'))).toEqual([false, true])
  })

  it('a stay of 3 s is a strong case by itself', async () => {
    const roams = (ms: number) => lines(onA, ...hop(0, 'AP-A', 'AP-B'), ...hop(ms, 'AP-B', 'AP-A'))
    expect((await run(roams(3000))).findings(rule)[0]?.message).toContain('strong')
    expect((await run(roams(3001))).findings(rule)[0]?.message).not.toContain('strong')
  })

  it('two links of one MLD are one AP', async () => {
    const mlo = 'request{multi-link mld=MLD-B} response local-link'
    const roam = (ms: number, from: string, to: string, frames = '') =>
      hop(ms, from, to, {fields: 'MloConnectionSupported=1'}).map(r =>
        r.replace('status=0 auth=OPEN', `status=0 auth=OPEN ${frames}`),
      )
    const there = lines(onA, ...roam(0, 'AP-A', 'AP-B', mlo), ...roam(3000, 'MLD-B', 'AP-A'))
    expect(await verdicts(rule, there)).toEqual(['violation 3060'])
    const within = lines(
      onA,
      ...roam(-4000, 'AP-A', 'AP-B', mlo),
      ...roam(0, 'MLD-B', 'AP-B2', mlo),
      ...roam(3000, 'MLD-B', 'AP-B', mlo),
    )
    expect(await verdicts(rule, within)).toEqual([])
  })

  it('names the signals and a flip of the band', async () => {
    const signal = '-2000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 rssi=-61'
    const flip = lines(
      onA,
      signal,
      ...hop(0, 'AP-A', 'AP-A2', {entry: '(AP-A2 rssi=-64)'}),
      ...hop(4000, 'AP-A2', 'AP-A'),
    )
    const [finding] = (await run(flip)).findings(rule)
    expect(finding?.message).toContain('-61 and -64 dBm')
    expect(finding?.message).toContain('flip of the band')
  })

  it('ports are apart', async () => {
    const onPort2 = '-5000 IND LINK_STATE_CHANGE 2 - AP-B quality=60'
    const roams = [hop(0, 'AP-A', 'AP-B'), hop(3000, 'AP-B', 'AP-A', {port: 2})].flat()
    expect(await verdicts(rule, lines(onA, onPort2, ...roams))).toEqual([])
  })
})

describe('roam-storm', () => {
  const aps = ['AP-A', 'AP-B', 'AP-C', 'AP-D', 'AP-E', 'AP-F']
  const chain = (times: readonly number[]) =>
    times.flatMap((ms, i) => hop(ms, aps[i % 6] as string, aps[(i + 1) % 6] as string))

  it('is one finding as long as it lasts, at the sixth roam', async () => {
    const times = [0, 10, 20, 30, 40, 50, 55, 60].map(s => s * 1000)
    expect(await verdicts('roam-storm', lines('capture to=90000', onA, ...chain(times)))).toEqual(['violation 50060'])
  })

  it.each([
    [60_000, ['violation 60060']],
    [60_001, []],
  ])('six roams in %i ms', async (last, expected) => {
    const times = [0, 10_000, 20_000, 30_000, 40_000, last]
    expect(await verdicts('roam-storm', lines('capture to=90000', onA, ...chain(times)))).toEqual(expected)
  })
})

describe('roam-to-weaker-ap', () => {
  const rule = 'roam-to-weaker-ap'
  const signal = (ms: number | string, dbm: number) => `${ms} IND LINK_STATE_CHANGE 1 - AP-A quality=60 rssi=${dbm}`
  const to = (dbm: number, fields?: string) =>
    hop(0, 'AP-A', 'AP-B', {entry: `(AP-B rssi=${dbm})`, ...(fields ? {fields} : {})})

  it.each([
    [-72, []],
    [-73, ['violation 60']],
  ])('from -66 to %i dBm', async (dbm, expected) => {
    expect(await verdicts(rule, lines(signal(-5000, -66), ...to(dbm)))).toEqual(expected)
  })

  it('more than 10 dB is a strong case', async () => {
    const message = async (dbm: number) => (await run(lines(signal(-5000, -66), ...to(dbm)))).findings(rule)[0]?.message
    expect(await message(-76)).not.toContain('strong')
    expect(await message(-77)).toContain('strong')
  })

  it.each([
    ['10 s old', [signal(-10_000, -66)], ['violation 60']],
    ['older', [signal('-10000.001', -66)], []],
    ['the latest counts', [signal(-5000, -66), signal(-1000, -74)], []],
    ['from its entry in a list', [onA, '-1000 IND BSS_ENTRY_LIST 1 - (AP-A rssi=-66 ssid=net)'], ['violation 60']],
    ['of the best link', ['-1000 IND LINK_STATE_CHANGE 1 - AP-A quality=60 links=2 rssi=-80,-66'], ['violation 60']],
    ['not measured', [onA], []],
    ['on another port', [onA, '-1000 IND LINK_STATE_CHANGE 2 - AP-A quality=60 rssi=-66'], []],
  ])('signal of the old AP: %s', async (_, records, expected) => {
    expect(await verdicts(rule, lines('capture from=-20000', ...records, ...to(-75)))).toEqual(expected)
  })

  it.each(['RoamTrigger=1', 'RoamNeededReason=11', 'RoamNeededReason=62'])('not judged with %s', async fields => {
    expect(await verdicts(rule, lines(signal(-5000, -66), ...to(-90, fields)))).toEqual([])
  })

  it.each([
    ['2.4', '5', []],
    ['5', '6', []],
    ['5', '2.4', ['violation 60']],
    ['5', '5', ['violation 60']],
  ])('radios of one device, %s to %s GHz', async (from, band, expected) => {
    const heard = `-1000 IND BSS_ENTRY_LIST 1 - (AP-A rssi=-60 ssid=net band=${from})`
    const roam = hop(0, 'AP-A', 'AP-A2', {entry: `(AP-A2 rssi=-70 band=${band})`})
    expect(await verdicts(rule, lines(onA, heard, ...roam))).toEqual(expected)
  })
})

describe('disconnect-after-roam and handshake-failed-after-roam', () => {
  const broken = (ms: number | string, fields: string) =>
    lines('capture to=60000', onA, ...hop(0, 'AP-A', 'AP-B'), `${ms} IND DISASSOCIATION 1 - ${fields}`)

  it.each([
    ['30 s', '30060', 'AP-B status=11', ['violation 30060']],
    ['30 s and 1 µs', '30060.001', 'AP-B status=11', []],
    ['everybody', '500', 'ALL status=11', ['violation 500']],
    ['by the host', '500', 'AP-B status=7', []],
    ['for a better AP', '500', 'AP-B status=10', []],
    ['late report of the old AP', '500', 'AP-A status=11', []],
    ['another AP', '500', 'AP-C status=11', ['violation 500']],
  ])('%s', async (_, ms, fields, expected) => {
    expect(await verdicts('disconnect-after-roam', broken(ms, fields))).toEqual(expected)
  })

  it.each([
    [2, true],
    [3, false],
    [15, true],
    [16, true],
    [17, true],
    [18, false],
    [23, true],
  ])('reason %i', async (reason, failed) => {
    const {findings} = await run(broken(900, `AP-B status=14 disassoc-frame(reason ${reason})`))
    expect(findings('handshake-failed-after-roam')).toHaveLength(Number(failed))
  })

  it.each([
    ['10060', 1],
    ['10060.001', 0],
  ])('reason 15 at %s ms', async (ms, count) => {
    const {findings} = await run(broken(ms, 'AP-B status=13 deauth-frame(reason 15)'))
    expect(findings('handshake-failed-after-roam')).toHaveLength(count)
  })

  it('a break belongs to the roam before it only', async () => {
    const roams = [...hop(0, 'AP-A', 'AP-B'), ...hop(12_000, 'AP-B', 'AP-C')]
    const scenario = lines('capture to=60000', onA, ...roams, '14000 IND DISASSOCIATION 1 - AP-C status=11')
    const {findings, tally} = await run(scenario)
    expect(findings('disconnect-after-roam')).toHaveLength(1)
    expect(tally('disconnect-after-roam')).toMatchObject({pass: 1, violation: 1})
  })

  it('a capture that ends within the 30 s says nothing of a connection that holds', async () => {
    const {tally} = await run(lines('capture to=30059', onA, ...hop(0, 'AP-A', 'AP-B')))
    expect(tally('disconnect-after-roam')).toMatchObject({pass: 0, notApplicable: 1})
  })
})

describe('excessive-failed-candidates', () => {
  const rule = 'excessive-failed-candidates'
  const connect = '0 M1 TASK_CONNECT 1 101 entries=AP-B AP-C AP-D auth=OPEN'

  it('is placed at the third failure, whatever the container', async () => {
    const results = [
      '40 IND ASSOCIATION_RESULT 1 - (AP-B status=41) (AP-C status=41)',
      '80 IND ASSOCIATION_RESULT 1 - (AP-D status=41) (AP-E status=41)',
    ]
    expect(await verdicts(rule, lines(connect, ...results))).toEqual(['violation 80'])
  })

  it('a capture that begins inside the task is judged by what it shows', async () => {
    const results = [10, 20, 30].map(ms => `${ms} IND ASSOCIATION_RESULT 1 - (AP-B status=41)`)
    expect(
      await verdicts(rule, lines('capture from=0', ...results, '40 IND CONNECT_COMPLETE 1 101 status=failure')),
    ).toEqual(['violation 30'])
  })
})

describe('repeated-no-roam', () => {
  const rule = 'repeated-no-roam'
  const stay = (ms: number, trigger = true, task = 300 + ms) => [
    ...(trigger ? [`${ms} IND ROAMING_NEEDED 1 - reason=15`] : []),
    `${ms + 100} M1 TASK_ROAM 1 ${task} entries=AP-B auth=OPEN RoamFlag=1 RoamNeededReason=15`,
    `${ms + 900} IND ROAM_COMPLETE 1 ${task} status=success`,
  ]

  it.each([
    [[0, 30_000, 60_000], ['violation 60900']],
    [[0, 30_000, 60_001], []],
    [[0, 11_000, 22_000, 33_000], ['violation 22900']],
  ])('%j', async (times, expected) => {
    expect(await verdicts(rule, lines('capture to=90000', onA, ...times.flatMap(ms => stay(ms))))).toEqual(expected)
  })

  it('counts only roams that the driver asked for', async () => {
    const roams = [...stay(0), ...stay(15_000, false), ...stay(30_000)]
    expect(await verdicts(rule, lines('capture to=90000', onA, ...roams))).toEqual([])
  })
})

describe('critical-btm-not-followed', () => {
  const rule = 'critical-btm-not-followed'
  const task = '0 M1 TASK_ROAM 1 101 entries=AP-B auth=OPEN RoamFlag=1 RoamTrigger=1'

  it.each([
    ['stayed', ['900 IND ROAM_COMPLETE 1 101 status=success'], ['violation 900']],
    [
      'stayed after a failure',
      ['80 IND ASSOCIATION_RESULT 1 - (AP-B status=41)', '900 IND ROAM_COMPLETE 1 101 status=success'],
      ['violation 900'],
    ],
    ['failed', ['20 IND DISASSOCIATION 1 - AP-A status=10', '900 IND ROAM_COMPLETE 1 101 status=failure'], []],
    [
      'aborted',
      ['20 M1 ABORT_TASK 1 102 target=TASK_ROAM id=101 port=1', '30 IND ROAM_COMPLETE 1 101 status=aborted'],
      [],
    ],
    ['never completed', [], []],
  ])('%s', async (_, records, expected) => {
    expect(await verdicts(rule, lines(onA, task, ...records))).toEqual(expected)
  })

  it('shows the end that the AP had announced', async () => {
    const end = '4900 IND DISASSOCIATION 1 - AP-A status=13 deauth-frame(reason 12)'
    const [finding] = (await run(lines(onA, task, '900 IND ROAM_COMPLETE 1 101 status=success', end))).findings(rule)
    expect(finding?.message).toContain('4000 ms later')
    expect(finding?.evidence.map(({atUs}) => atUs)).toEqual([0, 900_000, 4_900_000])
  })
})
