import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {cannotCarry} from '../../src/exports/cannot-carry.js'
import type {Exporter} from '../../src/exports/exporter.js'
import {EXPORTERS} from '../../src/exports/index.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import {essence, readText} from './read-export.js'

const ORIGIN = Date.UTC(2026, 0, 1) * 1000
const folder = fileURLToPath(new URL('../../../shared/corpus/scenarios/', import.meta.url))
const golden = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.scenario')) : []

const MIXED = `capture model=wdi override=? bss-cache=1 primary=1 ap=3,4 granularity=0.0005 families=M1,IND wpp=5 undecoded=1
label driver=1.2 device="Wi-Fi 7, card" site=lab
alias HOME=02:00:00:00:aa:01
adapter left driver=9
adapter 8bit model=native80211 override=1
0 M1 TASK_ROAM 1@left 7 entries=(HOME pmkid=K1) ssid="a b" cpu=3 thread=68
1.2345678 M3 TASK_ROAM 1@left 7 status=pending
1.5 M3 TASK_ROAM 1@left
2 IND TASK_ROAM 1@left 7 status=failure
3 IND ROAM_COMPLETE 1@left 7 status=0xC023000F
3 IND ROAM_COMPLETE 1@left 7
4 IND FIRMWARE_STALLED adapter -
5 IND DISASSOCIATION ?@left - HOME status=13 deauth-frame(empty)
5 IND DISASSOCIATION 1@left - HOME status=13 truncated
6 M1 OID_GEN_STATISTICS 0@left 9
7 M3 OID_GEN_STATISTICS 0@left 9 status=success
8 IND ROAMING_START 0@8bit reason=LOST adhoc-ssid="x, y"
9 IND ASSOCIATION_COMPLETION 0@8bit mac=HOME status=success auth=RSNA phy=HT,VHT beacon thread=5
9 M1 SCAN_REQUEST 0@8bit
9 M1 TASK_SCAN 1@8bit 11
10 LOG 5002 adapter@left - trigger=2 command=TASK_ROAM
11 LOG 21057 1@left - HOME state=7
12 LOG EVENTS_LOST adapter mono=-7.5
12 M1 TASK_SCAN 1@left 12 activity=A1
12 M3 TASK_SCAN 1@left 12 status=success mono=20 activity=A1
12 LOG POWER adapter activity=A2 cpu=2 thread=9 state=sleep
13 IND MEDIA_CONNECT 0@8bit source=os
13.000001 IND ROAMING_NEEDED 1 - tlv=55
12.5 IND ROAMING_NEEDED 1@left 0x5 tlv=3700000055000400f0000000aabb0000 tlv=cc00
`

const SELECTED = `capture tlvs=0
0 M1 TASK_ROAM 1 7 entries=AP-B auth=RSNA
3 IND ASSOCIATION_RESULT 1 - (AP-B status=0)
4 IND DOT11_ASSOCIATION_COMPLETION 0 status=success
`

function survives(exporter: Exporter, text: string): void {
  const trace = readScenarioTrace(text)
  const read = readText([...exporter.render(trace)].join(''))
  const {stepNs} = exporter.places
  expect(read.problems).toEqual([])
  const scenario = readText(text)
  expect(read.named).toBe(0)
  expect(read.events.map(event => essence(event, ORIGIN, stepNs))).toEqual(
    scenario.events.map(event => essence(event, 0, stepNs)),
  )
  const {fromUs: _from, toUs: _to, lossSpans: _loss, ...facts} = scenario.stated
  expect({...read.stated, lossSpans: undefined}).toEqual({...facts, lossSpans: undefined})
  // The edges survive as dated records.
  const {from, to} = trace.header
  expect([Math.min(...read.times), Math.max(...read.times)]).toEqual([ORIGIN + from.us, ORIGIN + to.us])
  expect(read.notes.zone).toBe(exporter.id === 'tracefmt' || exporter.id === 'wmitrace' ? 'local' : 'utc')
}

describe.each(EXPORTERS.map(exporter => [exporter.id, exporter] as const))('%s', (_id, exporter) => {
  const fine = exporter.places.stepNs < 1_000_000

  it.runIf(fine)('carries every kind of record', () => survives(exporter, MIXED))

  it.runIf(fine)('carries selected fields as such', () => survives(exporter, SELECTED))

  it.skipIf(golden.length === 0).each(golden)('carries %s', name => {
    survives(exporter, readFileSync(`${folder}${name}`, 'utf8'))
  })

  it('carries counters where it says so', () => {
    const text = 'capture lost-events=7 lost-buffers=2\n0 IND ROAMING_NEEDED 1 - reason=15'
    const trace = readScenarioTrace(text)
    const {notes} = readText([...exporter.render(trace)].join(''))
    expect(notes).toMatchObject({
      lostEvents: exporter.places.lostEvents ? 7 : 0,
      lostBuffers: exporter.places.lostBuffers ? 2 : 0,
    })
    expect(cannotCarry(exporter, trace)).toHaveLength(
      Number(!exporter.places.lostEvents) + Number(!exporter.places.lostBuffers),
    )
  })

  it.runIf(fine)('records loss where it was', () => {
    const text = 'capture loss=10..40\n5 IND ROAMING_NEEDED 1 -\n20 IND ROAMING_NEEDED 1 -\n50 IND ROAMING_NEEDED 1 -'
    const read = readText([...exporter.render(readScenarioTrace(text))].join(''))
    const lost = read.events.filter(event => event.message.name === 'EVENTS_LOST')
    expect(lost.map(event => event.atUs - ORIGIN)).toEqual([10_000, 20_000])
    // Records stand right before and right after each loss record.
    expect(read.times.map(time => (time - ORIGIN) / 1000).filter(ms => ms >= 0 && ms <= 50)).toEqual([
      5, 10, 10, 20, 20, 40, 50,
    ])
  })
})
