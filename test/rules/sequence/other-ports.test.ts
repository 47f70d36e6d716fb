import {describe, expect, it} from 'vitest'
import {says} from '../says.js'

const A = '02:00:00:00:0a:01'
const C = '02:00:00:00:0c:01'
const lines = (...records: readonly (string | readonly string[])[]) => `${records.flat().join('\n')}\n`
const onA = '0 IND LINK_STATE_CHANGE 1 - AP-A quality=60'

describe('connect-breaks-other-port', () => {
  const rule = 'connect-breaks-other-port'
  const connect = ['1000 M1 TASK_CONNECT 2 101 entries=AP-B auth=RSNA_PSK', '1001 M3 TASK_CONNECT 2 101 status=success']
  const connected = '1082 IND CONNECT_COMPLETE 2 101 status=success'
  const lost = (ms: number, status = 15) => `${ms} IND DISASSOCIATION 1 - AP-A status=${status}`
  const broken = (strength: string, status = 15) =>
    `${strength} | 1030 | Port 1 lost ${A} (status ${status}) 30 ms after TASK_CONNECT began on port 2. | 1000 1030`
  const property = (sent: number, answered: number) => [
    `${sent} M1 GET_STATISTICS 1 102`,
    `${answered} M3 GET_STATISTICS 1 102 status=success`,
  ]
  const none = 'no DISASSOCIATION on another port during the connect'

  it.each([
    ['low link quality', [onA, connect, lost(1030)], broken('violation warning high')],
    ['the AP vanished', [onA, connect, lost(1030, 11)], broken('violation warning low', 11)],
    ['by the host', [onA, connect, lost(1030, 7)], 'pass'],
    ['disassociated by the AP', [onA, connect, lost(1030, 14)], 'pass'],
    ['a property of the port is open', [onA, connect, property(1010, 1040), lost(1030)], 'pass'],
    ['one without response', [onA, connect, '1010 M1 GET_STATISTICS 1 102', lost(1030)], 'pass'],
    ['it was answered before', [onA, connect, property(1010, 1020), lost(1030)], broken('violation warning high')],
    ['it was sent after', [onA, connect, lost(1030), property(1040, 1050)], broken('violation warning high')],
    [
      'only its response is in the capture',
      [onA, connect, lost(1030), '1040 M3 GET_STATISTICS 1 102 status=success'],
      broken('violation warning high'),
    ],
    [
      'one of the connecting port is open',
      [onA, connect, '1010 M1 GET_STATISTICS 2 102', lost(1030)],
      broken('violation warning high'),
    ],
    ['a scan of the port is open', [onA, '900 M1 TASK_SCAN 1 103 repeat=1', connect, lost(1030)], 'pass'],
    [
      'it was completed',
      [onA, '900 M1 TASK_SCAN 1 103 repeat=1', '950 IND SCAN_COMPLETE 1 103 status=success', connect, lost(1030)],
      broken('violation warning high'),
    ],
    [
      'it hung and is given up',
      ['-35000 M1 TASK_SCAN 1 103 repeat=1', '-34999 M3 TASK_SCAN 1 103 status=success', onA, connect, lost(1030)],
      broken('violation warning high'),
    ],
    [
      'loss in the connect',
      ['capture loss=1010..1020', onA, connect, lost(1030)],
      broken('inconclusive warning low L-LOSS L-STATE'),
    ],
    [
      'loss before it',
      ['capture loss=500..600', onA, connect, lost(1030)],
      broken('inconclusive warning medium L-STATE'),
    ],
    ['the port unknown before', [connect, lost(1030)], 'the other port is not known to be associated'],
    [
      'no status',
      ['capture tlvs=0', onA, connect, '1030 IND DISASSOCIATION 1 -'],
      'the status of the DISASSOCIATION is not exported',
    ],
    ['a port that is not exported', [onA, connect, '1030 IND DISASSOCIATION ? - AP-A status=15'], none],
    ['at the moment of the completion, after it', [onA, connect, lost(1082)], none],
  ])('%s', async (_, records, expected) => {
    const all = records.flat().filter(record => !record.startsWith('1082'))
    const last = records.flat().filter(record => record.startsWith('1082'))
    const header = all.some(record => record.startsWith('-35000')) ? ['capture from=-40000'] : []
    expect(await says(rule, lines(header, all, connected, last))).toEqual([expected])
  })

  it('without its completion the connect counts until its limit', async () => {
    expect(await says(rule, lines(onA, connect, lost(1030)))).toEqual([broken('violation warning high')])
    expect(await says(rule, lines('capture to=60000', onA, connect, lost(31_002)))).toEqual([none])
  })
})

describe('the secondary while the primary roams', () => {
  const header = 'capture primary=1 secondary=2'
  const ports = [onA, '0 IND LINK_STATE_CHANGE 2 - AP-C quality=60']
  const primary = [
    '1000 M1 TASK_ROAM 1 101 entries=AP-B auth=RSNA_PSK RoamFlag=1',
    '1001 M3 TASK_ROAM 1 101 status=success',
  ]
  const stayed = '1082 IND ROAM_COMPLETE 1 101 status=success'
  const dropped = 'secondary-dropped-during-primary-roam'
  const overlap = 'secondary-roam-overlaps-primary'
  const lost = '1030 IND DISASSOCIATION 2 - AP-C status=11'
  const drop = (whom: string, strength = 'violation warning high') =>
    `${strength} | 1030 | The secondary port 2 lost ${whom} (status 11) 30 ms after the roam of the primary port 1 began, and no limitation was announced. | 1000 1030`
  const limited = (ms: number, value: string) => `${ms} IND SECONDARY_STA_CONNECTIVITY adapter - ${value}`

  it.each([
    ['no limitation', [header, ports, primary, lost], drop(C)],
    ['a limitation announced after it', [header, ports, primary, lost, limited(1040, 'limited=1')], drop(C)],
    [
      'loss in the roam',
      ['capture loss=1010..1020', header, ports, primary, lost],
      drop(C, 'inconclusive warning medium L-LOSS'),
    ],
    ['a limitation announced', [header, ports, limited(900, 'limited=1'), primary, lost], 'pass'],
    [
      'a limitation that nobody can read',
      ['capture tlvs=0', header, ports, limited(900, ''), primary, lost],
      'the limitation of the secondary is not exported',
    ],
    [
      'no status',
      ['capture tlvs=0', header, ports, primary, '1030 IND DISASSOCIATION 2 -'],
      'the status of the DISASSOCIATION is not exported',
    ],
    [
      'not associated',
      [
        header,
        ports,
        '500 M1 TASK_DOT11_RESET 2 105',
        '510 IND DOT11_RESET_COMPLETE 2 105 status=success',
        primary,
        lost,
      ],
      'the secondary was not associated',
    ],
    [
      'in a task of its own',
      [header, ports, primary, '1010 M1 TASK_DISCONNECT 2 102 AP-C reason=3', lost],
      'inside a task of the secondary',
    ],
    [
      'the primary stays',
      [header, ports, primary, '1020 IND ROAM_COMPLETE 1 101 status=success', lost],
      'the primary does not roam',
    ],
    ['only the primary is known', ['capture primary=1', ports, primary, lost], 'the roles of the ports are not known'],
    [
      'only the secondary is known',
      ['capture secondary=2', ports, primary, lost],
      'the roles of the ports are not known',
    ],
  ])('dropped: %s', async (_, records, expected) => {
    expect(await says(dropped, lines(...records, stayed))).toEqual([expected])
  })

  it('dropped: the limitation of another adapter is none', async () => {
    const scenario = lines(
      'adapter X primary=1 secondary=2',
      'adapter Y primary=1 secondary=2',
      [...ports, ...primary, lost].map(record => record.replace(/ ([12]) /, ' $1@X ')),
      '1010 IND SECONDARY_STA_CONNECTIVITY adapter@Y - limited=1',
    )
    expect(await says(dropped, scenario)).toEqual([drop(C)])
  })

  const roam = '1030 M1 TASK_ROAM 2 102 entries=AP-D auth=RSNA_PSK RoamFlag=1'
  it.each([
    [
      'the primary roams',
      [header, ports, primary, roam],
      'violation warning high | 1030 | TASK_ROAM on the secondary port 2 30 ms after TASK_ROAM on the primary port 1, whose pairwise key is not installed yet. | 1000 1030',
    ],
    [
      'loss between them',
      ['capture loss=1010..1020', header, ports, primary, roam],
      'inconclusive warning medium L-LOSS | 1030 | TASK_ROAM on the secondary port 2 30 ms after TASK_ROAM on the primary port 1, whose pairwise key is not installed yet. | 1000 1030',
    ],
    [
      'its command is not in the capture',
      [header, ports, '1031 M3 TASK_ROAM 2 102 status=success'],
      'the command (M1) is not in the capture',
    ],
    ['only the primary is known', ['capture primary=1', ports, primary, roam], 'the roles of the ports are not known'],
    [
      'only the secondary is known',
      ['capture secondary=2', ports, primary, roam],
      'the roles of the ports are not known',
    ],
  ])('roams: %s', async (_, records, expected) => {
    expect(await says(overlap, lines(...records))).toEqual([expected])
  })
})
