import {describe, expect, it} from 'vitest'
import {recogniser} from '../../src/dialects/index.js'
import {record, shown} from './record.js'

function read(lines: readonly (string | readonly [thread: number, text: string])[]): unknown[] {
  const one = recogniser()
  const events: [number, unknown][] = []
  const late = (end: boolean) => {
    for (const {record: of, recognised} of one.late(end)) events.push([of.line, shown(recognised)])
  }
  lines.forEach((entry, index) => {
    const [tid, text] = typeof entry === 'string' ? [7, entry] : entry
    const recognised = one.recognise(record(text, {line: index + 1, tid}))
    if (recognised !== null) events.push([index + 1, shown(recognised)])
    late(false)
  })
  late(true)
  return events.sort((a, b) => a[0] - b[0])
}

describe('a command that failed', () => {
  it('has its status on the line before', () => {
    expect(
      read([
        'WifiIhvNotifyM3Completion: [ERROR]WifiRequest M3 failed: 0xc00000a3(STATUS_DEVICE_NOT_READY), BytesWritten: 16',
        'EvtWifiDeviceSendCommand: [ERROR]RunTransitionByMessage failed for MessageId: 0x0006',
      ]),
    ).toEqual([[1, {is: 'M3 TASK_CONNECT', status: 0xc00000a3}]])
  })
  it('has a status by name', () => {
    expect(
      read([
        'WifiRequest M3 failed: STATUS_INVALID_DEVICE_REQUEST, BytesWritten: 16',
        'RunTransitionByMessage failed for MessageId: 0x0087',
      ]),
    ).toEqual([[1, {is: 'M3 SET_SAE_AUTH_PARAMS', status: 0xc0000010}]])
  })
  it('belongs to its thread', () => {
    expect(
      read([
        [1, 'WifiRequest M3 failed: 0xc0000001(STATUS_UNSUCCESSFUL), BytesWritten: 16'],
        [2, 'RunTransitionByMessage failed for MessageId: 0x0004'],
        [1, 'RunTransitionByMessage failed for MessageId: 0x0064'],
      ]),
    ).toEqual([
      [1, {is: 'M3 TASK_ROAM', status: 0xc0000001}],
      [2, {is: 'M3 TASK_SCAN', status: 0xc0000001}],
    ])
  })
  it('is counted where nothing names it', () => {
    expect(read(['WifiRequest M3 failed: 0xc0000001(STATUS_UNSUCCESSFUL), BytesWritten: 16'])).toEqual([[1, 'named']])
    expect(read(['RunTransitionByMessage failed for MessageId: 0x0FFF'])).toEqual([[1, 'named']])
    expect(read(['RunTransitionByMessage failed for MessageId: 0x0065'])).toEqual([[1, 'named']])
  })
})

describe('SAE', () => {
  it('answers with the line that says what it answers', () => {
    expect(
      read([
        'WifiHAL::WifiIhvPerformAssociation: [INFO][SAE] Indicating request for COMMIT_REQUEST_PARAMS_NEEDED ...',
        'WifiHAL::WifiIhvSetSaeAuthParams: [INFO]WDI_SET_SAE_AUTH_PARAMS called!!!',
        '[INFO][SAE] WDI_SET_SAE_AUTH_PARAMS has Commit request for Tx, Setting CommitResponse for Rx',
        '[INFO]WDI_SET_SAE_AUTH_PARAMS called!!!',
        '[INFO][SAE] WDI_SET_SAE_AUTH_PARAMS has Confirm request for Tx, Setting ConfirmResponse for Rx',
        '[INFO]WDI_SET_SAE_AUTH_PARAMS called!!!',
        '[INFO][SAE] OID_WDI_SET_SAE_AUTH_PARAMS has indicated SAE success - 0',
        '[INFO][SAE] OID_WDI_SET_SAE_AUTH_PARAMS has indicated error - 5',
        '[INFO][SAE] WDI_SET_SAE_AUTH_PARAMS returned Reflection error -- Inidicate proper CommitResponse for Rx',
        '[INFO]WDI_SET_SAE_AUTH_PARAMS called!!!',
      ]),
    ).toEqual([
      [1, {is: 'IND SAE_AUTH_PARAMS_NEEDED', fields: {type: ['0']}}],
      [2, {is: 'M1 SET_SAE_AUTH_PARAMS', fields: {type: ['0']}}],
      [4, {is: 'M1 SET_SAE_AUTH_PARAMS', fields: {type: ['1']}}],
      [6, {is: 'M1 SET_SAE_AUTH_PARAMS', fields: {type: ['3'], status: ['0']}}],
      [8, {is: 'M1 SET_SAE_AUTH_PARAMS', fields: {type: ['2'], status: ['5']}}],
      [9, {is: 'M1 SET_SAE_AUTH_PARAMS', fields: {type: ['2']}}],
      [10, {is: 'M1 SET_SAE_AUTH_PARAMS'}],
    ])
  })
  it('refuses another transaction', () => {
    expect(
      read([
        'WifiHAL::WifiIhvSetSaeAuthParams: [ERROR]WDI_SET_SAE_AUTH_PARAMS called with invalid TransactionId: 103, expected: 101',
        '[ERROR]WifiRequest M3 failed: 0xc0000010(STATUS_INVALID_DEVICE_REQUEST), BytesWritten: 16',
        '[ERROR]RunTransitionByMessage failed for MessageId: 0x0087',
      ]),
    ).toEqual([
      [1, {is: 'M1 SET_SAE_AUTH_PARAMS', txn: 103}],
      [2, {is: 'M3 SET_SAE_AUTH_PARAMS', status: 0xc0000010}],
    ])
  })
})

describe('other lines', () => {
  it.each([
    [
      'WifiHAL::WifiIhvReset: [TRACE]DOT11 Reset, set default MIB = 1, MAC Address =  2: 0: 0: 0: a: 1',
      {is: 'M1 TASK_DOT11_RESET', fields: {setdefaultmib: ['1']}},
    ],
    [
      '[TRACE]DOT11 Reset, set default MIB = 0, no MAC Address specified',
      {is: 'M1 TASK_DOT11_RESET', fields: {setdefaultmib: ['0']}},
    ],
    [
      '[INFO]Setting OS requested Radio State: SoftwareRadioState=1',
      {is: 'M1 TASK_SET_RADIO_STATE', fields: {state: ['1']}},
    ],
    [
      '[INFO]Indicate OS with Radio State: SoftwareRadioState=0',
      {is: 'IND RADIO_STATUS', port: 65535, fields: {hw: ['1'], sw: ['0']}},
    ],
    ['[ERROR]Failed to generate WDI_INDICATION_LINK_STATE_CHANGE - 0xc000000d', 'named'],
    ['[ERROR][SAE] Failed to parse WDI_SET_SAE_AUTH_PARAMS data - 0xc000000d', 'named'],
  ])('%s', (line, event) => expect(read([line])).toEqual([[1, event]]))
})
