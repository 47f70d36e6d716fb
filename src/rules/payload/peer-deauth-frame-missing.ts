import {judgePeerFrame} from '../peer-frame.js'
import type {Rule} from '../rule.js'

export const peerDeauthFrameMissing: Rule = {
  meta: {
    id: 'peer-deauth-frame-missing',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A driver that reports "deauthenticated by the peer" attaches the deauthentication frame it received.',
    why: 'The reason code of the AP is in that frame and nowhere else: without it neither Windows nor the person who reads the trace can tell a wrong password from a busy AP.',
    harmless: 'The connection is lost either way; what is missing is the explanation.',
    next: 'Ask the driver team to fill WDI_TLV_DISCONNECT_DEAUTH_FRAME with the body of the frame; until then take the reason from the log of the AP.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_ASSOC_STATUS § PEER_DEAUTHENTICATED',
    needs: ['DISASSOCIATION with its TLV list'],
    examples: {
      bad: [
        {
          title: 'status 13 and no frame',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=13
`,
        },
        {
          title: 'the TLV is there, but empty',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=13 deauth-frame(empty)
`,
        },
        {
          title: 'a disassociation frame in its place',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=13 disassoc-frame(reason 8)
`,
        },
      ],
      good: [
        {
          title: 'the frame is attached',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=13 deauth-frame(reason 2)
`,
        },
        {
          title: 'lost without a frame of the peer: status 11',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
`,
        },
        {
          title: 'the export prints selected fields only',
          scenario: `
capture model=wificx tlvs=0

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=13
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DISASSOCIATION'],
  check(event, trace) {
    return judgePeerFrame(
      event,
      {
        status: 13,
        did: 'deauthenticated the station',
        frameOf: ({deauthFrame}) => deauthFrame,
        tlv: 'WDI_TLV_DISCONNECT_DEAUTH_FRAME',
      },
      trace,
    )
  },
}
