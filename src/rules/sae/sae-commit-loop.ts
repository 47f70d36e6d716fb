import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {type SaeAnswered, type SaeTalk, saeTalks} from '../sae-talks.js'
import {ANSWERS} from '../sae-words.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const saeCommitLoop: Rule = {
  meta: {
    id: 'sae-commit-loop',
    category: 'sae',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'S',
    class: 'HEUR',
    statement:
      'An SAE exchange needs at most three commits of the station: the first, one with a token, one with another group.',
    why: 'Every round costs an exchange on the air and an elliptic-curve computation. A loop usually ends in a timeout of one side.',
    harmless: 'When the AP is under attack or overloaded it may ask for a fresh token each time.',
    next: 'See the status codes of the commit frames: 76 again and again points to the token (AP, or driver that drops it), 77 to groups that the two sides do not share.',
    limits: [],
    numbers: '3',
    source: 'reasoning; IEEE 802.11-2020 § 12.4 (anti-clogging token, group negotiation)',
    needs: ['SET_SAE_AUTH_PARAMS with BSSID and type'],
    examples: {
      bad: [
        {
          title: 'four commits for one AP',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+12  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+13  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 76)
+22  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=0 commit-params
+23  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+30  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 76)
+32  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=0 commit-params
+33  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
+40  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 76)
+42  M1   SET_SAE_AUTH_PARAMS     1  105  AP-B type=0 commit-params
+43  M3   SET_SAE_AUTH_PARAMS     1  105  status=success
+90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=41)
+92  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'three: the first, a token, another group',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+12  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+13  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 77)
+22  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=0 commit-params
+23  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+30  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 76)
+32  M1   SET_SAE_AUTH_PARAMS     1  104  AP-B type=0 commit-params
+33  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
+90  IND  ASSOCIATION_RESULT      1  -    (AP-B status=41)
+92  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
        {
          title: 'two commits for each of two APs',
          scenario: `
  0  M1   TASK_CONNECT            1  101  entries=AP-B AP-C auth=WPA3_SAE
 +1  M3   TASK_CONNECT            1  101  status=success
+10  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=0
+12  M1   SET_SAE_AUTH_PARAMS     1  102  AP-B type=0 commit-params
+13  M3   SET_SAE_AUTH_PARAMS     1  102  status=success
+20  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-B type=1 commit-frame(code 76)
+22  M1   SET_SAE_AUTH_PARAMS     1  103  AP-B type=0 commit-params
+23  M3   SET_SAE_AUTH_PARAMS     1  103  status=success
+30  IND  ASSOCIATION_RESULT      1  -    (AP-B status=41)
+40  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=0
+42  M1   SET_SAE_AUTH_PARAMS     1  104  AP-C type=0 commit-params
+43  M3   SET_SAE_AUTH_PARAMS     1  104  status=success
+50  IND  SAE_AUTH_PARAMS_NEEDED  1  -    AP-C type=1 commit-frame(code 76)
+52  M1   SET_SAE_AUTH_PARAMS     1  105  AP-C type=0 commit-params
+53  M3   SET_SAE_AUTH_PARAMS     1  105  status=success
+90  IND  ASSOCIATION_RESULT      1  -    (AP-C status=41)
+92  IND  CONNECT_COMPLETE        1  101  status=failure
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const talks = saeTalks(session, trace)
    if (talks.length === 0) return undefined
    if (!trace.families.has(session.adapter, 'PROP')) return notApplicable('properties are not exported')
    const most = trace.settings.saeCommits
    const loops = talks.flatMap(talk => {
      const commits = talk.answers.filter(isCommit)
      const exceeding = commits[most]
      return exceeding === undefined ? [] : [{talk, commits, exceeding}]
    })
    const first = loops.sort((a, b) => a.exceeding.event.seq - b.exceeding.event.seq)[0]
    if (first === undefined) return PASS
    const {talk, commits, exceeding} = first
    const begin = commits[0]?.event ?? exceeding.event
    const last = commits.at(-1)?.event ?? exceeding.event
    return violation({
      atUs: exceeding.event.atUs,
      message: `The host sent ${commits.length} SAE commits for ${talk.bssid} in ${duration(last.atUs - begin.atUs)} (usual: up to ${most}); status codes of the commit frames of the AP: ${listing(codesOf(talk))}.`,
      evidence: commits.map(({event}) => event),
      session,
    })
  },
}

const isCommit = ({answer: {type}}: SaeAnswered) => type === ANSWERS.commit || type === ANSWERS.commitHashToElement

function codesOf({indications}: SaeTalk): (number | string)[] {
  return indications.flatMap(({indication: {commitFrame}}) => (commitFrame ? [commitFrame.code ?? 'unknown'] : []))
}
