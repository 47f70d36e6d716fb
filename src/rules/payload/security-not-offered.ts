import type {Maybe} from '../../events/units.js'
import {enumName} from '../../wdi/enum-names.js'
import {judgeAttempts, placeOf, type Tried} from '../attempts.js'
import {listing} from '../listing.js'
import type {Judgement, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** From here on the numbers belong to the vendor. */
const IHV = 0x80000000
const USE_GROUP = 0x100
const WEP = 0x101
const WEP_40 = 1
const WEP_104 = 5

export const securityNotOffered: Rule = {
  meta: {
    id: 'security-not-offered',
    category: 'payload',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'Authentication and ciphers of a new association are among those that the task offers.',
    why: 'Windows has prepared the handshake for what it offered. A weaker choice than the profile allows is a downgrade that nobody asked for.',
    harmless: 'Vendor algorithms (0x80000000 and above) are not compared, nor is what the driver does not report.',
    next: 'Decode the RSN element of the request: if it agrees with the task, the report is wrong, else the selection. Both are for the driver team.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-parameters',
    needs: ['auth and cipher lists of the task', 'algorithms of the result'],
    examples: {
      bad: [
        {
          title: 'the task wants SAE, the result has a pre-shared key',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=WPA3_SAE MFPEnabled=1
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK ucipher=CCMP mcipher=CCMP)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'a group cipher that is not offered',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=RSNA_PSK ucipher=CCMP mcipher=CCMP
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK ucipher=CCMP mcipher=TKIP)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'the second algorithm of the list, ciphers not reported',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=WPA3_SAE,RSNA_PSK
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: '"WEP" in the list covers WEP-104; the unicast cipher is that of the group',
          scenario: `
capture model=wificx

    0  M1   TASK_CONNECT         1  101  entries=AP-B auth=OPEN ucipher=0x101 mcipher=0x101
   +1  M3   TASK_CONNECT         1  101  status=success
  +60  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=OPEN ucipher=0x100 mcipher=5 PortAuthorized=1)
  +61  IND  CONNECT_COMPLETE     1  101  status=success
 +300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => (tried.attempt.succeeded ? judge(tried) : undefined))
  },
}

interface Choice {
  readonly what: string
  readonly set: string
  readonly value: number
  readonly offered: readonly number[]
}

function judge(tried: Tried): Judgement {
  const {attempt, given} = tried
  const {entry, bssid} = attempt
  const choices = [
    ...choice('authentication', 'WDI_AUTH_ALGORITHM', entry.auth, given.auth),
    ...choice('unicast cipher', 'WDI_CIPHER_ALGORITHM', entry.unicastCipher, given.unicastCiphers),
    ...choice('group cipher', 'WDI_CIPHER_ALGORITHM', entry.multicastCipher, given.multicastCiphers),
  ]
  if (choices.length === 0) return notApplicable('the algorithms of the result are not reported')
  const wrong = choices.filter(({set, value, offered}) => !covers(set, offered, value))
  if (wrong.length === 0) return PASS
  const words = wrong.map(
    ({what, set, value, offered}) =>
      `${what} ${nameOf(set, value)} (offered: ${listing(offered.map(one => nameOf(set, one)))})`,
  )
  return violation({
    ...placeOf(tried),
    message: `The association with ${bssid ?? 'the AP'} uses what the task does not offer: ${words.join('; ')}.`,
  })
}

/** What can be compared: reported, not the vendor's, and with a list beside it. */
function choice(what: string, set: string, value: Maybe<number>, offered: Maybe<readonly number[]>): Choice[] {
  if (!value || value >= IHV || value === USE_GROUP || offered == null) return []
  return [{what, set, value, offered}]
}

function covers(set: string, offered: readonly number[], value: number): boolean {
  if (offered.includes(value)) return true
  return set === 'WDI_CIPHER_ALGORITHM' && offered.includes(WEP) && (value === WEP_40 || value === WEP_104)
}

/** "9 (WPA3_SAE)". */
function nameOf(set: string, value: number): string {
  const name = enumName(set, value)?.replace(/^WDI_(AUTH|CIPHER)_ALGO_(80211_)?/, '')
  return name === undefined ? String(value) : `${value} (${name})`
}
