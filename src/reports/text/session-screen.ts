import type {Analysis, SessionReport} from '../../analysis/analysis.js'
import type {ReportOptions} from '../report.js'
import {addresses} from './addresses.js'
import {captureFacts, whatWasRead} from './coverage.js'
import {plural} from './layout.js'
import {Page} from './page.js'
import {sessionRows} from './session-table.js'
import {lastTouch} from './typography.js'

/** The sessions alone, in order of time. */
export function* sessionScreen(
  analysis: Analysis,
  sessions: readonly SessionReport[],
  options: ReportOptions,
): Iterable<string> {
  const page = new Page(analysis, options)
  for (const line of lines(page, sessions)) yield `${lastTouch(line, options.screen.unicode)}\n`
}

function* lines(page: Page, sessions: readonly SessionReport[]): Iterable<string> {
  const {analysis, options} = page
  if (!options.quiet) {
    yield* page.labelled('Read', whatWasRead(page))
    yield* page.labelled('Capture', captureFacts(page))
  }
  if (sessions.length > 0) yield* sessionRows(page, sessions)
  if (options.quiet) return
  yield* addresses(page)
  yield ''
  const all = analysis.sessions.length
  const hidden = all - sessions.length
  yield hidden > 0
    ? `${sessions.length} of ${plural(all, 'session')}; --kind and --outcome hide ${hidden}`
    : all === 0
      ? `0 sessions. ${analysis.verdict.text}`
      : plural(all, 'session')
}
