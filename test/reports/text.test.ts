import {describe, expect, it} from 'vitest'
import type {Analysis} from '../../src/analysis/analysis.js'
import {text} from '../../src/reports/text/index.js'
import {widthOf} from '../../src/reports/text/width.js'
import type {RuleMeta} from '../../src/rules/rule.js'
import type {WindowsView} from '../../src/sessions/windows/view.js'
import {analysis, finding, input, session, t0, tally} from './analyses.js'
import {badDay} from './bad-day.js'
import {options} from './options.js'

const screen = (subject: Analysis, facts: Parameters<typeof options>[0] = {}) =>
  [...text.render(subject, options(facts))].join('').trimEnd().split('\n')
const shown = (subject: Analysis, facts?: Parameters<typeof options>[0]) => screen(subject, facts).join('\n')

describe('the first twelve lines', () => {
  it.each([80, 100, 140])('answer at %i columns what was read, shown, concluded, counted, and broken', width => {
    const top = screen(badDay(), {width}).slice(0, 12).join('\n')
    expect(top).toContain('nettrace-0342.txt')
    expect(top).toContain('2026-03-02 14:00:00 to 14:28:58 UTC')
    expect(top).toMatch(/commands, responses, indications/)
    expect(top).toMatch(/VERDICT {3}The roam from AP-2 to AP-3 at 2026-03-02 14:18:00.000 hung, and the/)
    expect(top).toContain('3 roams: 2 success, 1 hung')
    expect(top).toMatch(/Bad {7}b207d1f0 hung at 14:18:00.000/)
  })
})

it('reads as a whole', () => {
  expect(screen(badDay())).toEqual(
    `\
Read      field/nettrace-0342.txt · tracefmt, utf-8, 1.2 MiB · 41,882 records, 318 of Wi-Fi
Capture   2026-03-02 14:00:00 to 14:28:58 UTC (28 min 58 s) · clock 1 µs · wificx adapter
Shows     commands, responses, indications · 4 of 7 rules could judge it
Missing   1 place that could not be read
VERDICT   The roam from AP-2 to AP-3 at 2026-03-02 14:18:00.000 hung, and the driver is at fault:
          TASK_ROAM (transaction 103) had no completion 30 s after its response (task-hang-m3-m4); 1
          of 4 roams and connects went wrong. Confidence: high.
Sessions  3 roams: 2 success, 1 hung · 1 connect: 1 success · other: 1 scan
Bad       b207d1f0 hung at 14:18:00.000
Findings  ✗ 3 errors · ● 1 info · ○ 1 undecided · fault: 3 driver, 1 host

SESSIONS  worst first
   id        start         kind     route         task  outage  outcome  findings
✗  b207d1f0  14:18:00.000  roam     AP-2 → AP-3      –       –  hung     task-hang-m3-m4
✗  7f3a9c12  14:00:00.000  roam     AP-1 → AP-2  82 ms  104 ms  success  roam-disassoc-after-assoc
✗  a91c03e4  14:05:00.000  roam     AP-1 → AP-2  82 ms  104 ms  success  roam-disassoc-after-assoc …
○  0cd41122  14:19:00.000  connect  → AP-2       82 ms  104 ms  success  1 undecided
✓  0cd41123  14:20:00.000  scan     –            82 ms  104 ms  success
task: command to completion · outage: old link gone to keys or link

FINDINGS  3 rules violated

✗ error  task-hang-m3-m4  fault: driver
  14:18:30.000 · b207d1f0: TASK_ROAM (transaction 103) had no completion 30 s after its response.
    field/nettrace-0342.txt:14  [2]0F24.1020::03/02/2026-14:00:00.010 [WDI] IND
      FT_ASSOC_PARAMS_NEEDED port 1
    expected: ROAM_COMPLETE of transaction 103
  source: network/wdi-hang-detection-and-recovery · more: roamscope explain task-hang-m3-m4

✗ error  roam-disassoc-after-assoc  fault: driver · 2 times, 14:00:00.084 to 14:05:00.084
  14:00:00.084 · 7f3a9c12: DISASSOCIATION of AP-1 came 4.0 ms after the ASSOCIATION_RESULT for
    AP-2.
    field/nettrace-0342.txt:14  [2]0F24.1020::03/02/2026-14:00:00.010 [WDI] IND
      FT_ASSOC_PARAMS_NEEDED port 1
    expected: DISASSOCIATION of AP-1 before the successful ASSOCIATION_RESULT
  14:05:00.084 · a91c03e4: DISASSOCIATION of AP-1 came 4.0 ms after the ASSOCIATION_RESULT for
    AP-2.
    field/nettrace-0342.txt:14  [2]0F24.1020::03/02/2026-14:00:00.010 [WDI] IND
      FT_ASSOC_PARAMS_NEEDED port 1
    expected: DISASSOCIATION of AP-1 before the successful ASSOCIATION_RESULT
  source: netcx/oid-wdi-task-roam · more: roamscope explain roam-disassoc-after-assoc

● info  ft-host-slow  fault: host
  14:00:00.010 · a91c03e4: The host took 60.0 ms to answer FT_ASSOC_PARAMS_NEEDED of AP-2 (budget
    50 ms).
    field/nettrace-0342.txt:14  [2]0F24.1020::03/02/2026-14:00:00.010 [WDI] IND
      FT_ASSOC_PARAMS_NEEDED port 1
  source: netcx/ndis-status-wdi-indication-ft-assoc-params-needed
  more: roamscope explain ft-host-slow

UNDECIDED  1 finding that something not recorded could undo: neither violated nor passed

○ warning  link-state-not-reported  fault: driver
  14:20:00.000 · 0cd41122 · medium confidence: No LINK_STATE_CHANGE for AP-2 in 10 s after the
    connection.
    field/nettrace-0342.txt:14  [2]0F24.1020::03/02/2026-14:00:00.010 [WDI] IND
      FT_ASSOC_PARAMS_NEEDED port 1
    open because a lost event may change it (L-LOSS)
  source: netcx/ndis-status-wdi-indication-ft-assoc-params-needed
  more: roamscope explain link-state-not-reported

NOT JUDGED  3 of 7 rules: their silence says nothing
    2  no SAE exchange: sae-commit-loop, sae-response-missing
    1  link infos (0x204) are not exported: mlo-link-info-missing

PROBLEMS  1 place not read in full
  field/nettrace-0342.txt:7  The record has no time.

ADDRESSES
  AP-1 02:00:00:00:0a:01 · AP-2 02:00:00:00:0b:01 · AP-3 02:00:00:00:0c:01

next  roamscope explain task-hang-m3-m4
      roamscope inspect trace.txt
      roamscope trace.txt --format json`.split('\n'),
  )
})

describe('any width', () => {
  it.each([60, 70, 80, 100, 140])('holds at %i columns, in Unicode and in ASCII', width => {
    for (const unicode of [true, false]) {
      for (const line of screen(badDay(), {width, unicode})) expect(widthOf(line), line).toBeLessThanOrEqual(width)
    }
  })

  it('in ASCII has nothing else', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a range is the point
    expect(shown(badDay(), {unicode: false})).toMatch(/^[\x0a\x20-\x7e]*$/)
    expect(shown(badDay(), {unicode: false})).toContain('AP-2 > AP-3')
  })

  it('loses the same columns in the same order', () => {
    const head = (width: number) => screen(badDay(), {width}).find(line => line.includes(' id ')) as string
    expect(head(140).trim().split(/\s+/)).toEqual([
      'id',
      'start',
      'kind',
      'route',
      'class',
      'task',
      'service',
      'outage',
      'outcome',
      'findings',
    ])
    expect(head(80).trim().split(/\s+/)).toEqual(['id', 'start', 'route', 'outcome', 'findings'])
    expect(head(60).trim().split(/\s+/)).toEqual(['id', 'start', 'outcome', 'findings'])
  })
})

it('colours only what already says it in words, and nothing without colour', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const colours = /\u001b\[\d+m/g
  const coloured = shown(badDay(), {color: true})
  expect(coloured).toMatch(colours)
  expect(coloured.replace(colours, '')).toBe(shown(badDay()))
})

const told: WindowsView = {
  outcome: 'failed',
  ssid: 'corp',
  profile: null,
  mode: null,
  phy: null,
  authentication: null,
  cipher: null,
  onex: null,
  reason: null,
  dot11Status: null,
  rssi: null,
  onexStarts: 0,
  onexRestarts: 0,
  tracks: [],
  lastGood: null,
  firstBad: null,
  disagreement: null,
}

it('names the network where Windows does, and no column where nobody does', () => {
  const windows = session({oldPeer: null, newPeer: null, attempts: [], windows: told})
  const rows = screen(analysis({sessions: [windows, session()]}), {width: 140})
  const [heads = '', ...lines] = rows.slice(rows.findIndex(line => line.includes('  outcome')))
  expect(heads).toMatch(/network +route/)
  expect(lines[0]?.indexOf('corp')).toBe(heads.indexOf('network'))
  expect(shown(analysis({sessions: [windows]}))).not.toContain('route')
  expect(shown(analysis({sessions: [session()]}))).not.toContain('network')
})

it('shows hostile text as text, everywhere', () => {
  const evil = '\u001b[2J\u202e<img>\u200b'
  const subject = analysis({
    inputs: [input({path: `a${evil}.txt`, problems: [{offset: 0, line: 1, message: evil}]})],
    capture: {...analysis().capture, labels: {[evil]: evil}, adapters: [{id: '0', name: evil, model: 'wdi'}]},
    findings: [
      finding({
        severity: 'error',
        message: evil,
        expected: [evil],
        evidence: [null, evil].map(said => ({input: 0, line: 1, offset: 0, atUs: t0, text: evil, said})),
      }),
    ],
    sessions: [session({findings: [0], outcome: 'failed', newPeer: evil, windows: {...told, ssid: evil}})],
    rules: [tally({status: 'crashed', reason: evil}), tally({status: 'not-applicable', reason: evil})],
  })
  for (const facts of [{}, {quiet: true}, {verbose: true}, {unicode: false}]) {
    expect(shown(subject, {...facts, paths: [evil]})).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}]/u)
  }
  expect(shown(subject)).toContain('\\x1b[2J\\u202e<img>')
})

describe('nothing found', () => {
  it('is never just nothing', () => {
    const all = shown(
      analysis({rules: [tally(), tally({id: 'x', status: 'not-applicable', reason: 'no FT exchange', pass: 0})]}),
    )
    expect(all).toContain('FINDINGS  none: 1 rule judged 1 session and found nothing; 1 rule could not judge')
    expect(all).toContain('    1  no FT exchange: x')
  })

  it('is no praise where nothing was judged', () => {
    const all = shown(analysis({rules: [tally({status: 'not-applicable', pass: 0})]}))
    expect(all).toContain('none, but no rule had what it needs to judge: this says nothing about the driver')
  })
})

it('tells how to record Wi-Fi where there is none, with whole command lines', () => {
  const all = screen(analysis({inputs: [input({wifiRecords: 0})], sessions: [], rules: []}), {width: 60})
  expect(all.join('\n')).toContain('Nothing could be judged')
  expect(all).toContainEqual(
    expect.stringMatching(
      /^ {4}netsh trace start wireless_dbg provider=\{21ba7b61-05f8-41f1-9048-c09493dcfe38\} level=0xff keywords=0xff .*tracefile=wifi\.etl$/,
    ),
  )
})

it('names crashed rules as bugs of ours', () => {
  const all = shown(analysis({rules: [tally({id: 'odd', status: 'crashed', reason: 'x is undefined'})]}))
  expect(all).toContain('✗ rule odd crashed and judged nothing: x is undefined. This is a bug in roamscope.')
})

describe('many', () => {
  const sessions = Array.from({length: 1000}, (_, i) => session({id: String(i).padStart(8, '0'), startUs: t0 + i}))
  const findings = Array.from({length: 1000}, (_, i) => finding({session: String(i).padStart(8, '0')}))

  it('sessions are read in a minute: a limit, and a way to see all', () => {
    const short = screen(analysis({sessions, findings}))
    expect(short.length).toBeLessThan(70)
    expect(short.join('\n')).toContain('… 980 more (--limit 0 shows all)')
    expect(short.join('\n')).toContain('… 997 more of this rule (--verbose shows all)')
    expect(screen(analysis({sessions, findings}), {limit: 0}).length).toBeGreaterThan(3000)
  })

  it('findings and sessions of a long night do not break it', () => {
    const long = Array.from({length: 200_000}, (_, i) => session({id: String(i), startUs: t0 + i, findings: [i]}))
    const found = long.map(({id, startUs}) => finding({session: id, atUs: startUs}))
    expect(screen(analysis({sessions: long, findings: found})).length).toBeLessThan(70)
  })

  it('of one session several ports and adapters are told apart', () => {
    const two = analysis({sessions: [session(), session({id: 'b', port: 2})]})
    expect(shown(two)).toMatch(/id .* port/)
    const dual = {
      ...two.capture,
      adapters: [
        {id: '0', name: null, model: 'wdi' as const},
        {id: '1', name: 'USB', model: 'wdi' as const},
      ],
    }
    expect(shown({...two, capture: dual})).toMatch(/ 0\/2 /)
  })
})

it('shows the day of every time where they differ, and only there', () => {
  const day = 86_400_000_000
  const base = analysis()
  const long = {...base.capture, endUs: t0 + 2 * day}
  expect(shown({...base, capture: long})).toMatch(/ 7f3a9c12 {2}14:00:00\.000 /)
  const two = [session(), session({id: 'b', startUs: t0 + day})]
  expect(shown({...base, capture: long, sessions: two})).toMatch(/ 7f3a9c12 {2}03-02 14:00:00\.000 /)
})

it('tells what a rule wants and what to do next, where the catalogue knows', () => {
  const meta = {statement: 'The host answers within 50 ms.', next: 'Ask the Windows team.'} as RuleMeta
  const all = shown(analysis({findings: [finding()]}), {rules: new Map([['ft-host-slow', meta]])})
  expect(all).toContain('  The host answers within 50 ms.\n  next: Ask the Windows team.\n')
})

it('is one line a finding when quiet, as compilers print them, with full addresses', () => {
  expect(shown(badDay(), {quiet: true}).split('\n')).toEqual([
    'field/nettrace-0342.txt:14: error roam-disassoc-after-assoc (driver) DISASSOCIATION of 02:00:00:00:0a:01 came 4.0 ms after the ASSOCIATION_RESULT for 02:00:00:00:0b:01. [session 7f3a9c12]',
    'field/nettrace-0342.txt:14: error roam-disassoc-after-assoc (driver) DISASSOCIATION of 02:00:00:00:0a:01 came 4.0 ms after the ASSOCIATION_RESULT for 02:00:00:00:0b:01. [session a91c03e4]',
    'field/nettrace-0342.txt:14: error task-hang-m3-m4 (driver) TASK_ROAM (transaction 103) had no completion 30 s after its response. [session b207d1f0]',
    'field/nettrace-0342.txt:14: undecided warning link-state-not-reported (driver) No LINK_STATE_CHANGE for 02:00:00:00:0b:01 in 10 s after the connection. [session 0cd41122]',
    'field/nettrace-0342.txt:14: info ft-host-slow (host) The host took 60.0 ms to answer FT_ASSOC_PARAMS_NEEDED of 02:00:00:00:0b:01 (budget 50 ms). [session a91c03e4]',
  ])
})

it('is the same text every time, and leaves the analysis as it was', () => {
  const subject = badDay()
  const before = JSON.stringify(subject)
  expect(shown(subject)).toBe(shown(subject))
  expect(JSON.stringify(subject)).toBe(before)
})
