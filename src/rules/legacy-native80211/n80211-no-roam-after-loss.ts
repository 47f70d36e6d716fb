import type {TraceEvent} from '../../events/event.js'
import {deviceReset} from '../device-reset.js'
import {absence} from '../doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** DOT11_ASSOC_STATUS: radio off, PHY disabled; by the OS, by a reset. */
const RADIO_OFF: ReadonlySet<number> = new Set([3, 4])
const BY_THE_HOST: ReadonlySet<number> = new Set([7, 9])

export const n80211NoRoamAfterLoss: Rule = {
  meta: {
    id: 'n80211-no-roam-after-loss',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement:
      'A station that lost its AP, or whose roam failed, tries to roam again until Windows tells it otherwise.',
    why: 'Nobody looks for the network any more. The user stays offline although an AP may be in reach.',
    harmless:
      'With an empty candidate list the driver must not roam: out of coverage this is right. The 10 s are a convention.',
    next: 'Ask the driver team what ends the roam logic, and see in a scan whether the network was in reach.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '10 s, heuristic',
    source: 'network/ndis-status-dot11-disassociation†; network/general-roaming-operation-guidelines†',
    needs: [
      'DISASSOCIATION with reason, ROAMING_COMPLETION with status',
      'ROAMING_START',
      'requests (connect, disconnect, reset)',
    ],
    examples: {
      bad: [
        {
          title: 'nothing for 10 s after the AP was lost',
          scenario: `
capture model=native80211

   0  IND  DISASSOCIATION          0  mac=AP-A reason=LOST
`,
        },
        {
          title: 'nothing for 10 s after a failed roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=UNREACHABLE
+302  IND  ROAMING_COMPLETION      0  status=UNREACHABLE
`,
        },
        {
          title: 'inconclusive: the capture ends after 5 s',
          scenario: `
capture model=native80211 to=5000

   0  IND  DISASSOCIATION          0  mac=AP-A reason=LOST
`,
        },
      ],
      good: [
        {
          title: 'a roam exactly 10 s after the loss',
          scenario: `
capture model=native80211

    0  IND  DISASSOCIATION          0  mac=AP-A reason=LOST
10000  IND  ROAMING_START           0  reason=LOST
10005  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
10300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
10302  IND  ROAMING_COMPLETION      0  status=success
10900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'Windows ended the connection',
          scenario: `
capture model=native80211

   -1  M1   DISCONNECT_REQUEST      0
    0  IND  DISASSOCIATION          0  mac=AP-A reason=OS
   +1  M3   DISCONNECT_REQUEST      0  status=success
`,
        },
        {
          title: 'Windows resets the port within the period',
          scenario: `
capture model=native80211

    0  IND  DISASSOCIATION          0  mac=AP-A reason=LOST
+5000  M1   RESET_REQUEST           0
+5001  M3   RESET_REQUEST           0  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_DISASSOCIATION', 'DOT11_ROAMING_COMPLETION'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    const state = trace.legacyBefore(event)
    if (adapter === null || state === null) return undefined
    const {status, reason} = trace.reader.legacy(event)
    const disassociation = event.message.name === 'DOT11_DISASSOCIATION'
    const cause = disassociation ? reason : status
    if (cause == null) return notApplicable('reason or status is not exported')
    if (!disassociation && cause === 0) return notApplicable('the roam succeeded')
    if (BY_THE_HOST.has(cause) || state.osDisconnect !== null) return notApplicable('Windows ended the connection')
    if (RADIO_OFF.has(cause) || state.radioOff) return notApplicable('the radio is off')
    if (state.connection !== null) return notApplicable('a connection is being made')
    if (disassociation && state.roaming !== null) return PASS
    const {legacyRoamStartUs} = trace.settings
    const limit = event.atUs + legacyRoamStartUs
    const next = trace.next(event, other => settles(other, trace), limit)
    if (next?.message.name === 'DOT11_ROAMING_START') return PASS
    if (next !== null) return notApplicable('a request of Windows, a new connection or the radio came first')
    if (deviceReset(adapter, event.atUs, limit, trace) !== null) return notApplicable('the adapter was halted')
    return violation({
      atUs: limit,
      message: `No ROAMING_START in ${duration(legacyRoamStartUs)} after ${legacyName(event)} with ${disassociation ? 'reason' : 'status'} ${cause}, and no request of Windows either.`,
      evidence: [event],
      expected: ['ROAMING_START'],
      undone: absence(trace, event.atUs, limit),
    })
  },
}

const STARTS: ReadonlySet<string> = new Set(['DOT11_ROAMING_START', 'DOT11_CONNECTION_START'])

/** The next roam, or what relieves the driver of it. */
function settles(event: TraceEvent, trace: Trace): boolean {
  const {message, step} = event
  if (STARTS.has(message.name)) return true
  if (message.name === 'DOT11_PHY_STATE_CHANGED') return trace.reader.legacy(event).state === 0
  return step === 'M1' && /^OID_DOT11_(CONNECT|DISCONNECT|RESET)_REQUEST$/.test(message.name)
}
