import {duration} from '../../analysis/duration.js'
import type {PairFigures, PairMatrix} from '../../fleet/metrics.js'
import type {ReportOptions} from '../report.js'
import {type Layout, plural, thousands} from '../text/layout.js'
import {table} from '../text/table.js'
import {limited, type Section} from './section.js'

/** From which access point to which. */
export const pairs: Section = function* ({metrics}, layout, options) {
  const {byAddress, byVendor, unknown} = metrics.apPairs
  const missing = unknown === 0 ? '' : `; ${plural(unknown, 'roam')} with an unknown end left out`
  yield* matrix('AP PAIRS', `old and new access point, pairs from 3 roams on${missing}`, byAddress, layout, options)
  // One row for everything says what the first table said.
  if (byVendor.pairs.length > 1) yield* matrix('VENDOR PAIRS', 'by the first three bytes', byVendor, layout, options)
}

interface Row extends PairFigures {
  readonly from: string
  readonly to: string
}

function* matrix(
  title: string,
  words: string,
  {pairs, other}: PairMatrix,
  layout: Layout,
  options: ReportOptions,
): Iterable<string> {
  if (pairs.length === 0 && other.n === 0) return
  const [rows, more] = limited<Row>(pairs, options, layout)
  const rest = other.n === 0 ? [] : [{...other, from: 'other', to: plural(other.pairs, 'pair')}]
  yield* layout.heading(title, words)
  yield* table<Row>(
    [...rows, ...rest],
    [
      {head: 'from', cell: ({from}) => from},
      {head: 'to', cell: ({to}) => to},
      {head: 'roams', right: true, cell: ({n}) => thousands(n)},
      {head: 'success', right: true, cell: ({success}) => thousands(success)},
      {
        head: 'median to association',
        right: true,
        drop: 2,
        cell: ({medianTReqUs}) => layout.ours(medianTReqUs === null ? '–' : duration(medianTReqUs, null)),
      },
      {
        head: 'signal',
        right: true,
        drop: 1,
        blank: '–',
        cell: ({medianRssiDb}) => (medianRssiDb === null ? '–' : layout.ours(signed(medianRssiDb))),
      },
    ],
    layout.width,
    layout.chalk.dim,
  )
  yield* more
}

const signed = (db: number) => `${db > 0 ? '+' : db < 0 ? '−' : '±'}${Math.abs(db)} dB`
