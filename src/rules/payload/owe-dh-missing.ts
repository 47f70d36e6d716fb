import type {Hex, Maybe} from '../../events/units.js'
import {judgeRequests, placeOf, type Tried} from '../attempts.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

const OWE = 10

export const oweDhMissing: Rule = {
  meta: {
    id: 'owe-dh-missing',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: "An OWE association request carries the host's latest Diffie-Hellman element, byte for byte.",
    why: 'AP and host compute the key from this element. Without it the AP refuses; with an older one the handshake fails and nobody sees why.',
    harmless:
      'An element that came when the request had already left cannot be in it; only the time of the result is recorded.',
    next: 'Ask the driver team whether SET_OWE_DH_IE replaces the element of the task, as it must after a group fallback.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/wdi-tlv-owe-dh-ie; netcx/oid-wdi-set-owe-dh-ie',
    needs: ['OWE element of the task', 'association request frame'],
    examples: {
      bad: [
        {
          title: 'the element is left out',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 auth=OWE request{no owe-dh})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the new group came, the old element is sent again',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=77 auth=OWE request response)
 +70  M1   SET_OWE_DH_IE       1  102  owe-dh=D2
 +71  M3   SET_OWE_DH_IE       1  102  status=success
+120  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=77 auth=OWE request{owe-dh=D1} response)
+121  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'each request has the element that was the latest',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE MFPEnabled=1 owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=54 code=77 auth=OWE request{owe-dh=D1} response)
 +70  M1   SET_OWE_DH_IE       1  102  owe-dh=D2
 +71  M3   SET_OWE_DH_IE       1  102  status=success
+120  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 auth=OWE request{owe-dh=D2})
+121  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a transition network is joined without OWE',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=OWE,OPEN owe-dh=D1
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=51 auth=OPEN request{no owe-dh})
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeRequests(session, trace, (tried, {oweDh}) => {
      const {attempt, given} = tried
      if (attempt.entry.auth == null) return notApplicable('the authentication of the result is not exported')
      if (attempt.entry.auth !== OWE) return notApplicable('the attempt was not made with OWE')
      if (given.oweDh === null) return notApplicable('the task has no OWE element')
      const latest = latestElement(tried, trace)
      if (latest == null) return notApplicable('the OWE element of the host is not exported')
      if (oweDh === undefined) return notApplicable('the OWE element of the request cannot be read')
      if (oweDh === latest) return PASS
      return violation({
        ...placeOf(tried),
        message: `The request to ${attempt.bssid ?? 'the AP'} carries ${oweDh === null ? 'no OWE Diffie-Hellman element' : `the OWE Diffie-Hellman element ${start(oweDh)}`}; the latest of the host is ${start(latest)}.`,
        expected: ['element 255/32 with the bytes of the host'],
      })
    })
  },
}

/** Of the task, or of the last SET_OWE_DH_IE before the result. */
function latestElement({attempt, task, given}: Tried, trace: Trace): Maybe<Hex> {
  const later = task.events.findLast(
    ({step, message, seq}) => step === 'M1' && message.name === 'SET_OWE_DH_IE' && seq < attempt.event.seq,
  )
  return later === undefined ? given.oweDh : trace.reader.oweDh(later)
}

/** Public keys are no secret, but long. */
function start(bytes: Hex): string {
  return bytes.length > 16 ? `${bytes.slice(0, 16)}… (${bytes.length / 2} bytes)` : bytes
}
