import {seconds} from '../../events/units.js'
import {legacyName} from '../legacy-name.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

/** This soon after its completion a media indication is the end of an operation; a convention. */
const AT_THE_END = seconds(1)

const ENDS = [
  'DOT11_CONNECTION_COMPLETION',
  'DOT11_ROAMING_COMPLETION',
  'DOT11_ASSOCIATION_COMPLETION',
  'DOT11_DISASSOCIATION',
]

export const n80211MediaIndication: Rule = {
  meta: {
    id: 'n80211-media-indication',
    category: 'legacy-native80211',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'V',
    class: 'MUST',
    statement:
      'A Native 802.11 miniport reports connects, associations, roams and disassociations by their own indications, never as media connect or disconnect.',
    why: 'The layers above renew addresses and tear down sessions with each media change; a roam then costs all open connections.',
    harmless: 'When a filter driver or Windows itself raised it: look at the source of the record.',
    next: 'Ask the driver team to remove the media indication; code that was ported from an Ethernet driver is the usual origin.',
    limits: [],
    numbers: null,
    source: 'network/general-roaming-operation-guidelines†; network/explicit-disassociation-operations†',
    needs: ['MEDIA_CONNECT, MEDIA_DISCONNECT with their source'],
    examples: {
      bad: [
        {
          title: 'media connect at the end of a roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+303  IND  MEDIA_CONNECT           0
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'media disconnect inside a roam',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +2  IND  MEDIA_DISCONNECT        0
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
`,
        },
      ],
      good: [
        {
          title: 'by a filter driver',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+303  IND  MEDIA_CONNECT           0  source=filter
+900  IND  LINK_QUALITY            0
`,
        },
        {
          title: 'far from any operation',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=LOST
  +5  IND  ASSOCIATION_START       0  mac=AP-B ssid=net
+300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
+302  IND  ROAMING_COMPLETION      0  status=success
+900  IND  LINK_QUALITY            0
9000  IND  MEDIA_CONNECT           0
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['MEDIA_CONNECT', 'MEDIA_DISCONNECT'],
  check(event, trace) {
    const state = trace.legacyBefore(event)
    if (state === null) return undefined
    if (trace.reader.legacy(event).origin !== 'miniport') return notApplicable('not raised by the miniport')
    const open = state.associating.at(-1)?.start ?? state.roaming?.start ?? state.connection?.start
    const end = open ? null : trace.previous(event, named(ENDS), event.atUs - AT_THE_END)
    const near = open ?? end
    if (!near) return PASS
    return violation({
      atUs: event.atUs,
      message: `${legacyName(event)} ${duration(event.atUs - near.atUs)} after ${legacyName(near)}${open ? ', inside the operation' : ''}.`,
      evidence: [event, near],
      expected: ['no media indication by the miniport'],
    })
  },
}
