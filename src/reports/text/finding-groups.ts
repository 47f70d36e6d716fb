import {judged} from '../../analysis/judged.js'
import {severityRank, wentWrong} from '../../analysis/worst.js'
import type {Finding} from '../../rules/finding.js'
import type {LimitCode} from '../../rules/rule.js'
import {plural, thousands} from './layout.js'
import type {Page} from './page.js'
import {severitySign, severityStyle} from './severity.js'
import {cut, cutLeft, widthOf, wrap} from './width.js'

/** Findings by rule, the gravest rules first: how often, whose fault, the clearest examples with their evidence. */
export function* findingGroups(page: Page): Iterable<string> {
  const violations = page.analysis.findings.filter(finding => finding.verdict === 'violation')
  const open = page.analysis.findings.filter(finding => finding.verdict === 'inconclusive')
  yield* page.heading(
    'FINDINGS',
    violations.length === 0 ? silence(page) : `${plural(groups(page, violations).length, 'rule')} violated`,
  )
  yield* shownGroups(page, violations)
  if (open.length === 0) return
  const why = `${plural(open.length, 'finding')} that something not recorded could undo: neither violated nor passed`
  yield* page.heading('UNDECIDED', why)
  yield* shownGroups(page, open)
}

/** Nothing found is only good news together with how much was looked at. */
function silence(page: Page): string {
  const {rules, sessions} = page.analysis
  const ran = judged(rules).length
  if (ran === 0) return 'none, but no rule had what it needs to judge: this says nothing about the driver'
  const rest = rules.filter(rule => rule.status !== 'ran').length
  const unable = rest > 0 ? `; ${plural(rest, 'rule')} could not judge` : ''
  return `none: ${plural(ran, 'rule')} judged ${plural(sessions.length, 'session')} and found nothing${unable}`
}

type Group = readonly [Finding, ...Finding[]]

/** By rule: the gravest first, of those the ones that explain a broken session, then the most frequent. */
function groups(page: Page, findings: readonly Finding[]): readonly Group[] {
  const byRule = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = byRule.get(finding.rule)
    if (group) group.push(finding)
    else byRule.set(finding.rule, [finding])
  }
  const broken = new Set(page.analysis.sessions.filter(wentWrong).map(session => session.id))
  const rank = (group: Group) => {
    const severity = group.reduce((most, finding) => Math.max(most, severityRank[finding.severity]), 0)
    return severity * 2 + (group.some(({session}) => session !== null && broken.has(session)) ? 1 : 0)
  }
  const all = [...byRule.values()] as unknown as Group[]
  return all.sort((a, b) => rank(b) - rank(a) || b.length - a.length || (a[0].rule < b[0].rule ? -1 : 1))
}

/** The rule to read about first. */
export function gravestRule(page: Page): string | null {
  const violations = page.analysis.findings.filter(finding => finding.verdict === 'violation')
  return (groups(page, violations)[0] ?? groups(page, page.analysis.findings)[0])?.[0].rule ?? null
}

function* shownGroups(page: Page, findings: readonly Finding[]): Iterable<string> {
  const all = groups(page, findings)
  const {limit} = page.options
  const shown = limit === 0 ? all : all.slice(0, limit)
  for (const group of shown) yield* oneGroup(page, group)
  if (shown.length < all.length)
    yield page.ours(`… ${plural(all.length - shown.length, 'rule')} more (--limit 0 shows all)`)
}

const examples = 3
const confident = {high: 3, medium: 2, low: 1} as const

function* oneGroup(page: Page, group: Group): Iterable<string> {
  const [first] = group
  const severity = [...group].sort((a, b) => severityRank[b.severity] - severityRank[a.severity])[0]?.severity ?? 'info'
  const style = severityStyle(severity, page.chalk)
  const sign = first.verdict === 'inconclusive' ? '○' : severitySign[severity]
  const facts = [
    `fault: ${[...new Set(group.map(finding => finding.blame))].join(', ')}`,
    ...(group.length === 1 ? [] : [`${thousands(group.length)} times${range(page, group)}`]),
  ]
  yield ''
  const title = page.ours(`${sign} ${severity}  `)
  const [line = '', ...more] = page.items(facts, page.width - widthOf(title) - first.rule.length - 2)
  yield `${style(title)}${page.chalk.bold(first.rule)}  ${page.chalk.cyan(line)}`
  for (const rest of more) yield `  ${page.chalk.cyan(rest)}`
  const sorted = [...group].sort((a, b) => confident[b.confidence] - confident[a.confidence])
  const wanted = page.options.verbose || page.options.limit === 0 ? sorted : sorted.slice(0, examples)
  for (const finding of wanted) yield* example(page, finding)
  if (wanted.length < group.length) {
    yield page.ours(`  … ${thousands(group.length - wanted.length)} more of this rule (--verbose shows all)`)
  }
  yield* aboutRule(page, first)
}

function range(page: Page, group: Group): string {
  const times = group.map(finding => finding.atUs).filter(at => at !== null)
  if (times.length < 2 || !page.isDated) return ''
  const first = times.reduce((a, b) => Math.min(a, b))
  const last = times.reduce((a, b) => Math.max(a, b))
  return first === last ? '' : `, ${page.time(first)} to ${page.time(last)}`
}

const evidenceLines = 4

function* example(page: Page, finding: Finding): Iterable<string> {
  const place = finding.atUs === null ? ['whole capture'] : page.isDated ? [page.time(finding.atUs)] : []
  if (finding.session !== null) place.push(finding.session)
  if (finding.confidence !== 'high') place.push(`${finding.confidence} confidence`)
  const text = `${place.join(page.ours(' · '))}: ${page.sentence(finding.message)}`
  for (const [i, line] of wrap(text, page.width - 4).entries()) yield `${i === 0 ? '  ' : '    '}${line}`
  const shown = page.options.verbose ? finding.evidence : finding.evidence.slice(0, evidenceLines)
  for (const record of shown) yield* evidence(page, record)
  const hidden = finding.evidence.length - shown.length
  if (hidden > 0) yield page.ours(`    … ${plural(hidden, 'line')} more (--verbose shows all)`)
  for (const missing of finding.expected) {
    for (const line of wrap(`expected: ${page.sentence(missing)}`, page.width - 4)) yield `    ${line}`
  }
  if (finding.limits.length > 0) {
    const why = `${finding.verdict === 'inconclusive' ? 'open because' : 'less sure because'} `
    const codes = finding.limits.map(code => `${limitWords[code]} (${code})`).join('; ')
    for (const line of wrap(why + codes, page.width - 4)) yield `    ${page.chalk.dim(line)}`
  }
}

/** Place and text of a record, on as many lines as it takes to get behind the prefix of its tool. */
function* evidence(page: Page, {input, line, text, said}: Finding['evidence'][number]): Iterable<string> {
  const path = page.analysis.inputs[input]?.path ?? '?'
  const where = `${cutLeft(page.theirs(path), Math.floor(page.width / 3))}:${line}`
  const room = page.width - 6
  const [first = '', ...more] = wrap(`${where}  ${page.theirs(said ?? text)}`, room)
  const lines = page.options.verbose ? more.length : page.width < 80 ? 2 : 1
  const rest = more.length <= lines ? more : [...more.slice(0, lines - 1), cut(more.slice(lines - 1).join(' '), room)]
  yield `    ${page.chalk.dim(where)}${first.slice(where.length).trimEnd()}`
  for (const piece of rest) yield `      ${piece}`
}

function* aboutRule(page: Page, {rule, source}: Finding): Iterable<string> {
  const meta = page.options.rules.get(rule)
  const room = page.width - 2
  const lines = [
    ...(meta ? wrap(page.sentence(meta.statement), room) : []),
    ...(meta ? wrap(`next: ${page.sentence(meta.next)}`, room) : []),
    // Of a rule of the user's own everything is said here.
    ...page.items(
      [`source: ${source}`, ...(meta?.category === 'user' ? [] : [`more: roamscope explain ${rule}`])],
      room,
    ),
  ]
  for (const line of lines) yield `  ${page.chalk.dim(line)}`
}

export const limitWords: Readonly<Record<LimitCode, string>> = {
  'L-LOSS': 'a lost event may change it',
  'L-EDGE': 'it reaches beyond the recording',
  'L-GRAN': 'the clock is too coarse for the limit',
  'L-HOST': 'the time includes the host and its load',
  'L-FRAME': 'frame or TLV bytes were not exported',
  'L-CAP': 'the capabilities of the driver are not known',
  'L-TXN': 'transaction ids are missing',
  'L-MLD': 'link and MLD addresses cannot be matched',
  'L-STATE': 'the association before it is not known',
  'L-MODEL': 'its page is of the other driver model',
}
