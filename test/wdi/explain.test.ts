import {describe, expect, it} from 'vitest'
import {explain, explainable} from '../../src/wdi/explain.js'

const names = (thing: string) => explain(thing).map(match => match.name)
const kinds = (thing: string) => [...new Set(explain(thing).map(match => match.kind))]

describe('names', () => {
  it.each([
    ['OID_WDI_TASK_ROAM', 'OID_WDI_TASK_ROAM'],
    ['task_roam', 'OID_WDI_TASK_ROAM'],
    ['WDI_INDICATION_ROAM_COMPLETE', 'NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE'],
    ['NDIS_STATUS_DOT11_ROAMING_START', 'NDIS_STATUS_DOT11_ROAMING_START'],
    ['BSSID', 'WDI_TLV_BSSID'],
    ['WDI_TLV_CONNECT_PARAMETERS', 'WDI_TLV_CONNECT_PARAMETERS'],
    ['PEER_DEAUTHENTICATED', 'WDI_ASSOC_STATUS_PEER_DEAUTHENTICATED'],
    ['WDI_AUTH_ALGO_RSNA_PSK', 'WDI_AUTH_ALGO_RSNA_PSK'],
    ['WDI_ASSOC_STATUS', 'WDI_ASSOC_STATUS'],
    ['ASSOC_REJECTED_TEMPORARILY', 'ASSOC_REJECTED_TEMPORARILY'],
    ['4WAY_HANDSHAKE_TIMEOUT', '4WAY_HANDSHAKE_TIMEOUT'],
    ['STATUS_PENDING', 'STATUS_PENDING'],
    ['NDIS_STATUS_RESET_IN_PROGRESS', 'NDIS_STATUS_RESET_IN_PROGRESS'],
    ['Mobility Domain', 'Mobility Domain'],
    ['WLAN_REASON_CODE_ASSOCIATION_FAILURE', 'WLAN_REASON_CODE_ASSOCIATION_FAILURE'],
    ['msmsec_psk_mismatch_suspected', 'WLAN_REASON_CODE_MSMSEC_PSK_MISMATCH_SUSPECTED'],
    ['ONEX_EAP_FAILURE_RECEIVED', 'ONEX_EAP_FAILURE_RECEIVED'],
    ['NWiFi-10042', 'Microsoft-Windows-NWiFi 10042'],
    ['ndis-10400', 'Microsoft-Windows-NDIS 10400'],
    ['WLAN-8002', 'Microsoft-Windows-WLAN-AutoConfig 8002'],
  ])('%s', (thing, first) => expect(names(thing)[0]).toBe(first))

  it('of two models show both', () => {
    expect(names('DISASSOCIATION')).toEqual([
      'NDIS_STATUS_WDI_INDICATION_DISASSOCIATION',
      'NDIS_STATUS_DOT11_DISASSOCIATION',
    ])
  })

  it('nobody knows are nothing', () => {
    for (const thing of ['', 'xyz', '__proto__', 'toString', '99999999999999999999', '0x', '💥'])
      expect(explain(thing), thing).toEqual([])
  })
})

describe('numbers', () => {
  it.each([
    ['0xE4400064', 'OID_WDI_TASK_ROAM'],
    ['3829399652', 'OID_WDI_TASK_ROAM'],
    ['40050065', 'NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE'],
    ['e4400064', 'OID_WDI_TASK_ROAM'],
    ['0x35', 'WDI_TLV_ASSOCIATION_RESULT'],
    ['30', 'WDI_ASSOC_STATUS_PROBE_TX_FAILURE'],
    ['0xC000009A', 'STATUS_INSUFFICIENT_RESOURCES'],
    ['-1073741823', 'STATUS_UNSUCCESSFUL'],
    ['8002', 'Microsoft-Windows-WLAN-AutoConfig 8002'],
    ['5002', 'System log 5002'],
    ['10042', 'Microsoft-Windows-NWiFi 10042'],
    ['229378', 'WLAN_REASON_CODE_ASSOCIATION_FAILURE'],
    ['0x38002', 'WLAN_REASON_CODE_ASSOCIATION_FAILURE'],
    ['0x00050005', 'ONEX_EAP_FAILURE_RECEIVED'],
    ['0x00010007', 'DOT11_ASSOC_STATUS_PEER_DEAUTHENTICATED'],
    ['0x000fac08', 'rsna_akm_sae_pmk256'],
  ])('%s', (thing, first) => expect(names(thing)[0]).toBe(first))

  it('are looked up in every number space', () => {
    expect(kinds('30')).toEqual(['enum-member', 'status-code', 'reason-code', 'command', 'tlv'])
    expect(names('30')).toEqual(expect.arrayContaining(['ASSOC_REJECTED_TEMPORARILY', 'NOT_AUTHORIZED_THIS_LOCATION']))
    expect(names('0x64')).toContain('OID_WDI_TASK_ROAM')
    expect(names('5')).toContain('WDI_BAND_ID_6000')
  })

  it('mean one thing with a word in front', () => {
    expect(names('reason 15')).toEqual(['4WAY_HANDSHAKE_TIMEOUT', 'WDI_ASSOC_STATUS_ROAMING_LOW_LINK_QUALITY'])
    expect(names('tlv=0x35')).toEqual(['WDI_TLV_ASSOCIATION_RESULT'])
    expect(names('id 100')).toEqual(['OID_WDI_TASK_ROAM'])
    expect(names('event: 8002')).toEqual(['Microsoft-Windows-WLAN-AutoConfig 8002'])
    expect(names('event 10003')).toEqual(['Microsoft-Windows-WLAN-AutoConfig 10003', 'Microsoft-Windows-NWiFi 10003'])
    expect(names('reason 0x38002')).toEqual([
      'WLAN_REASON_CODE_ASSOCIATION_FAILURE',
      'DOT11_ASSOC_STATUS_ASSOCIATION_RESPONSE',
    ])
    expect(names('status 0x38002')).toEqual(['DOT11_ASSOC_STATUS_ASSOCIATION_RESPONSE'])
    expect(names('element 54')).toEqual(['Mobility Domain'])
    expect(names('element 255/107')).toEqual(['Multi-Link'])
    expect(names('reason 200')).toEqual([])
  })
})

describe('matches', () => {
  it('of Windows say what is logged', () => {
    expect(explain('WLAN_REASON_CODE_ASSOCIATION_FAILURE')).toEqual([
      {
        kind: 'wlan-reason',
        name: 'WLAN_REASON_CODE_ASSOCIATION_FAILURE',
        value: 0x38002,
        text: 'reason of Windows: association failed',
        source: 'win32/nativewifi/wlan-reason-code; wlanapi.h',
        details: {value: '0x38002'},
      },
    ])
    expect(explain('NWIFI-10042')).toEqual([
      {
        kind: 'event',
        name: 'Microsoft-Windows-NWiFi 10042',
        value: 10042,
        text: 'DisAssoc: MAC Reason: Reason',
        source: 'Microsoft-Windows-NWiFi manifest',
        details: {fields: ['ContextHandle', 'AdapterGuid', 'MAC', 'Reason']},
      },
    ])
    expect(explain('ndis-10400')[0]?.text).toBe('the adapter is reset')
    expect(explain('nwifi-8002')).toEqual([])
    expect(explainable()).toContain('WLAN_REASON_CODE_ASSOCIATION_FAILURE')
  })

  it('are plain data with words', () => {
    const [roam] = explain('TASK_ROAM')
    expect(JSON.parse(JSON.stringify(roam))).toEqual({
      kind: 'command',
      name: 'OID_WDI_TASK_ROAM',
      value: 0xe4400064,
      text: 'task: a command whose end the driver indicates with ROAM_COMPLETE',
      source: 'netcx/oid-wdi-task-roam',
      details: {
        'short name': 'TASK_ROAM',
        'message id': '100 (0x0064)',
        object: 'port',
        'normal time': '10 s',
        'can be aborted': 'yes',
        parameters: ['WDI_TLV_CONNECT_PARAMETERS', 'WDI_TLV_CONNECT_BSS_ENTRY (repeated)'],
        models: ['WDI', 'WiFiCx'],
      },
    })
    expect(explain('status 30')[0]?.text).toBe(
      '802.11 status code: refused for now, try again after the comeback time (also SA query running)',
    )
    expect(explain('WDI_TLV_CONNECTION_SETTINGS')[0]?.details).toMatchObject({
      type: '0x3F, from its page',
      'older lengths': ['13 bytes', '14 bytes', '15 bytes', '16 bytes'],
      'stands in': ['WDI_TLV_CONNECT_PARAMETERS'],
    })
  })

  it('never lack words, whatever is asked for', () => {
    for (const name of explainable()) {
      const matches = explain(name)
      expect(matches.length, name).toBeGreaterThan(0)
      for (const match of matches) expect(match.text.trim(), name).not.toBe('')
    }
    for (let number = 0; number < 600; number++) {
      for (const match of explain(String(number))) expect(match.text, match.name).toMatch(/\w/)
    }
  })
})
