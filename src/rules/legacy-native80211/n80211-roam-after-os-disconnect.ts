import type {TraceEvent} from '../../events/event.js'
import type {LegacyState} from '../../sessions/legacy.js'
import {between} from '../doubt.js'
import {legacyName} from '../legacy-name.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const n80211RoamAfterOsDisconnect: Rule = {
  meta: {
    id: 'n80211-roam-after-os-disconnect',
    category: 'legacy-native80211',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'MUST',
    statement:
      'Once Windows has ended the connection, the station neither roams nor associates until the next connect request.',
    why: 'The user switched the network off, and the driver joins it again behind the back of Windows.',
    harmless: 'When the connect request was not recorded.',
    next: 'Ask the driver team to stop the roam logic with the disconnect or reset request, not with its completion.',
    limits: ['L-LOSS'],
    numbers: null,
    source: 'network/ndis-status-dot11-disassociation†; network/disconnection-operations†',
    needs: [
      'requests (connect, disconnect, reset)',
      'DISASSOCIATION with reason',
      'ROAMING_START',
      'ASSOCIATION_START',
    ],
    examples: {
      bad: [
        {
          title: 'a roam after the disconnect request',
          scenario: `
capture model=native80211

-1000  M1   DISCONNECT_REQUEST      0
 -999  M3   DISCONNECT_REQUEST      0  status=success
 -998  IND  DISASSOCIATION          0  mac=AP-A reason=OS
    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: a connect request may have been lost',
          scenario: `
capture model=native80211 loss=-500..-400

-1000  M1   DISCONNECT_REQUEST      0
 -999  M3   DISCONNECT_REQUEST      0  status=success
 -998  IND  DISASSOCIATION          0  mac=AP-A reason=OS
    0  IND  CONNECTION_START        0
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  CONNECTION_COMPLETION   0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'after a new connect request',
          scenario: `
capture model=native80211

-1000  M1   DISCONNECT_REQUEST      0
 -999  M3   DISCONNECT_REQUEST      0  status=success
 -998  IND  DISASSOCIATION          0  mac=AP-A reason=OS
 -500  M1   CONNECT_REQUEST         0
 -499  M3   CONNECT_REQUEST         0  status=success
    0  IND  CONNECTION_START        0
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  CONNECTION_COMPLETION   0  status=success
 +900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'the AP ended the connection: the driver has to roam',
          scenario: `
capture model=native80211

-998  IND  DISASSOCIATION          0  mac=AP-A reason=PEER_DEAUTH
   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DOT11_ROAMING_START', 'DOT11_ASSOCIATION_START'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    const state = trace.legacyBefore(event)
    if (adapter === null || state === null) return undefined
    if (!trace.families.has(adapter, 'M1')) return notApplicable('requests are not exported')
    const {osDisconnect} = state
    if (osDisconnect === null) return PASS
    if (isToldBefore(event, osDisconnect, state)) return undefined
    return violation({
      atUs: event.atUs,
      message: `${legacyName(event)} ${duration(event.atUs - osDisconnect.atUs)} after ${legacyName(osDisconnect)}, without a connect request in between.`,
      evidence: [event, osDisconnect],
      about: [event],
      expected: ['OID_DOT11_CONNECT_REQUEST before it'],
      undone: between(trace, osDisconnect, event),
    })
  },
}

/** One finding per operation: its start, or the first association that it begins after the disconnect. */
function isToldBefore(event: TraceEvent, osDisconnect: TraceEvent, {roaming, connection}: LegacyState): boolean {
  const operation = roaming ?? connection
  if (event.message.name === 'DOT11_ROAMING_START' || operation?.start == null) return false
  const after = ({seq}: TraceEvent) => seq > osDisconnect.seq
  if (operation.kind === 'roaming' && after(operation.start)) return true
  return operation.associations.some(({start}) => start !== null && after(start) && start.seq < event.seq)
}
