import {needsAssociation} from '../not-associated.js'
import type {Rule} from '../rule.js'

export const linkStateNotAssociated: Rule = {
  meta: {
    id: 'link-state-not-associated',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'The link state of a station port is about a link that exists.',
    why: 'Signal bars and roaming decisions are fed with the values of a link that is gone. It may also be the first sign of an association that was never reported.',
    harmless: 'One indication that was already on its way when the connection ended.',
    next: 'Ask the driver team to stop the link quality timer with the disassociation. If traffic flows, look for the missing association result instead.',
    limits: ['L-STATE'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-link-state-change',
    needs: ['LINK_STATE_CHANGE', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'link quality of an AP that is gone',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
+2000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=20
`,
        },
        {
          title: 'inconclusive: an association may have been lost in between',
          scenario: `
capture model=wificx loss=1000..1500

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
+2000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=20
`,
        },
      ],
      good: [
        {
          title: 'the first link state of a capture shows the peer',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
`,
        },
        {
          title: 'another port is associated',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE  2  -    AP-B quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
+2000  IND  LINK_STATE_CHANGE  2  -    AP-B quality=20
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['LINK_STATE_CHANGE'],
  check(event, trace) {
    if (event.port !== null && trace.adapterOf(event)?.p2pPorts.includes(event.port)) return undefined
    const {peer} = trace.reader.linkState(event)
    return needsAssociation(event, `LINK_STATE_CHANGE for ${peer ?? 'an unknown peer'}`, trace)
  },
}
