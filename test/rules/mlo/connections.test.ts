import {describe, expect, it} from 'vitest'
import {run, verdicts} from '../run.js'

const lines = (...records: string[]) => `${records.join('\n')}\n`
const task = (fields = 'MloConnectionSupported=1 pairs=8/GCMP256') => [
  `0 M1 TASK_CONNECT 1 101 entries=(AP-B pmkid=K1) auth=WPA3_SAE ${fields}`,
  '1 M3 TASK_CONNECT 1 101 status=success',
]
const result = (fields: string) => `60 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE ${fields})`
const done = '62 IND CONNECT_COMPLETE 1 101 status=success'
const keys = (group = '(group link=0)') => `100 M1 SET_ADD_CIPHER_KEYS 1 102 (pairwise peer=MLD-B) ${group}`
const FULL = 'request{multi-link mld=MLD-B} response local-link'
const mlo = (fields = FULL, group?: string) => [...task(), result(fields), done, keys(group)]
const link = (ms: number | string, fields: string) => `${ms} IND LINK_STATE_CHANGE 1 - ${fields}`
const left = (ms: number | string, fields: string) => `${ms} IND DISASSOCIATION 1 - ${fields}`

describe('mlo-disassoc-with-links-left', () => {
  const rule = 'mlo-disassoc-with-links-left'

  it.each([
    ['5 s later', link(14_000, 'MLD-B quality=50 links=1'), ['violation 14000']],
    ['5 s and 1 µs later', link('14000.001', 'MLD-B quality=50 links=1'), []],
    ['by the link address', link(9500, 'AP-B quality=50 links=1'), ['violation 9500']],
    ['without a link', link(9500, 'MLD-B quality=50 links=0'), []],
    ['of another AP', link(9500, 'MLD-C quality=50 links=1'), []],
  ])('%s', async (_, later, expected) => {
    expect(await verdicts(rule, lines(...mlo(), left(9000, 'MLD-B status=11'), later))).toEqual(expected)
  })

  it('takes the place of link-state-not-associated for its record only', async () => {
    const later = [link(9500, 'MLD-B quality=50 links=1'), link(20_000, 'MLD-B quality=50 links=1')]
    const scenario = lines(...mlo(), left(9000, 'MLD-B status=11'), ...later)
    expect(await verdicts('link-state-not-associated', scenario)).toEqual(['violation 20000'])
  })

  it('a connection without MLO is not judged', async () => {
    const onA = link(-5000, 'AP-A quality=60 links=1')
    expect(await verdicts(rule, lines(onA, left(0, 'AP-A status=11'), link(500, 'AP-A quality=50 links=1')))).toEqual(
      [],
    )
  })
})

describe('mlo-disassoc-not-mld', () => {
  const rule = 'mlo-disassoc-not-mld'

  it.each([
    ['link of the association', 'AP-B', ['violation 9000']],
    ['another link of the AP, known by the link state', 'AP-B2', ['violation 9000']],
    ['MLD', 'MLD-B', []],
    ['everybody', 'ALL', []],
    ['another AP', 'AP-C', []],
  ])('%s', async (_, address, expected) => {
    const scenario = lines(...mlo(), link(300, 'MLD-B quality=70 links=2'), left(9000, `${address} status=11`))
    expect(await verdicts(rule, scenario)).toEqual(expected)
  })

  it('the report of the old AP after the new one was joined', async () => {
    const roam = [
      '9000 M1 TASK_ROAM 1 103 entries=(AP-C pmkid=K2) auth=WPA3_SAE RoamFlag=1',
      '9060 IND ASSOCIATION_RESULT 1 - (AP-C status=0 auth=WPA3_SAE)',
      left(9070, 'AP-B status=10'),
      '9080 IND ROAM_COMPLETE 1 103 status=success',
    ]
    expect(await verdicts(rule, lines(...mlo(), ...roam))).toEqual(['violation 9070'])
  })

  it('without an MLD address nothing can be said', async () => {
    const unmapped = mlo('request{multi-link} local-link')
    expect(await verdicts(rule, lines(...unmapped, left(9000, 'AP-B status=11')))).toEqual([])
  })
})

describe('mlo-link-info-missing', () => {
  const rule = 'mlo-link-info-missing'
  const codes = async (scenario: string) =>
    (await run(scenario)).findings(rule).map(({atUs, confidence}) => `${(atUs ?? 0) / 1000} ${confidence}`)

  it('an adapter that never sends one may be older than the TLV', async () => {
    const never = [link(-5000, 'AP-A quality=60 links=0'), link(0, 'AP-A quality=61 links=0')]
    expect(await codes(lines(...never))).toEqual(['-5000 low', '0 low'])
    expect(await codes(lines(...never, link(500, 'AP-A quality=62 links=1')))).toEqual(['-5000 high', '0 high'])
  })

  it('a second link of a connection that is older than the capture is legal', async () => {
    const grown = [link(-5000, 'AP-A quality=60 links=1'), link(0, 'AP-A quality=61 links=2')]
    expect(await codes(lines(...grown))).toEqual([])
  })

  it('without TLV lists absence means nothing', async () => {
    expect(await codes(lines('capture tlvs=0', link(0, 'AP-A quality=60 links=0')))).toEqual([])
  })
})

describe('mlo-multiple-result-containers', () => {
  const rule = 'mlo-multiple-result-containers'
  const of = async (...entries: string[]) => {
    const scenario = lines(
      ...task(),
      `60 IND ASSOCIATION_RESULT 1 - ${entries.map(entry => `(${entry})`).join(' ')}`,
      done,
    )
    return (await run(scenario)).findings(rule).map(({confidence}) => confidence)
  }

  it('failed attempts of other APs leave little confidence, a second success much', async () => {
    const success = `AP-B status=0 auth=WPA3_SAE ${FULL}`
    expect(await of(success)).toEqual([])
    expect(await of('AP-C status=41', success)).toEqual(['low'])
    expect(await of(success, 'AP-B2 status=0 auth=WPA3_SAE')).toEqual(['high'])
  })

  it('the local link alone shows MLO where the request is not exported', async () => {
    expect(await of('AP-B status=0 auth=WPA3_SAE local-link', 'AP-B2 status=0')).toEqual(['high'])
  })
})

describe('mlo-frames-missing', () => {
  const rule = 'mlo-frames-missing'

  it.each([
    ['both', 'request{} response', []],
    ['request only', 'request{}', ['violation 60']],
    ['response only', 'response', ['violation 60']],
    ['none', '', ['violation 60']],
  ])('%s', async (_, fields, expected) => {
    expect(await verdicts(rule, lines(...task(), result(fields), done))).toEqual(expected)
  })

  it('failures need no frames', async () => {
    const failed = '60 IND ASSOCIATION_RESULT 1 - (AP-B status=41)'
    expect(await verdicts(rule, lines(...task(), failed))).toEqual([])
  })
})

describe('mlo-akm-not-listed', () => {
  const rule = 'mlo-akm-not-listed'

  it.each([
    ['listed', 'request{akm=8/GCMP256}', []],
    ['other cipher', 'request{akm=8/CCMP}', ['violation 60']],
    ['other key management', 'request{akm=24/GCMP256}', ['violation 60']],
    ['no RSN element', 'request{no rsn}', []],
    ['not exported', '', []],
  ])('%s', async (_, fields, expected) => {
    expect(await verdicts(rule, lines(...task(), result(`${fields} response`), done))).toEqual(expected)
  })

  it('failed attempts are judged too', async () => {
    const failed = '60 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=43 request{akm=8/CCMP} response)'
    expect(await verdicts(rule, lines(...task(), failed))).toEqual(['violation 60'])
  })

  it('without a list nothing is judged', async () => {
    const without = task('MloConnectionSupported=1')
    expect(await verdicts(rule, lines(...without, result('request{akm=8/CCMP} response'), done))).toEqual([])
  })
})

describe('mlo-sae-addresses', () => {
  const rule = 'mlo-sae-addresses'
  const sae = (fields: string, entry = 'AP-B', settings = 'MloConnectionSupported=1') => [
    `0 M1 TASK_CONNECT 1 101 entries=${entry} auth=WPA3_SAE ${settings}`,
    `24 IND SAE_AUTH_PARAMS_NEEDED 1 - ${fields}`,
  ]

  it.each([
    ['both addresses', sae('AP-B type=1 commit-frame multi-link local-link'), []],
    ['no local link', sae('AP-B type=1 commit-frame multi-link'), ['violation 24']],
    ['no frame', sae('AP-B type=0 multi-link'), []],
    ['MLO not enabled', sae('AP-B type=1 commit-frame multi-link', 'AP-B', ''), []],
    [
      'MLD address',
      sae('MLD-B type=1 commit-frame multi-link mld=MLD-B local-link', '(AP-B multi-link mld=MLD-B)'),
      ['violation 24'],
    ],
    ['MLD address that is a candidate', sae('MLD-B type=1 commit-frame multi-link mld=MLD-B local-link', 'MLD-B'), []],
  ])('%s', async (_, records, expected) => {
    expect(await verdicts(rule, lines(...records))).toEqual(expected)
  })
})

describe('mlo-group-key-without-link', () => {
  const rule = 'mlo-group-key-without-link'

  it.each([
    ['(group link=0)', []],
    ['(group)', ['violation 100']],
    ['(igtk)', ['violation 100']],
    ['(bigtk)', ['violation 100']],
    ['(group link=0) (igtk)', ['violation 100']],
    ['', []],
  ])('%s', async (group, expected) => {
    expect(await verdicts(rule, lines(...mlo(FULL, group)))).toEqual(expected)
  })
})
