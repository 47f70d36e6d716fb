import {judgeAttempts, placeOf} from '../attempts.js'
import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_BAND_ID; 6 GHz is 6 on the page and 5 in the bytes of the sample driver. */
const BANDS: ReadonlyMap<number, string> = new Map([
  [1, '2.4 GHz'],
  [2, '5 GHz'],
  [3, '60 GHz'],
  [4, '900 MHz'],
  [5, '6 GHz'],
  [6, '6 GHz'],
])

export const bandUnavailable: Rule = {
  meta: {
    id: 'band-unavailable',
    category: 'payload',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'A secondary station joins on a band that the task does not declare as taken.',
    why: 'Both stations then share one radio: they take turns on two channels, and latency and throughput of both suffer.',
    harmless: 'If primary and secondary are on the same channel of that band, the price is small.',
    next: 'Ask the driver team whether the selection for the secondary port reads WDI_TLV_UNAVAILABLE_BAND_LIST.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-connect-parameters, netcx/wdi-tlv-unavailable-band-list',
    needs: ['unavailable-band list of the task', 'band of the result'],
    examples: {
      bad: [
        {
          title: 'the secondary joins on the band of the primary',
          scenario: `
capture model=wificx primary=1 secondary=2

    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK unavailable-bands=5
   +1  M3   TASK_CONNECT         2  101  status=success
  +60  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK band=5)
  +61  IND  CONNECT_COMPLETE     2  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
      ],
      good: [
        {
          title: 'another band',
          scenario: `
capture model=wificx primary=1 secondary=2

    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK unavailable-bands=5
   +1  M3   TASK_CONNECT         2  101  status=success
  +60  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK band=2.4)
  +61  IND  CONNECT_COMPLETE     2  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
        {
          title: 'the band of the result is not reported',
          scenario: `
capture model=wificx primary=1 secondary=2

    0  M1   TASK_CONNECT         2  101  entries=AP-B auth=RSNA_PSK unavailable-bands=5
   +1  M3   TASK_CONNECT         2  101  status=success
  +60  IND  ASSOCIATION_RESULT   2  -    (AP-B status=0 auth=RSNA_PSK)
  +61  IND  CONNECT_COMPLETE     2  101  status=success
 +100  M1   SET_ADD_CIPHER_KEYS  2  102  (pairwise peer=AP-B) (group)
 +104  M3   SET_ADD_CIPHER_KEYS  2  102  status=success
 +300  IND  LINK_STATE_CHANGE    2  -    AP-B quality=70
`,
        },
      ],
    },
  },
  subject: 'session',
  kinds: ['connect', 'roam'],
  check(session, trace) {
    return judgeAttempts(session, trace, tried => {
      const {attempt, given} = tried
      const {band} = attempt.entry
      if (!attempt.succeeded) return undefined
      if (given.unavailableBands === undefined) return notApplicable('the unavailable-band list is not exported')
      if (given.unavailableBands === null) return notApplicable('the task declares no band as taken')
      if (!band) return notApplicable('the band of the result is not reported')
      const taken = given.unavailableBands.map(nameOf)
      if (!taken.includes(nameOf(band))) return PASS
      return violation({
        ...placeOf(tried),
        message: `The station joined ${attempt.bssid ?? 'an AP'} on ${nameOf(band)}, which the task declares as taken (${listing(taken)}).`,
        expected: ['an association on another band'],
      })
    })
  },
}

function nameOf(band: number): string {
  return BANDS.get(band) ?? `band ${band}`
}
