import type {InputReport} from '../../analysis/analysis.js'
import {plural, thousands} from './layout.js'
import type {Page} from './page.js'
import {type Column, table} from './table.js'

/** The files of a capture of several, each with what it is to the story. */
export function* files(page: Page): Iterable<string> {
  const {inputs} = page.analysis
  if (inputs.length < 2) return
  const {limit} = page.options
  const shown = limit === 0 ? inputs : inputs.slice(0, limit)
  const folder = commonFolder(inputs.map(({path}) => path))
  const where = folder === '' ? '' : ` in ${page.theirs(folder)}`
  yield* page.heading('FILES', `${plural(inputs.length, 'file')}${where} as one capture`)
  for (const line of table(shown, columns(page, folder), page.width - 2, page.chalk.dim)) yield `  ${line}`
  if (shown.length < inputs.length)
    yield page.ours(`  … ${thousands(inputs.length - shown.length)} more (--limit 0 shows all)`)
}

/** What all paths begin with, up to a slash and without it. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map(path => path.split('/').slice(0, -1))
  let length = first.length
  for (const other of others) while (first.slice(0, length).join('/') !== other.slice(0, length).join('/')) length--
  return first.slice(0, length).join('/')
}

const columns = (page: Page, folder: string): readonly Column<InputReport>[] => [
  {head: 'file', least: 24, cell: ({path}) => page.theirs(folder === '' ? path : path.slice(folder.length + 1))},
  {head: 'format', drop: 1, cell: ({format}) => format},
  {head: 'records', drop: 2, right: true, cell: ({records}) => thousands(records)},
  {head: 'Wi-Fi', right: true, cell: ({wifiRecords}) => thousands(wifiRecords)},
  {head: 'role', cell: input => page.ours(roleOf(input))},
]

const LOGS: ReadonlySet<InputReport['format']> = new Set([
  ...(['event-xml', 'eventviewer-csv', 'eventviewer-txt', 'export-csv', 'clixml'] as const),
  ...(['convertto-json', 'wevtutil-text'] as const),
])

function roleOf({format, encoding, records, wifiRecords}: InputReport): string {
  if (format === 'summary') return 'losses and record counts of a trace'
  if (format === 'tat') return 'filter, no trace'
  if (format === 'etl' || format === 'evtx') return 'binary, to be converted first'
  if (encoding === 'binary' || (format === 'unknown' && records === 0)) return 'no trace'
  if (wifiRecords === 0) return 'nothing of Wi-Fi'
  if (format.startsWith('wlanreport')) return 'what Windows tells'
  return LOGS.has(format) ? 'event log of Windows' : 'trace'
}
