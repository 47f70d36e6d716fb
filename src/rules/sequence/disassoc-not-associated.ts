import {needsAssociation} from '../not-associated.js'
import type {Rule} from '../rule.js'

export const disassocNotAssociated: Rule = {
  meta: {
    id: 'disassoc-not-associated',
    category: 'sequence',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'A disassociation reports the end of an association, so there is one to end.',
    why: 'The host may apply it to the connection that it is just setting up and give that up.',
    harmless: 'A second report of the same loss does no harm while the host is not connecting again.',
    next: 'Ask the driver team whether the same loss is reported twice (by the firmware and by a timer of the driver, for example).',
    limits: ['L-STATE', 'L-LOSS'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-disassociation',
    needs: ['DISASSOCIATION', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'the same loss twice',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
  +40  IND  DISASSOCIATION     1  -    AP-A status=11
`,
        },
        {
          title: 'inconclusive: an association may have been lost in between',
          scenario: `
capture model=wificx loss=1000..2000

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
+4000  IND  DISASSOCIATION     1  -    AP-A status=11
`,
        },
      ],
      good: [
        {
          title: 'the first one in the capture: nobody knows what was before',
          scenario: `
capture model=wificx

    0  IND  DISASSOCIATION     1  -    AP-A status=11
`,
        },
        {
          title: 'each association ends once, on its own port',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
-4000  IND  LINK_STATE_CHANGE  2  -    AP-B quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
  +40  IND  DISASSOCIATION     2  -    AP-B status=11
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['DISASSOCIATION'],
  check(event, trace) {
    const {address} = trace.reader.disassociation(event)
    return needsAssociation(event, `DISASSOCIATION of ${address ?? 'an unknown peer'}`, trace)
  },
}
