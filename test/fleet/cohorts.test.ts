import {describe, expect, it} from 'vitest'
import type {FleetSummary} from '../../src/fleet/summary.js'
import {associated, capture, roam} from './roams.js'
import {healthOf} from './run.js'

const start = associated(-5000)
const shown = ({cohorts}: FleetSummary) =>
  cohorts.map(({by, captures, metrics}) => {
    const {k, n} = metrics.roamSuccess
    return `${by.map(([name, value]) => `${name}=${value}`).join(' ')}: ${captures} captures, ${k} of ${n}`
  })

describe('cohorts', () => {
  const fleet = [
    capture('label driver=24.30 os=1', start, roam(0)),
    capture('label driver=24.30 os=2', start, roam(0, {status: 54})),
    capture('label driver=24.9 os=2\ncapture model=wdi', start, roam(0, {auth: 'RSNA'})),
    capture('', start, roam(0)),
  ]

  it('are told apart by a label; what does not say it is one too', async () => {
    expect(shown(await healthOf(fleet, {by: ['driver']}))).toEqual([
      'driver=24.30: 2 captures, 1 of 2',
      'driver=24.9: 1 captures, 1 of 1',
      'driver=null: 1 captures, 1 of 1',
    ])
  })

  it('are told apart by several names: all combinations that occur', async () => {
    expect(shown(await healthOf(fleet, {by: ['os', 'model']}))).toEqual([
      'os=1 model=wificx: 1 captures, 1 of 1',
      'os=2 model=wdi: 1 captures, 1 of 1',
      'os=2 model=wificx: 1 captures, 0 of 1',
      'os=null model=wificx: 1 captures, 1 of 1',
    ])
  })

  it('by class hold failures with what was tried, so that a class is no full success by definition', async () => {
    const byClass = await healthOf(
      [
        ...fleet,
        capture('', start, '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA,RSNA_PSK', '2 M3 TASK_ROAM 1 1 status=success'),
      ],
      {by: ['class']},
    )
    expect(shown(byClass)).toEqual([
      'class=8021x: 1 captures, 1 of 1',
      'class=psk: 3 captures, 2 of 3',
      'class=unknown: 1 captures, 0 of 1',
      // Time in association that began before the capture.
      'class=null: 5 captures, 0 of 0',
    ])
    const limits = byClass.cohorts.map(
      ({metrics}) => metrics.limits.find(({rule}) => rule === 'roam-over-requirement')?.judged,
    )
    expect(limits).toEqual([1, 2, 0, 0])
  })

  it('by capture are named by the label, else by the path', async () => {
    const texts = [capture('label capture=monday', start, roam(0)), capture('', start, roam(0))]
    expect(shown(await healthOf(texts, {by: ['capture']}))).toEqual([
      'capture=b.scenario: 1 captures, 1 of 1',
      'capture=monday: 1 captures, 1 of 1',
    ])
  })

  it('are of adapters where these have labels or models of their own', async () => {
    const two = capture(
      'adapter one driver=1\nadapter two driver=2 model=wdi',
      ...[
        `${start}\n${roam(0)}`.replaceAll(' 1 ', ' 1@one '),
        `${start}\n${roam(200, {status: 54})}`.replaceAll(' 1 ', ' 1@two '),
      ],
    )
    expect(shown(await healthOf([two], {by: ['driver', 'model']}))).toEqual([
      'driver=1 model=wificx: 1 captures, 1 of 1',
      'driver=2 model=wdi: 1 captures, 0 of 1',
    ])
  })

  it('take the word of the user before that of the trace', async () => {
    expect(shown(await healthOf(fleet.slice(0, 1), {by: ['driver'], labels: {driver: 'new'}}))).toEqual([
      'driver=new: 1 captures, 1 of 1',
    ])
  })

  it('add up to the fleet', async () => {
    for (const by of [['driver'], ['class', 'os'], ['capture']]) {
      const {metrics, cohorts} = await healthOf(fleet, {by})
      const sum = (of: (one: typeof metrics) => number) => cohorts.reduce((total, {metrics}) => total + of(metrics), 0)
      expect(sum(one => one.roamSuccess.n)).toBe(metrics.roamSuccess.n)
      expect(sum(one => one.roamRate.associatedUs)).toBe(metrics.roamRate.associatedUs)
      expect(sum(one => one.timeToRoam.tService.all.measured)).toBe(metrics.timeToRoam.tService.all.measured)
      expect(sum(one => one.topCodes.disassociations[0]?.n ?? 0)).toBe(metrics.topCodes.disassociations[0]?.n)
      for (const [i, limit] of metrics.limits.entries()) {
        expect(sum(one => one.limits[i]?.judged ?? 0)).toBe(limit.judged)
        expect(sum(one => one.limits[i]?.violated ?? 0)).toBe(limit.violated)
        expect(sum(one => one.limits[i]?.notApplicable ?? 0)).toBe(limit.notApplicable)
      }
    }
  })

  it('may have any name', async () => {
    const odd = JSON.parse('{"__proto__":"a","constructor":"b"}')
    expect(shown(await healthOf(fleet.slice(3), {by: ['__proto__', 'constructor', 'toString'], labels: odd}))).toEqual([
      '__proto__=a constructor=b toString=null: 1 captures, 1 of 1',
    ])
  })
})

describe('quality', () => {
  it('counts captures with loss, coarse time and missing families, and the sessions that suffer', async () => {
    const {captures} = await healthOf([
      capture('', start, roam(0)),
      capture('capture loss=20..30', start, roam(0)),
      capture('capture loss=-9000..-8000', start, roam(0)),
      capture('capture lost-events=3', start, roam(0)),
      capture('capture granularity=10', start, roam(0)),
      capture('capture families=M1,IND', start, roam(0).replace(/^.* M3 .*\n?/gm, '')),
      'nothing\n',
      '',
    ])
    expect(captures).toMatchObject({total: 8, unreadable: 2, withLoss: 3, coarse: 1, missingFamily: 1})
    // All of the lossy header, the coarse and the incomplete capture; of the others the one that was hit.
    expect(captures.sessionsAffected).toMatchObject({k: 4, n: 6})
  })

  it('names what could not be judged, and why', async () => {
    const {unreadable, read} = await healthOf(['nothing\n', '', 'capture model=wificx\n0 M1 TASK_RAOM 1 1\n'])
    expect(unreadable).toEqual([
      {path: 'a.scenario', reason: 'no message between Windows and a Wi-Fi driver in 1 record'},
      {path: 'b.scenario', reason: 'The file is empty.'},
      {path: 'c.scenario', reason: expect.stringMatching(/TASK_RAOM/)},
    ])
    expect(read).toMatchObject({files: 3, partly: 3, startUs: null})
  })
})

describe('coverage', () => {
  it('has every rule, with its findings by severity and blame', async () => {
    const {rules} = await healthOf([
      capture(
        'capture to=60000',
        start,
        '0 M1 TASK_ROAM 1 1 entries=AP-B auth=RSNA_PSK',
        '2 M3 TASK_ROAM 1 1 status=success',
      ),
    ])
    expect(rules.find(({id}) => id === 'task-hang-m3-m4')).toEqual({
      id: 'task-hang-m3-m4',
      pass: 0,
      violation: 1,
      inconclusive: 0,
      notApplicable: 0,
      captures: {ran: 1, notApplicable: 0, crashed: 0},
      severities: {error: 1, warning: 0, info: 0},
      blames: {driver: 1, host: 0, ap: 0, either: 0, capture: 0},
    })
  })
})
