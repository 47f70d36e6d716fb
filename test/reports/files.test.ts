import {expect, it} from 'vitest'
import type {InputReport} from '../../src/analysis/analysis.js'
import {files} from '../../src/reports/text/files.js'
import {Page} from '../../src/reports/text/page.js'
import {analysis, input} from './analyses.js'
import {options} from './options.js'

const lines = (inputs: readonly InputReport[], limit = 20) => [
  ...files(new Page(analysis({inputs}), options({limit, width: 100}))),
]

it('says of each file of a capture what it is to the story', () => {
  const of = (path: string, more: Partial<InputReport>) => input({path: `a.zip/tss/${path}`, ...more})
  const shown = lines([
    of('wifi.txt', {format: 'tracefmt', records: 1200, wifiRecords: 13}),
    of('sum/wifi.txt.sum', {format: 'summary', records: 3, wifiRecords: 0}),
    of('wlan.xml', {format: 'wlanreport-xml', records: 180, wifiRecords: 150}),
    of('log.csv', {format: 'export-csv', records: 9, wifiRecords: 9}),
    of('wifi.etl', {format: 'etl', encoding: 'binary', records: 0, wifiRecords: 0}),
    of('pic.png', {format: 'unknown', encoding: 'binary', records: 0, wifiRecords: 0}),
    of('dns.txt', {format: 'text', records: 4, wifiRecords: 0}),
    of('x.tat', {format: 'tat', records: 0, wifiRecords: 0}),
  ])
  expect(shown.join('\n')).toBe(`
FILES  8 files in a.zip/tss as one capture
  file              format          records  Wi-Fi  role
  wifi.txt          tracefmt          1,200     13  trace
  sum/wifi.txt.sum  summary               3      0  losses and record counts of a trace
  wlan.xml          wlanreport-xml      180    150  what Windows tells
  log.csv           export-csv            9      9  event log of Windows
  wifi.etl          etl                   0      0  binary, to be converted first
  pic.png           unknown               0      0  no trace
  dns.txt           text                  4      0  nothing of Wi-Fi
  x.tat             tat                   0      0  filter, no trace`)
})

it('names a folder only where all are in it, and files only where there are several', () => {
  expect(lines([input({path: 'a/x'}), input({path: 'ab/y'})])[1]).toBe('FILES  2 files as one capture')
  expect(lines([input({})])).toEqual([])
  expect(lines([input({path: 'a'}), input({path: 'b'}), input({path: 'c'})], 2).at(-1)).toBe(
    '  … 1 more (--limit 0 shows all)',
  )
})
