import {describe, expect, it} from 'vitest'
import type {Analysis} from '../../src/analysis/analysis.js'
import type {Exporter} from '../../src/exports/exporter.js'
import {EXPORTERS} from '../../src/exports/index.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import {analyzeTexts} from '../golden/run.js'

const ROAM = `-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60 links=1
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 code=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success`

const LOSSES: readonly (readonly [string, string])[] = [
  ['a loss in the middle', `capture loss=90..110\n${ROAM}`],
  ['a loss over records', `capture loss=10..90 model=wdi\n${ROAM}`],
  ['losses outside all records', `capture loss=-9000..-8000,20000..30000\n${ROAM}`],
]

/** Facts of the capture that no driver's message says. */
const SCENARIOS: readonly (readonly [string, string])[] = [
  ['counters of the header', `capture lost-events=3\n${ROAM}`],
  ['selected fields', `capture tlvs=0\n${ROAM}`],
  ['families that are missing', `capture families=M1,IND\n${ROAM.replace(/.*M3.*\n/, '')}`],
  ['coarse time', `capture granularity=15\n${ROAM}`],
  ['cut bytes', `${ROAM}\n100 IND DISASSOCIATION 1 - AP-B status=13 truncated`],
  ['a frame that was cut', ROAM.replace('auth=RSNA_PSK)', 'auth=RSNA_PSK request{truncated} response)')],
  ['duplicates', `${ROAM}\n82 IND ROAM_COMPLETE 1 101 status=success`],
  ['records without ids', ROAM.replaceAll(' 101 ', ' ').replaceAll(' -  ', '  ')],
  [
    'a second clock that jumps',
    `${ROAM}\n9000 IND LINK_STATE_CHANGE 1 - AP-B mono=100\n9001 IND LINK_STATE_CHANGE 1 - AP-B mono=90000`,
  ],
  ['a logged change of the clock', `${ROAM}\n100 LOG TIME_CHANGE adapter by=5000\n200 LOG POWER adapter state=sleep`],
  ['an order that runs backwards', `${ROAM}\n70 IND LINK_STATE_CHANGE 1 - AP-B`],
  [
    'two adapters, one of them known by activity only',
    `adapter left model=wdi\nadapter right ap=2\n${ROAM.replaceAll(/ 1 {2}(?=[-1])/g, ' 1@left ')}
100 M1 TASK_SCAN 1@right 5 activity=A1\n101 M3 TASK_SCAN 1 5 activity=A1 status=success\n200 M1 TASK_SCAN 1 6`,
  ],
  [
    'Native 802.11 beside the log',
    `capture model=native80211\n0 IND ROAMING_START 0 reason=LOST adhoc-ssid=x\n5 IND ASSOCIATION_START 0 mac=AP-B ssid="a, b"
900 IND ASSOCIATION_COMPLETION 0 mac=AP-B status=UNREACHABLE auth=RSNA\n950 IND ROAMING_COMPLETION 0 status=failure
1000 LOG 5002 adapter - trigger=2`,
  ],
  ['a change of the origin', `capture origin=2025-03-04T05:06:07.5Z\n${ROAM}`],
]

function kept({sessions, findings, capture}: Analysis, originUs: number) {
  const at = (us: number | null) => (us === null ? null : us - originUs)
  return {
    edges: [at(capture.startUs), at(capture.endUs), capture.granularityUs],
    loss: capture.lossSpans.map(({startUs, endUs}) => [at(startUs), at(endUs)]),
    adapters: capture.adapters,
    sessions: sessions.map(({kind, adapter, port, transactionId, startUs, endUs, outcome, totalsUs}) => ({
      ...{kind, adapter, port, transactionId, outcome, totalsUs},
      startUs: at(startUs),
      endUs: at(endUs),
    })),
    findings: findings.map(({rule, verdict, severity, confidence, limits, atUs}) => ({
      ...{rule, verdict, severity, confidence, limits},
      atUs: at(atUs),
    })),
  }
}

async function comparison(scenario: string, exporter: Exporter) {
  const trace = readScenarioTrace(scenario)
  const text = [...exporter.render(trace)].join('')
  const exported = kept(await analyzeTexts([text]), trace.header.origin.us)
  const expected = kept(await analyzeTexts([scenario]), 0)
  // The debugger prints whole milliseconds.
  const coarse =
    exporter.places.stepNs > 1000 ? {edges: expected.edges.with(2, Math.max(1000, expected.edges[2] ?? 0))} : {}
  return {exported, expected: {...expected, ...coarse}}
}

const formats = EXPORTERS.map(exporter => [exporter.id, exporter] as const)

describe.each(SCENARIOS)('%s', (_name, scenario) => {
  it.each(formats)('as %s', async (_id, exporter) => {
    if (scenario.includes('lost-events') && !exporter.places.lostEvents) return
    const {exported, expected} = await comparison(scenario, exporter)
    expect(exported).toEqual(expected)
  })
})

/** Spans that touch are one. */
function joined(spans: readonly (readonly (number | null)[])[]): (number | null)[][] {
  const kept: (number | null)[][] = []
  for (const [start = null, end = null] of spans) {
    const last = kept.at(-1)
    if (last === undefined || last[1] !== start) kept.push([start, end])
    else last[1] = end
  }
  return kept
}

const stamp = (ms: number) => `[0]0004.0008::01/01/2026-00:00:00.${String(ms).padStart(3, '0')} `
/** A driver's record, another provider's, a loss, another provider's: the loss is from the second to the fourth. */
const probe = await analyzeTexts([
  `${stamp(5)}[x]M1 OID_WDI_TASK_SCAN PortId=1\n${stamp(10)}[y]a\n${stamp(10)}[RT_LostEvent]b\n${stamp(40)}[y]c\n`,
])
const startsAtAnyRecord = probe.capture.lossSpans.some(({startUs, endUs}) => endUs - startUs === 30_000)

describe.each(LOSSES)('%s', (_name, scenario) => {
  it.skipIf(!startsAtAnyRecord).each(formats)(
    'as %s (the analysis dates loss by records of all providers)',
    async (_id, exporter) => {
      const {exported, expected} = await comparison(scenario, exporter)
      expect({...exported, loss: joined(exported.loss)}).toEqual(expected)
    },
  )
})
