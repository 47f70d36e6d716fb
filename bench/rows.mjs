// What compare.mjs measures: for each row the commands, the first one ours. The ratios of issue 4 are the others' times
// divided by ours.
import {readdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {FORMATS} from './formats.mjs'

const TOKENS = 'OID_WDI_|WDI_TASK_|NDIS_STATUS_WDI_INDICATION_|WDI_INDICATION_'
const peer = name => fileURLToPath(new URL(`peers/${name}.mjs`, import.meta.url))

export function rowsOf(made, run) {
  const node = process.execPath
  const analyze = (file, ...more) => [node, run, 'analyze', file, '--format', 'json', ...more]
  const trace = (format, mb, ...more) =>
    made(`${format}-${mb}${more.join('')}.txt`, ['--format', format, '--mb', `${mb}`, ...more])
  const duckdb = file => (process.env.DUCKDB ? {'DuckDB read_csv': [node, peer('duckdb'), file]} : {})
  /** What scanning saves. */
  const bothWays = format => () => {
    const file = trace(format, 210)
    return {'analyze, scanned': analyze(file), 'analyze --full-parse': analyze(file, '--full-parse')}
  }
  const others = Object.keys(FORMATS).map(format => [`scan-${format}`, bothWays(format)])
  return {
    ...Object.fromEntries(others),
    'tracefmt-1g': () => {
      const file = trace('tracefmt', 1074)
      return {
        'analyze, one thread': analyze(file, '--jobs', '1'),
        'grep -cE': ['grep', '-cE', TOKENS, file],
        'rg -c': ['rg', '-c', TOKENS, file],
      }
    },
    'tracefmt-4g': () => {
      const file = trace('tracefmt', 4295)
      return {
        'analyze, two threads': analyze(file, '--jobs', '2'),
        'analyze, one thread': analyze(file, '--jobs', '1'),
        'rg -c': ['rg', '-c', TOKENS, file],
      }
    },
    'utf16-1g': () => {
      const file = trace('tracefmt', 1074, '--encoding', 'utf16le')
      return {'analyze, one thread': analyze(file, '--jobs', '1'), 'rg -c': ['rg', '-c', TOKENS, file]}
    },
    'tracerpt-csv': () => {
      const file = trace('tracerpt-csv', 210)
      return {analyze: analyze(file), 'csv-parse, every row': [node, peer('csv-parse'), file, 'tracerpt']}
    },
    'export-csv': () => {
      const file = trace('winevent-csv', 210)
      return {analyze: analyze(file), 'csv-parse, every row': [node, peer('csv-parse'), file], ...duckdb(file)}
    },
    xml: () => {
      const file = trace('tracerpt-xml', 210)
      return {analyze: analyze(file), saxes: [node, peer('saxes'), file]}
    },
    lnav: () => {
      const file = trace('tracefmt', 210)
      return {analyze: analyze(file), 'lnav -n, filter-in': ['lnav', '-n', '-c', `:filter-in ${TOKENS}`, file]}
    },
    'many-files': () => {
      const first = made('many/0000.txt', ['--format', 'tracefmt', '--mb', '1', '--files', '2000'])
      const folder = dirname(first)
      const files = readdirSync(folder).map(name => join(folder, name))
      return {
        'health, two jobs': [node, run, 'health', folder, '--format', 'json', '--jobs', '2'],
        'xargs -P2 grep -cE': [
          'sh',
          '-c',
          `printf '%s\\n' "$@" | xargs -P2 -n 50 grep -cE '${TOKENS}'`,
          'sh',
          ...files,
        ],
      }
    },
    sessions: () => {
      const file = sessions =>
        made(`roams-${sessions}.txt`, ['--format', 'tracefmt', '--mb', '1', '--sessions', `${sessions}`])
      return {'analyze, 10,000 roams': analyze(file(10_000)), 'analyze, 100,000 roams': analyze(file(100_000))}
    },
  }
}
