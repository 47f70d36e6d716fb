import type {Exporter, Places} from './exporter.js'
import {headerLine, line, type Style} from './listing-line.js'
import {plan} from './plan.js'

const TRACEFMT: Style = {
  cpuDigits: 1,
  gap: '',
  lineEnd: '\n',
  stamp: ({year, month, day, time, fraction}) => `${month}/${day}/${year}-${time}.${fraction.slice(0, 7)}`,
}

const WMITRACE: Style = {
  ...TRACEFMT,
  stamp: ({year, month, day, time, fraction}) => `${month}/${day}/${year}-${time}.${fraction.slice(0, 3)}`,
}

const NETSH: Style = {
  ...TRACEFMT,
  lineEnd: '\r\n',
  stamp: ({year, month, day, time, fraction}) => `${year}/${month}/${day}-${time}.${fraction}`,
}

const PKTMON: Style = {
  cpuDigits: 2,
  gap: ' ',
  lineEnd: '\r\n',
  stamp: ({year, month, day, time, fraction}) => `${year}-${month}-${day} ${time}.${fraction}`,
}

const LISTING: Places = {stepNs: 1, cpu: true, activity: false, lostEvents: true, lostBuffers: true}

/** tracefmt -hires, as its console shows it: the listing has no mark of its zone, the last line tells the loss. */
export const tracefmt: Exporter = {
  id: 'tracefmt',
  title: 'tracefmt listing',
  places: {...LISTING, stepNs: 100, lostBuffers: false},
  *render(trace) {
    const {header, records} = plan(trace, this.places)
    yield 'EventTrace\n'
    for (const record of records) yield line(record, TRACEFMT)
    if (header.lostEvents > 0) {
      const counters = `Buffers: 1, Events: ${records.length}, EventsLost: ${header.lostEvents}`
      yield `Processing completed   ${counters} :: Format Errors: 0, Unknowns: 0\n`
    }
  },
}

/** netsh trace convert of current Windows. */
export const netsh: Exporter = {
  id: 'netsh',
  title: 'netsh trace convert listing',
  places: LISTING,
  *render(trace) {
    const {header, records} = plan(trace, this.places)
    yield headerLine(header, NETSH)
    for (const record of records) yield line(record, NETSH)
  },
}

/** pktmon etl2txt, in UTF-8. */
export const pktmon: Exporter = {
  id: 'pktmon',
  title: 'pktmon etl2txt listing',
  places: LISTING,
  *render(trace) {
    const {header, records} = plan(trace, this.places)
    yield headerLine(header, PKTMON)
    for (const record of records) yield line(record, PKTMON)
  },
}

/** !wmitrace.logdump of a kernel debugger. */
export const wmitrace: Exporter = {
  id: 'wmitrace',
  title: 'debugger log dump',
  places: {...LISTING, stepNs: 1_000_000, lostEvents: false, lostBuffers: false},
  *render(trace) {
    const {records} = plan(trace, this.places)
    yield '0: kd> !wmitrace.logdump WiFiSession\n(WmiTrace) LogDump for Logger Id 0x13\n'
    yield `Found Buffers: 1 Messages: ${records.length}, sorting entries\n`
    for (const record of records) yield line(record, WMITRACE)
    yield `Total of ${records.length} Messages from 1 Buffers\n`
  },
}
