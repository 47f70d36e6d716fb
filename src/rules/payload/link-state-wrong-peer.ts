import type {TraceEvent} from '../../events/event.js'
import {type JoinedPeer, joinedPeer} from '../joined-peer.js'
import {namesPeer} from '../names-peer.js'
import type {LimitCode, Rule} from '../rule.js'
import type {Trace} from '../trace.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const linkStateWrongPeer: Rule = {
  meta: {
    id: 'link-state-wrong-peer',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'On a station port the link state is about the access point of the connection.',
    why: 'Signal bars, roam decisions and rate statistics follow a stranger; a host that checks the address ignores the quality of its own link.',
    harmless: 'While a roam is open, the old AP may still be reported until it is disassociated.',
    next: 'Ask the driver team whether the address is read from the scan cache or kept from before the roam.',
    limits: ['L-MLD', 'L-STATE'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-link-state-change',
    needs: ['LINK_STATE_CHANGE with its address', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'associated to AP-A, link state of AP-C',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  LINK_STATE_CHANGE  1  -    AP-C quality=55
`,
        },
        {
          title: 'the old AP, although the roam has left it',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +81  IND  LINK_STATE_CHANGE    1  -    AP-A quality=10
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: a roam may have been lost',
          scenario: `
capture model=wificx loss=-3000..-2000

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  LINK_STATE_CHANGE  1  -    AP-C quality=55
`,
        },
      ],
      good: [
        {
          title: 'the AP of the connection',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  LINK_STATE_CHANGE  1  -    AP-A quality=55
`,
        },
        {
          title: 'the old AP while the roam is open and has not disassociated it',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +81  IND  LINK_STATE_CHANGE    1  -    AP-A quality=10
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'a SoftAP reports its clients',
          scenario: `
capture model=wificx ap=2

-5000  IND  LINK_STATE_CHANGE  2  -    02:00:00:00:77:01 quality=60
    0  IND  LINK_STATE_CHANGE  2  -    02:00:00:00:77:02 quality=55
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['LINK_STATE_CHANGE'],
  check(event, trace) {
    const joined = joinedPeer(event, trace)
    if (joined?.kind !== 'joined') return joined
    const {peer: named} = trace.reader.linkState(event)
    if (named == null) return notApplicable('the peer of the link state is not exported')
    const same = trace.same(joined.adapter, named, joined.peer, joined.mlo)
    if (same === true) return PASS
    const old = isOldPeer(event, named, joined, trace)
    if (old === true) return PASS
    if (old === null) return notApplicable('the peer before the open roam is not known')
    const {peer, words, evidence, doubt} = joined
    const undone: LimitCode[] = same === null ? [...doubt, 'L-MLD'] : [...doubt]
    return violation({
      atUs: event.atUs,
      message: `LINK_STATE_CHANGE is about ${named}, but the port is ${words}.`,
      evidence,
      expected: [`LINK_STATE_CHANGE of ${peer}`],
      undone,
    })
  },
}

/** Does the link state name the AP that an open roam has replaced but not yet disassociated? null: nobody knows which AP that was. */
function isOldPeer(event: TraceEvent, named: string, {adapter, since}: JoinedPeer, trace: Trace): boolean | null {
  const roam = trace.taskOf(event)
  if (roam?.message.name !== 'TASK_ROAM') return false
  const {m1} = roam
  if (m1 === null) return null
  if (since === null || since.seq < m1.seq) return false
  const {state, peer: old, mlo} = trace.before(m1)
  if (state === 'unknown') return null
  if (old === null || trace.same(adapter, named, old, mlo) !== true) return false
  const left = roam.events.some(
    other =>
      other.message.name === 'DISASSOCIATION' && other.seq < event.seq && namesPeer(other, old, mlo, trace) !== false,
  )
  return !left
}
