import type {AssociationFrame} from '../../wdi/frames.js'
import {judgeRequests, placeOf, type Tried} from '../attempts.js'
import {announces, EXTENDED} from '../capability-bits.js'
import type {Judgement, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const qosCapabilityMissing: Rule = {
  meta: {
    id: 'qos-capability-missing',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement:
      'Mirrored SCS and QoS map are announced when the task supports them; with QoS map the association response is reported too.',
    why: 'The AP gives its map of priorities only to clients that announce it, and Windows reads the map from the response: without either, calls and games run as best effort.',
    harmless: 'APs without Wi-Fi QoS Management ignore the bits.',
    next: 'Ask the driver team to set bit 85 (mirrored SCS) and bit 32 (QoS map) of the extended capabilities and to hand the response over.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-connection-settings; netcx/qos-r1',
    needs: ['MSCSSupported and DSCPToUPMappingSupported of the task', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'mirrored SCS is not announced',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK MSCSSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request{ext-cap=84})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'QoS map is announced, but the response is kept back',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK DSCPToUPMappingSupported=1
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK request)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'both announced, response reported',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK MSCSSupported=1 DSCPToUPMappingSupported=1
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK request response)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'a failure needs no response',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK DSCPToUPMappingSupported=1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 request)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, judge)
  },
}

function judge(tried: Tried, request: AssociationFrame): Judgement {
  const {attempt, given} = tried
  const mscs = given.settings?.mscsSupported
  const qosMap = given.settings?.dscpToUpMappingSupported
  if (!mscs && !qosMap) {
    const known = mscs !== undefined && qosMap !== undefined && given.settings !== undefined
    return notApplicable(known ? 'the task supports neither mirrored SCS nor QoS map' : 'the settings are not exported')
  }
  const needsResponse = qosMap === 1 && attempt.succeeded
  const checks: readonly [lack: boolean | undefined, what: string][] = [
    [mscs === 1 ? lacks(request, EXTENDED.mscs) : false, 'mirrored SCS (bit 85) in the request'],
    [qosMap === 1 ? lacks(request, EXTENDED.qosMap) : false, 'QoS map (bit 32) in the request'],
    [needsResponse ? isAbsent(attempt.entry.response) : false, 'the association response in the result'],
  ]
  const missing = checks.flatMap(([lack, what]) => (lack === true ? [what] : []))
  if (missing.length > 0) {
    return violation({
      ...placeOf(tried),
      message: `The task asks for QoS management, but the attempt on ${attempt.bssid ?? 'the AP'} lacks ${missing.join(' and ')}.`,
      expected: missing,
    })
  }
  return checks.some(([lack]) => lack === undefined)
    ? notApplicable('request or TLV list cannot be read in full')
    : PASS
}

function lacks(request: AssociationFrame, bit: number): boolean | undefined {
  const announced = announces(request, bit)
  return announced === undefined ? undefined : !announced
}

function isAbsent(frame: AssociationFrame | null | undefined): boolean | undefined {
  return frame === undefined ? undefined : frame === null
}
