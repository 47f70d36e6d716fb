import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cannotCarry} from '../../src/exports/cannot-carry.js'
import type {ExportRecord} from '../../src/exports/export-record.js'
import {netsh, tracefmt, wmitrace} from '../../src/exports/listing.js'
import {withLoss} from '../../src/exports/loss.js'
import {plan} from '../../src/exports/plan.js'
import {filetime, isoStamp, stampParts} from '../../src/exports/stamp.js'
import {tracerptCsv} from '../../src/exports/tracerpt-csv.js'
import {readFiletime} from '../../src/parsers/filetime.js'
import {readScenarioTrace} from '../../src/parsers/scenario/scenario-trace.js'
import {activityGuid} from '../../src/parsers/scenario/values/activity-guid.js'
import {readStamp} from '../../src/parsers/stamps.js'

describe('stamps', () => {
  it.each([
    [{us: 0, ns: 0}, '1970-01-01T00:00:00.000000000Z', '116444736000000000'],
    [{us: -1, ns: 999}, '1969-12-31T23:59:59.999999999Z', '116444735999999999'],
    [{us: 1_767_225_600_000_001, ns: 200}, '2026-01-01T00:00:00.000001200Z', '134116992000000012'],
    [{us: 1_772_323_199_999_999, ns: 900}, '2026-02-28T23:59:59.999999900Z', '134167967999999999'],
  ])('%j', (moment, iso, ticks) => {
    expect(isoStamp(moment, 9)).toBe(iso)
    expect(filetime(moment)).toBe(ticks)
  })

  it('are read back by the parsers of stamps', () => {
    const moment = fc.record({us: fc.integer({min: 0, max: 4e15}), ns: fc.integer({min: 0, max: 9})})
    fc.assert(
      fc.property(moment, ({us, ns}) => {
        const at = {us, ns: ns * 100}
        expect(readFiletime(filetime(at))).toMatchObject({atUs: us, ns: at.ns})
        expect(readStamp(isoStamp(at, 9))).toMatchObject({atUs: us, ns: at.ns, zone: 'utc'})
        const {year, month, day, time, fraction} = stampParts(at)
        expect(readStamp(`${month}/${day}/${year}-${time}.${fraction}`)).toMatchObject({atUs: us, ns: at.ns})
      }),
    )
  })
})

describe('the plan', () => {
  it('adds the origin to all times and keeps the order of the file', () => {
    const trace = readScenarioTrace(
      'capture from=-1 to=9 origin=1970-01-01T00:00:01.0000005Z\n2.0006 IND ROAMING_NEEDED 1 -\n1 IND ROAMING_NEEDED 1 -',
    )
    const {header, records} = plan(trace, netsh.places)
    expect([header.start, header.end]).toEqual([
      {us: 999_000, ns: 500},
      {us: 1_009_000, ns: 500},
    ])
    expect(records.map(record => record.at)).toEqual([
      {us: 999_000, ns: 500},
      {us: 999_000, ns: 500},
      {us: 1_002_001, ns: 100},
      {us: 1_001_000, ns: 500},
      {us: 1_009_000, ns: 500},
    ])
  })

  it('gives a name the same activity id always, and GUIDs themselves', () => {
    expect(activityGuid('A1')).toBe(activityGuid('A1'))
    expect(activityGuid('A1')).not.toBe(activityGuid('A2'))
    expect(activityGuid('{0123ABCD-0000-1111-2222-333344445555}')).toBe('{0123abcd-0000-1111-2222-333344445555}')
  })
})

describe('loss', () => {
  const at = (ms: number) => ({us: ms * 1000, ns: 0})
  const event = (ms: number): ExportRecord => ({
    kind: 'text',
    at: at(ms),
    cpu: 0,
    tid: 0,
    activity: null,
    provider: 'x',
    text: String(ms),
  })
  const around = (times: number[], ...spans: [number, number][]) =>
    withLoss(
      times.map(event),
      spans.map(([start, end]) => ({start: at(start), end: at(end)})),
    ).map(record => `${record.kind === 'loss' ? 'loss' : record.text.slice(0, 4)}@${record.at.us / 1000}`)

  it.each([
    [[5, 50], [[10, 40]], ['5@5', 'edge@10', 'loss@10', 'edge@40', '50@50']],
    [[10, 40], [[10, 40]], ['10@10', 'edge@10', 'loss@10', 'edge@40', '40@40']],
    [[20], [[10, 40]], ['edge@10', 'loss@10', '20@20', 'loss@20', 'edge@40']],
    [[], [[10, 10]], ['edge@10', 'loss@10', 'edge@10']],
    [
      [5],
      [
        [1, 2],
        [6, 7],
      ],
      ['edge@1', 'loss@1', 'edge@2', '5@5', 'edge@6', 'loss@6', 'edge@7'],
    ],
    // Two records of one moment leave no room for a third one; two spans that overlap are one.
    [
      [20, 20],
      [
        [15, 40],
        [10, 30],
      ],
      ['edge@10', 'loss@10', '20@20', '20@20', 'loss@20', 'edge@40'],
    ],
  ] as [number[], [number, number][], string[]][])('of %j in %j', (times, spans, expected) => {
    expect(around(times, ...spans)).toEqual(expected)
  })
})

describe('what a format cannot carry', () => {
  const sentences = (text: string, exporter = tracefmt) => cannotCarry(exporter, readScenarioTrace(text))

  it('is nothing for most scenarios', () => {
    expect(sentences('0 IND ROAMING_NEEDED 1 -')).toEqual([])
    expect(sentences('0.0001 IND ROAMING_NEEDED 1 -', tracerptCsv)).toEqual([])
  })

  it('is said in a sentence each', () => {
    expect(sentences('0.00001 IND ROAMING_NEEDED 1 -')).toEqual([
      'tracefmt listing prints steps of 100 ns: finer times were rounded down.',
    ])
    expect(sentences('0.5 IND ROAMING_NEEDED 1 -', wmitrace)).toEqual([
      'debugger log dump prints steps of 1 ms: finer times were rounded down.',
    ])
    expect(sentences('capture lost-events=2 lost-buffers=1\n0 IND ROAMING_NEEDED 1 -', wmitrace)).toEqual([
      'debugger log dump has no place for the number of lost events (2).',
      'debugger log dump has no place for the number of lost buffers (1).',
    ])
    expect(sentences('-0.00001 IND ROAMING_NEEDED 1 -', netsh)).toEqual([])
  })
})
