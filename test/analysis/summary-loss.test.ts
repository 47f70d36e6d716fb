import {describe, expect, it} from 'vitest'
import {traceOfTexts} from '../golden/run.js'

const header = (lost: number) =>
  `[00]0BFC.2430::2021-06-02 14:19:40.139669900 [MSNT_SystemTrace] Event: Header, EventsLost: ${lost}, StartTime: 132670973801396699, BuffersLost: 0, X: y\n`
const listing = (lost: number) =>
  `${header(lost)}[02]0004.0278::2021-06-02 14:19:41.530246400 [Wdi] OID_WDI_TASK_SCAN\n`
const summary = (lost: number) => `Files Processed:
\twifi.etl
Total Buffers Processed 5
Total Events  Processed 4601
Total Events  Lost      ${lost}
+---+
|Event Count   Event Name           Event ID        Version         Guid                                  |
+---+
|         46                        0               0               {9b79ee91-b5fd-41c0-a243-4248e266e9d0}|
+---+
`
const lossOf = async (...texts: string[]) => {
  const {capture} = await traceOfTexts(...texts)
  return [capture.lostEvents, capture.undecoded, [...capture.undecodedProviders]]
}

describe('a summary beside its trace', () => {
  it('tells a loss that the export does not', async () => {
    expect(await lossOf(listing(0))).toEqual([0, 0, []])
    expect(await lossOf(listing(0), summary(7))).toEqual([7, 0, []])
    expect(await lossOf(summary(7), listing(0))).toEqual([7, 0, []])
  })

  it('does not count again what the export tells itself', async () => {
    expect(await lossOf(listing(7), summary(7))).toEqual([7, 0, []])
    expect(await lossOf(listing(7), listing(2), summary(7), summary(2))).toEqual([9, 0, []])
    expect(await lossOf(listing(7), summary(0))).toEqual([7, 0, []])
  })
})
