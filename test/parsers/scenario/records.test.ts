import {describe, expect, it} from 'vitest'
import {scenarioParser} from '../../../src/parsers/scenario/scenario-parser.js'
import {errorOf, onlyEvent, readScenario} from './read-scenario.js'

const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'))

describe('a record', () => {
  it('becomes an event with its columns', () => {
    expect(onlyEvent('+1.2345678 M1 TASK_SCAN 1 0x65 cpu=3 thread=44 activity=A1 mono=-7.25')).toMatchObject({
      step: 'M1',
      message: {name: 'TASK_SCAN', kind: 'task'},
      atUs: 1234,
      ns: 567,
      adapterKey: null,
      activityId: 'A1',
      port: 1,
      transactionId: 101,
      status: null,
      cpu: 3,
      pid: null,
      tid: 44,
      monoUs: -7250,
      complete: true,
      truncated: false,
      fields: {},
      text: '+1.2345678 M1 TASK_SCAN 1 0x65 cpu=3 thread=44 activity=A1 mono=-7.25',
    })
  })

  it('has processor and thread 0, no activity and no second clock unless it says so', () => {
    expect(onlyEvent('0 M1 TASK_SCAN adapter -')).toMatchObject({
      cpu: 0,
      tid: 0,
      activityId: null,
      monoUs: null,
      port: 65535,
      transactionId: 0,
    })
    expect(onlyEvent('0 M1 TASK_SCAN ?')).toMatchObject({port: null, transactionId: null})
  })

  it.each([
    ['M3 TASK_ROAM 1 1 status=success', 'M3', 'TASK_ROAM', 0],
    ['M3 TASK_ROAM 1 1 status=failure', 'M3', 'TASK_ROAM', 0xc0000001],
    ['M3 TASK_ROAM 1 1 status=pending', 'M3', 'TASK_ROAM', 0x103],
    ['M3 SET_POWER_STATE adapter 1 status=aborted', 'M3', 'SET_POWER_STATE', 0xc023000f],
    ['M3 TASK_ROAM 1 1 status=0xC0000002', 'M3', 'TASK_ROAM', 0xc0000002],
    ['M3 TASK_ROAM 1 1', 'M3', 'TASK_ROAM', null],
    ['IND ROAM_COMPLETE 1 1 status=success', 'IND', 'ROAM_COMPLETE', 0],
    ['IND TASK_ROAM 1 1 status=success', 'IND', 'TASK_ROAM', 0],
    ['IND NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE 1 1', 'IND', 'ROAM_COMPLETE', null],
    ['M1 OID_WDI_TASK_ROAM 1 1', 'M1', 'TASK_ROAM', null],
    ['M3 OID_GEN_STATISTICS 0 status=success', 'M3', 'OID_GEN_STATISTICS', 0],
    ['M3 OID_DOT11_SCAN_REQUEST 0 status=success', 'M3', 'OID_DOT11_SCAN_REQUEST', 0],
  ])('%s', (text, step, name, status) => {
    expect(onlyEvent(`0 ${text}`)).toMatchObject({step, message: {name}, status})
  })

  it('keeps the order of the file, and its lines and offsets', () => {
    const {parsed} = readScenario('# ä\r\n5 IND ROAMING_NEEDED 1 -\r\n\r\n  3 IND ROAMING_NEEDED 1 - # later\n')
    expect(parsed.map(({atUs, line, offset, text}) => ({atUs, line, offset, text}))).toEqual([
      {atUs: 5000, line: 2, offset: 6, text: '5 IND ROAMING_NEEDED 1 -'},
      {atUs: 3000, line: 4, offset: 34, text: '  3 IND ROAMING_NEEDED 1 - # later'},
    ])
  })

  it('is the same however the text is cut into pieces', () => {
    const text = 'capture model=wdi\n0 M1 TASK_ROAM 1 7 entries=AP-B ssid="ä b"\n1 IND ROAM_COMPLETE 1 7 status=success'
    const whole = readScenario(text).parsed
    for (const pieces of [2, 7, text.length]) expect(readScenario(text, pieces).parsed).toEqual(whole)
  })

  it('may carry its payload as bytes', () => {
    const event = onlyEvent('0 IND ROAMING_NEEDED 1 - tlv=550004000f tlv=000000 reason=3')
    expect(hex(event.payload)).toBe('550004000f000000')
    expect(event.complete).toBe(true)
  })

  it('may be truncated: what it shows is there, everything else unknown', () => {
    const event = onlyEvent('0 IND DISASSOCIATION 1 - AP-A status=13 truncated')
    expect(event).toMatchObject({truncated: true, complete: false})
    expect(hex(event.payload)).toBe('bc000a00020000000a010d000000ffffffff')
    expect(hex(onlyEvent('0 IND DISASSOCIATION 1 - truncated').payload)).toBe('ffffffff')
  })

  it('shows only what it says where the export prints selected fields', () => {
    const event = onlyEvent('capture tlvs=0\n0 M1 TASK_ROAM 1 7 entries=AP-B auth=RSNA')
    expect(event.complete).toBe(false)
    // Connect parameters with the auth list only, then the candidate with its BSSID only.
    expect(hex(event.payload)).toBe('330008003c0004000600000034000a0002000600020000000b01')
  })

  it('loses mandatory TLVs by without=', () => {
    const payload = (text: string) => hex(onlyEvent(`0 ${text}`).payload)
    expect(payload('IND ROAMING_NEEDED 1 - without=WDI_TLV_ROAMING_NEEDED_PARAMETERS')).toBe('')
    expect(
      payload('IND ASSOCIATION_RESULT 1 - (AP-B without=WDI_TLV_ASSOCIATION_RESULT_PARAMETERS,WDI_TLV_PHY_TYPE_LIST)'),
    ).toBe('35000a0002000600020000000b01')
    expect(payload('IND ASSOCIATION_RESULT 1 - (without=WDI_TLV_BSSID,WDI_TLV_ASSOCIATION_RESULT_PARAMETERS)')).toBe(
      '35000800190004000a000000',
    )
    expect(payload('M1 ABORT_TASK 1 9 without=WDI_TLV_CANCEL_PARAMETERS')).toBe('')
  })
})

describe('a wrong record', () => {
  it.each([
    ['0 IND ROAMING_NEDED 1 -', 'line 1: unknown event "ROAMING_NEDED"'],
    ['0 IND roaming_needed 1 -', 'line 1: unknown event "roaming_needed"'],
    ['0 IND WDI_TASK_ROAM 1 -', 'line 1: unknown event "WDI_TASK_ROAM"'],
    ['0 M1 OID_WDI_TASK_ROME 1 -', 'line 1: unknown event "OID_WDI_TASK_ROME"'],
    ['0 IND DOT11_ROAMING 0', 'line 1: unknown event "DOT11_ROAMING"'],
    ['0 IND ROAMING_START 0', 'line 1: unknown event "ROAMING_START"'],
    ['0 LOG 8014 1', 'line 1: unknown event "8014"'],
    ['0 LOG REBOOT adapter', 'line 1: unknown event "REBOOT"'],
    ['0 M1 ROAM_COMPLETE 1 -', 'line 1: ROAM_COMPLETE is an indication, no command: it cannot stand after M1'],
    ['0 IND SET_POWER_STATE 1 -', 'line 1: SET_POWER_STATE is a command, no indication: it cannot stand after IND'],
    [
      'capture model=native80211\n0 IND ROAMING_START 0 17',
      'line 2: ROAMING_START has no transaction id, so 17 cannot stand there',
    ],
    ['0 IND ROAMING_NEEDED 1 - reasn=1', 'line 1: unknown field "reasn" of ROAMING_NEEDED'],
    ['0 IND ROAMING_NEEDED 1 - reason', 'line 1: unknown field "reason" of ROAMING_NEEDED'],
    ['0 IND ROAMING_NEEDED 1 - AP-A', 'line 1: unexpected address AP-A in ROAMING_NEEDED'],
    ['0 IND ROAMING_NEEDED 1 - (AP-A)', 'line 1: ROAMING_NEEDED takes no (…)'],
    ['0 IND ROAMING_NEEDED 1 - reason=1 reason=2', 'line 1: "reason" stands twice in ROAMING_NEEDED'],
    ['0 IND ROAMING_NEEDED 1 - reason=LOW', 'line 1: "LOW" is no value of reason= (ROAMING_NEEDED): it takes a number'],
    ['0 IND ROAMING_NEEDED 1 - reason=1,2', 'line 1: reason= of ROAMING_NEEDED takes one value'],
    ['0 IND ROAMING_NEEDED 1 - mono=x', 'line 1: mono=x is no time in milliseconds'],
    ['0 IND ROAMING_NEEDED 1 - tlv=5', 'line 1: tlv= of ROAMING_NEEDED takes pairs of hex digits'],
    ['0 IND ROAMING_NEEDED 1 - tlv=55 quality=1', 'line 1: unknown field "quality" of ROAMING_NEEDED'],
    [
      '0 IND ROAMING_NEEDED 1 - without=WDI_TLV_BSID',
      'line 1: "WDI_TLV_BSID" after without= is no TLV: it takes names like WDI_TLV_BSSID',
    ],
    [
      '0 M3 TASK_ROAM 1 1 status=fine',
      'line 1: "fine" is no value of status= (TASK_ROAM): it takes a number or one of success, failure, pending, aborted',
    ],
    ['0 M3 TASK_ROAM 1 1 RoamFlag=1', 'line 1: unknown field "RoamFlag" of TASK_ROAM'],
    ['0 M1 TASK_ROAM 1 1 status=success', 'line 1: unknown field "status" of TASK_ROAM'],
    ['0 M1 TASK_ROAM 1 1 RoamFlag=2', 'line 1: RoamFlag=2 of TASK_ROAM is outside 0 to 1'],
    [
      '0 M1 TASK_ROAM 1 1 auth=WPA9',
      'line 1: "WPA9" is no value of auth= (TASK_ROAM): it takes a number or one of OPEN, SHARED_KEY, WPA, WPA_PSK, RSNA, RSNA_PSK, WPA3_ENT_192, WPA3_SAE, OWE, WPA3_ENT',
    ],
    ['0 M1 TASK_ROAM 1 1 pairs=8', 'line 1: "8" is no value of pairs=: it needs AKM suite type/cipher, like 8/GCMP256'],
    [
      '0 M1 TASK_ROAM 1 1 ies=300',
      'line 1: "300" is no element for ies=: it needs ID, 255/EXT or 221/OUI, and content after a colon',
    ],
    ['0 M1 TASK_ROAM 1 1 disallowed=AP-Z', 'line 1: "AP-Z" after disallowed= (TASK_ROAM) is no address'],
    ['0 M1 TASK_ROAM 1 1 entries=(flags=1)', 'line 1: a candidate of TASK_ROAM needs an address'],
    ['0 M1 TASK_ROAM 1 1 entries=(AP-B AP-C)', 'line 1: unexpected address AP-C in a candidate of TASK_ROAM'],
    [
      '0 M1 TASK_ROAM 1 1 entries=(AP-B pmkid=0x00)',
      'line 1: pmkid= of a candidate of TASK_ROAM: 0x00 has 1 bytes instead of 16',
    ],
    [
      '0 M1 TASK_ROAM 1 1 entries=(AP-B ft{mde=M x=1})',
      'line 1: unknown field "x" of ft{} of a candidate of TASK_ROAM',
    ],
    ['0 IND ASSOCIATION_RESULT 1 - (AP-B request{kind=half})', 'line 1: kind=half is none of assoc, reassoc, both'],
    [
      '0 IND ASSOCIATION_RESULT 1 - (AP-B request{fte rsn rsn})',
      'line 1: "rsn" stands twice in request{} of a result of ASSOCIATION_RESULT',
    ],
    [
      '0 IND ASSOCIATION_RESULT 1 - (AP-B response{speed=1})',
      'line 1: unknown field "speed" of response{} of a result of ASSOCIATION_RESULT',
    ],
    ['0 IND ASSOCIATION_RESULT 1 - AP-B', 'line 1: unexpected address AP-B in ASSOCIATION_RESULT'],
    ['0 IND DISASSOCIATION 1 - status=13', 'line 1: DISASSOCIATION needs an address'],
    [
      '0 IND DISASSOCIATION 1 - AP-A deauth-frame(reason)',
      'line 1: "reason" in deauth-frame{} of DISASSOCIATION needs a number after it',
    ],
    [
      '0 IND DISASSOCIATION 1 - AP-A deauth-frame(7)',
      'line 1: unexpected number 7 in deauth-frame{} of DISASSOCIATION',
    ],
    ['0 IND LINK_STATE_CHANGE 1 - AP-A quality=101', 'line 1: quality=101 of LINK_STATE_CHANGE is outside 0 to 100'],
    [
      '0 IND LINK_STATE_CHANGE 1 - AP-A links=1 rssi=-60,-61',
      'line 1: rssi= of LINK_STATE_CHANGE has more values than there are links',
    ],
    [
      '0 M1 SET_ADD_CIPHER_KEYS 1 2 (peer=AP-B)',
      'line 1: a key of SET_ADD_CIPHER_KEYS needs a type: pairwise, group, igtk, bigtk',
    ],
    ['0 M1 SET_ADD_CIPHER_KEYS 1 2 (pairwise group)', 'line 1: a key of SET_ADD_CIPHER_KEYS has more than one type'],
    ['0 M1 ABORT_TASK 1 2 id=1', 'line 1: ABORT_TASK needs target='],
    ['0 M1 ABORT_TASK 1 2 target=SET_POWER_STATE', 'line 1: "SET_POWER_STATE" after target= is no task'],
    ['0 IND BSS_ENTRY_LIST 1 - count=1 (AP-A) (AP-B)', 'line 1: count=1 of BSS_ENTRY_LIST, but 2 entries are listed'],
    ['0 LOG 5002 adapter - command=ROAM', 'line 1: "ROAM" after command= is neither task nor property'],
    ['0 LOG POWER adapter state=off', 'line 1: state= of POWER is sleep or resume'],
    ['0 LOG TIME_CHANGE adapter by=soon', 'line 1: by=soon is no number of milliseconds'],
    [
      'capture model=native80211\n0 IND ASSOCIATION_START 0 bss=mesh',
      'line 2: bss=mesh is neither adhoc nor infrastructure',
    ],
    ['capture model=native80211\n0 IND MEDIA_CONNECT 0 source=me', 'line 2: source=me is neither filter nor os'],
  ])('%s', (text, message) => {
    expect(errorOf(text)).toBe(message)
  })

  it('is found whatever its length', () => {
    expect(errorOf(`0 IND ROAMING_NEEDED 1 - ${'x'.repeat(2 << 20)}`)).toMatch(/^line 1: The line is longer than/)
  })
})

describe('recognising a scenario', () => {
  it.each([
    ['capture model=wdi\n', 0.9],
    ['\uFEFF# text\r\n\r\n  label os=1', 0.9],
    ['alias A=B', 0.9],
    ['adapter x', 0.9],
    ['capture', 0.9],
    ['+0.5\tIND\tROAM_COMPLETE', 1],
    ['-5000 LOG 5002 adapter', 1],
    ['captures model=wdi', 0],
    ['0 M2 TASK_ROAM 1', 0],
    ['[0]0004.0008::01/01/2026-00:00:00.000 [x]0 M1 TASK_ROAM 1', 0],
    ['# only a comment', 0],
    ['', 0],
  ])('%s', (head, sure) => {
    expect(scenarioParser.sniff(head)).toBe(sure)
  })
})
