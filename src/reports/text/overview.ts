import type {InputReport, SessionReport} from '../../analysis/analysis.js'
import {duration} from '../../analysis/duration.js'
import {calendarDay, clockTime} from '../../analysis/moment.js'
import {isLinkSession, wentWrong, worstFirst} from '../../analysis/worst.js'
import {type Page, plural, thousands} from './page.js'
import {severitySign} from './severity.js'
import {cut, cutLeft} from './width.js'

/** The first screen: what was read, what it can show, the verdict, how many ended how, and the bad ones. */
export function* overview(page: Page): Iterable<string> {
  yield cut(page.theirs(`roamscope ${page.analysis.tool.version}  ${whatWasRead(page)}`), page.width)
  yield* page.labelled('Capture', page.ours(captureFacts(page)))
  yield* page.labelled('Can show', page.ours(canShow(page)))
  const cannot = cannotShow(page)
  if (cannot !== '') yield* page.labelled('Cannot', page.ours(cannot), page.chalk.yellow)
  yield ''
  const {text, confidence} = page.analysis.verdict
  yield* page.labelled('VERDICT', page.sentence(`${text} Confidence: ${confidence}.`), page.chalk.bold)
  yield ''
  yield* outcomes(page)
  yield* findingCounts(page)
  yield* badOnes(page)
}

function whatWasRead(page: Page): string {
  const {inputs} = page.analysis
  const records = inputs.reduce((sum, input) => sum + input.records, 0)
  const wifi = inputs.reduce((sum, input) => sum + input.wifiRecords, 0)
  const facts = `${page.ours(' · ')}${plural(records, 'record')}, ${thousands(wifi)} of Wi-Fi`
  const [only] = inputs
  if (inputs.length === 1 && only) {
    const what = ` ${page.ours('·')} ${only.format}, ${only.encoding}, ${bytes(only.bytes)}`
    return cutLeft(only.path, Math.max(page.width - 60, 20)) + what + facts
  }
  const size = inputs.reduce((sum, input) => sum + input.bytes, 0)
  return `${plural(inputs.length, 'file')} ${page.ours('·')} ${formats(inputs)}, ${bytes(size)}${facts}`
}

function formats(inputs: readonly InputReport[]): string {
  const counts = new Map<string, number>()
  for (const {format} of inputs) counts.set(format, (counts.get(format) ?? 0) + 1)
  return [...counts].map(([format, n]) => (counts.size === 1 ? format : `${format} (${n})`)).join(', ')
}

export function bytes(n: number): string {
  if (n < 1024) return `${n} B`
  const units = ['KiB', 'MiB', 'GiB', 'TiB']
  let value = n / 1024
  let unit = 0
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${value.toFixed(1)} ${units[unit]}`
}

const zones = {utc: 'UTC', local: 'local time, zone unknown', relative: 'from the zero of the trace'}

function captureFacts(page: Page): string {
  const {capture} = page.analysis
  const {startUs, endUs, zone} = capture
  const facts: string[] = []
  if (startUs !== null && endUs !== null) {
    const day = calendarDay(startUs, zone)
    const lastDay = calendarDay(endUs, zone)
    const from = `${day} ${clockTime(startUs, zone)}`.trim()
    const to = `${lastDay === day ? '' : lastDay} ${clockTime(endUs, zone)}`.trim()
    facts.push(`${from} to ${to} ${zones[zone]} (${duration(endUs - startUs, null)})`)
  } else {
    facts.push('no dated record')
  }
  if (capture.granularityUs !== null) facts.push(`clock ${duration(capture.granularityUs, null)}`)
  for (const {id, name, model} of capture.adapters) {
    facts.push(`adapter ${id}${name === null ? '' : ` ${page.theirs(name)}`} (${model})`)
  }
  for (const key of Object.keys(capture.labels).sort()) {
    facts.push(`${page.theirs(key)}=${page.theirs(capture.labels[key] ?? '')}`)
  }
  return facts.join(' · ')
}

const familyNames: readonly (readonly [families: readonly string[], name: string])[] = [
  [['M1', 'TASK', 'PROP'], 'commands (M1)'],
  [['M3'], 'responses (M3)'],
  [['IND'], 'indications and completions'],
  [['LOG'], 'system log'],
]

const has = (page: Page, families: readonly string[]) =>
  families.some(family => page.analysis.capture.families.includes(family))

function canShow(page: Page): string {
  const shown = familyNames.filter(([families]) => has(page, families)).map(([, name]) => name)
  const {rules} = page.analysis
  const ran = rules.filter(rule => rule.status === 'ran').length
  const judged = `${ran} of ${plural(rules.length, 'rule')} could judge it`
  return `${shown.length === 0 ? 'nothing of Wi-Fi' : shown.join(', ')} · ${judged}`
}

function cannotShow(page: Page): string {
  const {capture, inputs} = page.analysis
  const lost = inputs.reduce((sum, input) => sum + input.lostEvents, 0)
  const undecoded = inputs.reduce((sum, input) => sum + input.undecoded, 0)
  const problems = inputs.reduce((sum, input) => sum + input.problems.length, 0)
  const missing: string[] = []
  if (inputs.some(input => input.wifiRecords > 0)) {
    for (const [families, name] of familyNames.slice(0, 3)) if (!has(page, families)) missing.push(`no ${name}`)
  }
  if (lost > 0) missing.push(`${plural(lost, 'event')} lost`)
  if (capture.lossSpans.length > 0) missing.push(`${plural(capture.lossSpans.length, 'span')} with losses`)
  if ((capture.granularityUs ?? 0) >= 10_000) missing.push('millisecond limits, the clock is too coarse')
  if (undecoded > 0) missing.push(`${plural(undecoded, 'record')} without a format file`)
  if (problems > 0) missing.push(`${plural(problems, 'problem')} in reading`)
  return missing.join(' · ')
}

function* outcomes(page: Page): Iterable<string> {
  const {sessions} = page.analysis
  const roams = sessions.filter(session => session.kind === 'roam' || session.kind === 'legacy-roam')
  const connects = sessions.filter(session => session.kind === 'connect' || session.kind === 'legacy-connect')
  const others = sessions.filter(session => !isLinkSession(session))
  if (sessions.length === 0) yield* page.labelled('Sessions', 'none')
  if (roams.length > 0) yield* page.labelled('Roams', page.ours(tally(roams, session => session.outcome ?? 'unknown')))
  if (connects.length > 0) {
    yield* page.labelled('Connects', page.ours(tally(connects, session => session.outcome ?? 'unknown')))
  }
  if (others.length > 0) yield* page.labelled('Others', page.ours(tally(others, session => session.kind)))
}

/** "41: 36 success, 3 stayed, 2 failed", the commonest first. */
function tally(sessions: readonly SessionReport[], key: (session: SessionReport) => string): string {
  const counts = new Map<string, number>()
  for (const session of sessions) counts.set(key(session), (counts.get(key(session)) ?? 0) + 1)
  const parts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return `${thousands(sessions.length)}: ${parts.map(([name, n]) => `${thousands(n)} ${name}`).join(', ')}`
}

function* findingCounts(page: Page): Iterable<string> {
  const {findings} = page.analysis
  const violations = findings.filter(finding => finding.verdict === 'violation')
  const parts: string[] = []
  for (const severity of ['error', 'warning', 'info'] as const) {
    const n = violations.filter(finding => finding.severity === severity).length
    if (n > 0) parts.push(`${severitySign[severity]} ${thousands(n)} ${severity}`)
  }
  if (parts.length === 0) parts.push('none violated')
  const open = findings.length - violations.length
  if (open > 0) parts.push(`○ ${thousands(open)} undecided`)
  const blames = new Map<string, number>()
  for (const {blame} of violations) blames.set(blame, (blames.get(blame) ?? 0) + 1)
  const fault = [...blames].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (fault.length > 0) parts.push(`fault: ${fault.map(([blame, n]) => `${blame} ${thousands(n)}`).join(', ')}`)
  yield* page.labelled('Findings', page.ours(parts.join(' · ')))
}

function* badOnes(page: Page): Iterable<string> {
  const {sessions, findings} = page.analysis
  const bad = worstFirst(sessions, findings).filter(session => isLinkSession(session) && wentWrong(session))
  if (bad.length === 0) return
  const shown = bad.slice(0, 4).map(session => `${session.id} ${session.outcome} at ${page.time(session.startUs)}`)
  const more = bad.length > shown.length ? ` · ${bad.length - shown.length} more` : ''
  yield* page.labelled('Bad', page.ours(`${shown.join(' · ')}${more}`), page.chalk.red)
}
