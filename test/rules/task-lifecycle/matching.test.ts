import {describe, expect, it} from 'vitest'
import {rules} from '../../../src/rules/index.js'
import {analyzeTexts} from '../../golden/run.js'
import {run} from '../run.js'
import {says} from '../says.js'

const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const scan = ['1000 M1 TASK_SCAN 1 101 repeat=1', '1001 M3 TASK_SCAN 1 101 status=success']
const scanned = (ms: number, port: number | string = 1, id = '101') =>
  `${ms} IND SCAN_COMPLETE ${port} ${id} status=success`

describe('responses', () => {
  const again = '1011 M3 TASK_SCAN 1 101 status=success'
  const twice = (records: string) =>
    `violation error high | 1011 | TASK_SCAN with transaction 101 is answered again, 10 ms after its response. | ${records}`

  it.each([
    ['twice', [scan, again], twice('1000 1001 1011')],
    ['twice, the command before the capture', [scan.slice(1), again], twice('1001 1011')],
    ['once', [scan], 'pass'],
    [
      'no WDI command',
      [
        '1000 M1 OID_GEN_STATISTICS 1 7',
        '1001 M3 OID_GEN_STATISTICS 1 7 status=success',
        '1002 M3 OID_GEN_STATISTICS 1 7 status=success',
      ],
      'nothing to judge: needs responses (M3) with transaction id',
    ],
  ])('command-completed-twice: %s', async (_, records, expected) => {
    expect(await says('command-completed-twice', lines(...records))).toEqual([expected])
  })

  it.each([
    [
      '4 ms early',
      [scan[0] ?? '', scanned(1001), '1005 M3 TASK_SCAN 1 101 status=success'],
      'violation info high | 1005 | TASK_SCAN is completed 4 ms before its start response. | 1000 1001 1005',
    ],
    [
      'the command before the capture',
      [scanned(1001), '1005 M3 TASK_SCAN 1 101 status=success'],
      'violation info high | 1005 | TASK_SCAN is completed 4 ms before its start response. | 1001 1005',
    ],
    [
      'by another processor, less than 1 ms',
      [scan[0] ?? '', `${scanned(1001)} cpu=0`, '1001.999 M3 TASK_SCAN 1 101 status=success cpu=1'],
      'violation info low | 1001.999 | TASK_SCAN is completed 0.999 ms before its start response. | 1000 1001 1001.999',
    ],
    [
      'no status',
      [scan[0] ?? '', scanned(1001), '1005 M3 TASK_SCAN 1 101'],
      'the status of responses (M3) is not exported',
    ],
    ['a failure', [scan[0] ?? '', scanned(1001), '1005 M3 TASK_SCAN 1 101 status=failure'], 'the task was rejected'],
    ['in order', [scan, scanned(1005)], 'pass'],
    [
      'on WDI',
      ['capture model=wdi', scan[0] ?? '', scanned(1001), '1005 M3 TASK_SCAN 1 101 status=success'],
      'WDI allows the completion before the response',
    ],
  ])('task-complete-before-start: %s', async (_, records, expected) => {
    expect(await says('task-complete-before-start', lines(...records))).toEqual([expected])
  })

  it('task-start-missing leaves a late response to command-hang-m1-m3, and reports it where that rule does not run', async () => {
    const id = 'task-start-missing'
    const late = (ms: number) => lines(scan[0] ?? '', scanned(1500), `${ms} M3 TASK_SCAN 1 101 status=success`)
    expect((await run(late(11_001))).findings(id)).toEqual([])
    const only = rules.filter(({meta}) => meta.id === id)
    const {findings} = await analyzeTexts([`capture loss=3000..3100\n${late(11_001)}`], only)
    expect(
      findings.map(({verdict, atUs, message, evidence, expected}) => [
        verdict,
        atUs,
        message,
        evidence.length,
        expected,
      ]),
    ).toEqual([
      [
        'violation',
        11_001_000,
        'TASK_SCAN was completed after 500 ms, but there is no start response for 10.001 s (limit 10 s).',
        3,
        ['M3 of TASK_SCAN'],
      ],
    ])
    expect((await analyzeTexts([late(11_000)], only)).findings).toEqual([])
  })

  it('task-start-missing: none at all', async () => {
    expect(await says('task-start-missing', lines(scan[0] ?? '', scanned(1500)))).toEqual([
      'violation error high | 11000 | TASK_SCAN was completed after 500 ms, but there is no start response (limit 10 s). | 1000 1500',
    ])
  })
})

describe('completions', () => {
  const done = (times: string, ms: number, records: string) =>
    `violation error high | ${ms} | TASK_SCAN with transaction 101 is completed ${times}, ${ms - 1500} ms after the first completion. | ${records}`

  it('task-completed-twice: three times', async () => {
    const thrice = [scanned(1500), scanned(1510), scanned(1520)]
    expect(await says('task-completed-twice', lines(scan, thrice))).toEqual([
      done('a second time', 1510, '1000 1500 1510'),
      done('once more, 3 times in all', 1520, '1000 1500 1520'),
    ])
    expect(await says('task-completed-twice', lines(thrice.slice(0, 2)))).toEqual([
      done('a second time', 1510, '1500 1510'),
    ])
  })

  const noId = lines(
    '1000 M1 TASK_SCAN 1 repeat=1',
    '1001 M3 TASK_SCAN 1 status=success',
    '1500 IND SCAN_COMPLETE 1 status=success',
  )
  const wrongId = lines(scan, scanned(1500, 1, '7'))
  const wrongPort = lines(scan, scanned(1500, 2))
  const wrongKind = lines(scan, '1500 IND ROAM_COMPLETE 1 101 status=success')

  it.each([
    ['wrong-kind', noId, 'no transaction ids exported'],
    ['wrong-kind', wrongId, 'the completion does not carry the id of the task'],
    [
      'wrong-kind',
      wrongKind,
      'violation error high | 1500 | TASK_SCAN with transaction 101 is completed by ROAM_COMPLETE instead of SCAN_COMPLETE. | 1000 1500',
    ],
    ['wrong-kind', lines(scan, '1500 IND TASK_SCAN 1 101 status=success'), 'pass'],
    ['wrong-port', noId, 'no transaction ids exported'],
    [
      'wrong-port',
      lines('1000 M1 TASK_SCAN 1 repeat=1', '1001 M3 TASK_SCAN 1 status=success', scanned(1500)),
      'no transaction ids exported',
    ],
    ['wrong-port', lines(scan, '1500 IND SCAN_COMPLETE 1 status=success'), 'no transaction ids exported'],
    ['wrong-port', wrongId, 'the completion does not carry the id of the task'],
    [
      'wrong-port',
      wrongPort,
      'violation error high | 1500 | TASK_SCAN was commanded on port 1 and completed on port 2. | 1000 1500',
    ],
    ['wrong-port', lines(scan, scanned(1500, '?')), 'port ids are not exported'],
    ['wrong-port', lines('1000 M1 TASK_SCAN ? 101 repeat=1', scanned(1500)), 'port ids are not exported'],
    [
      'wrong-port',
      lines('1000 M1 TASK_DELETE_PORT adapter 101', '1500 IND DELETE_PORT_COMPLETE 1 101 status=success'),
      'create and delete port change between adapter and port',
    ],
    [
      'wrong-transaction',
      wrongId,
      'violation error high | 1500 | SCAN_COMPLETE carries transaction 7, but the only open TASK_SCAN on the port has 101. | 1000 1500',
    ],
    ['wrong-transaction', noId, 'no transaction ids exported'],
    ['wrong-transaction', wrongPort, 'no task of this kind open on the port'],
    ['wrong-transaction', wrongKind, 'no task of this kind open on the port'],
    ['wrong-transaction', lines(scan, scanned(1500)), 'pass'],
  ])('task-completion-%s', async (rule, scenario, expected) => {
    expect(await says(`task-completion-${rule}`, scenario)).toEqual([expected])
  })
})

describe('task-completion-unmatched', () => {
  const rule = 'task-completion-unmatched'
  const header = 'capture from=0 to=60000'
  const stray = (name: string, strength = 'violation error high', id = '7') =>
    `${strength} | 45000 | ${name}_COMPLETE with transaction ${id} comes 45 s into the capture, and no TASK_${name} was issued that it could complete. | 45000`
  const roamed = '45000 IND ROAM_COMPLETE 1 7 status=success'

  it.each([
    ['a roam', [roamed], stray('ROAM')],
    ['no id', ['45000 IND ROAM_COMPLETE 1 status=success'], stray('ROAM', 'violation error high', '(not exported)')],
    [
      'a scan that may have been going on from before the capture',
      [scanned(45_000, 1, '7')],
      stray('SCAN', 'inconclusive error medium L-EDGE'),
    ],
    ['a scan after another task', [...scan, scanned(1500), scanned(45_000, 1, '7')], stray('SCAN')],
    [
      'a scan before another task',
      [scanned(45_000, 1, '7'), '46000 M1 TASK_SCAN 1 8 repeat=1', '46001 M3 TASK_SCAN 1 8 status=success'],
      stray('SCAN', 'inconclusive error medium L-EDGE'),
    ],
    [
      'a roam whose command may have been lost',
      ['capture loss=44000..44500', roamed],
      stray('ROAM', 'inconclusive error medium L-LOSS'),
    ],
    [
      'only the response was recorded',
      ['capture loss=44000..44500', '44600 M3 TASK_ROAM 1 7 status=success', roamed],
      'pass',
    ],
    ['early', ['39999.999 IND ROAM_COMPLETE 1 7 status=success'], 'the command may lie before the capture'],
  ])('%s', async (_, records, expected) => {
    expect(await says(rule, lines(header, records))).toEqual([expected])
  })

  it('judges completions only, under either name', async () => {
    const late = (name: string) =>
      lines(
        header,
        '45000 M1 TASK_SCAN 1 7 repeat=1',
        '45001 M3 TASK_SCAN 1 7 status=success',
        `45900 IND ${name} 1 7 status=success`,
      )
    for (const name of ['SCAN_COMPLETE', 'TASK_SCAN']) {
      expect((await run(late(name))).tally(rule)).toMatchObject({
        pass: 1,
        violation: 0,
        inconclusive: 0,
        notApplicable: 0,
      })
    }
  })
})

describe('indication-object-mismatch', () => {
  const rule = 'indication-object-mismatch'

  it.each([
    [
      'a completion',
      'IND ROAM_COMPLETE adapter 101 status=success',
      'violation warning high | 1000 | ROAM_COMPLETE is indicated on the adapter (65535); its object is a port. | 1000',
    ],
    [
      'a completion under the id of its command',
      'IND TASK_ROAM adapter 101 status=success',
      'violation warning high | 1000 | ROAM_COMPLETE is indicated on the adapter (65535); its object is a port. | 1000',
    ],
    [
      'the command itself',
      'M1 TASK_ROAM adapter 101 entries=AP-B auth=OPEN',
      'nothing to judge: needs port ids of indications',
    ],
    [
      'a stall',
      'IND FIRMWARE_STALLED 1 -',
      'violation warning high | 1000 | FIRMWARE_STALLED is indicated on port 1; its object is the adapter (65535). | 1000',
    ],
    ['right', 'IND ROAM_COMPLETE 1 101 status=success', 'pass'],
    ['no port', 'IND ROAM_COMPLETE ? 101 status=success', 'port ids are not exported'],
  ])('%s', async (_, record, expected) => {
    expect(await says(rule, lines(`1000 ${record}`))).toEqual([expected])
  })
})
