import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {isFailure} from '../../sessions/task.js'
import {absence} from '../doubt.js'
import {overLimit} from '../limit.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(15)

export const n80211ScanOver15s: Rule = {
  meta: {
    id: 'n80211-scan-over-15s',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'DV',
    statement: 'An explicit scan is confirmed within 15 s of the request.',
    why: 'Windows shows a stale list of networks, and no other scan can start. Driver Verifier stops the machine.',
    harmless: 'Driver Verifier polls: it may speak a little later than this rule.',
    next: 'Ask the driver team for the dwell times and for what interrupts the scan; the goal for an idle station is 4 s.',
    limits: ['L-LOSS'],
    numbers: '15 s',
    source: 'devtest/ndis-wlantimedscan (0x0009400C); network/requesting-explicit-scan-operations† (4 s)',
    needs: ['OID_DOT11_SCAN_REQUEST', 'SCAN_CONFIRM'],
    examples: {
      bad: [
        {
          title: 'confirmed 1 ms too late',
          scenario: `
capture model=native80211

    0  M1   SCAN_REQUEST  0
   +1  M3   SCAN_REQUEST  0  status=success
15001  IND  SCAN_CONFIRM  0
`,
        },
        {
          title: 'never confirmed',
          scenario: `
capture model=native80211

    0  M1   SCAN_REQUEST  0
   +1  M3   SCAN_REQUEST  0  status=success
`,
        },
        {
          title: 'inconclusive: the confirmation may have been lost',
          scenario: `
capture model=native80211 loss=3000..3100

    0  M1   SCAN_REQUEST  0
   +1  M3   SCAN_REQUEST  0  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 15 s',
          scenario: `
capture model=native80211

    0  M1   SCAN_REQUEST  0
   +1  M3   SCAN_REQUEST  0  status=success
15000  IND  SCAN_CONFIRM  0
`,
        },
        {
          title: 'the request was refused',
          scenario: `
capture model=native80211

    0  M1   SCAN_REQUEST  0
   +1  M3   SCAN_REQUEST  0  status=failure
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['OID_DOT11_SCAN_REQUEST'],
  check({adapter, m1, m3}, trace) {
    if (m1 === null) return notApplicable('the request is not in the capture')
    if (isFailure(m3?.status ?? null)) return notApplicable('the request failed')
    if (!trace.families.has(adapter, 'IND')) return notApplicable('indications are not exported')
    const next = trace.next(m1, event => event.message.name === 'DOT11_SCAN_CONFIRM' || isNewScan(event, trace))
    const confirm = next?.message.name === 'DOT11_SCAN_CONFIRM' ? next : null
    if (confirm === null) {
      return violation({
        atUs: m1.atUs + LIMIT,
        message: `The scan was not confirmed in ${duration(LIMIT)}.`,
        evidence: [m1],
        expected: ['SCAN_CONFIRM'],
        undone: absence(trace, m1.atUs, m1.atUs + LIMIT),
      })
    }
    const undone = overLimit(trace, confirm.atUs - m1.atUs, LIMIT)
    if (undone === null) return PASS
    return violation({
      atUs: confirm.atUs,
      message: `The scan was confirmed after ${duration(confirm.atUs - m1.atUs)} (limit ${duration(LIMIT)}).`,
      evidence: [m1, confirm],
      undone,
    })
  },
}

/** A later request that was not refused: its confirmation is not that of the first. */
function isNewScan(event: TraceEvent, trace: Trace): boolean {
  if (event.step !== 'M1' || event.message.name !== 'OID_DOT11_SCAN_REQUEST') return false
  return !isFailure(trace.commandOf(event)?.m3?.status ?? null)
}
