import {overlapDoubt} from '../overlap.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {endOf} from '../waiting-commands.js'

export const serializedPropertyDuringTask: Rule = {
  meta: {
    id: 'serialized-property-during-task',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'host',
    basis: 'O',
    class: 'MUST',
    statement:
      'Properties that are serialised with tasks (keys, connection quality, power state, …) are sent only while no task of the adapter is open.',
    why: 'The driver may be in the middle of an association or off channel when keys or settings arrive, and apply them to the wrong connection.',
    harmless:
      'When the completion was written to the log just after the property: with 1 ms or less between them the confidence is low.',
    next: 'Windows: its component owns the queue. Where the rule is not violated, the same order explains keys that came late: they waited for a scan.',
    limits: ['L-LOSS'],
    numbers: null,
    source:
      'netcx/oid-wdi-set-* (column "Set serialized with task"); network/wdi-communication-model § Synchronization, item 3',
    needs: ['TASK_* commands (M1), completions and properties'],
    examples: {
      bad: [
        {
          title: 'keys while the roam is still open',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +10  IND  DISASSOCIATION       1  -    AP-A status=10
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +70  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  +74  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
  +90  IND  ROAM_COMPLETE        1  101  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'keys after the completion',
          scenario: `
-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +1  M3   TASK_ROAM            1  101  status=success
  +10  IND  DISASSOCIATION       1  -    AP-A status=10
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +62  IND  ROAM_COMPLETE        1  101  status=success
  +70  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
  +74  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'a property that need not wait',
          scenario: `
   0  M1   TASK_SCAN            1  101  repeat=1
   2  M3   TASK_SCAN            1  101  status=success
 500  M1   SET_FLUSH_BSS_ENTRY  1  102
 505  M3   SET_FLUSH_BSS_ENTRY  1  102  status=success
1500  IND  SCAN_COMPLETE        1  101  status=success
`,
        },
        {
          title: 'inconclusive: the completion of the scan may have been lost',
          scenario: `
capture loss=300..400

   0  M1   TASK_SCAN               1  101  repeat=1
   2  M3   TASK_SCAN               1  101  status=success
 500  M1   SET_CONNECTION_QUALITY  1  102  hint=2 threshold=50
 505  M3   SET_CONNECTION_QUALITY  1  102  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: null,
  check({m1, message, adapter}, trace) {
    if (!message.serializedWithTask) return undefined
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
    const open = trace.openBefore(m1).filter(task => task.m1 !== null)
    const [first] = open
    if (first?.m1 == null) return PASS
    return violation({
      atUs: m1.atUs,
      message: `${message.name} is sent while ${first.message.name} on port ${first.port ?? '?'} has been open for ${duration(m1.atUs - first.m1.atUs)}.`,
      evidence: [first.m1, m1],
      expected: [first.message.counterpart ?? 'the completion'],
      ...overlapDoubt(m1, open, endOf, trace),
    })
  },
}
