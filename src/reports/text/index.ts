import type {Report} from '../report.js'
import {closing} from './closing.js'
import {findingGroups} from './finding-groups.js'
import {notJudged} from './not-judged.js'
import {overview} from './overview.js'
import {Page} from './page.js'
import {quietFindings} from './quiet.js'
import {sessionTable} from './session-table.js'
import {lastTouch} from './typography.js'

/** The screen for people. Everything that matters stands in the first twelve lines; what follows proves it. */
export const text: Report = {
  id: 'text',
  title: 'text for people',
  each: {open: '', between: '\n', close: ''},
  *render(analysis, options) {
    const page = new Page(analysis, options)
    for (const line of options.quiet ? quietFindings(page) : screen(page)) {
      yield `${lastTouch(line, options.screen.unicode)}\n`
    }
  },
}

function* screen(page: Page): Iterable<string> {
  const {capture} = page.options
  if (capture !== null) yield page.chalk.inverse(` CAPTURE ${capture + 1} `)
  yield* overview(page)
  if (page.analysis.inputs.every(input => input.wifiRecords === 0)) {
    yield* closing(page)
    return
  }
  yield* sessionTable(page)
  yield* findingGroups(page)
  yield* notJudged(page)
  yield* closing(page)
}
