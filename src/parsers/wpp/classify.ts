import type {FormatId} from '../parser.js'
import type {Stamp} from '../stamps.js'

/** The tools that print WPP records with the common prefix. */
export type WppFormat = Extract<FormatId, 'tracefmt' | 'netsh' | 'pktmon' | 'wmitrace'>

/**
 * Which tool wrote a record, by its stamp and the blank after its component (formats.md 10.7). The debugger
 * prints what tracefmt prints: `dumped` says that a banner of its log dump came before.
 */
export function classify(stamp: Stamp | null, blank: boolean, emptyMessage: boolean, dumped: boolean): WppFormat {
  if (stamp === null) return dumped ? 'wmitrace' : 'tracefmt'
  switch (stamp.shape) {
    case 'mdy':
      return dumped ? 'wmitrace' : 'tracefmt'
    case 'ymd':
      return stamp.digits === 9 && (blank || emptyMessage) ? 'pktmon' : 'netsh'
    case 'clock':
      // pktmon etl2txt --timestamp-only
      return 'pktmon'
    default:
      return 'netsh'
  }
}
