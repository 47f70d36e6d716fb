import {beforeAll, describe, expect, it} from 'vitest'
import type {FleetSummary} from '../../src/fleet/summary.js'
import {csvLine} from '../../src/reports/csv-line.js'
import {healthReports} from '../../src/reports/health/index.js'
import {widthOf} from '../../src/reports/text/width.js'
import {associated, capture, roam} from '../fleet/roams.js'
import {healthOf} from '../fleet/run.js'
import {options} from './options.js'

const start = associated(-5000)
const lost = '9000 IND DISASSOCIATION 1 - AP-B status=13 deauth-frame{reason=15}'
/** Five captures of an older driver, five of a newer and worse one, one with losses, one that is none. */
const texts = [
  ...[50, 55, 60, 65, 70].map(takes => capture('label driver=24.9', start, roam(0, {takes}))),
  ...[55, 60, 65, 70].map(takes => capture('label driver=24.30', start, roam(0, {takes, auth: 'RSNA'}), lost)),
  capture('label driver=24.30', start, roam(0, {status: 54})),
  capture('capture loss=20..30', start, roam(0)),
  'nothing\n',
]
let fleet: FleetSummary
let nothing: FleetSummary

beforeAll(async () => {
  fleet = await healthOf(texts, {by: ['driver']})
  nothing = await healthOf(['nothing\n', ''])
})

type Facts = Parameters<typeof options>[0]

const rendered = (id: string, summary: FleetSummary, facts: Facts = {}) => {
  const report = healthReports.find(one => one.id === id)
  return [...(report?.render(summary, options({paths: ['logs/'], ...facts})) ?? [])].join('')
}
const screen = (summary: FleetSummary, facts?: Facts) => rendered('text', summary, facts).trimEnd().split('\n')

describe('the screen', () => {
  it('begins with the health line in words', () => {
    expect(screen(fleet).slice(0, 15)).toEqual(
      `\
Read      12 files · 4.9 KiB · 91 records, 90 of Wi-Fi
Quality   11 of 12 captures could be judged · 1 with lost events
          6.7% of 15 sessions (95% interval 1.2 to 29.8%) affected
Roams     11: 10 success, 1 failed · success 90.9% of 11 (95% interval 62.3 to 98.4%)
Connects  none
Time      command to service p50 94 ms, 84 ms to 104 ms · measured in 10 of 10 roams
FT        0% of 10 roams (95% interval 0 to 27.8%)
Errors    none
Changes   driver 24.9 to 24.30: fewer than 20 sessions on one side, or no change

COHORTS  by driver; all metrics of each in --format json
driver  captures  roams  success       interval  service p50  p95  FT
24.30          5      5      80%  37.6 to 96.4%            –    –   –
24.9           5      5     100%   56.6 to 100%        94 ms    –  0%
(none)         1      1        –                           –    –   –`.split('\n'),
    )
  })

  it.each([60, 80, 100, 140])('keeps to %i columns but for commands and says nothing twice', width => {
    const lines = screen(fleet, {width})
    for (const line of lines)
      if (!/ roamscope (health|explain|inspect) /.test(line)) expect(widthOf(line), line).toBeLessThanOrEqual(width)
    const headings = lines.filter(line => /^[A-Z]{4}/.test(line))
    expect(new Set(headings).size).toBe(headings.length)
  })

  it('is plain ASCII where the terminal knows no more', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a range is the point
    expect(rendered('text', fleet, {unicode: false})).toMatch(/^[\x00-\x7f]*$/)
  })

  it('labels approximations and gives no official figure', () => {
    const text = screen(fleet).join('\n')
    const [, approximations = ''] = text.split('\nAPPROXIMATIONS')
    expect(approximations).toMatch(/not the official figures/)
    expect(text.slice(0, text.indexOf('APPROXIMATIONS'))).not.toMatch(/40408290|40722983/)
  })

  it('names what could not be judged, and nothing else where all of it could not be', () => {
    expect(screen(fleet)).toContain('  l.scenario  no message between Windows and a Wi-Fi driver in 1 record')
    const lines = screen(nothing)
    expect(lines[1]).toBe('Quality   0 of 2 captures could be judged')
    expect(lines.join('\n')).not.toMatch(/SHARES|Roams|APPROXIMATIONS/)
  })

  it('shows hostile labels and paths as text', async () => {
    const evil = await healthOf([capture('', start, roam(0))], {
      by: ['dri\u001bver'],
      labels: {'dri\u001bver': '\u202e<b>'},
    })
    const text = rendered('text', evil)
    expect(text).toContain('dri\\x1bver')
    expect(text).toContain('\\u202e<b>')
  })

  it('is the line under --quiet', () => {
    expect(rendered('text', fleet, {quiet: true})).toBe(rendered('line', fleet))
  })
})

describe('the line', () => {
  it('has the order of part D, one word a value', () => {
    const line = rendered('line', fleet)
    expect(line.endsWith('\n') && line.indexOf('\n') === line.length - 1).toBe(true)
    const [name, ...words] = line.trimEnd().split(' ')
    expect(name).toBe('roamscope')
    const pairs = words.map(word => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const)
    expect(Object.fromEntries(pairs)).toMatchObject({
      captures: '12',
      unreadable: '1',
      with_loss: '1',
      sessions_affected: '1/15',
      roam_success: '90.9%',
      roam_success_interval: '62.3..98.4%',
      roams: '10/11',
      t_service_p50: '94ms',
      t_service_p95: '-',
      t_service_measured: '10/10',
      ft_share: '0%',
      ft_roams: '0/10',
      changes: '24.9>24.30(-)',
    })
    expect(pairs.map(([key]) => key)).toEqual([
      ...['captures', 'unreadable', 'with_loss', 'coarse', 'missing_family', 'sessions_affected'],
      ...['roam_success', 'roam_success_interval', 'roams', 't_service_p50', 't_service_p95', 't_service_measured'],
      ...['ft_share', 'ft_roams', 'errors', 'changes'],
    ])
  })

  it('says nothing of what it does not know', () => {
    expect(rendered('line', nothing)).toMatch(/unreadable=2 .* roam_success=- .* errors=- changes=-\n$/)
  })

  it('is one line whatever a driver calls itself', async () => {
    const odd = await healthOf([
      capture('label driver="a b=c"', start, roam(0)),
      capture('label driver="a\u2028c > (d)"', start, roam(0)),
    ])
    expect(rendered('line', odd).split(/[\n\u2028]/)).toHaveLength(2)
    expect(rendered('line', odd).trimEnd().split(' ').at(-1)).toMatch(/^changes=[^\s=(]*>[^\s=(]*\(-\)$/)
  })
})

describe('CSV', () => {
  it('has a row for every metric of the fleet and of each cohort, all of one length', () => {
    const rows = rendered('csv', fleet).trimEnd().split('\n')
    const [head, ...body] = rows.map(row => row.split(','))
    expect(head?.slice(0, 4)).toEqual(['scope', 'driver', 'metric', 'part'])
    expect(new Set(rows.map(row => row.split(',').length)).size).toBe(1)
    for (const cohort of ['fleet,', 'cohort,24.9', 'cohort,24.30', 'cohort,']) {
      const own = body.filter(cells => `${cells[0]},${cells[1]}` === cohort)
      expect(new Set(own.map(cells => cells[2]))).toEqual(new Set(Object.keys(fleet.metrics)))
    }
    expect(rows).toContain(`fleet,,ftShare,,0,10,0,0,${fleet.metrics.ftShare.high},,,,,,,,,`)
    expect(rows).toContain('cohort,24.30,disconnectAfterRoam,,4,4,,,,,,,,,,,,')
  })

  it('runs no formula and breaks at no quote', () => {
    expect(csvLine(['=1+1', '+a', '-b', '@c', '\td', 'e,f', 'g"h', 'i\nj', -5, null, ''])).toBe(
      `'=1+1,'+a,'-b,'@c,'\td,"e,f","g""h","i\nj",-5,,\n`,
    )
  })
})

describe('JSON', () => {
  it('has the keys of the contract in their order', () => {
    const parsed = JSON.parse(rendered('json', fleet))
    expect(Object.keys(parsed)).toEqual(['schemaVersion', 'metrics', 'cohorts', 'rules', 'captures'])
    const metrics = [
      ...['roamSuccess', 'roamSuccessStrict', 'stayShare', 'connectSuccess', 'roamRate', 'timeToRoam', 'outage'],
      ...['ftShare', 'ftShareOfEligible', 'ftFallback', 'pmkidFallback', 'pingPong', 'bandFlip', 'failedCandidates'],
      ...['disconnectAfterRoam', 'handshakeFailures', 'triggerMix', 'triggerYield', 'topCodes', 'apPairs', 'hostShare'],
      'limits',
    ]
    expect(Object.keys(parsed.metrics)).toEqual(metrics)
    expect(parsed.cohorts.map((cohort: object) => Object.keys(cohort))).toEqual([
      ['by', 'metrics'],
      ['by', 'metrics'],
      ['by', 'metrics'],
    ])
    expect(Object.keys(parsed.cohorts[0].metrics)).toEqual(metrics)
    expect(parsed.cohorts.map((cohort: {by: object}) => cohort.by)).toEqual([
      {driver: '24.30'},
      {driver: '24.9'},
      {driver: null},
    ])
    expect(Object.keys(parsed.captures)).toEqual([
      ...['total', 'unreadable', 'withLoss', 'coarse', 'missingFamily', 'sessionsAffected'],
    ])
  })
})
