import type {TraceEvent} from '../../events/event.js'
import type {Adapter} from '../../sessions/adapter.js'
import {between} from '../doubt.js'
import {roamUnderWay} from '../roam-until-keys.js'
import type {Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** WDI_ASSOC_STATUS: by the host, peer deauthenticated, peer disassociated. */
const NOT_THE_DRIVER: ReadonlySet<number> = new Set([7, 13, 14])

export const secondaryDroppedDuringPrimaryRoam: Rule = {
  meta: {
    id: 'secondary-dropped-during-primary-roam',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'SHOULD',
    statement: 'The connection of the secondary station port stays up while the primary roams.',
    why: 'Dual-station use exists to bridge the gap of a roam. If both links go down at once, the application loses its stream.',
    harmless:
      'A band change of the primary may force the secondary off; the driver then announces it with SECONDARY_STA_CONNECTIVITY, limited = 1.',
    next: 'Ask the driver team for the channel plan of both ports during the roam, and why no limitation was announced.',
    limits: ['L-CAP'],
    numbers: null,
    source: 'netcx/dual-sta-connectivity § roam behavior; netcx/ndis-status-wdi-indication-secondary-sta-connectivity',
    needs: ['port roles', 'TASK_ROAM of the primary', 'DISASSOCIATION of the secondary'],
    examples: {
      bad: [
        {
          title: 'the secondary loses its AP while the primary roams',
          scenario: `
capture model=wificx primary=1 secondary=2

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE    2  -    AP-C quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +50  IND  DISASSOCIATION       2  -    AP-C status=11
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'after the key of the primary is installed',
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
 +125  IND  DISASSOCIATION       2  -    AP-C status=11
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the limitation was announced',
          scenario: `
capture model=wificx primary=1 secondary=2

-5000  IND  LINK_STATE_CHANGE           1        -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE           2        -    AP-C quality=60
    0  M1   TASK_ROAM                   1        101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM                   1        101  status=success
  +20  IND  DISASSOCIATION              1        -    AP-A status=10
  +40  IND  SECONDARY_STA_CONNECTIVITY  adapter  -    limited=1
  +50  IND  DISASSOCIATION              2        -    AP-C status=11
  +80  IND  ASSOCIATION_RESULT          1        -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE               1        101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS         1        102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS         1        102  status=success
 +300  IND  LINK_STATE_CHANGE           1        -    AP-B quality=70
`,
        },
        {
          title: 'the roles of the ports are not known',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE    2  -    AP-C quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +50  IND  DISASSOCIATION       2  -    AP-C status=11
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DISASSOCIATION'],
  check(event, trace) {
    const adapter = trace.adapterOf(event)
    if (adapter === null) return undefined
    const {primaryPort, secondaryPort} = adapter
    if (primaryPort === null || secondaryPort === null) return notApplicable('the roles of the ports are not known')
    if (event.port !== secondaryPort) return undefined
    if (trace.before(event).state === 'unassociated') return notApplicable('the secondary was not associated')
    if (trace.taskOf(event) !== null) return notApplicable('inside a task of the secondary')
    const roam = roamUnderWay(adapter, primaryPort, event, trace)
    const m1 = roam?.task?.m1
    if (!roam || !m1) return notApplicable('the primary does not roam')
    const {status, address} = trace.reader.disassociation(event)
    if (status == null) return notApplicable('the status of the DISASSOCIATION is not exported')
    if (NOT_THE_DRIVER.has(status)) return PASS
    const announced = lastAnnouncement(adapter, event, trace)
    const limited = announced === null ? 0 : trace.reader.secondaryLimited(announced)
    if (limited === undefined) return notApplicable('the limitation of the secondary is not exported')
    if (limited === 1) return PASS
    return violation({
      atUs: event.atUs,
      message: `The secondary port ${secondaryPort} lost ${address ?? 'its AP'} (status ${status}) ${duration(event.atUs - m1.atUs)} after the roam of the primary port ${primaryPort} began, and no limitation was announced.`,
      evidence: [event, m1],
      expected: ['SECONDARY_STA_CONNECTIVITY with limited = 1 before it, or the connection staying up'],
      session: roam,
      undone: between(trace, m1, event),
    })
  },
}

function lastAnnouncement(adapter: Adapter, before: TraceEvent, trace: Trace): TraceEvent | null {
  const announcements = trace.index.events(['SECONDARY_STA_CONNECTIVITY'])
  return announcements.findLast(event => event.seq < before.seq && trace.adapterOf(event) === adapter) ?? null
}
