import type {TraceEvent} from '../../events/event.js'
import {between} from '../doubt.js'
import {joinedPeer} from '../joined-peer.js'
import {namesPeer} from '../names-peer.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const mloDisassocWithLinksLeft: Rule = {
  meta: {
    id: 'mlo-disassoc-with-links-left',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement:
      'A multi-link connection is reported as disassociated only when its last link is gone; the loss of a single link is a change of the link state.',
    why: 'The host tears the connection down although the AP still keeps it: data stops, and a new connect or roam follows that nobody needed.',
    harmless: 'A link state that was already on its way when the last link broke.',
    next: 'Driver team: indicate LINK_STATE_CHANGE with the remaining links when one of them is lost, and DISASSOCIATION with the last.',
    limits: ['L-LOSS'],
    numbers: '5 s, heuristic',
    source: 'netcx/ndis-status-wdi-indication-disassociation § MLO',
    needs: ['DISASSOCIATION', 'LINK_STATE_CHANGE with link infos', 'a connection that is known as MLO'],
    examples: {
      bad: [
        {
          title: 'disassociated, and half a second later one link is still reported',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  DISASSOCIATION       1  -    MLD-B status=11
+9500  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=50 links=1
`,
        },
        {
          title: 'inconclusive: a new association may have been lost in between',
          scenario: `
capture loss=9100..9400

    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  DISASSOCIATION       1  -    MLD-B status=11
+9500  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=50 links=1
`,
        },
      ],
      good: [
        {
          title: 'one link is lost, later the other one',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=50 links=1
+9500  IND  DISASSOCIATION       1  -    MLD-B status=11
`,
        },
        {
          title: 'the same AP is joined again',
          scenario: `
    0  M1   TASK_CONNECT         1  101  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
  +62  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=MLD-B) (group link=0)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=70 links=2
+9000  IND  DISASSOCIATION       1  -    MLD-B status=11
+9100  M1   TASK_CONNECT         1  103  entries=(AP-B pmkid=K1) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
+9101  M3   TASK_CONNECT         1  103  status=success
+9160  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
+9162  IND  CONNECT_COMPLETE     1  103  status=success
+9200  M1   SET_ADD_CIPHER_KEYS  1  104  (pairwise peer=MLD-B) (group link=0)
+9204  M3   SET_ADD_CIPHER_KEYS  1  104  status=success
+9500  IND  LINK_STATE_CHANGE    1  -    MLD-B quality=50 links=1
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
    const {adapter, peer, mlo} = joined
    if (mlo !== true) return notApplicable('the connection is not known as MLO')
    if (namesPeer(event, peer, mlo, trace) !== true) return notApplicable('the disassociation names somebody else')
    const hasLinks = (other: TraceEvent) => {
      if (other.message.name !== 'LINK_STATE_CHANGE') return false
      const {peer: named, links} = trace.reader.linkState(other)
      return (links?.length ?? 0) > 0 && named != null && trace.same(adapter, named, peer, true) === true
    }
    const limit = event.atUs + trace.settings.linksLeftUs
    const next = trace.next(event, other => isResult(other) || hasLinks(other), limit)
    if (next === null || isResult(next)) return PASS
    const count = trace.reader.linkState(next).links?.length ?? 0
    return violation({
      atUs: next.atUs,
      message: `${duration(next.atUs - event.atUs)} after the disassociation LINK_STATE_CHANGE still reports ${count === 1 ? 'a link' : `${count} links`} of ${peer}, without an association in between.`,
      evidence: [event, next],
      about: [next],
      expected: ['DISASSOCIATION after the last LINK_STATE_CHANGE of the connection'],
      undone: between(trace, event, next),
    })
  },
}

const isResult = named('ASSOCIATION_RESULT')
