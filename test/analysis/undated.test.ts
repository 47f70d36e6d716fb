import {describe, expect, it} from 'vitest'
import {analyzeTexts} from '../golden/run.js'

/** A driver's log in the debugger has an order, and no times. */
const log = `Trace format prefix is: %7!u!: %!FUNC! - 
--- start of log ---
100: Port::OnCommand - OID_WDI_TASK_ROAM request port 1 TransactionId 101
101: Port::OnCommand - OID_WDI_TASK_ROAM response port 1 TransactionId 101 status 0x0
102: Port::Indicate - NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE port 1 TransactionId 101 status 0x0
---- end of log ----
`

describe('a capture without times', () => {
  it('has sessions in their order, and no durations', async () => {
    const {sessions, findings, capture} = await analyzeTexts([log])
    expect(capture).toMatchObject({startUs: null, endUs: null})
    expect(sessions).toMatchObject([{kind: 'roam', transactionId: 101, partial: false}])
    expect(Object.values(sessions[0]?.totalsUs ?? {})).toEqual([null, null, null, null, null])
    expect(sessions[0]?.phases.length).toBeGreaterThan(0)
    expect(sessions[0]?.phases.every(({durationUs}) => durationUs === null)).toBe(true)
    expect(findings.filter(({verdict}) => verdict === 'violation')).toEqual([])
  })
})
