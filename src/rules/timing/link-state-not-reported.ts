import {deviceReset} from '../device-reset.js'
import {absence} from '../doubt.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const linkStateNotReported: Rule = {
  meta: {
    id: 'link-state-not-reported',
    category: 'timing',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'A',
    class: 'HEUR',
    statement: 'After an association the driver reports the quality of the link (LINK_STATE_CHANGE) within 15 s.',
    why: 'Signal bars, the choice of the next access point and the decision to leave a bad one rest on these reports.',
    harmless: 'When speed and quality simply did not change: the page asks for a report on a change only.',
    next: 'Driver team: report the link once after every association, so that the host has a first value.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '15 s',
    source:
      'by analogy with devtest/ndis-wlantimedlinkquality (0x0009400B); netcx/ndis-status-wdi-indication-link-state-change',
    needs: ['ASSOCIATION_RESULT', 'LINK_STATE_CHANGE'],
    examples: {
      bad: [
        {
          title: 'no report about the new access point',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
`,
        },
      ],
      good: [
        {
          title: 'reported exactly 15 s after the association',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
15080  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'no report in the whole capture: probably not recorded',
          scenario: `
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
`,
        },
        {
          title: 'another task follows within the 15 s',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
10000  M1   TASK_SCAN            1  103  repeat=1
10001  M3   TASK_SCAN            1  103  status=success
11000  IND  SCAN_COMPLETE        1  103  status=success
`,
        },
        {
          title: 'inconclusive: the capture ends within the 15 s',
          scenario: `
capture to=5000

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam', 'connect'],
  check(session, trace) {
    const {success, adapter} = session
    if (session.partial || session.outcome !== 'success' || success === null) return notApplicable('no association')
    if (!trace.families.hasMessage(adapter, 'LINK_STATE_CHANGE')) {
      return notApplicable('the adapter has no LINK_STATE_CHANGE in the whole capture')
    }
    const window = trace.settings.linkStateUs
    const limit = success.event.atUs + window
    if (trace.next(success.event, named('LINK_STATE_CHANGE'), limit) !== null) return PASS
    const other = trace.next(
      success.event,
      event =>
        (event.step === 'M1' && event.message.kind === 'task') ||
        (event.message.name === 'DISASSOCIATION' && trace.meaningOf(event) !== 'old peer, late'),
      limit,
    )
    if (other !== null) return notApplicable('another task or a disassociation within the window')
    const reset = deviceReset(adapter, success.event.atUs, limit, trace)
    if (reset !== null) return notApplicable('a reset of the device within the window')
    return violation({
      atUs: limit,
      message: `No LINK_STATE_CHANGE within ${duration(window)} after the association with ${success.bssid ?? 'the access point'}.`,
      evidence: [success.event],
      expected: ['LINK_STATE_CHANGE'],
      session,
      undone: absence(trace, success.event.atUs, limit),
    })
  },
}
