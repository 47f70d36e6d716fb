import {listing} from '../listing.js'
import type {Rule} from '../rule.js'
import {violation} from '../verdict.js'

export const firmwareStalled: Rule = {
  meta: {
    id: 'firmware-stalled',
    category: 'abort-reset',
    tier: 1,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'DESC',
    statement: 'The firmware keeps running; a driver that finds it stalled says so, and the host resets the device.',
    why: 'Every connection of the adapter is lost, and the user is offline until the device is back.',
    harmless: 'In a test that provokes the stall.',
    next: 'Driver team: collect the firmware dump of this moment and look at the commands that were open; they are named in the message.',
    limits: [],
    numbers: null,
    source: 'network/wdi-le-hang-detection; network/ndis-status-wdi-indication-firmware-stalled',
    needs: ['FIRMWARE_STALLED'],
    examples: {
      bad: [
        {
          title: 'the firmware stalls during a scan',
          scenario: `
   0  M1   TASK_SCAN         1        101  repeat=1
  +3  M3   TASK_SCAN         1        101  status=success
+900  IND  FIRMWARE_STALLED  adapter  -
`,
        },
      ],
      good: [
        {
          title: 'a reset that the host asked for is no stall',
          scenario: `
   0  M1   TASK_SCAN  1        101  repeat=1
  +3  M3   TASK_SCAN  1        101  status=success
+900  LOG  5002       adapter  -    trigger=3
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['FIRMWARE_STALLED'],
  check(event, trace) {
    const cut = trace.all.commands.filter(({resetBy}) => resetBy === event)
    const names = cut.map(({message, port}) => `${message.name} on port ${port ?? '?'}`)
    return violation({
      atUs: event.atUs,
      message: `The driver reports that the firmware stalled; open commands: ${listing(names)}.`,
      evidence: [event, ...cut.flatMap(({m1}) => (m1 === null ? [] : [m1]))],
    })
  },
}
