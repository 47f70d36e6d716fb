import type {SessionReport} from '../../analysis/analysis.js'
import {severityRank, violationsOf, wentWrong, worstFirst} from '../../analysis/worst.js'
import type {Finding} from '../../rules/finding.js'
import {thousands} from './layout.js'
import type {Page} from './page.js'
import {severitySign, severityStyle} from './severity.js'
import {type Column, table} from './table.js'

/** The sessions, worst first, in as many rows as the limit allows. */
export function* sessionTable(page: Page): Iterable<string> {
  const {sessions, findings} = page.analysis
  if (sessions.length === 0) return
  yield* page.heading('SESSIONS', sessions.length > 1 ? 'worst first' : '')
  yield* sessionRows(page, worstFirst(sessions, findings))
}

export function* sessionRows(page: Page, sessions: readonly SessionReport[]): Iterable<string> {
  const {limit} = page.options
  const shown = limit === 0 ? sessions : sessions.slice(0, limit)
  const rows = shown.map(session => ({session, own: violationsOf(session, page.analysis.findings)}))
  const [heads = '', ...lines] = table(rows, columns(page, shown), page.width, text => text)
  yield page.chalk.dim(heads)
  yield* lines
  if (shown.length < sessions.length) {
    yield page.ours(`… ${thousands(sessions.length - shown.length)} more (--limit 0 shows all)`)
  }
  const told = legend(shown)
    .filter(([column]) => heads.includes(` ${column} `))
    .map(([column, words]) => `${column}: ${words}`)
  for (const line of page.items(told)) yield page.chalk.dim(line)
}

const legend = (shown: readonly SessionReport[]) =>
  [
    ['task', 'command to completion'],
    ['service', serviceWords(shown)],
    ['outage', 'old link gone to keys or link'],
  ] as const

/** Windows tells no command: its sessions begin with the first event. */
function serviceWords(sessions: readonly SessionReport[]): string {
  const windows = sessions.filter(({source}) => source === 'autoconfig').length
  if (windows === 0) return 'command to keys'
  return windows === sessions.length ? 'first event to keys' : 'command, or first event of Windows, to keys'
}

interface Row {
  readonly session: SessionReport
  readonly own: readonly Finding[]
}

function columns(page: Page, shown: readonly SessionReport[]): readonly Column<Row>[] {
  const {adapters} = page.analysis.capture
  const several = adapters.length > 1 || new Set(shown.map(session => session.port)).size > 1
  const place: readonly Column<Row>[] = [
    {
      head: 'port',
      drop: 3,
      cell: ({session}) => (adapters.length > 1 ? `${session.adapter}/` : '') + (session.port ?? '?'),
    },
  ]
  return [
    {
      head: ' ',
      cell: row => page.ours(mark(row)),
      style: (text, row) => (isBad(row) ? page.chalk.red(text) : text),
    },
    {head: 'id', cell: ({session}) => session.id},
    {
      head: 'start',
      right: page.analysis.capture.zone === 'relative',
      blank: '–',
      cell: ({session}) => page.time(session.startUs),
    },
    {head: 'kind', drop: 6, cell: ({session}) => session.kind + (session.partial ? ' (part)' : '')},
    ...(several ? place : []),
    {head: 'network', drop: 3, least: 8, blank: '–', cell: ({session}) => network(page, session)},
    {head: 'route', drop: 7, blank: '–', cell: ({session}) => page.ours(route(page, session))},
    {head: 'class', drop: 2, blank: '–', cell: ({session}) => session.class ?? '–'},
    {head: 'task', drop: 5, right: true, blank: '–', cell: ({session}) => page.duration(session.totalsUs.tTask)},
    {head: 'service', drop: 1, right: true, blank: '–', cell: ({session}) => page.duration(session.totalsUs.tService)},
    {
      head: 'outage',
      drop: 4,
      right: true,
      blank: '–',
      cell: ({session}) => page.duration(session.totalsUs.gapService ?? session.totalsUs.gapL2),
    },
    {
      head: 'outcome',
      cell: ({session}) => session.outcome ?? '–',
      style: (text, row) => (isBad(row) ? page.chalk.red(text) : text),
    },
    {
      head: 'findings',
      least: 24,
      cell: row => page.ours(worstRule(row)),
      style: (text, row) => styled(page, text, row),
    },
  ]
}

const isBad = ({session}: Row) => wentWrong(session)

/** The first column in one sign: a broken link, else the worst finding, else fine. */
function mark(row: Row): string {
  if (isBad(row)) return severitySign.error
  const worst = row.own[0]
  if (worst) return severitySign[worst.severity]
  if (row.session.findings.length > 0) return '○'
  return row.session.outcome === 'success' ? '✓' : ' '
}

/** Where Windows tells of the session: it names the network, and no access point in most of its events. */
function network(page: Page, {windows}: SessionReport): string {
  return windows?.ssid ? page.theirs(windows.ssid) : '–'
}

function route(page: Page, session: SessionReport): string {
  const target = session.newPeer ?? session.attempts.at(-1)?.bssid ?? null
  if (session.oldPeer === null && target === null) return '–'
  if (target === null) return `${page.accessPoint(session.oldPeer)}`
  const from = session.oldPeer === null && session.kind.endsWith('connect') ? '' : page.accessPoint(session.oldPeer)
  return `${from} → ${page.accessPoint(target)}`.trim()
}

function worstRule({session, own}: Row): string {
  const worst = own[0]
  if (!worst) return session.findings.length > 0 ? `${session.findings.length} undecided` : ''
  const more = session.findings.length - 1
  return more > 0 ? `${worst.rule} +${more}` : worst.rule
}

function styled(page: Page, text: string, {own}: Row): string {
  const worst = own[0]
  return worst && severityRank[worst.severity] > 1 ? severityStyle(worst.severity, page.chalk)(text) : text
}
