import type {TraceEvent} from '../../events/event.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** The port id that stands for the adapter. */
const ADAPTER = 0xffff

const ON_PORT: ReadonlySet<string> = new Set([
  'ASSOCIATION_RESULT',
  'DISASSOCIATION',
  'ROAMING_NEEDED',
  'LINK_STATE_CHANGE',
  'FT_ASSOC_PARAMS_NEEDED',
  'ROAM_COMPLETE',
  'CONNECT_COMPLETE',
  'DISCONNECT_COMPLETE',
  'DOT11_RESET_COMPLETE',
  'SCAN_COMPLETE',
])

const ON_ADAPTER: ReadonlySet<string> = new Set(['FIRMWARE_STALLED', 'RADIO_STATUS', 'SECONDARY_STA_CONNECTIVITY'])

export const indicationObjectMismatch: Rule = {
  meta: {
    id: 'indication-object-mismatch',
    category: 'task-lifecycle',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement:
      'An indication names the object that its page names: a port for associations, links and completions of port tasks, the adapter (65535) for radio state and firmware stalls.',
    why: 'The host dispatches by this number. An association result for the adapter reaches no port.',
    harmless: 'When the export prints a number of its own, such as an interface index, under the name of the port.',
    next: 'Driver team: set the port id in the header of the indication; 0xFFFF is for the adapter only.',
    limits: [],
    numbers: null,
    source: 'netcx/ndis-status-wdi-indication-* § Object; network/wdi-le-hang-detection',
    needs: ['port ids of indications'],
    examples: {
      bad: [
        {
          title: 'a link report on the adapter object',
          scenario: `
0  IND  LINK_STATE_CHANGE  adapter  -  AP-A quality=60
`,
        },
        {
          title: 'a radio report on a port',
          scenario: `
0  IND  RADIO_STATUS  1  -  hw=1 sw=1
`,
        },
      ],
      good: [
        {
          title: 'each on its own object',
          scenario: `
  0  IND  LINK_STATE_CHANGE  1        -  AP-A quality=60
100  IND  RADIO_STATUS       adapter  -  hw=1 sw=1
`,
        },
        {
          title: 'no port exported',
          scenario: `
0  IND  LINK_STATE_CHANGE  ?  -  AP-A quality=60
`,
        },
      ],
    },
  },
  subject: 'event',
  names: null,
  check(event) {
    const name = nameOf(event)
    const onPort = ON_PORT.has(name)
    if (event.step !== 'IND' || (!onPort && !ON_ADAPTER.has(name))) return undefined
    if (event.port === null) return notApplicable('port ids are not exported')
    if (onPort === (event.port !== ADAPTER)) return PASS
    const [is, should] = onPort
      ? ['on the adapter (65535)', 'a port']
      : [`on port ${event.port}`, 'the adapter (65535)']
    return violation({
      atUs: event.atUs,
      message: `${name} is indicated ${is}; its object is ${should}.`,
      evidence: [event],
      expected: [`${name} on ${should}`],
    })
  },
}

/** A completion may be indicated under the id of its command. */
function nameOf({message}: TraceEvent): string {
  return message.kind === 'task' ? (message.counterpart ?? message.name) : message.name
}
