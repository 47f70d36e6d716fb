import {judgeRequests, placeOf} from '../attempts.js'
import {RSN, rsnBit} from '../capability-bits.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mfpAdvertisementMismatch: Rule = {
  meta: {
    id: 'mfp-advertisement-mismatch',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'The request announces protected management frames if, and only if, the task enables them.',
    why: 'An AP that requires protection refuses a client without the bit. With the bit but without the will to use it, client and AP disagree on which disconnects to believe.',
    harmless: 'While the AP does not support protection itself, the bit has no effect.',
    next: 'Ask the driver team whether the RSN capabilities are built from MFPEnabled or from what the radio can do.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-connection-settings (MFP)',
    needs: ['MFPEnabled of the task', 'association request frame with RSN element'],
    examples: {
      bad: [
        {
          title: 'announced although not enabled',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK MFPEnabled=0
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{mfp=1})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'enabled, but the RSN element ends before the capabilities',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=WPA3_SAE MFPEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{no rsn-caps})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'enabled and announced',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=WPA3_SAE MFPEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{mfp=1})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'neither; the RSN element ends before the capabilities',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK MFPEnabled=0
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{no rsn-caps})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a request without RSN element announces nothing',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OPEN MFPEnabled=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{no rsn})
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
      const enabled = tried.given.settings?.mfpEnabled
      if (enabled == null) return notApplicable('MFPEnabled of the task is not exported')
      const announced = rsnBit(request, RSN.mfpCapable)
      if (announced === undefined) return notApplicable('the RSN element of the request cannot be read')
      if (announced === null) return notApplicable('the request has no RSN element')
      if (announced === (enabled !== 0)) return PASS
      return violation({
        ...placeOf(tried),
        message: `The task has MFPEnabled ${enabled}, but the request to ${tried.attempt.bssid ?? 'the AP'} ${announced ? 'announces' : 'does not announce'} protected management frames (RSN capabilities ${capabilities(request.rsn?.capabilities)}).`,
        expected: [`an MFP-capable bit of ${enabled} in the RSN capabilities`],
      })
    })
  },
}

function capabilities(value: number | null | undefined): string {
  return value == null ? 'left out' : `0x${value.toString(16).padStart(4, '0')}`
}
