import {describe, expect, it} from 'vitest'
import {capabilities} from '../../src/analysis/can-judge.js'
import {captureAdvice} from '../../src/analysis/capture-advice.js'
import type {InputFacts, InspectReport} from '../../src/analysis/inspect.js'
import {inspectReports} from '../../src/reports/inspect-reports.js'
import {ruleRow} from '../../src/reports/rule-row.js'
import {sessionReports} from '../../src/reports/session-reports.js'
import {ruleList} from '../../src/reports/text/rule-list.js'
import {widthOf} from '../../src/reports/text/width.js'
import type {RuleMeta} from '../../src/rules/rule.js'
import {analysis, input, session, t0} from './analyses.js'
import {badDay} from './bad-day.js'
import {options} from './options.js'

describe('inspect', () => {
  const facts: InputFacts = {
    ...input({
      path: 'wifi\u001b.txt',
      format: 'netsh',
      undecoded: 311,
      lostEvents: 12,
      problems: [{offset: 0, line: 0, message: 'Cut.'}],
    }),
    providers: [
      {
        name: 'Microsoft-Windows-WLAN-AutoConfig',
        guid: null,
        records: 18_204,
        wifiRecords: 0,
        undecoded: 0,
        firstUs: t0,
        lastUs: t0 + 9e6,
      },
      {
        name: null,
        guid: '21ba7b61-05f8-41f1-9048-c09493dcfe38',
        records: 311,
        wifiRecords: 300,
        undecoded: 311,
        firstUs: null,
        lastUs: null,
      },
    ],
    messages: [{message: 'TASK_ROAM', step: 'M1', records: 4, withTransactionId: 4, withBytes: 0}],
    dialects: [{id: 'vocabulary', records: 4}],
    named: 2,
    clock: {zone: 'local', granularityUs: 1000, firstUs: t0, lastUs: t0 + 9e6, undated: 1, backwards: 3},
    gaps: [{startUs: t0 + 1e6, endUs: t0 + 8_100_000}],
    loss: {events: 12, buffers: 1, spans: []},
    adapters: [{id: '0', name: null, model: 'wdi'}],
  }
  const report: InspectReport = {
    schemaVersion: 1,
    inputs: [
      {...facts, capabilities: capabilities(facts), advice: captureAdvice({inputs: [facts], granularityUs: 1000})},
    ],
  }
  const screen = (width: number) =>
    [...inspectReports[0].render(report, options({width}))].join('').trimEnd().split('\n')

  it('reads as a whole', () => {
    expect(screen(100)).toEqual(
      `\
File      wifi\\x1b.txt
Format    netsh · utf-8 · 1.2 MiB
Holds     41,882 records · 318 of Wi-Fi · 2 that name a WDI message without saying which step
          311 without a format file
Clock     2026-03-02 14:00:00.000 to 14:00:09.000 local time, zone unknown · 9 s · resolution 1 ms
          1 record without time · 3 records earlier than the one before
Losses    12 events lost at unknown places · 1 buffer lost
Adapters  0 (wdi)
Dialects  vocabulary (4)

PROVIDERS
provider                              records  Wi-Fi  no format  first         last
Microsoft-Windows-WLAN-AutoConfig      18,204      0          0  14:00:00.000  14:00:09.000
21ba7b61-05f8-41f1-9048-c09493dcfe38      311    300        311

MESSAGES  of Wi-Fi drivers and the system log
step  message    records  with id  with bytes
M1    TASK_ROAM        4        4           0

GAPS  without a record of any provider
  14:00:01.000 to 14:00:08.100 (7.1 s)

CAN BE JUDGED
   what                        judged  because
○  tasks and their order       partly  no responses (M3); no indications
○  absence of messages         partly  events were lost
○  roams and connects          partly  no indications
✗  latency                     no      no indications
✗  key installation            no      no SET_ADD_CIPHER_KEYS
✗  fast transition             no      no FT_ASSOC_PARAMS_NEEDED
✗  SAE                         no      no SAE_AUTH_PARAMS_NEEDED
✗  payloads                    no      TLV bytes are not exported
✗  Native 802.11 drivers       no      no NDIS_STATUS_DOT11 indication
✗  what Windows tells          no      no event of WLAN AutoConfig
✗  802.1X (EAP)                no      no 802.1X event of WLAN AutoConfig
✗  order within a millisecond  no      the clock steps by a millisecond or more

PROBLEMS  1 place not read in full
  the file  Cut.

CAPTURE BETTER
  Records without a format file (TMF) hide events; convert with the TMF files of this Windows build:
    netsh trace convert input=wifi.etl output=wifi.txt tmfpath=FOLDER-OF-TMF-FILES
  Events were lost; record with larger buffers:
    logman create trace wifi -p {21ba7b61-05f8-41f1-9048-c09493dcfe38} 0xff 0xff -bs 1024 -nb 64 256 -o wifi.etl -ets
    logman stop wifi -ets`.split('\n'),
    )
  })

  it.each([60, 80])('holds at %i columns but for the commands', width => {
    for (const line of screen(width))
      if (!line.startsWith('    ')) expect(widthOf(line), line).toBeLessThanOrEqual(width)
  })
})

describe('sessions', () => {
  const screen = (filter: Parameters<typeof sessionReports>[0], subject = badDay()) =>
    [...sessionReports(filter)[0].render(subject, options())].join('')

  it('are in order of time, filtered, with what the filter hides', () => {
    const all = screen({kinds: [], outcomes: []})
    expect([...all.matchAll(/^. {2}(\w{8}) /gm)].map(([, id]) => id)).toEqual([
      '7f3a9c12',
      'a91c03e4',
      'b207d1f0',
      '0cd41122',
      '0cd41123',
    ])
    expect(all).toMatch(/\n5 sessions\n$/)
    const roams = screen({kinds: ['roam'], outcomes: ['hung', 'failed']})
    expect(roams).toMatch(/b207d1f0/)
    expect(roams).toMatch(/\n1 of 5 sessions; --kind and --outcome hide 4\n$/)
  })

  it('say why there are none', () => {
    const none = analysis({inputs: [input({wifiRecords: 0})], sessions: []})
    expect(screen({kinds: [], outcomes: []}, none)).toContain('0 sessions. Nothing could be judged')
  })

  it('in JSON are the array of the analysis', () => {
    const [, json] = sessionReports({kinds: [], outcomes: []})
    const subject = analysis({sessions: [session(), session({id: 'b'})]})
    expect(JSON.parse([...(json?.render(subject, options()) ?? [])].join(''))).toEqual(subject.sessions)
  })
})

describe('rules', () => {
  const meta = {
    id: 'task-overlap',
    category: 'task-lifecycle',
    tier: 1,
    severity: {wdi: 'error', wificx: 'warning'},
    blame: ['driver', 'host'],
    basis: 'O',
    class: 'MUST',
    statement: 'One task at a time.',
    source: 'network/wdi',
    numbers: null,
  } as unknown as RuleMeta

  it('show the higher severity and every blame', () => {
    expect(ruleRow(meta)).toMatchObject({severity: 'error', blame: 'driver or host'})
    expect(ruleRow({...meta, severity: 'info', blame: 'ap'})).toMatchObject({severity: 'info', blame: 'ap'})
    expect(ruleRow({...meta, severity: {wdi: 'info', wificx: 'warning'}})).toMatchObject({severity: 'warning'})
  })

  it('are listed by category', () => {
    expect([...ruleList([ruleRow(meta)], options({width: 120}).screen)].join('')).toBe(`\
task-lifecycle  1 rule
   rule          severity  tier  blame           number  demands
✗  task-overlap  error     1     driver or host          One task at a time.

1 rule; one in full: roamscope explain RULE
`)
  })
})
