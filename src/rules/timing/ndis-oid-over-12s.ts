import {seconds} from '../../events/units.js'
import {overLimit} from '../limit.js'
import type {LimitCode, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(12)

export const ndisOidOver12s: Rule = {
  meta: {
    id: 'ndis-oid-over-12s',
    category: 'timing',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'DV',
    statement: 'An NDIS request (OID) is completed within 12 s.',
    why: 'Requests of the network stack queue behind it, and Driver Verifier stops the machine.',
    harmless: 'When the machine slept between request and completion.',
    next: 'Driver team: run Driver Verifier with NDIS/WIFI rules. It polls, so it may speak a little later than this rule.',
    limits: [],
    numbers: '12 s',
    source: 'devtest/ndis-ndistimedoidcomplete (0x00092003)',
    needs: ['NDIS requests (OID_*) and their completions'],
    examples: {
      bad: [
        {
          title: 'a request completed after 13 s',
          scenario: `
capture model=native80211

    0  M1  OID_GEN_STATISTICS  0
13000  M3  OID_GEN_STATISTICS  0  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 12 s',
          scenario: `
capture model=native80211

    0  M1  OID_GEN_STATISTICS  0
12000  M3  OID_GEN_STATISTICS  0  status=success
`,
        },
        {
          title: 'a WDI command is judged by command-hang-m1-m3',
          scenario: `
    0  M1  GET_STATISTICS  1  101
13000  M3  GET_STATISTICS  1  101  status=success
`,
        },
        {
          title: 'without a completion nothing is measured',
          scenario: `
capture model=native80211

0  M1  OID_GEN_STATISTICS  0
`,
        },
      ],
    },
  },
  subject: 'command',
  names: null,
  check({m1, m3, message}, trace) {
    if (message.kind !== 'legacy-request' && message.kind !== 'ndis-request') return undefined
    if (m1 === null || m3 === null) return notApplicable('request or completion not in the capture')
    const coarse = overLimit(trace, m3.atUs - m1.atUs, LIMIT)
    if (coarse === null) return PASS
    // Without an id the response may be that of a later request, and its own may be lost.
    const unpaired = m1.transactionId === null && trace.silence.spanBetween(m1.atUs, m3.atUs)
    const undone: LimitCode[] = unpaired ? [...coarse, 'L-LOSS'] : [...coarse]
    return violation({
      atUs: m3.atUs,
      message: `${message.fullName} was completed after ${duration(m3.atUs - m1.atUs)} (limit ${duration(LIMIT)}).`,
      evidence: [m1, m3],
      undone,
    })
  },
}
