import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const onA = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60'

describe('keys-not-installed', () => {
  const rule = 'keys-not-installed'
  const roam = (auth: string, entry = '') => [
    onA,
    `0 M1 TASK_ROAM 1 101 entries=AP-B auth=${auth} RoamFlag=1`,
    '1 M3 TASK_ROAM 1 101 status=success',
    '20 IND DISASSOCIATION 1 - AP-A status=10',
    `80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=${auth} ${entry})`,
    '82 IND ROAM_COMPLETE 1 101 status=success',
  ]
  const key = (ms: number | string, peer = 'AP-B') => `${ms} M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=${peer})`

  it.each([
    ['5 s', 'RSNA_PSK', key(5082), []],
    ['5 s and 1 µs', 'RSNA_PSK', key('5082.001'), ['violation 5082']],
    ['30 s with 802.1X', 'RSNA', key(30_082), []],
    ['30 s and 1 µs with 802.1X', 'RSNA', key('30082.001'), ['violation 30082']],
    ['before the completion', 'RSNA_PSK', key(81), []],
    ['for another AP', 'RSNA_PSK', key(120, 'AP-C'), ['violation 5082']],
    ['open network', 'OPEN', key(120, 'AP-C'), []],
    ['algorithm not reported', '0', key(120, 'AP-C'), []],
  ])('%s', async (_, auth, command, expected) => {
    expect(await verdicts(rule, lines('capture to=60000', ...roam(auth), command))).toEqual(expected)
  })

  it('a scan on the port delays the key and ends the judgement; one on another port does not', async () => {
    const scan = (port: number) => `1000 M1 TASK_SCAN ${port} 105 repeat=1`
    expect(await verdicts(rule, lines(...roam('RSNA_PSK'), scan(1)))).toEqual([])
    expect(await verdicts(rule, lines(...roam('RSNA_PSK'), scan(2)))).toEqual(['violation 5082'])
  })

  it('a firmware stall in the window ends the judgement', async () => {
    expect(await verdicts(rule, lines(...roam('RSNA_PSK'), '3000 IND FIRMWARE_STALLED adapter -'))).toEqual([])
  })

  it('a key for an MLD that cannot be mapped leaves it open', async () => {
    const mlo = roam('RSNA_PSK', 'request{multi-link} local-link')
    expect(await verdicts(rule, lines(...mlo, key(120, 'MLD-B')))).toEqual(['inconclusive 5082'])
  })

  it.each([
    ['loss at the limit', 'capture loss=5082..5090', ['inconclusive 5082']],
    ['loss after the limit', 'capture loss=5083..5090', ['violation 5082']],
    ['the capture ends at the limit', 'capture to=5082', ['violation 5082']],
    ['the capture ends before the limit', 'capture to=5081.999', ['inconclusive 5082']],
  ])('%s', async (_, header, expected) => {
    expect(await verdicts(rule, lines(header, ...roam('RSNA_PSK')))).toEqual(expected)
  })
})

describe('disconnect-complete-before-disassoc', () => {
  const rule = 'disconnect-complete-before-disassoc'
  const task = [
    onA,
    '0 M1 TASK_DISCONNECT 1 101 AP-A reason=3',
    '1 M3 TASK_DISCONNECT 1 101 status=success',
    '20 IND DISCONNECT_COMPLETE 1 101 status=success',
  ]
  const severities = async (...records: string[]) =>
    (await run(lines(...records))).findings(rule).map(f => [f.verdict, f.severity, ...f.limits])

  it('counts as late up to 5 s after the completion', async () => {
    expect(await severities(...task, '5020 IND DISASSOCIATION 1 - AP-A status=7')).toEqual([['violation', 'error']])
    expect(await severities(...task, '5020.001 IND DISASSOCIATION 1 - AP-A status=7')).toEqual([
      ['violation', 'warning'],
    ])
  })

  it('the end of the capture only lowers the confidence of "never"', async () => {
    expect(await severities('capture to=1000', ...task)).toEqual([['violation', 'warning', 'L-EDGE']])
  })

  it('loss before the command leaves the association unconfirmed', async () => {
    expect(await severities('capture loss=-4000..-3000', ...task)).toEqual([['inconclusive', 'warning', 'L-STATE']])
  })
})

describe('two station ports', () => {
  const header = 'capture primary=1 secondary=2'
  const ports = [onA, '-4000 IND LINK_STATE_CHANGE 2 - AP-C quality=60']
  const primary = [
    '0 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1',
    '1 M3 TASK_ROAM 1 101 status=success',
    '20 IND DISASSOCIATION 1 - AP-A status=10',
    '80 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA_PSK)',
    '82 IND ROAM_COMPLETE 1 101 status=success',
  ]
  const keys = [
    '120 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=AP-B)',
    '124 M3 SET_ADD_CIPHER_KEYS 1 102 status=success',
  ]
  const dropped = (ms: number, status: number) => `${ms} IND DISASSOCIATION 2 - AP-C status=${status}`
  const rule = 'secondary-dropped-during-primary-roam'

  it.each([
    ['in the roam', dropped(50, 11), ['violation 50']],
    ['between completion and key', dropped(122, 11), ['violation 122']],
    ['after the key', dropped(125, 11), []],
    ['by the host', dropped(50, 7), []],
    ['by a frame of the AP', dropped(50, 13), []],
  ])('the secondary is dropped %s', async (_, record, expected) => {
    expect(await verdicts(rule, lines(header, ...ports, ...primary, ...keys, record))).toEqual(expected)
  })

  it('a limitation that was lifted again is none', async () => {
    const announced = (ms: number, limited: number) =>
      `${ms} IND SECONDARY_STA_CONNECTIVITY adapter - limited=${limited}`
    const scenario = lines(
      header,
      ...ports,
      announced(-3000, 1),
      announced(-2000, 0),
      ...primary,
      ...keys,
      dropped(50, 11),
    )
    expect(await verdicts(rule, scenario)).toEqual(['violation 50'])
  })

  it('the secondary may roam 1 µs after the key of the primary', async () => {
    const roam = (ms: string) => `${ms} M1 TASK_ROAM 2 103 entries=AP-D auth=RSNA_PSK RoamFlag=1`
    const overlap = (ms: string) =>
      verdicts('secondary-roam-overlaps-primary', lines(header, ...ports, ...primary, ...keys, roam(ms)))
    expect(await overlap('123.999')).toEqual(['violation 123.999'])
    expect(await overlap('124.001')).toEqual([])
  })

  it('connect-breaks-other-port: a lost AP may be a coincidence, a command on the port explains it', async () => {
    const connect = ['0 M1 TASK_CONNECT 2 101 entries=AP-B auth=RSNA_PSK', '1 M3 TASK_CONNECT 2 101 status=success']
    const broken = async (...records: string[]) =>
      (await run(lines(onA, ...connect, ...records)))
        .findings('connect-breaks-other-port')
        .map(({confidence}) => confidence)
    const lost = (status: number) => `30 IND DISASSOCIATION 1 - AP-A status=${status}`
    expect(await broken(lost(15))).toEqual(['high'])
    expect(await broken(lost(62))).toEqual(['low'])
    expect(await broken('29 M1 TASK_DISCONNECT 1 102 AP-A reason=3', lost(15))).toEqual([])
  })
})

describe('indications without an association', () => {
  it('SoftAP ports are not judged', async () => {
    const twice = ['0 IND DISASSOCIATION 1 - AP-A status=11', '1 IND DISASSOCIATION 1 - AP-A status=11']
    expect(await verdicts('disassoc-not-associated', lines(onA, ...twice))).toEqual(['violation 1'])
    expect(await verdicts('disassoc-not-associated', lines('capture ap=1', onA, ...twice))).toEqual([])
  })

  it('a success in between makes it legal', async () => {
    const scenario = lines(
      onA,
      '0 IND DISASSOCIATION 1 - AP-A status=11',
      '100 M1 TASK_CONNECT 1 101 entries=AP-A auth=OPEN',
      '101 M3 TASK_CONNECT 1 101 status=success',
      '150 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=OPEN)',
      '151 IND CONNECT_COMPLETE 1 101 status=success',
      '200 IND LINK_STATE_CHANGE 1 - AP-A quality=60',
      '300 IND ROAMING_NEEDED 1 - reason=15',
      '400 IND DISASSOCIATION 1 - AP-A status=11',
    )
    for (const rule of ['disassoc-not-associated', 'link-state-not-associated', 'roaming-needed-not-associated']) {
      expect(await verdicts(rule, scenario)).toEqual([])
    }
  })
})
