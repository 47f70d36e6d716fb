import {describe, expect, it} from 'vitest'
import {errorOf, readScenario} from './read-scenario.js'

const record = '0 IND ROAMING_NEEDED 1 - reason=15'

describe('header of a scenario', () => {
  it('has the defaults of scenario.md 1.1', () => {
    const {stated, notes} = readScenario(record)
    expect(stated).toEqual({
      defaults: {
        model: 'wificx',
        override: 0,
        bssCache: null,
        pmkidCapable: null,
        primaryPort: null,
        secondaryPort: null,
        apPorts: [],
        p2pPorts: [],
        labels: {},
      },
      adapters: [],
      fromUs: -10_000_000,
      toUs: 40_000_000,
      granularityUs: 1,
      lossSpans: [],
      families: ['M1', 'M3', 'IND', 'LOG'],
      tlvs: true,
      wpp: 0,
      undecoded: 0,
      labels: {},
    })
    expect(notes).toMatchObject({lostEvents: 0, lostBuffers: 0, zone: 'relative', granularityUs: 1})
  })

  it('takes every key, over several lines', () => {
    const {stated, notes} = readScenario(`# facts
capture model=wdi from=-1.5 to=100 granularity=15.625 loss=10..40,50..50.5
capture loss=-1..0 families=M1,PROP,IND tlvs=0 override=? bss-cache=1 pmkid-capable=0
capture primary=1 secondary=2 ap=3,4 p2p=5 wpp=200 undecoded=3 lost-events=7 lost-buffers=1
label driver=1.2.3.4 os=26100.4061 device="Wi-Fi 7 card"  # the card
label site=lab`)
    expect(stated).toEqual({
      defaults: {
        model: 'wdi',
        override: null,
        bssCache: 1,
        pmkidCapable: 0,
        primaryPort: 1,
        secondaryPort: 2,
        apPorts: [3, 4],
        p2pPorts: [5],
        labels: {driver: '1.2.3.4', os: '26100.4061', device: 'Wi-Fi 7 card', site: 'lab'},
      },
      adapters: [],
      fromUs: -1500,
      toUs: 100_000,
      granularityUs: 15_625,
      lossSpans: [
        {startUs: 10_000, endUs: 40_000},
        {startUs: 50_000, endUs: 50_500},
        {startUs: -1000, endUs: 0},
      ],
      families: ['M1', 'PROP', 'IND'],
      tlvs: false,
      wpp: 200,
      undecoded: 3,
      labels: {driver: '1.2.3.4', os: '26100.4061', device: 'Wi-Fi 7 card', site: 'lab'},
    })
    expect(notes).toMatchObject({lostEvents: 7, lostBuffers: 1, granularityUs: 15_625})
  })

  it('gives adapters their own facts, else those of the capture', () => {
    const {stated, events} = readScenario(`capture model=wdi ap=3 primary=1
label driver=1 os=2
adapter left override=1 driver=9
adapter right model=native80211 ap=4,5 primary=2
0 M1 TASK_SCAN 1@left 7
1 IND ROAMING_START 0@right reason=LOST
2 IND ROAMING_NEEDED 1 -`)
    expect(
      stated.adapters.map(({name, model, override, primaryPort, apPorts, labels}) => [
        name,
        model,
        override,
        primaryPort,
        apPorts,
        labels,
      ]),
    ).toEqual([
      ['left', 'wdi', 1, 1, [3], {driver: '9', os: '2'}],
      ['right', 'native80211', 0, 2, [4, 5], {driver: '1', os: '2'}],
    ])
    expect(events.map(event => [event.message.name, event.adapterKey])).toEqual([
      ['TASK_SCAN', 'left'],
      ['DOT11_ROAMING_START', 'right'],
      ['ROAMING_NEEDED', null],
    ])
  })

  it('gives every record to the only adapter declared', () => {
    const {events} = readScenario('adapter card driver=1\n0 M1 TASK_SCAN 1 7\n1 M3 TASK_SCAN 1@card 7')
    expect(events.map(event => event.adapterKey)).toEqual(['card', 'card'])
  })

  it('names addresses', () => {
    const {events} = readScenario(
      'alias HOME=02:00:00:00:aa:01 THERE=AP-B\n0 IND DISASSOCIATION 1 - HOME\n1 IND DISASSOCIATION 1 - THERE',
    )
    expect(events.map(event => Buffer.from(event.payload ?? []).toString('hex'))).toEqual([
      'bc000a0002000000aa0100000000',
      'bc000a00020000000b0100000000',
    ])
  })

  it.each([
    ['capture', 'line 1: capture says nothing: it needs key=value'],
    ['capture speed=1', 'line 1: unknown field "speed" of capture'],
    ['capture model=wifi', 'line 1: model=wifi is none of wificx, wdi, native80211, unknown'],
    ['capture tlvs=2', 'line 1: tlvs=2 of capture is outside 0 to 1'],
    ['capture override=2', 'line 1: override=2 is none of 0, 1, ?'],
    ['capture from=x', 'line 1: from=x is no time in milliseconds'],
    ['capture from=5 to=4', 'line 1: the capture ends before it begins: from= is later than to='],
    ['capture loss=40..10', 'line 1: loss=40..10 is no span: it needs a..b in milliseconds, a not after b'],
    ['capture loss=40', 'line 1: loss=40 is no span: it needs a..b in milliseconds, a not after b'],
    ['capture granularity=0', 'line 1: granularity=0 is no number of milliseconds above 0'],
    ['capture families=M1,M4', 'line 1: families= takes M1, M3, IND, LOG, TASK, PROP, not M4'],
    [
      'capture origin=2026-13-01T00:00:00Z',
      'line 1: origin=2026-13-01T00:00:00Z is no moment like 2026-01-01T00:00:00Z',
    ],
    ['capture origin=2026-01-01', 'line 1: origin=2026-01-01 is no moment like 2026-01-01T00:00:00Z'],
    ['capture model=wdi model=wdi', 'line 1: "model" stands twice in capture'],
    ['capture model=wdi\ncapture model=wdi', 'line 2: model= of capture is given twice'],
    ['capture wpp=-1', 'line 1: wpp=-1 of capture is outside 0 to 4294967295'],
    ['capture wpp=1.5', 'line 1: wpp= of capture takes whole numbers, not 1.5'],
    ['capture ap=70000', 'line 1: ap=70000 of capture is outside 0 to 65535'],
    ['capture wificx', 'line 1: unknown field "wificx" of capture'],
    ['label os=1\nlabel os=2', 'line 2: label os is given twice'],
    ['adapter left driver=1\nadapter left os=1', 'line 2: adapter left is declared twice'],
    ['adapter left drvier=1', 'line 1: unknown field "drvier" of adapter left'],
    ['adapter {x}', 'line 1: "{x}" is no name of an adapter: it takes letters, digits, "-", "_" and "."'],
    ['alias HOME', 'line 1: "HOME" is no alias: it needs NAME=address'],
    ['alias HOME=nowhere', 'line 1: "HOME=nowhere" is no alias: it needs NAME=address'],
    ['alias AP-A=02:00:00:00:aa:01', 'line 1: AP-A is already the name of an address'],
    ['captures model=wdi', 'line 1: this is neither a header line nor a record (time in ms, then M1, M3, IND or LOG)'],
    [`${record}\ncapture model=wdi`, 'line 2: header lines stand before the first record'],
    [
      `capture to=10\n11 IND ROAMING_NEEDED 1 -`,
      'line 2: the record lies outside the capture: see from= and to= of the capture line',
    ],
    [
      '-10000.000001 IND ROAMING_NEEDED 1 -',
      'line 1: the record lies outside the capture: see from= and to= of the capture line',
    ],
    ['0 M1 TASK_SCAN 1@left 7', 'line 1: adapter left is not declared'],
    ['adapter left os=1\n0 M1 TASK_SCAN 1@right 7', 'line 2: adapter right is not declared'],
  ])('refuses %s', (text, message) => {
    expect(errorOf(text)).toBe(message)
  })
})
