import {seconds} from '../../events/units.js'
import {absence} from '../doubt.js'
import {endOfAssociation} from '../legacy-association-end.js'
import type {Judgement, Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(15)

export const n80211LinkQualityOver15s: Rule = {
  meta: {
    id: 'n80211-link-quality-over-15s',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'DV',
    statement: 'The link quality is indicated within 15 s of a successful association.',
    why: 'Windows has no signal to show or to compare networks with. Driver Verifier stops the machine.',
    harmless: 'When link quality indications are filtered out of the export.',
    next: 'Ask the driver team to report the quality once after each association, not only on change.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '15 s',
    source: 'devtest/ndis-wlantimedlinkquality (0x0009400B)',
    needs: ['ASSOCIATION_COMPLETION with status', 'LINK_QUALITY'],
    examples: {
      bad: [
        {
          title: 'none in 15 s',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
`,
        },
        {
          title: 'inconclusive: the capture ends after 10 s',
          scenario: `
capture model=native80211 to=10300

    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 15 s after the association',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
15300  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'disassociated before',
          scenario: `
capture model=native80211

    0  IND  ROAMING_START           0  reason=LOST
   +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
 +300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 +302  IND  ROAMING_COMPLETION      0  status=success
 2000  M1   DISCONNECT_REQUEST      0
 2001  M3   DISCONNECT_REQUEST      0  status=success
 2002  IND  DISASSOCIATION          0  mac=AP-B reason=OS
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const won = trace.legacyOf(adapter)?.associations.filter(({succeeded}) => succeeded) ?? []
    return won.flatMap(({completion, mac}): Judgement[] => {
      if (completion === null) return []
      const limit = completion.atUs + LIMIT
      if (trace.next(completion, named('DOT11_LINK_QUALITY'), limit) !== null) return [PASS]
      if (endOfAssociation(completion, limit, trace) !== null)
        return [notApplicable('the association ended within the period')]
      return [
        violation({
          atUs: limit,
          message: `No LINK_QUALITY in ${duration(LIMIT)} after the association with ${mac ?? 'an unknown AP'}.`,
          evidence: [completion],
          expected: ['LINK_QUALITY'],
          undone: absence(trace, completion.atUs, limit),
        }),
      ]
    })
  },
}
