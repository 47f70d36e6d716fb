import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {autoconfig} from '../../src/dialects/autoconfig.js'
import {recogniser} from '../../src/dialects/index.js'
import type {TraceRecord} from '../../src/events/record.js'
import {record, shown} from './record.js'

const of = (more: Partial<TraceRecord>, message = '') => shown(autoconfig.start().recognise(record(message, more)))
const wlan = 'Microsoft-Windows-WLAN-AutoConfig'
const guid = '{a7d8885d-10c1-43d4-9e1e-0a7b2678f020}'

describe('WLAN AutoConfig', () => {
  it.each([
    8000, 8001, 8002, 8003, 11000, 11001, 11002, 11003, 11004, 11005, 11006, 11010, 12011, 12012, 12013, 21055, 21057,
    40002,
  ])('logs event %i', eventId => {
    expect(of({provider: wlan, eventId, fields: {InterfaceGuid: guid.toUpperCase()}})).toEqual({
      is: `LOG ${eventId}`,
      adapter: guid,
    })
  })
  it('reads ids, peers, reasons and states, whatever the language', () => {
    expect(of({provider: wlan, eventId: 8003, fields: {InterfaceGuid: guid, ReasonCode: '5'}}, 'Getrennt.')).toEqual({
      is: 'LOG 8003',
      adapter: guid,
      fields: {reason: ['5']},
    })
    expect(
      of({
        provider: null,
        providerGuid: '{9580D7DD-0379-4658-9870-D5BE7D52D6DE}',
        eventId: 21055,
        fields: {PeerAddr: '0x02000000 0A01'.replace(' ', '')},
      }),
    ).toEqual({
      is: 'LOG 21055',
      fields: {peer: ['02:00:00:00:0a:01']},
    })
    expect(of({provider: 'WLAN-AutoConfig', eventId: 21057, fields: {NewState: 'WAIT_FOR_KEY_SUCCESS '}})).toEqual({
      is: 'LOG 21057',
      fields: {to: ['WAIT_FOR_KEY_SUCCESS'], state: ['7']},
    })
  })
  it('reads templates where only text is', () => {
    const text = 'Port[13] Peer 8A:15:14:B6:25:10 SecMgr Transition INACTIVE (1) --> ACTIVE (2)'
    expect(of({provider: wlan}, text)).toEqual({
      is: 'LOG 21057',
      fields: {peer: ['8a:15:14:b6:25:10'], from: ['INACTIVE'], to: ['ACTIVE'], state: ['2']},
    })
    const other = 'Port (14) Peer 0x186472F64FD2 SecMgr Transition WAIT FOR AUTH SUCCESS (7)  --> SUCCESS  '
    expect(of({provider: wlan}, other)).toEqual({
      is: 'LOG 21057',
      fields: {peer: ['18:64:72:f6:4f:d2'], from: ['WAIT_FOR_AUTH_SUCCESS'], to: ['SUCCESS'], state: ['8']},
    })
    const many = `WLAN AutoConfig service started a connection to a wireless network.\n\nNetwork Adapter: X\nInterface GUID: ${guid}`
    expect(of({provider: wlan}, many)).toEqual({is: 'LOG 8000', adapter: guid})
  })
  it.each([
    [
      'new',
      'WLAN AutoConfig detected limited connectivity, attempting automatic recovery.\r\n\r\nRecovery Type: 4\r\nError Code: 0x0\r\nTrigger Reason: 5\r\nIP Family: 0',
      {type: ['4'], error: ['0x0'], change: ['5']},
    ],
    [
      'older',
      'WLAN AutoConfig detected limit connectivity, performing Reset/Recover.adapter.\r\n\r\n Code: 2 0xDEADDEED 0xEEEC\r\n',
      {type: ['2'], error: ['0xDEADDEED'], change: ['0xEEEC']},
    ],
    [
      'older, cut',
      'WLAN AutoConfig detected limit connectivity, performing Reset/Recover.adapter.\n\n Code: 2',
      {type: ['2']},
    ],
    [
      'older, with too much',
      'WLAN AutoConfig detected limit connectivity, performing Reset/Recover.adapter.\n Code: 1 2 3 4',
      {type: ['1'], error: ['2'], change: ['3']},
    ],
  ])('reads 4003 of %s builds', (_, text, fields) => {
    expect(of({provider: wlan, eventId: 4003}, text)).toEqual({is: 'LOG 4003', fields})
  })
  it('takes every other record for itself', () => {
    expect(of({provider: wlan, eventId: 14008}, 'Power setting = 1. Interface = X.')).toBe('taken')
    expect(of({provider: wlan, eventId: 4}, 'Wireless security started.')).toBe('taken')
    // nwifi talks to the upper edge of WDI: its requests are none of the driver's.
    const nwifi = record('OID_DOT11_CONNECT_REQUEST completes 0', {provider: 'Microsoft-Windows-NWiFi', eventId: 10050})
    expect(recogniser().recognise(nwifi)).toBeNull()
  })
})

describe('reset recovery', () => {
  /** Dump data behind the 40 bytes of an error log packet, as the event log prints it. */
  const packet = (data: string) =>
    `0000${(data.length / 2).toString(16).padStart(2, '0')}00${'02003800000000008a1300c0'}${'00'.repeat(24)}${data}`.toUpperCase()
  const driver = (Binary: string, more: Partial<TraceRecord> = {}) =>
    of({provider: 'mtkwlex', eventId: 5002, fields: {Data1: '\\Device\\NDMP1', Data2: 'Card', Binary}, ...more})

  it.each([
    ['a packet', packet('0400000000000000'), {trigger: ['4'], first: ['4']}],
    ['a task', packet('0200000004004 0e4'.replace(' ', '')), {trigger: ['2'], first: ['2'], command: ['TASK_SCAN']}],
    [
      'more data',
      packet('11000000020000000 4004 0e4'.replaceAll(' ', '')),
      {trigger: ['2'], first: ['17'], command: ['TASK_SCAN']},
    ],
    ['data alone', '0300000000000000', {trigger: ['3'], first: ['3']}],
    ['a message id', '0100000064000000', {trigger: ['1'], first: ['1'], command: ['TASK_ROAM']}],
  ])('from %s', (_, binary, fields) => expect(driver(binary)).toEqual({is: 'LOG 5002', port: 65535, fields}))

  it.each([
    ['another error', packet('00000080020000000 4004 0e4'.replaceAll(' ', ''))],
    ['an unknown trigger', packet('0900000000000000')],
    ['a command that is none', packet('0200000012345678')],
    ['too few bytes', '02000000'],
    ['no bytes', 'Card'],
  ])('not from %s', (_, binary) => expect(driver(binary)).toBeNull())
  it('not from Windows itself, nor another event, nor without data', () => {
    expect(driver('0300000000000000', {provider: 'Microsoft-Windows-DFSR'})).toBeNull()
    expect(driver('0300000000000000', {eventId: 5003})).toBeNull()
    expect(of({provider: 'mtkwlex', eventId: 5002}, 'not functioning properly')).toBeNull()
  })
})

describe('clock, power, removal, loss', () => {
  it.each([
    [
      {
        provider: 'Microsoft-Windows-Kernel-General',
        eventId: 1,
        fields: {
          NewTime: '2024-01-01T00:00:01.5000000Z',
          OldTime: '\u200e2024\u200e-\u200e01\u200e-\u200e01T00:00:00.0000000Z',
        },
      },
      {is: 'LOG TIME_CHANGE', fields: {by: ['1500']}},
    ],
    [{provider: 'Kernel-General', eventId: 1}, {is: 'LOG TIME_CHANGE'}],
    [{provider: 'Microsoft-Windows-Kernel-General', eventId: 12}, {is: 'LOG BOOT'}],
    [
      {provider: 'Microsoft-Windows-Kernel-Power', eventId: 42},
      {is: 'LOG POWER', fields: {state: ['sleep']}},
    ],
    [
      {provider: 'Microsoft-Windows-Kernel-Power', eventId: 107},
      {is: 'LOG POWER', fields: {state: ['resume']}},
    ],
    [
      {provider: 'Microsoft-Windows-Power-Troubleshooter', eventId: 1},
      {is: 'LOG POWER', fields: {state: ['resume']}},
    ],
    [
      {provider: 'Microsoft-Windows-NDIS', eventId: 10317, fields: {IfGuid: guid, MiniportEventEnum: '36'}},
      {is: 'LOG REMOVED', adapter: guid},
    ],
    [{provider: 'Microsoft-Windows-NDIS', eventId: 10317, fields: {IfGuid: guid, MiniportEventEnum: '71'}}, null],
    [
      {provider: 'RT_LostEvent', providerGuid: '6a399ae0-4bc6-4de9-870b-3657f8947e7e', eventId: 32},
      {is: 'LOG EVENTS_LOST'},
    ],
    [{provider: 'Microsoft-Windows-Kernel-Power', eventId: 41}, null],
    [{provider: 'kernel-power'}, null],
    [{provider: null, eventId: 42}, null],
  ] as [Partial<TraceRecord>, unknown][])('%o', (more, expected) => expect(of(more)).toEqual(expected))
})

const real = resolve(import.meta.dirname, '../../../shared/corpus/real/netsh/wlan-fsm-good-and-failed.txt')
it.skipIf(!existsSync(real))('reads the moves of a real state machine', () => {
  const one = recogniser()
  const lines = readFileSync(real, 'utf8')
    .split(/\r?\n/)
    .filter(line => line.includes('FSM'))
  expect(lines.length).toBe(12)
  for (const line of lines) {
    const [, from, to] = /from State: (\w+) to State: (\w+)/.exec(line) as RegExpExecArray
    const text = line.slice(line.indexOf(']FSM') + 1)
    expect(shown(one.recognise(record(text, {provider: wlan})))).toEqual({
      is: 'LOG 20007',
      fields: {from: [from], to: [to]},
    })
  }
})

const shownText = (eventId: number, text: string) => of({provider: wlan, eventId}, text)

describe('texts of Windows in other languages', () => {
  it('are read line by line, as Windows translates labels and keeps their order', () => {
    const text = [
      'Falha na associação de rede sem fio.\r',
      '',
      'Adaptador de Rede: Intel(R) Wi-Fi 6',
      `GUID de Interface: ${guid}`,
      'Endereço MAC Local: 02:DA:B3:1A:73:55',
      'SSID de Rede: A: B',
      'Tipo de BSS: Infrastructure',
      'Motivo da Falha: sem resposta',
      'Código de Status Dot11: 0x11',
      'RSSI: -70',
    ].join('\n')
    expect(shownText(11002, text)).toEqual({
      is: 'LOG 11002',
      adapter: guid,
      fields: {ssid: ['A: B'], why: ['sem resposta'], status: ['0x11'], rssi: ['-70']},
    })
  })
  it('have wide colons in some', () => {
    expect(shownText(8003, `x\nアダプター：A\nGUID：${guid}\n接続モード：手動\nプロファイル：p\nSSID：s`)).toEqual({
      is: 'LOG 8003',
      adapter: guid,
      fields: {mode: ['手動'], profile: ['p'], ssid: ['s']},
    })
  })
  it('are told by English labels where lines are other ones', () => {
    const text =
      'WLAN AutoConfig service failed to connect to a wireless network.\n\nSSID: s\nFailure Reason:no answer\nRSSI: 255'
    expect(of({provider: wlan}, text)).toEqual({
      is: 'LOG 8002',
      fields: {ssid: ['s'], why: ['no answer'], rssi: ['255']},
    })
  })
  it('say nothing that is guessed', () => {
    expect(shownText(8002, 'x\nA: 1\nB: 2\nC: 3\nD: 4')).toEqual({is: 'LOG 8002'})
  })
})

describe('other providers', () => {
  it('are named with their events', () => {
    expect(
      of({
        provider: 'Microsoft-Windows-NWiFi',
        eventId: 10042,
        fields: {AdapterGuid: guid, MAC: '0x020000000A01', Reason: '4'},
      }),
    ).toEqual({is: 'LOG NWIFI-10042', adapter: guid, fields: {peer: ['02:00:00:00:0a:01'], reason: ['4']}})
    expect(of({provider: 'Microsoft-Windows-EapHost', eventId: 2089})).toEqual({is: 'LOG EAPHOST-2089'})
    expect(of({provider: 'Microsoft-Windows-NDIS', eventId: 10400, fields: {ResetReason: '1'}})).toEqual({
      is: 'LOG NDIS-10400',
      fields: {reset: ['1']},
    })
  })
  it('are not the components of software tracing of the same name', () => {
    expect(of({provider: 'nwifi'}, 'Connection Started')).toBeNull()
  })
  it('may go unsigned, where the text is theirs alone', () => {
    expect(of({provider: null}, '10:22 INFO FSM Transition from State: Connected to State: Roaming')).toEqual({
      is: 'LOG 20007',
      fields: {from: ['Connected'], to: ['Roaming']},
    })
    expect(of({provider: null}, 'Connection Started')).toBeNull()
  })
})
