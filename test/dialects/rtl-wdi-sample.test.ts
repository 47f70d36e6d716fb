import {describe, expect, it} from 'vitest'
import {recogniser} from '../../src/dialects/index.js'
import type {TraceRecord} from '../../src/events/record.js'
import {record, shown} from './record.js'

/** Everything that comes of a log, in the order of its lines: line number and event. */
function read(lines: readonly (string | readonly [thread: number, text: string])[]): unknown[] {
  const one = recogniser()
  const events: {line: number; event: unknown}[] = []
  const keep = (of: TraceRecord, event: unknown) => events.push({line: of.line, event})
  const late = (end: boolean) => {
    for (const {record: of, recognised} of one.late(end)) keep(of, shown(recognised))
  }
  lines.forEach((entry, index) => {
    const [tid, text] = typeof entry === 'string' ? [7, entry] : entry
    const of = record(text, {line: index + 1, tid})
    const recognised = one.recognise(of)
    if (recognised !== null) keep(of, shown(recognised))
    late(false)
  })
  late(true)
  return events.sort((a, b) => a.line - b.line).map(({line, event}) => [line, event])
}

describe('a task', () => {
  it('has its port and transaction from the lines that follow, and the status of M4 from the second line', () => {
    expect(
      read([
        'N6WdiHandleOidRequestEx Oid:0xe4400064',
        'Sync:Transport TASK TargetAdapter to Port(1)',
        '==> Wdi_Task_Roam()',
        'RoamRequest = 1, HiddenNetwork = 0, ExcludeUnencrypted = 0, MFPEnabled = 1, HostFIPSModeEnabled = 0',
        '==>wdi_UnsolicitedIndication(): status indication code = 4005004c, length=200',
        '<== wdi_UnsolicitedIndication()',
        '<== Wdi_Task_Roam()',
        'Task return CMD time = 900us',
        '==> OidHandle_Complete enter',
        'TASK CMD execution time:1234us',
        'OidHandle_Complete start to indicate M4. Oid:0xe4400064 Port:1 TransactionId:0x2a',
        '==> OidHandle_IndicateM4 (e4400064)',
        '<== OidHandle_IndicateM4 returns: 0x00000000',
        '==> OidHandle_Complete status:0x0',
        'N6WdiHandleOidRequestEx Oid:0xe4400064 Status:0x0',
      ]),
    ).toEqual([
      [
        1,
        {
          is: 'M1 TASK_ROAM',
          port: 1,
          txn: 42,
          fields: {
            roamflag: ['1'],
            hiddennetwork: ['0'],
            excludeunencrypted: ['0'],
            mfpenabled: ['1'],
            hostfipsmodeenabled: ['0'],
            returnus: ['900'],
            executionus: ['1234'],
          },
        },
      ],
      [5, {is: 'IND ASSOCIATION_RESULT', port: 1}],
      [13, expect.objectContaining({is: 'IND ROAM_COMPLETE', port: 1, txn: 42, status: 0})],
      [15, expect.objectContaining({is: 'M3 TASK_ROAM', port: 1, txn: 42, status: 0})],
    ])
  })

  it('does not take the pending return of the call for its response', () => {
    expect(
      read([
        'N6WdiHandleOidRequestEx Oid:0xe4400004',
        'N6WdiHandleOidRequestEx Oid:0xe4400004 Status:0x103',
        '==> OidHandle_IndicateM3 (e4400004)',
        '<== OidHandle_IndicateM3',
      ]),
    ).toEqual([
      [1, {is: 'M1 TASK_SCAN'}],
      [3, {is: 'M3 TASK_SCAN'}],
    ])
  })

  it('is answered once', () => {
    const steps = read([
      'N6WdiHandleOidRequestEx Oid:0xe4400004',
      'N6WdiHandleOidRequestEx Oid:0xe4400004 Status:0xc0000001',
      '==> OidHandle_IndicateM3 (e4400004)',
    ])
    expect(steps).toEqual([
      [1, {is: 'M1 TASK_SCAN'}],
      [2, {is: 'M3 TASK_SCAN', status: 0xc0000001}],
    ])
  })

  it('goes over to a worker thread', () => {
    expect(
      read([
        [7, 'N6WdiHandleOidRequestEx Oid:0xe4400006'],
        [7, 'N6WdiHandleOidRequestEx Oid:0xe4400006 Status:0x0'],
        [9, 'Async:Transport TASK TargetAdapter to Port(2)'],
        [9, '==> Wdi_Task_Connect()'],
        [9, '==>wdi_UnsolicitedIndication(): status indication code = 4005004c, length=20'],
        [7, '==>wdi_UnsolicitedIndication(): status indication code = 40050035, length=20'],
      ]),
    ).toEqual([
      [1, {is: 'M1 TASK_CONNECT', port: 2}],
      [2, {is: 'M3 TASK_CONNECT', status: 0}],
      [5, {is: 'IND ASSOCIATION_RESULT', port: 2}],
      [6, expect.objectContaining({is: 'IND LINK_STATE_CHANGE'})],
    ])
  })

  it('may be for the adapter', () => {
    expect(read(['N6WdiHandleOidRequestEx Oid:0xe440000b', 'Sync:Task target is adapter'])).toEqual([
      [1, {is: 'M1 TASK_SET_RADIO_STATE', port: 65535}],
    ])
  })

  it('is told when the next one comes, and at the end', () => {
    const run = recogniser()
    run.recognise(record('N6WdiHandleOidRequestEx Oid:0xe4400004', {line: 1}))
    expect(run.late(false)).toEqual([])
    run.recognise(record('N6WdiHandleOidRequestEx Oid:0xe4400006', {line: 2}))
    expect(run.late(false).map(({record: of}) => of.line)).toEqual([1])
    expect(run.late(true).map(({record: of}) => of.line)).toEqual([2])
    expect(run.late(true)).toEqual([])
  })

  it('keeps a completion whose second line is missing, without status', () => {
    expect(read(['==> OidHandle_IndicateM4 (e4400064)', '==> OidHandle_IndicateM4 (e4400004)'])).toEqual([
      [1, {is: 'IND ROAM_COMPLETE'}],
      [2, {is: 'IND SCAN_COMPLETE'}],
    ])
    expect(read(['<== OidHandle_IndicateM4 returns: 0x00000000'])).toEqual([[1, 'named']])
  })

  it('keeps the completions of two threads apart', () => {
    expect(
      read([
        [1, '==> OidHandle_IndicateM4 (e4400064)'],
        [2, '==> OidHandle_IndicateM4 (e4400004)'],
        [1, '<== OidHandle_IndicateM4 returns: 0xC0000001'],
        [2, '<== OidHandle_IndicateM4 returns: 0x00000000'],
      ]),
    ).toEqual([
      [3, {is: 'IND ROAM_COMPLETE', status: 0xc0000001}],
      [4, {is: 'IND SCAN_COMPLETE', status: 0}],
    ])
  })
})

describe('a property', () => {
  it('is told with its response', () => {
    expect(
      read([
        'N6WdiHandleOidRequestEx Oid:0xe440001d',
        'Transport PROPERTY TargetAdapter to Port(1)',
        'Property return CMD time = 12us',
        'Property CMD execution time:15us',
        '==> OidHandle_IndicateM3 (e440001d)',
        '<== OidHandle_IndicateM3',
        'N6WdiHandleOidRequestEx Oid:0xe440001d Status:0x103',
      ]),
    ).toEqual([
      [1, expect.objectContaining({is: 'M1 SET_ADD_CIPHER_KEYS', port: 1})],
      [5, expect.objectContaining({is: 'M3 SET_ADD_CIPHER_KEYS', port: 1})],
    ])
  })

  it('has the parameters of an abort', () => {
    expect(
      read([
        'N6WdiHandleOidRequestEx Oid:0xe440004b',
        'Transport PROPERTY TargetAdapter to Port(1)',
        'Wdi_Abort_Task(): Cancel Oid:e4400064, TransactionId:002a, PortId:1',
        '<== Wdi_Abort_Task()',
      ]),
    ).toEqual([[1, {is: 'M1 ABORT_TASK', port: 1, fields: {target: ['TASK_ROAM'], id: ['42'], targetport: ['1']}}]])
    expect(read(['Wdi_Abort_Task(): Cancel Oid:e4400064, TransactionId:002a, PortId:1'])).toEqual([[1, 'named']])
  })
})

describe('other lines of the driver', () => {
  it.each([
    [
      '==>wdi_UnsolicitedIndication(): status indication code = 40050043, length=12',
      {is: 'IND RADIO_STATUS', port: 65535},
    ],
    ['==>wdi_UnsolicitedIndication(): status indication code = 400500ff, length=12', 'named'],
    ['N6WdiHandleOidRequestEx Oid:0xe44000ff', 'named'],
    ['N6WdiHandleOidRequestEx Not Recognized Oid:0xe4400064', 'named'],
    ['OidHandle_VerifyTask(): Completion entry record mismatch! ', 'named'],
    ['In completion entry: Oid = e4400064', 'named'],
    ['==> OidHandle_Complete status:0xc0010015', 'named'],
  ])('%s', (line, event) => expect(read([line])).toEqual([[1, event]]))

  it.each(['==> OidHandle_Complete status:0x0', 'Wdi_Set_Power_State(): going down', '<== Wdi_Task_Scan()'])(
    'no event of "%s"',
    line => expect(read([line])).toEqual([]),
  )
})
