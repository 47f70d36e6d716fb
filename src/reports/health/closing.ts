import type {FleetSummary} from '../../fleet/summary.js'
import type {ReportOptions} from '../report.js'
import {type Layout, plural} from '../text/layout.js'
import {shellWord} from '../text/shell-word.js'
import {cutLeft, wrap} from '../text/width.js'
import {errorRules, phrase} from './figures.js'
import {limited, type Section} from './section.js'

/** Files that could not be judged, what resembles dashboard measures, and the commands to go on with. */
export const closing: Section = function* (summary, layout, options) {
  yield* unreadable(summary, layout, options)
  if (summary.captures.total > summary.captures.unreadable) yield* approximations(summary, layout)
  yield ''
  // To be copied: whole, whatever the width.
  for (const [i, command] of nextCommands(summary, options).entries()) {
    yield `${i === 0 ? layout.chalk.bold('next') : '    '}  ${layout.theirs(command)}`
  }
}

function* unreadable({unreadable, captures}: FleetSummary, layout: Layout, options: ReportOptions): Iterable<string> {
  if (captures.unreadable === 0) return
  yield* layout.heading('NOT JUDGED', plural(captures.unreadable, 'capture'))
  const [rows, more] = limited(unreadable, options, layout)
  for (const {path, reason} of rows) {
    const file = cutLeft(layout.theirs(path), Math.floor(layout.width / 2))
    const lines = wrap(`${file}  ${layout.mixed(reason)}`, layout.width - 4)
    for (const [i, line] of lines.entries()) yield `${i === 0 ? '  ' : '    '}${line}`
  }
  yield* more
}

/** Labelled, because nobody may take them for the official figures. */
function* approximations({approximations}: FleetSummary, layout: Layout): Iterable<string> {
  yield* layout.heading(
    'APPROXIMATIONS',
    'of two measures of Microsoft’s hardware dashboard: not the official figures, which come from telemetry',
  )
  const rows = [
    `unexpected disconnects: ${phrase(approximations.disconnects, 'connection')} (resembles measure 40408290, whose limit is 26%)`,
    `connection failures: ${phrase(approximations.connectFailures, 'connect')} (resembles measure 40722983, whose limit is 6%)`,
  ]
  for (const row of rows) {
    for (const [i, line] of wrap(row, layout.width - 4).entries()) yield `${i === 0 ? '  ' : '    '}${line}`
  }
}

function nextCommands({rules, unreadable, by}: FleetSummary, options: ReportOptions): string[] {
  const all = options.paths.map(shellWord).join(' ')
  const paths = all === '' || all.length > 80 ? 'PATHS' : all
  const [error] = errorRules(rules)
  const [first] = unreadable
  return [
    ...(error === undefined ? [] : [`roamscope explain ${error.id}`]),
    ...(first === undefined ? [] : [`roamscope inspect ${shellWord(first.path)}`]),
    ...(by.length === 0 ? [`roamscope health ${paths} --by driver`] : []),
    `roamscope health ${paths} --format json`,
  ]
}
