import {joinedPeer} from '../joined-peer.js'
import type {LimitCode, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_CIPHER_KEY_TYPE. */
const PAIRWISE = 1

export const keyPeerMismatch: Rule = {
  meta: {
    id: 'key-peer-mismatch',
    category: 'payload',
    tier: 2,
    severity: 'info',
    blame: 'host',
    basis: 'V',
    class: 'HEUR',
    statement: 'The pairwise key of a station port is for the access point that it is associated to.',
    why: 'A key for another peer never encrypts anything: the connection stands, but carries no traffic until the next handshake.',
    harmless:
      'Keys for direct links (TDLS) name the other station, and keys of an MLO connection the MLD address of the AP.',
    next: 'See whether a roam overtook the handshake: then Windows installed the key too late. Otherwise compare the address with the MLD of the AP.',
    limits: ['L-MLD', 'L-STATE'],
    numbers: null,
    source: 'netcx/wificx-wi-fi-7 § Frame MAC addresses; reasoning',
    needs: ['SET_ADD_CIPHER_KEYS with the peer of each key', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'associated to AP-A, key for AP-C',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise peer=AP-C)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
        {
          title: 'inconclusive: a roam may have been lost',
          scenario: `
capture model=wificx loss=-3000..-2000

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise peer=AP-C)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the key is for the peer, the group key for nobody',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise peer=AP-A) (group)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
        {
          title: 'a SoftAP has keys for its clients',
          scenario: `
capture model=wificx ap=2

-5000  IND  LINK_STATE_CHANGE    2  -    02:00:00:00:77:01 quality=60
    0  M1   SET_ADD_CIPHER_KEYS  2  101  (pairwise peer=02:00:00:00:77:02)
   +4  M3   SET_ADD_CIPHER_KEYS  2  101  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['SET_ADD_CIPHER_KEYS'],
  check(event, trace) {
    if (event.step !== 'M1') return undefined
    const joined = joinedPeer(event, trace)
    if (joined?.kind !== 'joined') return joined
    const {adapter, peer, mlo, words, evidence, doubt} = joined
    const keys = trace.reader.keys(event)
    if (keys === undefined) return notApplicable('the keys are not exported')
    const pairwise = keys.filter(({type}) => type === PAIRWISE)
    if (pairwise.length === 0) return notApplicable('no pairwise key')
    return pairwise.map(key => {
      if (key.peer == null) return notApplicable('the peer of the key is not exported')
      const same = trace.same(adapter, key.peer, peer, mlo)
      if (same === true) return PASS
      const undone: LimitCode[] = same === null ? [...doubt, 'L-MLD'] : [...doubt]
      return violation({
        atUs: event.atUs,
        message: `The pairwise key is for ${key.peer}, but the port is ${words}.`,
        evidence,
        expected: [`a pairwise key for ${peer}`],
        undone,
        // No record tells a direct link to another station (TDLS), whose key is legal.
        confidence: 'medium',
      })
    })
  },
}
