import {between} from '../doubt.js'
import {joinedPeer} from '../joined-peer.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const resetWithoutDisconnect: Rule = {
  meta: {
    id: 'reset-without-disconnect',
    category: 'abort-reset',
    tier: 2,
    severity: 'info',
    blame: 'host',
    basis: 'O',
    class: 'DESC',
    statement: 'The host disconnects from its peer before it resets the port.',
    why: 'The AP is not told that the station left and keeps its place. Nothing else follows from it; it helps to understand a sequence.',
    harmless: 'Practically always: the page describes the habit of the host and demands nothing.',
    next: 'Nothing for the driver. If the AP later refuses the station, look at how long it kept the old association.',
    limits: ['L-LOSS', 'L-STATE'],
    numbers: null,
    source: 'netcx/oid-wdi-task-dot11-reset',
    needs: ['TASK_DOT11_RESET', 'TASK_DISCONNECT', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'the reset comes out of a connection',
          scenario: `
-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
    0  M1   TASK_DOT11_RESET      1  101
   +1  M3   TASK_DOT11_RESET      1  101  status=success
  +10  IND  DOT11_RESET_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: a disconnect may have been lost',
          scenario: `
capture loss=-300..-200

-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
    0  M1   TASK_DOT11_RESET      1  101
   +1  M3   TASK_DOT11_RESET      1  101  status=success
  +10  IND  DOT11_RESET_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'disconnect, then reset',
          scenario: `
-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
 -100  M1   TASK_DISCONNECT       1  101  AP-A reason=3
  -99  M3   TASK_DISCONNECT       1  101  status=success
  -90  IND  DISASSOCIATION        1  -    AP-A status=7
  -80  IND  DISCONNECT_COMPLETE   1  101  status=success
    0  M1   TASK_DOT11_RESET      1  102
   +1  M3   TASK_DOT11_RESET      1  102  status=success
  +10  IND  DOT11_RESET_COMPLETE  1  102  status=success
`,
        },
        {
          title: 'after an aborted roam that had left the AP alone',
          scenario: `
-5000  IND  LINK_STATE_CHANGE     1  -    AP-A quality=60
    0  M1   TASK_ROAM             1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM             1  101  status=success
  +50  M1   ABORT_TASK            1  102  target=TASK_ROAM id=101 port=1
  +51  M3   ABORT_TASK            1  102  status=success
  +60  IND  ROAM_COMPLETE         1  101  status=aborted
  +70  M1   TASK_DOT11_RESET      1  103
  +71  M3   TASK_DOT11_RESET      1  103  status=success
  +80  IND  DOT11_RESET_COMPLETE  1  103  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_DOT11_RESET'],
  check({m1}, trace) {
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const joined = joinedPeer(m1, trace)
    if (joined?.kind !== 'joined') return joined
    const {since, peer, doubt} = joined
    if (since === null) return notApplicable('the begin of the association is not known')
    const last = trace.previous(m1, named(['TASK_CONNECT', 'TASK_ROAM'], 'M1'))
    if (last !== null && (trace.taskOf(last)?.aborts.length ?? 0) > 0)
      return notApplicable('the last connect or roam was aborted')
    const disconnect = trace.previous(m1, named('TASK_DISCONNECT', 'M1'), since.atUs)
    if (disconnect !== null && disconnect.seq > since.seq) return PASS
    return violation({
      atUs: m1.atUs,
      message: `The port is reset while it is associated with ${peer}, ${duration(m1.atUs - since.atUs)} after ${since.message.name} and without a disconnect since.`,
      evidence: [m1, since],
      expected: ['M1 of TASK_DISCONNECT before the reset'],
      undone: [...between(trace, since, m1), ...doubt],
    })
  },
}
