import {describe, expect, it} from 'vitest'
import {sessions} from './told.js'

/** Class of a connect to AP-B: candidate, records before the result, the result without address and status. */
async function classOf(candidate: string, records: readonly string[], result: string): Promise<unknown> {
  const [told] = await sessions(`
0 M1 TASK_CONNECT 1 101 entries=${candidate} auth=WPA3_SAE,RSNA
1 M3 TASK_CONNECT 1 101 status=success
${records.join('\n')}
70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 ${result})
71 IND CONNECT_COMPLETE 1 101 status=success`)
  return told?.class
}

const sae = (at: number, ap: string, type = 3) => [
  `${at} IND SAE_AUTH_PARAMS_NEEDED 1 - ${ap} type=2 confirm-frame`,
  `${at + 1} M1 SET_SAE_AUTH_PARAMS 1 ${500 + at} ${ap} type=${type}`,
]
const ft = (at: number, ap: string) => [
  `${at} IND FT_ASSOC_PARAMS_NEEDED 1 - ${ap}`,
  `${at + 1} M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 ${500 + at} status=success rsnie mde fte`,
]
const late = (at: number, ap: string, step = 'M1') => `${at} ${step} SET_ASSOCIATION_PARAMETERS 1 300 (${ap} pmkid=K2)`

describe('class of a success (rules.md A.4)', () => {
  it.each([
    [0, 'unknown'],
    [1, 'open'],
    [2, 'unknown'],
    [3, '8021x'],
    [4, 'psk'],
    [6, '8021x'],
    [7, 'psk'],
    [8, '8021x'],
    [9, 'unknown'],
    [10, 'owe'],
    [11, '8021x'],
  ])('auth %s is %s', async (auth, expected) => {
    expect(await classOf('AP-B', [], `auth=${auth}`)).toBe(expected)
  })

  it.each([
    ['an FT indication for the AP', 'AP-B', ft(10, 'AP-B'), 'auth=RSNA', 'ft'],
    ['… and its element in the request', 'AP-B', ft(10, 'AP-B'), 'auth=RSNA request{fte}', 'ft'],
    ['… which is not in the request', 'AP-B', ft(10, 'AP-B'), 'auth=RSNA request{no fte}', '8021x'],
    ['… for another AP', 'AP-B', ft(10, 'AP-C'), 'auth=RSNA', '8021x'],
    ['… comes before SAE', 'AP-B', [...sae(10, 'AP-B'), ...ft(20, 'AP-B')], 'auth=WPA3_SAE', 'ft'],
    ['an SAE exchange with success', 'AP-B', sae(10, 'AP-B'), 'auth=WPA3_SAE', 'sae'],
    ['… that ends otherwise', 'AP-B', sae(10, 'AP-B', 1), 'auth=WPA3_SAE', 'unknown'],
    ['… with another AP', 'AP-B', sae(10, 'AP-C'), 'auth=WPA3_SAE', 'unknown'],
    ['… comes before the PMKID', '(AP-B pmkid=K1)', sae(10, 'AP-B'), 'auth=WPA3_SAE request{}', 'sae'],
    ['a PMKID that the request carries', '(AP-B pmkid=K1)', [], 'auth=WPA3_SAE request{}', 'pmkid'],
    ['… does not carry', '(AP-B pmkid=K1)', [], 'auth=RSNA request{pmkids=[]}', '8021x'],
    ['… where it carries another', '(AP-B pmkid=K1)', [], 'auth=RSNA request{pmkids=[K9]}', '8021x'],
    ['… where it has no RSN element', '(AP-B pmkid=K1)', [], 'auth=RSNA request{no rsn}', '8021x'],
    ['a PMKID without the request', '(AP-B pmkid=K1)', [], 'auth=RSNA', 'pmkid'],
    ['… but with an SAE exchange', '(AP-B pmkid=K1)', sae(10, 'AP-B', 2), 'auth=RSNA', '8021x'],
    ['… and an SAE exchange with another AP', '(AP-B pmkid=K1)', sae(10, 'AP-C'), 'auth=RSNA', 'pmkid'],
    ['the PMKID of another AP', 'AP-B (AP-C pmkid=K1)', [], 'auth=RSNA', '8021x'],
    ['a late PMKID', 'AP-B', [late(60, 'AP-B')], 'auth=RSNA', 'pmkid'],
    ['… for another AP', 'AP-B', [late(60, 'AP-C')], 'auth=RSNA', '8021x'],
    ['… one of two in the request', '(AP-B pmkid=K1)', [late(60, 'AP-B')], 'auth=RSNA request{pmkids=[K2]}', 'pmkid'],
  ])('%s', async (_, candidate, records, result, expected) => {
    expect(await classOf(candidate, records, result)).toBe(expected)
  })

  it('a PMKID given after the result is too late', async () => {
    const late = '70.5 M1 SET_ASSOCIATION_PARAMETERS 1 300 (AP-B pmkid=K2)'
    const [told] = await sessions(`
0 M1 TASK_CONNECT 1 101 entries=AP-B auth=RSNA
1 M3 TASK_CONNECT 1 101 status=success
70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
${late}
71 IND CONNECT_COMPLETE 1 101 status=success`)
    expect([told?.class, told?.events]).toEqual(['8021x', [0, 1, 70, 70.5, 71]])
  })

  it('what is not exported gives no PMKID', async () => {
    const unseen = '60 M1 SET_ASSOCIATION_PARAMETERS 1 300'
    const [told] = await sessions(`capture tlvs=0
0 M1 TASK_CONNECT 1 101
1 M3 TASK_CONNECT 1 101 status=success
${unseen}
70 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=RSNA)
71 IND CONNECT_COMPLETE 1 101 status=success`)
    expect(told?.class).toBe('8021x')
  })

  it('the link of an MLD is the AP that its exchange names', async () => {
    const mlo = 'auth=WPA3_SAE request{multi-link} response{multi-link mld=MLD-B} local-link'
    expect(await classOf('AP-B', sae(10, 'MLD-B'), mlo)).toBe('sae')
  })
})
