import {judgePeerFrame} from '../peer-frame.js'
import type {Rule} from '../rule.js'

export const peerDisassocFrameMissing: Rule = {
  meta: {
    id: 'peer-disassoc-frame-missing',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement: 'A driver that reports "disassociated by the peer" attaches the disassociation frame it received.',
    why: 'The frame says whether the AP was full, steering the client away or shutting down; without it all three look alike.',
    harmless: 'The connection is lost either way; what is missing is the explanation.',
    next: 'Ask the driver team to fill WDI_TLV_DISCONNECT_DISASSOCIATION_FRAME with the body of the frame; until then take the reason from the log of the AP.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'dot11wificxtypes/WDI_ASSOC_STATUS § PEER_DISASSOCIATED',
    needs: ['DISASSOCIATION with its TLV list'],
    examples: {
      bad: [
        {
          title: 'status 14 and no frame',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=14
`,
        },
        {
          title: 'the TLV is there, but empty',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=14 disassoc-frame(empty)
`,
        },
      ],
      good: [
        {
          title: 'the frame is attached, its bytes not exported',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=14 disassoc-frame
`,
        },
        {
          title: 'status 13 is about the other frame',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=13 deauth-frame(reason 7)
`,
        },
        {
          title: 'the record is cut before the frame would have come',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=14 truncated
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
        status: 14,
        did: 'disassociated the station',
        frameOf: ({disassocFrame}) => disassocFrame,
        tlv: 'WDI_TLV_DISCONNECT_DISASSOCIATION_FRAME',
      },
      trace,
    )
  },
}
