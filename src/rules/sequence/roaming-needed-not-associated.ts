import {needsAssociation} from '../not-associated.js'
import type {Rule} from '../rule.js'

export const roamingNeededNotAssociated: Rule = {
  meta: {
    id: 'roaming-needed-not-associated',
    category: 'sequence',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'O',
    class: 'DESC',
    statement: 'A driver asks for a better AP only while it is connected to one.',
    why: 'The host cannot roam from nowhere. It ignores the trigger or starts a roam that can only fail.',
    harmless: 'A trigger that crossed the disassociation on its way up.',
    next: 'Ask the driver team to stop the roam monitor when the association ends.',
    limits: ['L-STATE', 'L-LOSS'],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-roaming-needed',
    needs: ['ROAMING_NEEDED', 'association of the port'],
    examples: {
      bad: [
        {
          title: 'a trigger after the connection was lost',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
 +500  IND  ROAMING_NEEDED     1  -    reason=15
`,
        },
        {
          title: 'inconclusive: an association may have been lost in between',
          scenario: `
capture model=wificx loss=100..200

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
    0  IND  DISASSOCIATION     1  -    AP-A status=11
 +500  IND  ROAMING_NEEDED     1  -    reason=15
`,
        },
      ],
      good: [
        {
          title: 'connected',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
 +500  IND  ROAMING_NEEDED     1  -    reason=15
`,
        },
        {
          title: 'nothing is known of the port yet',
          scenario: `
capture model=wificx

 +500  IND  ROAMING_NEEDED     1  -    reason=15
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ROAMING_NEEDED'],
  check(event, trace) {
    const {reason} = trace.reader.roamingNeeded(event)
    return needsAssociation(event, `ROAMING_NEEDED with reason ${reason ?? '(not exported)'}`, trace)
  },
}
