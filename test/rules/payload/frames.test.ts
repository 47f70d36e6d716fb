import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {payloadRules} from '../../../src/rules/payload/index.js'
import {run, verdicts} from '../run.js'
import {attempt, connect} from './tasks.js'

describe('pmkid-not-used', () => {
  const rule = 'pmkid-not-used'
  const task = 'entries=(AP-B pmkid=K1) AP-C auth=RSNA'

  it('wants an RSN element for the PMKID', async () => {
    expect(await verdicts(rule, connect(task, [attempt('(AP-B status=51 request{no rsn})')]))).toEqual(['violation 60'])
  })

  it('is surer of a PMKID that came with the task than of one that came later', async () => {
    const late = '+20 M1 SET_ASSOCIATION_PARAMETERS 1 102 (AP-C pmkid=K2)'
    const results = [late, attempt('(AP-B status=51 request{pmkids=[]}) (AP-C status=51 request{pmkids=[]})')]
    const {findings} = await run(connect(task, results))
    expect(
      findings(rule)
        .map(({confidence}) => confidence)
        .sort(),
    ).toEqual(['high', 'medium'])
  })

  it('is content with either PMKID where the host gave two', async () => {
    const late = '+20 M1 SET_ASSOCIATION_PARAMETERS 1 102 (AP-B pmkid=K2)'
    for (const pmkid of ['K1', 'K2']) {
      expect(
        await verdicts(rule, connect(task, [late, attempt(`(AP-B status=51 request{pmkids=[${pmkid}]})`)])),
      ).toEqual([])
    }
  })

  it.each([
    ['with the PMKID', 'request{pmkids=[K1]}'],
    ['whose request is not exported', ''],
    ['whose request is cut', 'request{truncated}'],
  ])('lets the driver go on without it after a failure %s', async (_, request) => {
    const first = `+30 IND ASSOCIATION_RESULT 1 - (AP-B status=54 code=53 ${request} response)`
    expect(await verdicts(rule, connect(task, [first, attempt('(AP-B status=51 request{pmkids=[]})')]))).toEqual([])
  })

  it('is not about an attempt after a new SAE authentication', async () => {
    const sae = [
      '+10 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0',
      '+11 M1 SET_SAE_AUTH_PARAMS 1 101 AP-B type=0 commit-params',
      '+20 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=1 commit-frame',
      '+21 M1 SET_SAE_AUTH_PARAMS 1 101 AP-B type=1 confirm-params',
      '+30 IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=2 confirm-frame',
    ]
    const done = '+31 M1 SET_SAE_AUTH_PARAMS 1 101 AP-B type=3'
    const result = attempt('(AP-B status=51 auth=WPA3_SAE request{pmkids=[]})')
    const saeTask = 'entries=(AP-B pmkid=K1) auth=WPA3_SAE MFPEnabled=1'
    expect(await verdicts(rule, connect(saeTask, [...sae, done, result]))).toEqual([])
    expect(await verdicts(rule, connect(saeTask, [...sae, result]))).toEqual(['violation 60'])
  })

  it('is not about FT attempts', async () => {
    const ft = '+10 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B'
    const entries = 'entries=(AP-B pmkid=K1 ft{mde=MD1 pmkr0=R0N snonce=S1 r0kh=r0kh1}) auth=RSNA RoamFlag=1'
    expect(await verdicts(rule, connect(entries, [ft, attempt('(AP-B status=51 request{fte pmkids=[]})')]))).toEqual([])
  })

  it('says nothing of PMKIDs that are not exported', async () => {
    const header = 'capture model=wificx tlvs=0'
    expect(
      await verdicts(rule, connect('entries=AP-B auth=RSNA', [attempt('(AP-B status=51 request{pmkids=[]})')], header)),
    ).toEqual([])
  })
})

describe('extra-assoc-ies-missing', () => {
  const rule = 'extra-assoc-ies-missing'

  it('names each missing element once', async () => {
    const {findings} = await run(
      connect('entries=(AP-B ies=221/0050f2:04) auth=RSNA ies=221/506f9a:10,221/506f9a:16,70:00', [
        attempt('(AP-B status=51 request{missing=221/506f9a,70})'),
      ]),
    )
    expect(findings(rule)[0]?.message).toBe(
      'The request to 02:00:00:00:0b:01 lacks what the host wants in it: element 221/506f9a (Vendor Specific), element 70 (RM Enabled Capabilities).',
    )
  })

  it('names the bits that got lost', async () => {
    const {findings} = await run(
      connect('entries=AP-B auth=RSNA ies=127:0400080001', [attempt('(AP-B status=51 request{ext-cap=2})')]),
    )
    expect(findings(rule)[0]?.message).toMatch(/: bits 19, 32 of element 127 \(Extended Capabilities\)\.$/)
  })

  it('finds elements before a cut, and does not miss those behind it', async () => {
    const {tally} = await run(
      connect('entries=AP-B auth=RSNA ies=1:00', [attempt('(AP-B status=51 request{truncated ssid=net})')]),
    )
    expect(tally(rule)).toMatchObject({pass: 1, violation: 0})
  })
})

describe('mfp-advertisement-mismatch', () => {
  const rule = 'mfp-advertisement-mismatch'

  it.each([
    [0, 'request{mfp=0}', []],
    [0, 'request{mfp=1}', ['violation 60']],
    [1, 'request{mfp=1}', []],
    [1, 'request{mfp=0}', ['violation 60']],
    [1, 'request{no rsn-caps}', ['violation 60']],
    [1, 'request{truncated}', []],
    [1, '', []],
  ])('MFPEnabled=%s, %s', async (enabled, request, expected) => {
    expect(
      await verdicts(
        rule,
        connect(`entries=AP-B auth=RSNA MFPEnabled=${enabled}`, [attempt(`(AP-B status=51 ${request})`)]),
      ),
    ).toEqual(expected)
  })
})

describe('qos-capability-missing', () => {
  const rule = 'qos-capability-missing'
  const of = (settings: string, entry: string) =>
    verdicts(rule, connect(`entries=AP-B auth=RSNA ${settings}`, [attempt(`(AP-B ${entry})`)]))

  it.each([
    ['MSCSSupported=1', 'status=51 request{ext-cap=85}', []],
    ['MSCSSupported=1', 'status=51 request{ext-cap=32}', ['violation 60']],
    ['DSCPToUPMappingSupported=1', 'status=51 request{ext-cap=32}', []],
    ['DSCPToUPMappingSupported=1', 'status=51 request{ext-cap=85}', ['violation 60']],
    ['DSCPToUPMappingSupported=1', 'status=0 request{ext-cap=32}', ['violation 60']],
    ['MSCSSupported=1', 'status=0 request{ext-cap=85}', []],
    ['MSCSSupported=1 DSCPToUPMappingSupported=1', 'status=0', []],
    ['', 'status=0 request{no ext-cap}', []],
  ])('%s, %s', async (settings, entry, expected) => {
    expect(await of(settings, entry)).toEqual(expected)
  })

  it('makes one finding of all that an attempt lacks', async () => {
    expect(await of('MSCSSupported=1 DSCPToUPMappingSupported=1', 'status=0 request{no ext-cap}')).toEqual([
      'violation 60',
    ])
  })
})

describe('owe-dh-missing', () => {
  it('does not compare with an element that came after the result', async () => {
    const late = '+70 M1 SET_OWE_DH_IE 1 102 owe-dh=D2'
    const result = attempt('(AP-B status=51 auth=OWE request{owe-dh=D1})')
    expect(
      await verdicts('owe-dh-missing', connect('entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1', [result, late])),
    ).toEqual([])
  })
})

describe('assoc-status-code-inconsistent', () => {
  it.each([
    ['status=0 code=0 response', []],
    ['status=0 code=0 response{code=5}', ['violation 60']],
    ['status=44 code=0 auth-response', ['violation 60']],
    ['status=44 code=1 auth-response', []],
    ['status=44 code=1 auth-response{code=77}', ['violation 60']],
    ['status=41 code=0 auth-response{code=13}', ['violation 60']],
    ['status=54 code=17 response{truncated}', []],
    ['status=54 code=17 response auth-response{code=0}', []],
    ['status=2 code=0', []],
  ])('%s', async (entry, expected) => {
    expect(
      await verdicts('assoc-status-code-inconsistent', connect('entries=AP-B auth=RSNA', [attempt(`(AP-B ${entry})`)])),
    ).toEqual(expected)
  })
})

describe('a shown frame agrees with all that is not said (scenario.md 4.3)', () => {
  const flag = fc.constantFrom(0, 1)
  const task = fc
    .record({
      auth: fc.constantFrom('RSNA', 'RSNA_PSK', 'WPA3_SAE', 'WPA3_ENT_192', 'OWE', 'OPEN', 'WPA_PSK'),
      MFPEnabled: flag,
      BSSTransitionSupported: flag,
      MSCSSupported: flag,
      DSCPToUPMappingSupported: flag,
      HostFIPSModeEnabled: flag,
      ssid: fc.constantFrom('net', 'office,guest', '*'),
      ies: fc.constantFrom('', 'ies=221/506f9a:10', 'ies=127:0000080000000000,255/88:00'),
      own: fc.constantFrom('', 'ies=70:0000', 'ies=127:04', 'pmkid=K1'),
      late: fc.constantFrom('', '(AP-B pmkid=K2)'),
    })
    .filter(({MFPEnabled, HostFIPSModeEnabled}) => MFPEnabled + HostFIPSModeEnabled < 2)
  const entry = fc.record({
    reassociation: flag,
    outcome: fc.constantFrom('status=0 code=0', 'status=54 code=17', 'status=54 code=30 comeback=500'),
  })

  it('passes every payload rule', async () => {
    const ids = new Set(payloadRules.map(({meta}) => meta.id))
    await fc.assert(
      fc.asyncProperty(task, entry, async ({auth, ssid, ies, own, late, ...flags}, {reassociation, outcome}) => {
        const settings = Object.entries(flags).map(([name, value]) => `${name}=${value}`)
        const owe = auth === 'OWE' ? 'owe-dh=D1' : ''
        const parameters = late === '' ? [] : [`+20 M1 SET_ASSOCIATION_PARAMETERS 1 102 ${late}`]
        const owes = auth === 'OWE' ? ['+21 M1 SET_OWE_DH_IE 1 103 owe-dh=D2'] : []
        const result = attempt(`(AP-B ${outcome} auth=${auth} reassociation=${reassociation} request response)`)
        const scenario = connect(
          `entries=(AP-B ${own}) auth=${auth} ssid=${ssid} ${settings.join(' ')} ${owe} ${ies}`,
          [...parameters, ...owes, result],
        )
        const {analysis} = await run(scenario)
        expect(analysis.findings.filter(finding => ids.has(finding.rule))).toEqual([])
      }),
      {numRuns: 150},
    )
  })
})
