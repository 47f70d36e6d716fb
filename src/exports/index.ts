import {eventXml} from './event-xml.js'
import {exportCsv} from './export-csv.js'
import type {Exporter} from './exporter.js'
import {netsh, pktmon, tracefmt, wmitrace} from './listing.js'
import {tracerptCsv} from './tracerpt-csv.js'
import {tracerptXml} from './tracerpt-xml.js'

/** Formats that `generate` writes. */
export const EXPORTERS: readonly Exporter[] = [
  tracefmt,
  netsh,
  pktmon,
  wmitrace,
  tracerptCsv,
  tracerptXml,
  exportCsv,
  eventXml,
]
