import type {Match} from '../../wdi/explaining/match.js'
import {printable} from '../printable.js'
import type {Screen} from '../screen.js'
import {wrap} from './width.js'

/** All meanings of a code, each on a line; the details of the only one, or with `verbose` of all of them. */
export function* matchScreen(matches: readonly Match[], verbose: boolean, screen: Screen): Iterable<string> {
  const {chalk, width, unicode} = screen
  const inFull = verbose || matches.length === 1
  for (const match of matches) {
    const number = match.value === null ? '' : ` ${match.value}`
    yield `${chalk.bold(printable(match.name, unicode))}${number}  ${chalk.dim(match.kind)}\n`
    for (const line of wrap(match.text, width - 2)) yield `  ${printable(line, unicode)}\n`
    if (inFull) yield* detailLines(match, screen)
  }
  if (!inFull) yield chalk.dim(`${matches.length} meanings; details of all: --verbose\n`)
}

function* detailLines(match: Match, {chalk, width, unicode}: Screen): Iterable<string> {
  const source = match.source === null ? [] : [['source', match.source] as const]
  const details = Object.entries(match.details)
  // Examples come last: they are long.
  const entries = [...details.filter(([, value]) => !isLong(value)), ...source, ...details.filter(([, v]) => isLong(v))]
  const column = Math.max(0, ...entries.map(([label]) => label.length))
  // Examples are tables of their own: their lines stay as they are.
  const room = Math.max(20, width - column - 4)
  for (const [label, value] of entries) {
    const texts = Array.isArray(value) ? value.map(String) : [String(value)]
    const lines = texts.flatMap((text, i) =>
      text.includes('\n') ? [...(i > 0 ? [''] : []), ...text.split('\n')] : wrap(text, room),
    )
    if (isLong(value)) yield '\n'
    for (const [index, line] of lines.entries()) {
      const left = (index === 0 ? label : '').padEnd(column)
      yield line === '' ? '\n' : `  ${chalk.dim(left)}  ${printable(line, unicode)}\n`
    }
  }
}

function isLong(value: unknown): boolean {
  return Array.isArray(value) && value.some(text => `${text}`.includes('\n'))
}
