import {describe, expect, it} from 'vitest'
import {rules} from '../../../src/rules/index.js'
import {analyzeTexts} from '../../golden/run.js'

const onlyRule = rules.filter(({meta}) => meta.id === 'roam-latency-outlier')

/** Analyses a capture under this one rule: others have much to say about so many roams. */
async function judge(scenario: string) {
  const {findings, rules: tallies} = await analyzeTexts([scenario], onlyRule)
  return {findings, tally: tallies[0]}
}

interface Roam {
  /** t_req, and the part of it before the disassociation, ms. */
  readonly ms: number
  readonly prepare?: number
  readonly stay?: boolean
  /** Task fields and result fields; AP stands for the target. */
  readonly task?: string
  readonly result?: string
  /** Records between result and completion. */
  readonly more?: string
  readonly m1?: boolean
  readonly adapter?: string
}

/** Roams between AP-A and AP-B, every 15 s. */
function capture(header: string, roams: readonly Roam[], start = '-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60') {
  const records = roams.map((roam, i) => {
    const {ms, prepare = 5, stay = false, task = 'entries=AP', result = '', more = '', m1 = true, adapter = ''} = roam
    const at = i * 15_000
    const [from, to] = i % 2 === 0 ? ['AP-A', 'AP-B'] : ['AP-B', 'AP-A']
    const port = `1${adapter}`
    return [
      m1 ? `${at} M1 TASK_ROAM ${port} ${100 + i} ${task} auth=OPEN RoamFlag=1` : '',
      `${at + 1} M3 TASK_ROAM ${port} ${100 + i} status=success`,
      stay ? '' : `${at + prepare} IND DISASSOCIATION ${port} - ${from} status=10`,
      `${at + ms} IND ASSOCIATION_RESULT ${port} - (AP status=0 auth=OPEN ${result})`,
      more === '' ? '' : `${at + ms} ${more}`,
      `${at + ms + 1} IND ROAM_COMPLETE ${port} ${100 + i} status=success`,
    ]
      .join('\n')
      .replace(/\bAP(?=[ )])/g, to ?? '')
  })
  return `capture to=${roams.length * 15_000}\n${header}\n\n${start}\n${records.join('\n')}\n`
}

/** n roams of 50 ms and more, of which the last takes 640 ms. */
const usual = (fields: Partial<Roam>, n = 20): Roam[] =>
  [...Array(n).keys()].map(i => ({...fields, ms: i === n - 1 ? 640 : 50 + i}))

/** The cohorts of all findings. */
const cohorts = async (scenario: string) =>
  (await judge(scenario)).findings.map(({message}) => /roams \((.*); MAD/.exec(message)?.[1])

describe('the cohort is the finest whose facts are known of 20 roams (C.4)', () => {
  const label = 'label driver=7.1'
  const finest = 'driver 7.1, open, band 2 to 2, AP vendor 02:00:00'

  it.each([
    ['bands and SSID of the candidates', {task: 'entries=(AP band=5 ssid=corp)'}, `${finest}, SSID "corp"`],
    ['bands of the results, SSID of the task', {result: 'band=5'}, `${finest}, SSID "net"`],
    ['no bands', {}, 'driver 7.1, open, SSID "net"'],
    ['two SSIDs in the task', {task: 'entries=AP ssid=net,guest'}, 'driver 7.1, open'],
    [
      'two SSIDs, of which the candidate has one',
      {task: 'entries=(AP-F ssid=guest) (AP ssid=net) ssid=net,guest'},
      'driver 7.1, open, SSID "net"',
    ],
    ['the SSID of another candidate', {task: 'entries=(AP-F ssid=guest) AP ssid=net'}, 'driver 7.1, open, SSID "net"'],
    ['the band of another candidate', {task: 'entries=(AP-F band=5) AP'}, 'driver 7.1, open, SSID "net"'],
  ])('%s', async (_, fields, expected) => {
    expect(await cohorts(capture(label, usual(fields)))).toEqual([expected])
  })

  it('parameters of the task that are not exported say nothing', async () => {
    expect(await cohorts(capture(`${label}\ncapture tlvs=0`, usual({task: ''})))).toEqual(['driver 7.1, open'])
  })

  it('a band is that of the pair: known for one AP only, there is none', async () => {
    const oneBand = usual({}, 40).map((roam, i) => ({...roam, result: i % 2 === 0 ? 'band=5' : ''}))
    expect(await cohorts(capture(label, oneBand))).toEqual(['driver 7.1, open, SSID "net"'])
    const connect = [
      '-9000 M1 TASK_CONNECT 1 99 entries=(AP-A band=5) auth=OPEN',
      '-8999 M3 TASK_CONNECT 1 99 status=success',
      '-8900 IND ASSOCIATION_RESULT 1 - (AP-A status=0 auth=OPEN)',
      '-8899 IND CONNECT_COMPLETE 1 99 status=success',
    ]
    expect(await cohorts(capture(label, oneBand, connect.join('\n')))).toEqual([`${finest}, SSID "net"`])
  })

  it('a roam from an unknown AP has no pair', async () => {
    expect(await cohorts(capture(label, usual({result: 'band=5'}), ''))).toEqual(['driver 7.1, open, SSID "net"'])
  })

  it('a roam to an unknown AP neither', async () => {
    const roams = usual({result: 'band=5'})
    roams[0] = {ms: 50, result: 'band=5 without=WDI_TLV_BSSID'}
    expect(await cohorts(capture(label, roams))).toEqual(['driver 7.1, open, SSID "net"'])
  })

  it('drivers of several adapters are told apart where they differ', async () => {
    const two = (x: string, y: string) => {
      const roams = [...usual({adapter: '@X'}), ...usual({adapter: '@Y'})]
      return cohorts(capture(`label driver=9\nadapter X ${x}\nadapter Y ${y}`, roams, ''))
    }
    expect(await two('driver=1', 'driver=2')).toEqual(['driver 1, open, SSID "net"', 'driver 2, open, SSID "net"'])
    expect(await two('', '')).toEqual(['driver 9, open, SSID "net"', 'driver 9, open, SSID "net"'])
  })
})

describe('only successful roams whose t_req is measured are compared', () => {
  it.each([
    ['twenty', {}, {violation: 1, pass: 19, notApplicable: 0}],
    ['one ends in failure', {more: 'IND DISASSOCIATION 1 - AP status=13'}, {violation: 0, pass: 0, notApplicable: 19}],
    ['of one the command is not in the capture', {m1: false}, {violation: 0, pass: 0, notApplicable: 19}],
  ])('%s', async (_, first, counts) => {
    const roams = usual({})
    roams[0] = {ms: 50, ...first}
    expect((await judge(capture('', roams))).tally).toMatchObject(counts)
  })

  it('provisional ones are named, the slowest first', async () => {
    const roams = [...Array(12).keys()].map((i): Roam => ({ms: i < 10 ? 50 + i : 600 + 10 * i}))
    const reason = (await judge(capture('', roams))).tally?.reason
    expect(
      [...(reason ?? '').matchAll(/with (\d+ ms) against a median of ([\d.]+ ms of \d+)/g)].map(([, ...said]) => said),
    ).toEqual([
      ['710 ms', '55.5 ms of 12'],
      ['700 ms', '55.5 ms of 12'],
    ])
  })
})

describe('the phase with the largest excess', () => {
  it('need not be the longest, and some of the others may not have it', async () => {
    const roams: Roam[] = [...Array(20).keys()].map(i => ({ms: 320 + i / 2, prepare: 300}))
    roams[0] = {ms: 320, stay: true}
    roams[19] = {ms: 550, prepare: 300}
    const [finding] = (await judge(capture('', roams))).findings
    // gap-l2: one of 0 ms, eighteen of 20.5 to 29 ms, one of 250 ms; their median is 24.75 ms.
    expect(finding?.message).toContain('; the largest excess is in gap-l2, 225.25 ms over its median')
  })
})

describe('several outliers', () => {
  const slow = (n: number, of: number) =>
    [...Array(of).keys()].map((i): Roam => ({stay: true, ms: i < of - n ? 50 + (i % 20) : 600 + 10 * i}))

  it('are counted, the slowest first', async () => {
    const {findings} = await judge(capture('', slow(2, 20)))
    expect(findings.map(({atUs, message}) => [atUs, /\(outlier.*?\)/.exec(message)?.[0]])).toEqual([
      [270_780_000, '(outlier 2 of 2)'],
      [285_790_000, '(outlier 1 of 2)'],
    ])
  })

  it('more than a tenth of the cohort are two populations', async () => {
    const {tally} = await judge(capture('', slow(3, 20)))
    expect(tally).toMatchObject({
      violation: 0,
      reason: 'more than a tenth of the cohort are outliers: it is mixed',
    })
  })

  it('the 20 largest are listed', async () => {
    const {findings, tally} = await judge(capture('', slow(21, 210)))
    expect(tally).toMatchObject({violation: 20, notApplicable: 1, pass: 189})
    const counts = findings.map(({message}) => /\(outlier.*?\)/.exec(message)?.[0])
    expect(counts).toEqual([...Array(20).keys()].map(i => `(outlier ${20 - i} of 21)`))
  })
})
