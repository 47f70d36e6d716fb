import {ALL_STATIONS} from '../../events/units.js'
import {joinedPeer} from '../joined-peer.js'
import type {LimitCode, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const disassocWrongPeer: Rule = {
  meta: {
    id: 'disassoc-wrong-peer',
    category: 'payload',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'A disassociation names the peer that the port is associated to, or everybody.',
    why: 'The host ends the association whatever the address says, or drops the report as stale; either way its view and that of the driver part.',
    harmless:
      'On an MLO connection the name may be another address of the same AP, which only frames or link reports can show.',
    next: 'Ask the driver team which record the address is taken from: often it is the next candidate, or the peer before the last roam.',
    limits: ['L-MLD', 'L-STATE'],
    numbers: null,
    source: 'netcx/wdi-tlv-disassociation-indication-parameters',
    needs: ['DISASSOCIATION with its address', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'associated to AP-A, disassociated from AP-C',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-C status=11
`,
        },
        {
          title: 'inconclusive: records were lost since the peer was last named',
          scenario: `
capture model=wificx loss=-3000..-2000

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-C status=11
`,
        },
        {
          title: 'inconclusive: AP-C may be another link of AP-A',
          scenario: `
capture model=wificx

-9000  M1   TASK_CONNECT         1  101  entries=AP-A auth=WPA3_SAE MFPEnabled=1 MloConnectionSupported=1
-8999  M3   TASK_CONNECT         1  101  status=success
-8960  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=WPA3_SAE)
-8959  IND  CONNECT_COMPLETE     1  101  status=success
    0  IND  DISASSOCIATION       1  -    AP-C status=11
`,
        },
      ],
      good: [
        {
          title: 'the peer',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
`,
        },
        {
          title: 'everybody',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    ALL status=11
`,
        },
        {
          title: 'the late report of the old AP is a matter of order',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +81  IND  DISASSOCIATION       1  -    AP-A status=10
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'the MLD address of the peer, as the response has shown it',
          scenario: `
capture model=wificx

-9000  M1   TASK_CONNECT         1  101  entries=AP-A auth=RSNA_PSK MloConnectionSupported=1
-8999  M3   TASK_CONNECT         1  101  status=success
-8960  IND  ASSOCIATION_RESULT   1  -    (AP-A status=0 auth=RSNA_PSK request{multi-link mld=MLD-A} response local-link)
-8959  IND  CONNECT_COMPLETE     1  101  status=success
-8900  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-A) (group link=0)
-8896  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
-8700  IND  LINK_STATE_CHANGE    1  -    MLD-A quality=70 links=2
    0  IND  DISASSOCIATION       1  -    MLD-A status=11
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DISASSOCIATION'],
  check(event, trace) {
    const joined = joinedPeer(event, trace)
    if (joined?.kind !== 'joined') return joined
    const {adapter, peer, mlo, words, evidence, doubt} = joined
    const {address} = trace.reader.disassociation(event)
    if (address == null) return notApplicable('the address of the disassociation is not exported')
    if (address === ALL_STATIONS) return PASS
    const same = trace.same(adapter, address, peer, mlo)
    if (same === true) return PASS
    const undone: LimitCode[] = [...doubt]
    if (same === null) undone.push('L-MLD')
    // It may be the old AP of the open roam, whose late report is a matter of `roam-disassoc-after-assoc`.
    if (trace.meaningOf(event) === 'late or other') undone.push('L-STATE')
    return violation({
      atUs: event.atUs,
      message: `DISASSOCIATION names ${address}, but the port is ${words}${mapping(same)}.`,
      evidence,
      expected: [`DISASSOCIATION of ${peer}`],
      undone,
    })
  },
}

function mapping(same: boolean | null): string {
  return same === null ? '; no record tells whether both belong to one multi-link AP' : ''
}
