import {Chalk} from 'chalk'
import type {ReportOptions} from '../../src/reports/report.js'

/** Options of a plain run; the test says what is special. */
export const options = (
  facts: Partial<Omit<ReportOptions, 'screen'>> & {
    readonly width?: number
    readonly unicode?: boolean
    readonly color?: boolean
  } = {},
): ReportOptions => {
  const {width = 100, unicode = true, color = false, ...rest} = facts
  return {
    screen: {chalk: new Chalk({level: color ? 1 : 0}), width, unicode},
    limit: 20,
    quiet: false,
    verbose: false,
    capture: null,
    rules: new Map(),
    paths: ['trace.txt'],
    ...rest,
  }
}
