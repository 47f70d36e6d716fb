import type {SessionReport} from '../../analysis/analysis.js'
import {isLinkSession, wentWrong, worstFirst} from '../../analysis/worst.js'
import {canShow, captureFacts, missing, whatWasRead} from './coverage.js'
import {plural, thousands} from './layout.js'
import type {Page} from './page.js'
import {severitySign} from './severity.js'

/** The first twelve lines: what was read, what it can show, the verdict, how many ended how, the bad ones. */
export function* overview(page: Page): Iterable<string> {
  yield* page.labelled('Read', whatWasRead(page))
  yield* page.labelled('Capture', captureFacts(page))
  const nothing = page.analysis.inputs.every(input => input.wifiRecords === 0)
  if (!nothing) yield* page.labelled('Shows', canShow(page))
  yield* page.labelled('Missing', missing(page), page.chalk.yellow)
  const {text, confidence} = page.analysis.verdict
  yield* page.labelled('VERDICT', page.sentence(`${text} Confidence: ${confidence}.`), page.chalk.bold)
  if (nothing) return
  yield* page.labelled('Sessions', outcomes(page))
  yield* page.labelled('Bad', badOnes(page), page.chalk.red)
  yield* page.labelled('Findings', findingCounts(page))
}

function outcomes(page: Page): string[] {
  const {sessions} = page.analysis
  if (sessions.length === 0) return ['none']
  const roams = sessions.filter(session => session.kind === 'roam' || session.kind === 'legacy-roam')
  const connects = sessions.filter(session => session.kind === 'connect' || session.kind === 'legacy-connect')
  const others = sessions.filter(session => !isLinkSession(session))
  const facts: string[] = []
  if (roams.length > 0) facts.push(`${plural(roams.length, 'roam')}: ${tally(roams, outcomeOf)}`)
  if (connects.length > 0) facts.push(`${plural(connects.length, 'connect')}: ${tally(connects, outcomeOf)}`)
  if (others.length > 0) facts.push(`other: ${tally(others, session => session.kind)}`)
  return facts
}

const outcomeOf = (session: SessionReport) => session.outcome ?? 'unknown'

/** "36 success, 3 stayed, 2 failed", the commonest first. */
function tally<T>(things: readonly T[], key: (thing: T) => string): string {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(key(thing), (counts.get(key(thing)) ?? 0) + 1)
  const parts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return parts.map(([name, n]) => `${thousands(n)} ${name}`).join(', ')
}

function badOnes(page: Page): string[] {
  const {sessions, findings} = page.analysis
  const bad = worstFirst(sessions, findings).filter(session => isLinkSession(session) && wentWrong(session))
  const shown = bad
    .slice(0, 4)
    .map(({id, outcome, startUs}) => `${id} ${outcome}${page.isDated ? ` at ${page.time(startUs)}` : ''}`)
  return bad.length > shown.length ? [...shown, `${thousands(bad.length - shown.length)} more`] : shown
}

function findingCounts(page: Page): string[] {
  const {findings} = page.analysis
  const violations = findings.filter(finding => finding.verdict === 'violation')
  const facts: string[] = []
  for (const severity of ['error', 'warning', 'info'] as const) {
    const n = violations.filter(finding => finding.severity === severity).length
    if (n > 0)
      facts.push(page.ours(`${severitySign[severity]} ${severity === 'info' ? `${n} info` : plural(n, severity)}`))
  }
  if (facts.length === 0) facts.push('no rule violated')
  const open = findings.length - violations.length
  if (open > 0) facts.push(page.ours(`○ ${thousands(open)} undecided`))
  if (violations.length > 0) facts.push(`fault: ${tally(violations, finding => finding.blame)}`)
  return facts
}
