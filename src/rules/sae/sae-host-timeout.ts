import type {Rule} from '../rule.js'
import {ASKS, saeStatusWords} from '../sae-words.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** Timeouts of the driver, by what it waited for. */
const WAITED_FOR: ReadonlyMap<number, string> = new Map([
  [51, 'the commit parameters'],
  [52, 'the confirm parameters'],
  [53, 'the final status'],
])

export const saeHostTimeout: Rule = {
  meta: {
    id: 'sae-host-timeout',
    category: 'sae',
    tier: 1,
    severity: 'warning',
    blame: 'host',
    basis: 'V',
    class: 'DESC',
    statement: 'The host answers SAE indications before the driver loses patience.',
    why: 'The candidate is given up although AP and password may be fine; the user sees a slow or failed connection.',
    harmless:
      'The driver chooses how long it waits. Shortly after a resume, or on a machine under full load, a short timeout says more about the driver than about the host.',
    next: 'Compare the waiting time in the message with other sessions. Long: look at the load of the machine and at AutoConfig events. Short: ask the driver team for a longer timeout.',
    limits: [],
    numbers: null,
    source: 'dot11wificxtypes/WDI_SAE_STATUS',
    needs: ['SAE_AUTH_PARAMS_NEEDED with status'],
    examples: {
      bad: [
        {
          title: 'the driver waited half a second for the confirm',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
+524  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=52
+530  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+532  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the error came from the AP',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=3 status=12
+30  IND  ASSOCIATION_RESULT      1  -    (AP-B status=45)
+32  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['SAE_AUTH_PARAMS_NEEDED'],
  check(event, trace) {
    const {bssid, type, status} = trace.reader.saeIndication(event)
    if (type == null) return notApplicable('the type of SAE indications is not exported')
    if (type !== ASKS.error) return undefined
    if (status == null) return notApplicable('the status of the SAE error is not exported')
    const what = WAITED_FOR.get(status)
    if (what === undefined) return PASS
    const before = trace.previous(event, named('SAE_AUTH_PARAMS_NEEDED'))
    const after = before === null ? '' : `, ${duration(event.atUs - before.atUs)} after its previous indication`
    return violation({
      atUs: event.atUs,
      message: `The driver gave up waiting for ${what} from the host for ${bssid ?? 'an unknown BSSID'}${after}: ${saeStatusWords(status)}.`,
      evidence: before === null ? [event] : [before, event],
      expected: ['SET_SAE_AUTH_PARAMS in time'],
    })
  },
}
