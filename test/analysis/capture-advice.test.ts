import {expect, it} from 'vitest'
import {captureAdvice} from '../../src/analysis/capture-advice.js'
import {input} from '../reports/analyses.js'

const commands = (facts: Parameters<typeof input>[0], granularityUs: number | null = 1) =>
  captureAdvice({inputs: [input(facts)], granularityUs}).flatMap(advice => advice.commands)

it('has nothing to say about a good recording', () => {
  expect(commands({})).toEqual([])
})

it('tells how to record where there is no Wi-Fi, with the provider of WDILib', () => {
  expect(commands({wifiRecords: 0})[0]).toContain(
    'netsh trace start wireless_dbg provider={21ba7b61-05f8-41f1-9048-c09493dcfe38} level=0xff keywords=0xff',
  )
  expect(commands({wifiRecords: 0, bytes: 0, records: 0})).toEqual([])
})

it('leaves binary files to the parser, and tells what to do about losses, format files and coarse times', () => {
  expect(commands({format: 'etl', encoding: 'binary', wifiRecords: 0})).toEqual([])
  expect(commands({undecoded: 5})).toEqual([expect.stringContaining('tmfpath=')])
  expect(commands({lostEvents: 5})[0]).toMatch(/^logman create trace .* -bs 1024 /)
  expect(commands({}, 15_625)).toEqual([expect.stringContaining('tracerpt ')])
})

it('tells how to record what the other side says', () => {
  const of = (driver: boolean, windows: boolean) =>
    captureAdvice({inputs: [input({})], granularityUs: 1, driver, windows}).flatMap(advice => advice.commands)
  expect(of(false, true)[0]).toContain('netsh trace start wireless_dbg provider={21ba7b61')
  expect(of(true, false)).toEqual([
    'wevtutil qe Microsoft-Windows-WLAN-AutoConfig/Operational /f:xml /e:Events > wlan.xml',
  ])
  expect(of(true, true)).toEqual([])
})
