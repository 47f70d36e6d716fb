import type {TraceEvent} from '../../events/event.js'
import type {KeyEntry} from '../../wdi/facts.js'
import type {Judgement, Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** WDI_CIPHER_KEY_TYPE. */
const PAIRWISE = 1

export const pairwiseKeyWithoutPeer: Rule = {
  meta: {
    id: 'pairwise-key-without-peer',
    category: 'payload',
    tier: 2,
    severity: 'error',
    blame: 'host',
    basis: 'V',
    class: 'MUST',
    statement: 'A pairwise key comes with the address of its peer, and any key with an address or a key id.',
    why: 'The driver cannot file the key: it fails the command or encrypts for the wrong station, and the connection has no traffic.',
    harmless: 'A station port has one peer only, which a lenient driver may assume.',
    next: 'This comes from Windows or a third-party supplicant above it: report the OS build. Key bytes are neither needed nor shown.',
    limits: [],
    numbers: null,
    source: 'netcx/wdi-tlv-set-cipher-key-info',
    needs: ['SET_ADD_CIPHER_KEYS with the TLV list of each key'],
    examples: {
      bad: [
        {
          title: 'a pairwise key without peer',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise id=0)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
        {
          title: 'a group key without peer and key id',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise peer=AP-A) (group no id)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'a pairwise key with peer and without key id, a group key the other way round',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise peer=AP-A no id) (group id=1)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
        {
          title: 'the export prints selected fields only',
          scenario: `
capture model=wificx tlvs=0

-5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=60
    0  M1   SET_ADD_CIPHER_KEYS  1  101  (pairwise)
   +4  M3   SET_ADD_CIPHER_KEYS  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['SET_ADD_CIPHER_KEYS'],
  check(event, trace) {
    if (event.step !== 'M1') return undefined
    const keys = trace.reader.keys(event)
    if (keys === undefined) return notApplicable('the keys are not exported')
    return keys.map((key, index) => judge(event, key, `key ${index + 1} of ${keys.length}`))
  },
}

function judge(event: TraceEvent, {type, peer, keyId}: KeyEntry, which: string): Judgement {
  if (peer === undefined) return notApplicable('the TLV list of the key is not exported')
  if (peer !== null) return PASS
  if (type == null) return notApplicable('the type of the key is not exported')
  if (type !== PAIRWISE) {
    if (keyId === undefined) return notApplicable('the TLV list of the key is not exported')
    if (keyId !== null) return PASS
  }
  const lacks =
    type === PAIRWISE ? 'is pairwise and names no peer' : `(type ${type}) has neither peer address nor key id`
  return violation({
    atUs: event.atUs,
    message: `SET_ADD_CIPHER_KEYS: ${which} ${lacks}.`,
    evidence: [event],
    expected: [type === PAIRWISE ? 'WDI_TLV_PEER_MAC_ADDRESS' : 'WDI_TLV_PEER_MAC_ADDRESS or WDI_TLV_CIPHER_KEY_ID'],
  })
}
