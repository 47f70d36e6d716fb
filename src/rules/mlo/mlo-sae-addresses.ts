import type {TraceEvent} from '../../events/event.js'
import type {Mac} from '../../events/units.js'
import type {Candidate} from '../../wdi/facts.js'
import {hostCandidates} from '../host-candidates.js'
import type {Judgement, Rule} from '../rule.js'
import {type SaeAsked, type SaeTalk, saeTalks} from '../sae-talks.js'
import {askedWords} from '../sae-words.js'
import {notApplicable, PASS, violation} from '../verdict.js'

export const mloSaeAddresses: Rule = {
  meta: {
    id: 'mlo-sae-addresses',
    category: 'mlo',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'While SAE runs for a multi-link connection, each indication names the link of the AP and the own link.',
    why: 'The addresses are part of what SAE proves. With the wrong pair the confirm cannot be verified, and it looks like a wrong password.',
    harmless:
      'An AP that uses one address for its MLD and the link: such a BSSID is among the candidates and is not reported.',
    next: 'Driver team: fill BSSID with the link address of the AP and add the local link address (TLV 0x206) from the first indication on.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-sae-auth-params-needed',
    needs: ['TASK_CONNECT, TASK_ROAM with candidates and MloConnectionSupported', 'SAE_AUTH_PARAMS_NEEDED with frames'],
    examples: {
      bad: [
        {
          title: 'the own link address is missing',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0 multi-link local-link
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame multi-link
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame multi-link local-link
 +43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=3
 +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=MLD-B) (group link=0)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    MLD-B quality=70 links=2
`,
        },
        {
          title: 'the MLD address instead of the link of the AP',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=(AP-B multi-link mld=MLD-B) auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    MLD-B type=0 multi-link mld=MLD-B local-link
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  MLD-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    MLD-B type=1 commit-frame multi-link mld=MLD-B local-link
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  MLD-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    MLD-B type=2 confirm-frame multi-link mld=MLD-B local-link
 +43  M1   SET_SAE_AUTH_PARAMS     1  104  MLD-B type=3
 +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=MLD-B) (group link=0)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    MLD-B quality=70 links=2
`,
        },
      ],
      good: [
        {
          title: 'both link addresses',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0 multi-link local-link
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame multi-link local-link
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame multi-link local-link
 +43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=3
 +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE request{multi-link mld=MLD-B} response local-link)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=MLD-B) (group link=0)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    MLD-B quality=70 links=2
`,
        },
        {
          title: 'an AP without Multi-Link',
          scenario: `
   0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE MloConnectionSupported=1 pairs=8/GCMP256
  +1  M3   TASK_CONNECT            1  101  status=success
 +10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
 +15  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
 +16  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
 +24  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame
 +29  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=1 confirm-params
 +30  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
 +38  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=2 confirm-frame
 +43  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=3
 +44  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
 +90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=0 auth=WPA3_SAE request{} response)
 +92  IND  CONNECT_COMPLETE        1  101  status=success
+120  M1   SET_ADD_CIPHER_KEYS     1  105  (pairwise peer=AP-B) (group)
+124  M3   SET_ADD_CIPHER_KEYS     1  105  status=success
+320  IND  LINK_STATE_CHANGE       1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const {task, sae} = session
    const [first] = sae
    if (first === undefined) return undefined
    if (!task?.m1) return notApplicable('the command (M1) is not in the capture')
    const allowed = trace.reader.connectTask(task.m1).settings?.mloConnectionSupported
    if (allowed == null) return notApplicable('MloConnectionSupported of the task is not exported')
    if (allowed !== 1) return notApplicable('MLO is not enabled for the task')
    const candidates = hostCandidates(task, first.indication, trace)
    if (candidates === undefined) return notApplicable('the candidates of the task are not exported')
    const {m1} = task
    return saeTalks(session, trace).flatMap(talk => judgeTalk(talk, candidates, m1))
  },
}

function judgeTalk({bssid, indications}: SaeTalk, candidates: readonly Candidate[], m1: TraceEvent): Judgement[] {
  const frames = indications.flatMap(({indication}) => [indication.commitFrame, indication.confirmFrame])
  if (!frames.some(frame => frame?.multiLink))
    return [notApplicable('no authentication frame with a Multi-Link element exported')]
  const own = candidates.find(candidate => candidate.bssid === bssid)
  const mlds = [...frames.map(frame => frame?.mldAddress), ...candidates.map(({mldAddress}) => mldAddress)]
  const isMld = own === undefined && mlds.includes(bssid)
  if (!isMld && own?.multiLink !== true) return [notApplicable('no candidate that advertises Multi-Link')]
  return indications.map(asked => judge(asked, isMld ? bssid : null, m1))
}

/** `mld`: the BSSID of the indication is the MLD address of the AP. */
function judge({event, indication: {bssid, type, localLink}}: SaeAsked, mld: Mac | null, m1: TraceEvent): Judgement {
  const faults = [
    mld === null ? null : `names the MLD address ${mld} instead of the link of the AP`,
    localLink === null ? 'has no local link address' : null,
  ].filter(fault => fault !== null)
  if (faults.length === 0) {
    return localLink === undefined ? notApplicable('the TLV list of SAE indications is not exported') : PASS
  }
  return violation({
    atUs: event.atUs,
    message: `SAE_AUTH_PARAMS_NEEDED for ${bssid}, ${askedWords(type)}, ${faults.join(' and ')}.`,
    evidence: [event, m1],
    expected: ['BSSID of the link of the AP and local link address (0x206)'],
  })
}
