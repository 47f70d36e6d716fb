import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {isFailure} from '../../sessions/task.js'
import {absence, between} from '../doubt.js'
import {overLimit} from '../limit.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(10)

export const n80211ConnectStartOver10s: Rule = {
  meta: {
    id: 'n80211-connect-start-over-10s',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'DV',
    statement:
      'A connect request that succeeded is followed by a connection start within 10 s; one that failed by none.',
    why: 'Windows holds the user at "connecting" until the start comes. A start after a failed request belongs to nothing.',
    harmless: 'Driver Verifier polls: it may speak a little later than this rule.',
    next: 'Ask the driver team what keeps the connect from starting; a scan that is not cancelled is the usual cause.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '10 s',
    source: 'devtest/ndis-wlantimedconnectrequest (0x00094009)',
    needs: ['OID_DOT11_CONNECT_REQUEST with its status', 'CONNECTION_START'],
    examples: {
      bad: [
        {
          title: 'no start in 10 s',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
`,
        },
        {
          title: 'a start after a failed request',
          scenario: `
capture model=native80211

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=failure
 +10  IND  CONNECTION_START        0
+300  IND  CONNECTION_COMPLETION   0  status=failure
`,
        },
        {
          title: 'inconclusive: the capture ends after 5 s',
          scenario: `
capture model=native80211 to=5000

   0  M1   CONNECT_REQUEST         0
  +1  M3   CONNECT_REQUEST         0  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 10 s after the success',
          scenario: `
capture model=native80211

    0  M1   CONNECT_REQUEST         0
   +1  M3   CONNECT_REQUEST         0  status=success
10001  IND  CONNECTION_START        0
10005  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
10300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
10310  IND  CONNECTION_COMPLETION   0  status=success
10900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'Windows gave up first',
          scenario: `
capture model=native80211

    0  M1   CONNECT_REQUEST         0
   +1  M3   CONNECT_REQUEST         0  status=success
 5000  M1   DISCONNECT_REQUEST      0
 5001  M3   DISCONNECT_REQUEST      0  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['OID_DOT11_CONNECT_REQUEST'],
  check({adapter, m1, m3, port}, trace) {
    if (port !== 0 && port !== null) return notApplicable('another port than port 0')
    if (m1 === null || m3 === null) return notApplicable('the request is pending, or not in the capture')
    if (m3.status === null) return notApplicable('the status of the request is not exported')
    if (!trace.families.has(adapter, 'IND')) return notApplicable('indications are not exported')
    const next = trace.next(m1, startsOrEnds)
    const start = next?.message.name === 'DOT11_CONNECTION_START' ? next : null
    if (isFailure(m3.status)) {
      if (start === null) return PASS
      return violation({
        atUs: start.atUs,
        message: `CONNECTION_START ${duration(start.atUs - m1.atUs)} after a connect request that failed with status 0x${m3.status.toString(16)}.`,
        evidence: [start, m1, m3],
        expected: ['no connection start before the next connect request'],
        undone: between(trace, m1, start),
      })
    }
    const limit = m3.atUs + LIMIT
    if (start !== null) {
      const undone = overLimit(trace, start.atUs - m3.atUs, LIMIT)
      if (undone === null) return PASS
      return violation({
        atUs: start.atUs,
        message: `CONNECTION_START came ${duration(start.atUs - m3.atUs)} after the connect request had succeeded (limit ${duration(LIMIT)}).`,
        evidence: [start, m1, m3],
        undone,
      })
    }
    if (next !== null && next.atUs <= limit) return notApplicable('another request before the limit')
    return violation({
      atUs: limit,
      message: `No CONNECTION_START in ${duration(LIMIT)} after the connect request had succeeded.`,
      evidence: [m1, m3],
      expected: ['CONNECTION_START'],
      undone: absence(trace, m3.atUs, limit),
    })
  },
}

const ENDS: ReadonlySet<string> = new Set([
  'OID_DOT11_CONNECT_REQUEST',
  'OID_DOT11_DISCONNECT_REQUEST',
  'OID_DOT11_RESET_REQUEST',
])

/** What answers a connect request, or makes an answer needless. */
function startsOrEnds({message, step}: TraceEvent): boolean {
  return message.name === 'DOT11_CONNECTION_START' || (step === 'M1' && ENDS.has(message.name))
}
