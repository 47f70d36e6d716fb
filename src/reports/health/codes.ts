import type {Code} from '../../fleet/metrics.js'
import type {ReportOptions} from '../report.js'
import {type Layout, thousands} from '../text/layout.js'
import {table} from '../text/table.js'
import {limited, type Section} from './section.js'

/** Why stations roamed, why attempts failed, how associations ended. */
export const codes: Section = function* ({metrics}, layout, options) {
  const {triggerMix, topCodes} = metrics
  if (triggerMix.sessions.length > 0) {
    const [rows, more] = limited(triggerMix.sessions, options, layout)
    yield* layout.heading('ROAM REASONS', 'roams by reason and trigger of the command')
    yield* table(
      rows,
      [
        {head: 'reason', least: 16, cell: ({reason, reasonName}) => named(reason, reasonName)},
        {head: 'trigger', least: 8, cell: ({roamTrigger, roamTriggerName}) => named(roamTrigger, roamTriggerName)},
        {head: 'roams', right: true, cell: ({n}) => thousands(n)},
      ],
      layout.width,
      layout.chalk.dim,
    )
    yield* more
  }
  yield* codeTable('FAILED ATTEMPTS', 'code', topCodes.attempts, layout, options)
  yield* codeTable('DISASSOCIATIONS', 'reason', topCodes.disassociations, layout, options)
}

function* codeTable(
  title: string,
  code: string,
  all: readonly Code[],
  layout: Layout,
  options: ReportOptions,
): Iterable<string> {
  if (all.length === 0) return
  const [rows, more] = limited(all, options, layout)
  yield* layout.heading(title, `the most frequent pairs of status and ${code}`)
  yield* table<Code>(
    rows,
    [
      {head: 'count', right: true, cell: ({n}) => thousands(n)},
      {head: 'status', least: 20, cell: ({status, statusName}) => named(status, statusName)},
      {head: code, least: 12, blank: '–', cell: one => (one.code === null ? '–' : named(one.code, one.codeName))},
      {head: 'class', drop: 1, least: 8, cell: ({classes}) => most(classes.map(one => [one.class, one.n]))},
      {head: 'AP vendor', drop: 2, least: 9, cell: ({vendors}) => most(vendors.map(one => [one.prefix, one.n]))},
      {head: 'example', cell: ({example}) => example?.session ?? layout.ours('–')},
      {head: 'file', drop: 3, least: 12, cell: ({example}) => layout.theirs(example?.path ?? '')},
    ],
    layout.width,
    layout.chalk.dim,
  )
  yield* more
}

/** "10 ROAMING_BETTER_AP_FOUND" */
function named(value: number | null, name: string | null): string {
  if (value === null) return 'not exported'
  return name === null ? String(value) : `${value} ${name}`
}

/** The most frequent, and how many others. */
function most(values: readonly (readonly [string | null, number])[]): string {
  const [first] = values
  const rest = values.length > 1 ? ` +${values.length - 1}` : ''
  return `${first?.[0] ?? 'unknown'}${rest}`
}
