import type {TraceEvent} from '../../events/event.js'
import {seconds} from '../../events/units.js'
import {isLegacyKeyRequest} from '../../wdi/messages.js'
import {absence} from '../doubt.js'
import {endOfAssociation, endsAssociation} from '../legacy-association-end.js'
import {isRsn} from '../legacy-security.js'
import type {Judgement, Rule} from '../rule.js'
import {named, type Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(60)

export const n80211PmkidListLate: Rule = {
  meta: {
    id: 'n80211-pmkid-list-late',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement: 'A driver that supports PMKIDs names its candidates within a minute of the keys.',
    why: 'Without the list Windows prepares no keys in advance, and each roam pays for a full authentication.',
    harmless: 'Where only one AP is in reach, there is little to name. Support is optional.',
    next: 'Ask the driver team whether the candidate list is built after the handshake.',
    limits: ['L-CAP', 'L-LOSS'],
    numbers: '60 s',
    source: 'network/ndis-status-dot11-pmkid-candidate-list†',
    needs: ['PMKID capability', 'ASSOCIATION_COMPLETION with algorithm', 'key requests', 'PMKID_CANDIDATE_LIST'],
    examples: {
      bad: [
        {
          title: 'no list in a minute',
          scenario: `
capture model=native80211 pmkid-capable=1 to=70000

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
  300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
  302  IND  ROAMING_COMPLETION      0  status=success
  400  M1   CIPHER_KEY              0
  401  M3   CIPHER_KEY              0  status=success
  900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'inconclusive: the list may have been lost',
          scenario: `
capture model=native80211 pmkid-capable=1 to=70000 loss=5000..6000

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
  300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
  302  IND  ROAMING_COMPLETION      0  status=success
  400  M1   CIPHER_KEY              0
  401  M3   CIPHER_KEY              0  status=success
  900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'exactly a minute after the key',
          scenario: `
capture model=native80211 pmkid-capable=1 to=70000

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
  300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
  302  IND  ROAMING_COMPLETION      0  status=success
  400  M1   CIPHER_KEY              0
  401  M3   CIPHER_KEY              0  status=success
  900  IND  LINK_QUALITY            0
60400  IND  PMKID_CANDIDATE_LIST    0
`,
        },
        {
          title: 'nobody knows whether the driver supports it',
          scenario: `
capture model=native80211 to=70000

    0  IND  ROAMING_START           0  reason=LOST
    5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
  300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success auth=RSNA ucipher=CCMP mcipher=CCMP beacon
  302  IND  ROAMING_COMPLETION      0  status=success
  400  M1   CIPHER_KEY              0
  401  M3   CIPHER_KEY              0  status=success
  900  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const won = trace.legacyOf(adapter)?.associations.filter(({succeeded}) => succeeded) ?? []
    return won.flatMap(({completion}) => (completion === null ? [] : [judge(completion, adapter.pmkidCapable, trace)]))
  },
}

function judge(completion: TraceEvent, capable: 0 | 1 | null, trace: Trace): Judgement {
  if (capable === null) return notApplicable('whether the driver supports PMKIDs is not known')
  if (capable === 0) return notApplicable('the driver does not support PMKIDs')
  const {auth, mac} = trace.reader.legacy(completion)
  if (!auth) return notApplicable('the authentication algorithm is not reported')
  if (!isRsn(auth)) return notApplicable('no RSN association')
  const isKey = ({step, message}: TraceEvent) => step === 'M1' && isLegacyKeyRequest(message)
  const key = trace.next(completion, event => isKey(event) || endsAssociation(event, trace))
  if (key === null || !isKey(key)) return notApplicable('no key was set')
  const limit = key.atUs + LIMIT
  if (trace.next(completion, named('DOT11_PMKID_CANDIDATE_LIST'), limit) !== null) return PASS
  if (endOfAssociation(completion, limit, trace) !== null)
    return notApplicable('the association ended within the period')
  return violation({
    atUs: limit,
    message: `No PMKID_CANDIDATE_LIST in ${duration(LIMIT)} after the key for ${mac ?? 'the AP'} was set.`,
    evidence: [completion, key],
    expected: ['PMKID_CANDIDATE_LIST'],
    undone: absence(trace, key.atUs, limit),
  })
}
