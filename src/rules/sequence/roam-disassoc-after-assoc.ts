import {ALL_STATIONS} from '../../events/units.js'
import {completedMove} from '../completed-move.js'
import {orderDoubt} from '../doubt.js'
import {namesPeer} from '../names-peer.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const roamDisassocAfterAssoc: Rule = {
  meta: {
    id: 'roam-disassoc-after-assoc',
    category: 'sequence',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'A roam reports first that the old AP was left, then the result for the new AP, then the completion.',
    why: 'A host that takes the indications in their order sees the new link come up and then a disassociation: it may tear down the association that it has just been told about.',
    harmless:
      'Two records less than 1 ms apart that two processors wrote have no certain order. FT and SAE indications may stand on either side of the disassociation.',
    next: 'Ask the driver team to raise the disassociation when the radio leaves the old AP and not when the roam is cleaned up.',
    limits: ['L-MLD'],
    numbers: null,
    source: 'netcx/oid-wdi-task-roam',
    needs: ['TASK_ROAM', 'DISASSOCIATION', 'ASSOCIATION_RESULT', 'association before the roam'],
    examples: {
      bad: [
        {
          title: 'the old AP is reported as gone 1 ms after the new one was joined',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +61  IND  DISASSOCIATION       1  -    AP-A status=10
  +63  IND  ROAM_COMPLETE        1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'in order',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +59  IND  DISASSOCIATION       1  -    AP-A status=10
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +63  IND  ROAM_COMPLETE        1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the new AP ends the association inside the task: not the old one',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +61  IND  DISASSOCIATION      1  -    AP-B status=13 deauth-frame(reason 2)
  +63  IND  ROAM_COMPLETE       1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['roam'],
  check(session, trace) {
    const move = completedMove(session, trace)
    if (move.kind !== 'move') return move
    const {old, oldMlo} = move
    const ofOld = session.disassociations.filter(event => {
      const {address} = trace.reader.disassociation(event)
      return address !== ALL_STATIONS && namesPeer(event, old, oldMlo, trace) === true
    })
    if (ofOld.length === 0) return notApplicable('no DISASSOCIATION of the old AP in the roam')
    const late = ofOld.flatMap(event => {
      const joined = session.attempts.findLast(({succeeded, event: {seq}}) => succeeded && seq < event.seq)
      const elsewhere = joined?.bssid && trace.same(session.adapter, joined.bssid, old, oldMlo) !== true
      return elsewhere ? [{event, joined}] : []
    })
    if (late.length === 0) return PASS
    return late.map(({event, joined}) => {
      const low = orderDoubt(joined.event, event)
      return violation({
        atUs: event.atUs,
        message: `DISASSOCIATION of the old AP ${old} comes ${duration(event.atUs - joined.event.atUs)} after the successful result for ${joined.bssid}.`,
        evidence: [event, joined.event],
        about: [event],
        expected: [`DISASSOCIATION of ${old} before the result for ${joined.bssid}`],
        undone: move.doubt.filter(code => code === 'L-MLD'),
        ...(low === undefined ? {} : {confidence: low}),
      })
    })
  },
}
