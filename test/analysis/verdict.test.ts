import {describe, expect, it} from 'vitest'
import {verdict} from '../../src/analysis/verdict.js'
import {analysis, finding, input, session, tally} from '../reports/analyses.js'

const say = (facts: Parameters<typeof analysis>[0]) => verdict(analysis(facts))
const hung = session({outcome: 'hung', newPeer: null, findings: [0]})

describe('a broken link', () => {
  it('is named first, with whose fault it is and how one knows', () => {
    const cause = finding({
      rule: 'task-hang-m3-m4',
      severity: 'error',
      blame: 'driver',
      message: 'No completion in 30 s.',
    })
    expect(say({sessions: [hung, session({id: 'other'})], findings: [cause]})).toEqual({
      text:
        'The roam from 02:00:00:00:0a:01 to 02:00:00:00:0b:01 at 2026-03-02 14:00:00.000 hung, ' +
        'and the driver is at fault: No completion in 30 s (task-hang-m3-m4); 1 of 2 roams and connects went wrong.',
      confidence: 'high',
    })
  })

  it('says clearly when it is not the driver', () => {
    const cause = finding({severity: 'error', blame: 'ap', message: 'The AP refused.', confidence: 'low'})
    const {text, confidence} = say({sessions: [session({outcome: 'failed', findings: [0]})], findings: [cause]})
    expect(text).toContain('failed, and the access point is at fault, not the driver: The AP refused (')
    expect(text).not.toContain('went wrong')
    expect(confidence).toBe('low')
  })

  it('without a rule gives the status of the last attempt and less confidence', () => {
    const attempts = [{bssid: '02:00:00:00:0c:01', status: 51, dot11Status: 17, atUs: 1}]
    const failed = session({outcome: 'failed', newPeer: null, attempts})
    expect(say({sessions: [failed]})).toEqual({
      text:
        'The roam from 02:00:00:00:0a:01 to 02:00:00:00:0c:01 at 2026-03-02 14:00:00.000 failed: ' +
        'the last attempt, at 02:00:00:00:0c:01, ended with status 51, 802.11 status 17, and no rule explains it.',
      confidence: 'medium',
    })
  })

  it('never blames a violation that is still open', () => {
    const open = finding({verdict: 'inconclusive', severity: 'error'})
    expect(say({sessions: [hung], findings: [open]}).text).toContain('no rule explains it')
  })
})

describe('whole links with broken rules', () => {
  it('names the surest error and where it was', () => {
    const findings = [
      finding({rule: 'doubtful', severity: 'error', confidence: 'low', blame: 'driver'}),
      finding({rule: 'sure', severity: 'error', blame: 'host', message: 'Wrong order.'}),
    ]
    expect(say({findings}).text).toBe(
      '1 roam, successful, but the host (Windows), not the driver, broke a rule in the roam from 02:00:00:00:0a:01 to ' +
        '02:00:00:00:0b:01 at 2026-03-02 14:00:00.000: Wrong order (sure); 1 more error (1 driver).',
    )
  })

  it('speaks of warnings only without errors, and of neither for the capture', () => {
    const warning = finding({severity: 'warning', blame: 'either', message: 'Slow.', session: null})
    expect(say({findings: [warning]}).text).toBe(
      '1 roam, successful, with a warning about somebody (the trace cannot tell who): Slow (ft-host-slow).',
    )
    const capture = finding({severity: 'warning', blame: 'capture', session: null})
    expect(say({findings: [capture]}).text).toContain('1 rule judged and found no fault')
  })

  it('counts the others by whose fault they are', () => {
    const error = (blame: 'driver' | 'host') => finding({severity: 'error', blame, session: null})
    const findings = [error('driver'), error('host'), error('driver'), error('host'), error('driver')]
    expect(say({findings}).text).toMatch(/but the driver broke a rule: .+; 4 more errors \(2 driver, 2 host\)\.$/)
  })
})

describe('a healthy capture', () => {
  it('gives numbers: the values below five, then the median', () => {
    expect(say({}).text).toBe('1 roam, successful, roaming in 82 ms; 1 rule judged and found no fault.')
    const many = [50, 60, 70, 80, 900].map((tTask, i) =>
      session({id: `${i}`, totalsUs: {tReq: null, tTask: tTask * 1000, tService: null, gapL2: null, gapService: null}}),
    )
    expect(say({sessions: [...many, session({kind: 'connect'})]}).text).toBe(
      '5 roams and 1 connect, all successful, roaming in 70 ms (median of 5), at most 900 ms; 1 rule judged and found no fault.',
    )
  })

  it('is less sure where events were lost or verdicts stayed open', () => {
    expect(say({}).confidence).toBe('high')
    expect(say({inputs: [input({lostEvents: 1})]}).confidence).toBe('medium')
    const open = finding({verdict: 'inconclusive'})
    expect(say({findings: [open]})).toMatchObject({
      confidence: 'medium',
      text: expect.stringContaining('1 verdict had to stay open'),
    })
  })

  it('is no praise when no rule could judge or one crashed', () => {
    const unable = say({rules: [tally({status: 'not-applicable', pass: 0})]})
    expect(unable).toMatchObject({
      confidence: 'low',
      text: expect.stringContaining('no rule had what it needs to judge'),
    })
    const recording = say({rules: [tally({id: 'capture-events-lost'})]})
    expect(recording.confidence).toBe('low')
    const crashed = say({rules: [tally(), tally({id: 'x', status: 'crashed'})]})
    expect(crashed).toMatchObject({confidence: 'low', text: expect.stringContaining('1 rule crashed')})
  })

  it('counts what did not succeed without failing', () => {
    const {text} = say({sessions: [session(), session({id: 'b', outcome: 'stayed'})]})
    expect(text).toContain('2 roams, 1 of them successful, none failed')
  })
})

describe('nothing to judge', () => {
  it('says what the input holds instead', () => {
    expect(say({inputs: [input({wifiRecords: 0})], sessions: []})).toEqual({
      text: 'Nothing could be judged: the input holds 41882 records, none of them a message between Windows and a Wi-Fi driver, or an event of WLAN AutoConfig.',
      confidence: 'low',
    })
  })

  it('names who wrote the records, the busiest first', () => {
    const other = analysis({inputs: [input({wifiRecords: 0})], sessions: []})
    const by = (...names: (string | null)[]) =>
      verdict(
        other,
        names.map((name, i) => ({name, records: 9 - i})),
      ).text
    expect(by('PktMon', null)).toContain('holds 41882 records of PktMon, none of them')
    expect(by('A', 'B', 'C')).toContain('records of A, B, C, none')
    expect(by('A', 'B', 'C', 'D')).toContain('records of A, B and 2 others, none')
  })

  it('says why the input could not be read', () => {
    const broken = input({records: 0, wifiRecords: 0, problems: [{offset: 0, line: 0, message: 'The file is empty.'}]})
    expect(say({inputs: [broken], sessions: []}).text).toBe(
      'Nothing could be judged: trace.txt could not be read: The file is empty.',
    )
  })

  it('tells events without a session from no events', () => {
    expect(say({sessions: []}).text).toMatch(/^No session could be rebuilt from 318 Wi-Fi events; /)
    expect(say({sessions: [session({kind: 'scan'})]}).text).toMatch(/^1 session, none of them a roam or connect; /)
  })
})
