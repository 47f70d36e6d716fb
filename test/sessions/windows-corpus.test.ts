import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {SessionReport} from '../../src/analysis/analysis.js'
import {analyzeTexts} from '../golden/run.js'

const real = resolve(import.meta.dirname, '../../../shared/corpus/real')
const has = existsSync(real)
if (!has) console.warn('what Windows tells in real files: skipped, there is no ../shared/corpus/real')

const bytesOf = (name: string) => readFileSync(resolve(real, name))
const sessionsOf = async (name: string) => (await analyzeTexts([bytesOf(name)])).sessions
const of = (sessions: readonly SessionReport[], kind: string) => sessions.filter(session => session.kind === kind)
const utc = (us: number) => new Date(us / 1000).toISOString().slice(0, 19)
const counted = (texts: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** What a careful reader of the files finds, written down before the tool was asked. */
describe.skipIf(!has)('a report of netsh wlan show wlanreport, in Portuguese', () => {
  const name = 'wlanreport/wlan-report-ptbr-ax201.xml'
  const text = has ? bytesOf(name).toString() : ''
  /** Local time is three hours behind UTC. */
  const local = (time: string) => utc(Date.parse(`${time}Z`) * 1000 + 3 * 3600e6)

  it('tells nine connects, all successful, by which the laptop went between home, work and a phone', async () => {
    const connects = of(await sessionsOf(name), 'connect')
    const seconds = ({startUs, endUs}: SessionReport) => ((endUs ?? Number.NaN) - startUs) / 1e6
    expect(connects.map(one => [utc(one.startUs), one.windows?.ssid, one.outcome, one.class, seconds(one)])).toEqual([
      [local('2024-07-29T21:03:32'), 'CASAWIFI_5G', 'success', 'psk', 2],
      [local('2024-07-30T08:46:56'), 'Corp Corporativo', 'success', 'psk', 0],
      [local('2024-07-30T22:39:49'), 'CASAWIFI_5G', 'success', 'psk', 2],
      [local('2024-07-31T08:36:04'), 'Corp Corporativo', 'success', 'psk', 0],
      [local('2024-07-31T22:18:26'), 'CASAWIFI_5G', 'success', 'psk', 0],
      [local('2024-08-01T08:53:52'), 'Corp Corporativo', 'success', 'psk', 0],
      [local('2024-08-01T14:35:18'), 'CasaNet', 'success', 'psk', 1],
      [local('2024-08-01T17:40:45'), 'CasaNet', 'success', 'psk', 0],
      [local('2024-08-01T17:40:48'), 'Corp Corporativo', 'success', 'psk', 1],
    ])
  })

  it('tells a roam wherever security stops and starts again without a connect', async () => {
    const events = [...text.slice(text.indexOf('<WlanEvents>')).matchAll(/<EventID>(1?\d{4})<.*?<EventTime>(.*?)</gs)]
      .map(([, id, time]) => ({id, time: time as string}))
      .filter(({id}) => id !== '4042' && id !== '10311')
    const roams = events.filter(
      ({id}, i) => id === '11004' && events[i + 1]?.id === '11010' && events[i + 2]?.id === '11005',
    )
    expect(roams.length).toBe(23)
    expect(of(await sessionsOf(name), 'roam').map(({startUs, outcome}) => [utc(startUs), outcome])).toEqual(
      roams.map(({time}) => [local(time), 'success']),
    )
  })

  it('tells nine disconnects with the reasons that the report itself adds up', async () => {
    const summary = [...text.matchAll(/<Reason count="(\d+)" message="(.*?)"/g)]
    const disconnects = of(await sessionsOf(name), 'disconnect')
    expect(disconnects.length).toBe(9)
    expect(counted(disconnects.map(({windows}) => windows?.reason?.text ?? ''))).toEqual(
      summary.map(([, count, words]) => [words, Number(count)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  })

  it('has nothing else in it, and ends with a verdict on it', async () => {
    const {sessions, verdict, rules} = await analyzeTexts([bytesOf(name)])
    expect(sessions.length).toBe(41)
    expect(verdict.text).toMatch(/^23 roams and 9 connects, all successful/)
    expect(rules.some(({id, pass}) => id.startsWith('windows-') && pass > 0)).toBe(true)
  })
})

describe.skipIf(!has)('a report in Bulgarian, as HTML', () => {
  const name = 'wlanreport/wlan-report-bg-ar5bwb222.html'

  it('tells how connecting failed 183 times of 206, and why', async () => {
    const sessions = await sessionsOf(name)
    const whole = of(sessions, 'connect').filter(({partial}) => !partial)
    expect(counted(whole.map(({outcome}) => `${outcome}`))).toEqual([
      // The adapter was gone before they came to an end.
      ['aborted', 3],
      ['failed', 183],
      // A restart of the system.
      ['incomplete', 1],
      ['success', 19],
    ])
    const html = bytesOf(name).toString()
    const reasons = of(sessions, 'connect').filter(({outcome}) => outcome === 'failed')
    expect(reasons.every(({windows}) => windows?.reason?.text)).toBe(true)
    for (const [words] of counted(reasons.map(({windows}) => windows?.reason?.text ?? ''))) {
      expect(html).toContain(`Failure Reason:${words}`)
    }
  })

  it('tells 13 disconnects and 4 roams, between restarts', async () => {
    const sessions = await sessionsOf(name)
    expect([of(sessions, 'disconnect').length, of(sessions, 'roam').length]).toEqual([13, 4])
  })
})

describe.skipIf(!has)('two excerpts of one log of the state machine', () => {
  it('tell a connect of 332 ms, and one that gives up while authenticating', async () => {
    const sessions = await sessionsOf('netsh/wlan-fsm-good-and-failed.txt')
    const told = sessions.map(({kind, outcome, startUs, endUs, phases, windows}) => ({
      kind,
      outcome,
      ms: endUs === null ? null : (endUs - startUs) / 1000,
      phases: phases.map(({name, durationUs}) => `${name} ${(durationUs ?? 0) / 1000}`),
      last: windows?.tracks[0]?.states.at(-1)?.state,
      turn: windows?.firstBad && `${windows.lastGood?.state} → ${windows.firstBad.state}`,
    }))
    const phases = ['configuring 43', 'association 169', 'security 111']
    expect(told).toEqual([
      {kind: 'connect', outcome: 'success', ms: 332, phases, last: 'Connected', turn: null},
      {kind: 'connect', outcome: 'failed', ms: null, phases, last: 'Roaming', turn: 'Authenticating → Roaming'},
    ])
  })
})

describe.skipIf(!has)('one event of the event viewer', () => {
  it('tells a disconnect', async () => {
    const sessions = await sessionsOf('eventlog/evtx-8003-wlan-disconnect.treeview.xml.txt')
    expect(sessions.map(({kind, source}) => [kind, source])).toEqual([['disconnect', 'autoconfig']])
  })
})
