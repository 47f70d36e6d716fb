import {between} from '../doubt.js'
import {roamUnderWay} from '../roam-until-keys.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const secondaryRoamOverlapsPrimary: Rule = {
  meta: {
    id: 'secondary-roam-overlaps-primary',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: ['driver', 'host'],
    basis: 'O',
    class: 'SHOULD',
    statement:
      'Primary and secondary station port roam one after the other; the secondary waits until the keys of the primary are installed.',
    why: 'With both links between two APs no data passes at all, which dual-station use is there to avoid.',
    harmless: 'When the primary lost its AP for good and the secondary is the only link left to save.',
    next: 'See who asked: a ROAMING_NEEDED of the secondary points to the driver, a roam without trigger to Windows.',
    limits: ['L-CAP'],
    numbers: null,
    source: 'netcx/dual-sta-connectivity § roam behavior',
    needs: ['port roles', 'TASK_ROAM', 'SET_ADD_CIPHER_KEYS'],
    examples: {
      bad: [
        {
          title: 'the secondary roams before the primary has its key',
          scenario: `
capture model=wificx primary=1 secondary=2

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE    2  -    AP-C quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +100  M1   TASK_ROAM            2  103  entries=AP-D auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +102  M3   TASK_ROAM            2  103  status=success
 +182  IND  ROAM_COMPLETE        2  103  status=success
 +200  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +204  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'after the key of the primary',
          scenario: `
capture model=wificx primary=1 secondary=2

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE    2  -    AP-C quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +130  M1   TASK_ROAM            2  103  entries=AP-D auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +132  M3   TASK_ROAM            2  103  status=success
 +182  IND  ROAM_COMPLETE        2  103  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the primary stayed: its roam is over with the completion',
          scenario: `
capture model=wificx primary=1 secondary=2

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE    2  -    AP-C quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +100  M1   TASK_ROAM            2  103  entries=AP-D auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
 +102  M3   TASK_ROAM            2  103  status=success
 +182  IND  ROAM_COMPLETE        2  103  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_ROAM'],
  check({adapter, port, m1}, trace) {
    const {primaryPort, secondaryPort} = adapter
    if (primaryPort === null || secondaryPort === null) return notApplicable('the roles of the ports are not known')
    if (port !== secondaryPort) return undefined
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    const roam = roamUnderWay(adapter, primaryPort, m1, trace)
    const primary = roam?.task?.m1
    if (!primary) return PASS
    return violation({
      atUs: m1.atUs,
      message: `TASK_ROAM on the secondary port ${secondaryPort} ${duration(m1.atUs - primary.atUs)} after TASK_ROAM on the primary port ${primaryPort}, whose pairwise key is not installed yet.`,
      evidence: [m1, primary],
      expected: [`M3 of SET_ADD_CIPHER_KEYS with a pairwise key on port ${primaryPort} before it`],
      blame: 'either',
      undone: between(trace, primary, m1),
    })
  },
}
