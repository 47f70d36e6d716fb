import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {FormatId} from '../../src/parsers/parser.js'
import {copiesOf} from './copies.js'
import {corpus, noCorpus, told} from './told.js'

/** What every file of the corpus is; each of them has one line, with `*` for any letters. */
const FORMATS: Readonly<Record<string, FormatId>> = {
  'debugger/ndiskd-wdiadapter.txt': 'ndiskd',
  'debugger/rcdrlogdump-usbxhci.txt': 'ifr',
  'debugger/wdflogdump-timestamps.txt': 'ifr',
  'debugger/wmitrace-bufdump-logdump-iddcx.txt': 'wmitrace',
  'etl/*.etl': 'etl',
  'eventlog/evtx-8003-wlan-disconnect.treeview.xml.txt': 'event-xml',
  'evtx/*.evtx': 'evtx',
  'evtx/*.first3.xml': 'event-xml',
  'netsh/win8-wwan-account.txt': 'netsh',
  'netsh/win8-wwan-parser-failure.txt': 'netsh',
  'netsh/wlan-fsm-good-and-failed.txt': 'netsh',
  'perfview/gcevents.baseline.txt': 'traceevent',
  'pktmon/pktmon-ethernet-win11-26200.txt': 'pktmon',
  'pktmon/pktmon-wifi-win10-19042.txt': 'pktmon',
  'silketw/threadstop.json': 'silketw',
  'tat/*.tat': 'tat',
  'tracefmt/testtrace.txt.sum': 'summary',
  'tracefmt/tracedrv-custom-prefix.txt': 'tracefmt',
  'tracefmt/tracedrv-default-prefix.txt': 'tracefmt',
  'tracefmt/tracefmt-console-verbose.txt': 'tracefmt',
  'tracefmt/tracelogging-FmtFile.txt': 'tracefmt',
  'tracefmt/unknown-no-format.txt': 'tracefmt',
  'tracerpt/dumpfile-resaved-by-spreadsheet.csv': 'tracerpt-csv',
  'tracerpt/summary-win10-19042.txt': 'summary',
  'wlanreport/wlan-report-bg-ar5bwb222.html': 'wlanreport-html',
  'wlanreport/wlan-report-ptbr-ax201.xml': 'wlanreport-xml',
  // What lies beside them is no trace: where they are from, what should come out, formats of messages, packets.
  'SOURCES.md': 'unknown',
  'wdi-vectors.json': 'unknown',
  'etl/SOURCES-etl.md': 'unknown',
  'etl/*.expected.json': 'unknown',
  'etl/*.expected.pcapng': 'unknown',
  'etl/*.windows-rows.csv': 'unknown',
  'etl/tmf/*.tmf': 'unknown',
  'etl/tmf/*.annotations.json': 'unknown',
  'etl/tmf/*.mof': 'unknown',
  'evtx/*.expected.json': 'unknown',
}

const lines = Object.entries(FORMATS).map(([name, format]) => {
  const pattern = name.split('*').map(escaped).join('[^/]*')
  return {name, format, pattern: new RegExp(`^${pattern}$`)}
})

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
}

const files = noCorpus
  ? []
  : readdirSync(corpus, {recursive: true, encoding: 'utf8'})
      .filter(name => statSync(join(corpus, name)).isFile())
      .map(name => name.split(sep).join('/'))
      .sort()
const formatOf = (file: string) => lines.find(({pattern}) => pattern.test(file))?.format

describe.skipIf(noCorpus)('the corpus', () => {
  it('has one line in the table for every file, and none for others', () => {
    expect(files.filter(file => lines.filter(({pattern}) => pattern.test(file)).length !== 1)).toEqual([])
    expect(lines.filter(({pattern}) => !files.some(file => pattern.test(file))).map(({name}) => name)).toEqual([])
  })

  it.each(files)('%s', async file => {
    const bytes = readFileSync(join(corpus, file))
    const format = formatOf(file)
    const {format: whole, encoding} = await told(bytes)
    expect(whole).toBe(format)
    expect((await told(bytes.subarray(0, 4096))).format, 'its first 4 KiB').toBe(format)
    if (encoding === 'binary') return
    const copies = copiesOf(new TextDecoder(encoding).decode(bytes))
    for (const [name, copy] of Object.entries(copies)) {
      const {format: same, encoding: seen} = await told(copy)
      expect([same, name.startsWith(seen)], name).toEqual([format, true])
      expect((await told(copy.subarray(0, 4096))).format, `the first 4 KiB, ${name}`).toBe(format)
    }
  })
})
