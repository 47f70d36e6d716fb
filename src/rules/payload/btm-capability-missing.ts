import {judgeRequests, placeOf} from '../attempts.js'
import {announces, EXTENDED} from '../capability-bits.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const btmCapabilityMissing: Rule = {
  meta: {
    id: 'btm-capability-missing',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'When the task says that BSS transition is supported, the association request says so too.',
    why: 'The AP sends transition requests only to clients that announce them. Without the bit it cannot steer the client to a better AP, and may drop it instead.',
    harmless: 'In a network with a single AP nobody asks for a transition.',
    next: 'Ask the driver team to set bit 19 of the extended capabilities when BSSTransitionSupported is 1.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-connection-settings',
    needs: ['BSSTransitionSupported of the task', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'other bits are set, 19 is not',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK BSSTransitionSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ext-cap=18,20})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the element is absent',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK BSSTransitionSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{no ext-cap})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'bit 19 is set',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK BSSTransitionSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ext-cap=19})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the task does not ask for it',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK BSSTransitionSupported=0
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{no ext-cap})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the frame is cut before the element',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK BSSTransitionSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{truncated})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, (tried, request) => {
      const supported = tried.given.settings?.bssTransitionSupported
      if (supported == null) return notApplicable('BSSTransitionSupported of the task is not exported')
      if (supported === 0) return notApplicable('the task does not ask for BSS transition')
      const announced = announces(request, EXTENDED.bssTransition)
      if (announced === undefined) return notApplicable('the extended capabilities of the request cannot be read')
      if (announced) return PASS
      const how =
        request.extendedCapabilities === null
          ? 'has no extended capabilities'
          : 'leaves bit 19 of its extended capabilities at 0'
      return violation({
        ...placeOf(tried),
        message: `The task supports BSS transition, but the request to ${tried.attempt.bssid ?? 'the AP'} ${how}.`,
        expected: ['bit 19 of the extended capabilities in the association request'],
      })
    })
  },
}
