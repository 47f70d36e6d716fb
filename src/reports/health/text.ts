import type {FleetSummary} from '../../fleet/summary.js'
import type {Report} from '../report.js'
import {Layout} from '../text/layout.js'
import {lastTouch} from '../text/typography.js'
import {closing} from './closing.js'
import {codes} from './codes.js'
import {cohorts} from './cohorts.js'
import {limits} from './limits.js'
import {healthLine} from './line.js'
import {overview} from './overview.js'
import {pairs} from './pairs.js'
import {rates} from './rates.js'
import {coverage} from './rule-coverage.js'
import {times} from './times.js'

/** The screen for people: the health line in words first, then every metric of the fleet, then its cohorts. */
export const text: Report<FleetSummary> = {
  id: 'text',
  title: 'text for people',
  each: {open: '', between: '', close: ''},
  *render(summary, options) {
    if (options.quiet) {
      yield `${healthLine(summary)}\n`
      return
    }
    const layout = new Layout(options.screen)
    const sections = [overview, cohorts, times, rates, codes, pairs, limits, coverage, closing]
    // Nothing could be judged: a page of zeros would say no more.
    const shown = summary.captures.total > summary.captures.unreadable ? sections : [overview, closing]
    for (const section of shown) {
      for (const line of section(summary, layout, options)) yield `${lastTouch(line, options.screen.unicode)}\n`
    }
  },
}
