import {describe, expect, it} from 'vitest'
import {traceOfTexts} from '../golden/run.js'
import {sessions} from './told.js'

const CONNECT = `
    0  LOG  8000   adapter  -  ssid=corp profile=corp
  +10  LOG  11000  adapter  -  ssid=corp auth=WPA2-Enterprise onex=Yes
  +90  LOG  11001  adapter  -  ssid=corp
  +95  LOG  11010  adapter  -  ssid=corp
 +100  LOG  12011  adapter  -  ssid=corp
 +600  LOG  12012  adapter  -  ssid=corp
 +700  LOG  11005  adapter  -  ssid=corp
 +710  LOG  8001   adapter  -  ssid=corp auth=WPA2-Enterprise
`

describe('what WLAN AutoConfig tells', () => {
  it('a connect with its phases', async () => {
    expect(await sessions(CONNECT)).toEqual([
      {
        kind: 'connect',
        source: 'autoconfig',
        start: 0,
        end: 710,
        outcome: 'success',
        class: '8021x',
        service: 'up',
        events: [0, 10, 90, 95, 100, 600, 700, 710],
        phases: ['association #1 10+80', 'security #1 95+605', '802.1x #1 100+500'],
        totals: {tService: 710},
        windows: {
          outcome: 'success',
          ssid: 'corp',
          profile: 'corp',
          authentication: 'WPA2-Enterprise',
          onex: true,
          onexStarts: 1,
          onexRestarts: 0,
        },
      },
    ])
  })

  it.each([
    [
      'a failed connect',
      '0 LOG 8000 adapter - ssid=a\n5 LOG 11000 adapter\n9 LOG 11002 adapter - reason=0x38002\n10 LOG 8002 adapter - reason=0x38002 why="no"',
      ['connect failed 0 10'],
    ],
    ['a connect that nothing ends', '0 LOG 8000 adapter - ssid=a\n5 LOG 11000 adapter', ['connect incomplete 0 -']],
    [
      'a connect that another one ends',
      '0 LOG 8000 adapter\n5 LOG 11000 adapter\n10 LOG 8000 adapter\n20 LOG 8001 adapter',
      ['connect aborted 0 -', 'connect success 10 20'],
    ],
    [
      'the end of a connect',
      '0 LOG 8001 adapter\n99000 LOG 8003 adapter',
      ['connect success 0 0 partial', 'disconnect null 99000 99000'],
    ],
    [
      'a roam',
      '0 LOG 8001 adapter\n60000 LOG 11004 adapter\n60010 LOG 11010 adapter\n60050 LOG 11005 adapter',
      ['connect success 0 0 partial', 'roam success 60000 60050'],
    ],
    [
      'security that stops long before it starts again',
      '0 LOG 8001 adapter\n60000 LOG 11004 adapter\n100000 LOG 11010 adapter\n100050 LOG 11005 adapter',
      ['connect success 0 0 partial', 'roam success 100000 100050'],
    ],
    [
      'a disconnect with the end of its security',
      '0 LOG 8001 adapter\n60000 LOG 11004 adapter\n60010 LOG 8003 adapter',
      ['connect success 0 0 partial', 'disconnect null 60000 60010'],
    ],
    [
      'a roam that loses the link',
      '0 LOG 8001 adapter\n60000 LOG 11004 adapter\n60010 LOG 11010 adapter\n62000 LOG 8003 adapter',
      ['connect success 0 0 partial', 'roam failed 60000 62000', 'disconnect null 62000 62000'],
    ],
    [
      'a roam of the state machine',
      '0 LOG 20007 adapter - from=Connected to=Roaming\n5 LOG 20007 adapter - from=Roaming to=Associating\n50 LOG 20007 adapter - from=Associating to=Connected',
      ['roam success 0 50'],
    ],
    [
      'a link that the state machine loses',
      '0 LOG 20007 adapter - from=Connected to=Roaming\n5 LOG 20007 adapter - from=Roaming to=Wait_For_Disconnected\n50 LOG 20007 adapter - from=Wait_For_Disconnected to=Disconnected\n60 LOG 20007 adapter - from=Disconnected to=Reset',
      ['roam failed 0 50', 'disconnect null 50 50'],
    ],
    [
      'a disconnect told twice',
      '0 LOG 20007 adapter - from=Authenticating to=Connected\n5 LOG 20007 adapter - from=Connected to=Disconnected\n50 LOG 8003 adapter',
      ['disconnect null 5 5'],
    ],
    [
      'keys from the cache',
      '0 LOG 8001 adapter\n60000 LOG 21055 adapter - AP-B fast=true\n60050 LOG 11005 adapter',
      ['connect success 0 0 partial', 'roam success 60000 60050 partial'],
    ],
    [
      'a roam, and then the end of a connect that failed',
      '0 LOG 8001 adapter\n60000 LOG 11004 adapter\n60010 LOG 11010 adapter\n62000 LOG 8002 adapter',
      ['connect success 0 0 partial', 'roam failed 60000 62000', 'connect failed 62000 62000 partial'],
    ],
    [
      'a log of errors only',
      '0 LOG 11002 adapter\n10 LOG 8002 adapter\n60000 LOG 12013 adapter\n60001 LOG 11006 adapter\n60002 LOG 8002 adapter',
      ['connect failed 0 10 partial', 'connect failed 60000 60002 partial'],
    ],
    [
      'errors of which nothing tells the end: exactly 30 s apart they are one connect, a moment later two',
      '0 LOG 11002 adapter\n30000 LOG 11002 adapter\n60000.001 LOG 11002 adapter',
      ['connect failed 0 - partial', 'connect failed 60000.001 - partial'],
    ],
    [
      'an error, and then a connect from its beginning',
      '0 LOG 11006 adapter\n5000 LOG 8000 adapter\n5100 LOG 8001 adapter',
      ['connect failed 0 - partial', 'connect success 5000 5100'],
    ],
    [
      '802.1X that fails while the link is up: no connect',
      '0 LOG 8001 adapter\n60000 LOG 12011 adapter\n60500 LOG 12013 adapter',
      ['connect success 0 0 partial'],
    ],
    ['nothing', '0 LOG 40002 adapter\n5 LOG 11004 adapter\n6 LOG NWIFI-10042 adapter', []],
  ])('%s', async (_, scenario, expected) => {
    const told = await sessions(`capture to=200000\n${scenario}`)
    expect(
      told.map(({kind, outcome, start, end, partial}) => {
        return `${kind} ${outcome ?? null} ${start} ${end ?? '-'}${partial ? ' partial' : ''}`
      }),
    ).toEqual(expected)
  })

  it.each([
    [
      'of 8003 a small number is no WLAN_REASON_CODE',
      '8003 adapter - reason=5 why="policy"',
      {code: null, text: 'policy'},
    ],
    ['of 8003 a WLAN_REASON_CODE is one', '8003 adapter - reason=0x3800B', {code: 0x3800b, text: null}],
    ['nothing at all', '8003 adapter - reason=0', null],
    ['14018 has it in its error', '14018 adapter - error=229378', {code: 229378, text: null}],
    ['20013 has it in its error', '20013 adapter - error=294932', {code: 294932, text: null}],
    ['21013 has it in its reason', '21013 adapter - reason=0x50005', {code: 0x50005, text: null}],
  ])('the reason: %s', async (_, line, reason) => {
    const first = line.startsWith('8003') ? '' : '0 LOG 8000 adapter\n'
    const last = line.startsWith('8003') ? '' : '\n20 LOG 8002 adapter'
    const [told] = await sessions(`${first}10 LOG ${line}${last}`)
    expect((told?.windows as {reason?: unknown} | undefined)?.reason ?? null).toEqual(reason)
  })
})

it('keeps interfaces apart that no driver names', async () => {
  const listing = (id: string, ms: number, text: string) =>
    `[0]0004.0008::03/02/2026-09:00:00.${ms} [Microsoft-Windows-WLAN-AutoConfig]${text}\n\tInterface GUID: {8a6f0c1e-6d3b-4c52-9d7e-2f1f4a0b9c${id}}\n`
  const began = 'WLAN AutoConfig service started a connection to a wireless network.'
  const failed = 'WLAN AutoConfig service failed to connect to a wireless network.'
  const connected = 'WLAN AutoConfig service has successfully connected to a wireless network.'
  const driver = '[0]0004.0008::03/02/2026-09:00:00.050 [wdiwifi]M1 OID_WDI_TASK_SCAN PortId=1 TransactionId=5\n'
  const text = [
    driver,
    ...[
      listing('3d', 100, began),
      listing('4e', 200, began),
      listing('3d', 300, failed),
      listing('4e', 400, connected),
    ],
  ].join('')
  const told = (await traceOfTexts(text)).all.sessions.filter(({source}) => source === 'autoconfig')
  expect(told.map(({outcome, startUs, endUs}) => [outcome, (endUs ?? 0) - startUs])).toEqual([
    ['failed', 200_000],
    ['success', 200_000],
  ])
})
