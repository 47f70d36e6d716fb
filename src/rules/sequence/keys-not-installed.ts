import type {TraceEvent} from '../../events/event.js'
import {keyWindow} from '../../sessions/service.js'
import type {Attempt, Session} from '../../sessions/session.js'
import {deviceReset} from '../device-reset.js'
import {absence} from '../doubt.js'
import type {LimitCode, Rule} from '../rule.js'
import {named, type Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const keysNotInstalled: Rule = {
  meta: {
    id: 'keys-not-installed',
    category: 'sequence',
    tier: 1,
    severity: 'info',
    blame: 'either',
    basis: 'A',
    class: 'HEUR',
    statement: 'A secured association gets its pairwise key soon after the connect or roam is completed.',
    why: 'Without the key no data passes: the user sees a connected network that does not work.',
    harmless: 'With 802.1X and a password prompt the user is slower than the window.',
    next: 'See whether the handshake got anywhere: AutoConfig events 11004 to 11006 and 12011 to 12013 of the host, EAPOL frames at the AP.',
    limits: ['L-LOSS', 'L-EDGE', 'L-MLD'],
    numbers: '5 s / 30 s, heuristic (AP side gives up after about 4 s with hostapd defaults)',
    source: 'network/wdi-datapath-operation-sequence-diagrams†; netcx/wdi-tlv-set-cipher-key-info',
    needs: ['ASSOCIATION_RESULT with auth and PortAuthorized', 'SET_ADD_CIPHER_KEYS'],
    examples: {
      bad: [
        {
          title: 'no key within 5 s of the completion',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE       1  101  status=success
 +300  IND  LINK_STATE_CHANGE   1  -    AP-B quality=70
`,
        },
        {
          title: 'the group key alone is not enough',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +120  M1   SET_ADD_CIPHER_KEYS  1  102  (group)
 +124  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'inconclusive: the capture ends 3 s after the completion',
          scenario: `
capture model=wificx to=3082

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE       1  101  status=success
 +300  IND  LINK_STATE_CHANGE   1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'exactly 5 s after the completion',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM            1  101  status=success
  +20  IND  DISASSOCIATION       1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE        1  101  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
+5082  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+5086  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
`,
        },
        {
          title: 'the AP ended the association in the window',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE       1  101  status=success
+4000  IND  DISASSOCIATION      1  -    AP-B status=13 deauth-frame(reason 15)
`,
        },
        {
          title: 'the driver did the handshake itself: the port is authorised',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK PortAuthorized=1)
  +82  IND  ROAM_COMPLETE       1  101  status=success
 +300  IND  LINK_STATE_CHANGE   1  -    AP-B quality=70
`,
        },
        {
          title: 'properties are not exported',
          scenario: `
capture model=wificx families=TASK,M3,IND

-5000  IND  LINK_STATE_CHANGE   1  -    AP-A quality=60
    0  M1   TASK_ROAM           1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
   +2  M3   TASK_ROAM           1  101  status=success
  +20  IND  DISASSOCIATION      1  -    AP-A status=10
  +80  IND  ASSOCIATION_RESULT  1  -    (AP-B status=0 auth=RSNA_PSK)
  +82  IND  ROAM_COMPLETE       1  101  status=success
 +300  IND  LINK_STATE_CHANGE   1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    const {adapter, success, outcome, task} = session
    if (outcome !== 'success' || success === null || !task?.m4) return notApplicable('no successful connect or roam')
    if (!trace.families.has(adapter, 'PROP')) return notApplicable('properties (SET_ADD_CIPHER_KEYS) are not exported')
    const {auth, portAuthorized} = success.entry
    if (auth === 1) return notApplicable('the network is open')
    if (session.class === null || session.class === 'unknown')
      return notApplicable('the authentication of the success is not exported')
    if (portAuthorized === undefined) return notApplicable('PortAuthorized is not exported')
    if (portAuthorized === 1) return notApplicable('the driver authorised the port itself')
    const window = keyWindow(session.class, trace.settings.keyWindowUs)
    const limit = task.m4.atUs + window
    const {key, undecoded, unmapped} = pairwiseKeys(session, success, limit, trace)
    if (key !== null) return PASS
    if (undecoded) return notApplicable('the entries of SET_ADD_CIPHER_KEYS are not exported')
    if (endedIn(session, success, limit, trace))
      return notApplicable('disassociation, reset or a new task in the window')
    const undone: LimitCode[] = absence(trace, success.event.atUs, limit)
    if (unmapped !== null) undone.push('L-MLD')
    return violation({
      atUs: limit,
      message: `No pairwise key for ${success.bssid ?? 'the new AP'} between the result and ${duration(window)} after ${task.m4.message.name} (class ${session.class}).`,
      evidence: [success.event, task.m4, ...(unmapped === null ? [] : [unmapped])],
      expected: [`SET_ADD_CIPHER_KEYS with a pairwise key for ${success.bssid ?? 'the new AP'}`],
      undone,
    })
  },
}

interface Keys {
  readonly key: TraceEvent | null
  /** Key commands whose entries nobody can read. */
  readonly undecoded: boolean
  /** A pairwise key for an address that cannot be compared with the AP (L-MLD). */
  readonly unmapped: TraceEvent | null
}

/** Pairwise keys of the port between the result and the limit. */
function pairwiseKeys({adapter}: Session, {event: result, bssid}: Attempt, limitUs: number, trace: Trace): Keys {
  let undecoded = false
  let unmapped: TraceEvent | null = null
  const isKey = named('SET_ADD_CIPHER_KEYS', 'M1')
  for (let event = trace.next(result, isKey, limitUs); event !== null; event = trace.next(event, isKey, limitUs)) {
    const entries = trace.reader.keys(event)
    if (entries === undefined) undecoded = true
    for (const {type, peer} of entries ?? []) {
      if (type !== 1) continue
      const same = bssid && peer ? trace.same(adapter, peer, bssid, trace.before(event).mlo) : null
      if (same === true) return {key: event, undecoded, unmapped}
      if (same === null) unmapped = event
    }
  }
  return {key: null, undecoded, unmapped}
}

function endedIn({adapter}: Session, {event: result}: Attempt, limitUs: number, trace: Trace): boolean {
  const ends = (event: TraceEvent) =>
    event.message.name === 'DISASSOCIATION'
      ? !LATE.has(trace.meaningOf(event) ?? '')
      : event.step === 'M1' && event.message.kind === 'task'
  return trace.next(result, ends, limitUs) !== null || deviceReset(adapter, result.atUs, limitUs, trace) !== null
}

/** Meanings of a DISASSOCIATION that leave the new association as it is. */
const LATE: ReadonlySet<string> = new Set(['old peer, late', 'late or other'])
