import {describe, expect, it} from 'vitest'
import {run} from '../run.js'

const RULE = 'mandatory-tlv-missing'

/** A record that has everything, and the TLVs that it must have with whoever builds it. */
const RECORDS: readonly [record: string, blame: string, tlvs: readonly string[]][] = [
  [
    'M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA RoamFlag=1',
    'host',
    [
      'CONNECT_PARAMETERS',
      'CONNECTION_SETTINGS',
      'SSID',
      'AUTH_ALGO_LIST',
      'MULTICAST_CIPHER_ALGO_LIST',
      'UNICAST_CIPHER_ALGO_LIST',
      'BSSID',
      'BSS_ENTRY_SIGNAL_INFO',
      'BSS_ENTRY_CHANNEL_INFO',
    ],
  ],
  [
    'IND ASSOCIATION_RESULT 1 - (AP-B status=2)',
    'driver',
    ['ASSOCIATION_RESULT', 'BSSID', 'ASSOCIATION_RESULT_PARAMETERS', 'PHY_TYPE_LIST'],
  ],
  ['IND DISASSOCIATION 1 - AP-B status=11', 'driver', ['DISASSOCIATION_INDICATION_PARAMETERS']],
  ['IND ROAMING_NEEDED 1 - reason=15', 'driver', ['ROAMING_NEEDED_PARAMETERS']],
  ['IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B', 'driver', ['BSSID', 'FT_AUTH_REQUEST', 'FT_AUTH_RESPONSE']],
  ['IND SAE_AUTH_PARAMS_NEEDED 1 - AP-B type=0', 'driver', ['BSSID', 'SAE_INDICATION_TYPE']],
  ['M1 SET_SAE_AUTH_PARAMS 1 101 AP-B type=3', 'host', ['BSSID', 'SAE_REQUEST_TYPE']],
  ['M1 SET_FAST_BSS_TRANSITION_PARAMETERS 1 101 status=failure', 'host', ['STATUS']],
  ['IND LINK_STATE_CHANGE 1 - AP-B quality=60', 'driver', ['LINK_STATE_CHANGE_PARAMETERS']],
  ['M1 ABORT_TASK 1 101 target=TASK_SCAN id=7 port=1', 'host', ['CANCEL_PARAMETERS']],
]

describe(RULE, () => {
  it.each(RECORDS)('%s is complete', async record => {
    const {tally} = await run(`capture model=wificx\n0 ${record}`)
    expect(tally(RULE)).toMatchObject({pass: 1, violation: 0, inconclusive: 0, notApplicable: 0})
  })

  const cases = RECORDS.flatMap(([record, blame, tlvs]) => tlvs.map(tlv => ({record, blame, tlv})))

  it.each(cases)('$record without $tlv', async ({record, blame, tlv}) => {
    const {findings} = await run(`capture model=wificx\n0 ${record} without=WDI_TLV_${tlv}`)
    const found = findings(RULE)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({verdict: 'violation', severity: 'error', blame, atUs: 0})
    expect(found[0]?.message).toMatch(new RegExp(`lacks WDI_TLV_${tlv} \\(0x[0-9A-F]+\\)\\.$`))
  })

  it.each(cases)('$record without $tlv, selected fields only', async ({record, tlv}) => {
    const {tally} = await run(`capture model=wificx tlvs=0\n0 ${record} without=WDI_TLV_${tlv}`)
    expect(tally(RULE)).toMatchObject({pass: 0, violation: 0, inconclusive: 0, notApplicable: 1})
  })

  it('says which of several members lacks it', async () => {
    const {findings} = await run(
      'capture model=wificx\n0 IND ASSOCIATION_RESULT 1 - (AP-B status=2) (AP-C status=2 without=WDI_TLV_PHY_TYPE_LIST)',
    )
    expect(findings(RULE).map(({message}) => message)).toEqual([
      'ASSOCIATION_RESULT lacks WDI_TLV_PHY_TYPE_LIST (0x19) in entry 2.',
    ])
  })

  it('leaves responses and completions alone', async () => {
    const {tally} = await run(
      'capture model=wificx\n0 M3 TASK_ROAM 1 101 status=success\n1 IND TASK_ROAM 1 101 status=success',
    )
    expect(tally(RULE)).toMatchObject({pass: 0, violation: 0, notApplicable: 0})
  })

  it('runs on an adapter of unknown model', async () => {
    const {findings} = await run(
      'capture model=unknown\n0 IND ROAMING_NEEDED 1 - without=WDI_TLV_ROAMING_NEEDED_PARAMETERS',
    )
    expect(findings(RULE)).toHaveLength(1)
  })
})
