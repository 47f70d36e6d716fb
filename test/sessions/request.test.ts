import {describe, expect, it} from 'vitest'
import {traceOfTexts} from '../golden/run.js'

const LISTING = '[0]0004.0000::01/01/2026-00:00:00.0000000 [wdiwifi]'

async function requests(text: string) {
  return (await traceOfTexts(text)).sessions.map(({kind, request}) => [kind, request])
}

describe('what the host asks for with a command', () => {
  it('is the reason and trigger of a roam', async () => {
    const text = 'capture model=wificx\n0 M1 TASK_ROAM 1 101 entries=AP-B RoamNeededReason=15 RoamTrigger=2\n'
    expect(await requests(text)).toEqual([['roam', {reason: 15, roamTrigger: 2}]])
  })

  it('is nothing where the settings are not exported', async () => {
    const text = `${LISTING}M1 OID_WDI_TASK_ROAM PortId=1 TransactionId=101\r\n`
    expect(await requests(text)).toEqual([['roam', null]])
  })

  it('is nothing for a connect', async () => {
    const text = 'capture model=wificx\n0 M1 TASK_CONNECT 1 101 entries=AP-B RoamNeededReason=15\n'
    expect(await requests(text)).toEqual([['connect', null]])
  })
})
