import {seconds} from '../../events/units.js'
import {overLimit} from '../limit.js'
import {matchDoubt} from '../match-doubt.js'
import type {Rule} from '../rule.js'
import {sleepDoubt} from '../sleep.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const propertyOverNormalTime: Rule = {
  meta: {
    id: 'property-over-normal-time',
    category: 'timing',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'SHOULD',
    statement: 'A property is answered within the time that its page calls normal: 1 s for nearly all of them.',
    why: 'Commands are sent one after the other. A slow property delays keys, scans and roams that have nothing to do with it.',
    harmless: 'On a machine under heavy load, or while the device is waking up.',
    next: 'Driver team: a property should need no work on the air. Look for a lock that is held, or a firmware command that waits for a task.',
    limits: ['L-HOST'],
    numbers: '1 s; set power state 10 s',
    source: 'netcx/oid-wdi-set-*, oid-wdi-get-* (normal execution time)',
    needs: ['commands (M1) and responses (M3)'],
    examples: {
      bad: [
        {
          title: 'statistics after 1.5 s',
          scenario: `
   0  M1   GET_STATISTICS  1  101
1500  M3   GET_STATISTICS  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 1 s',
          scenario: `
   0  M1   GET_STATISTICS  1  101
1000  M3   GET_STATISTICS  1  101  status=success
`,
        },
        {
          title: 'the power state has 10 s',
          scenario: `
   0  M1   SET_POWER_STATE  1  101
9000  M3   SET_POWER_STATE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: the clock steps by 15 ms, and the value is 5 ms over the limit',
          scenario: `
capture granularity=15

   0  M1   GET_STATISTICS  1  101
1005  M3   GET_STATISTICS  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: null,
  check(command, trace) {
    const {m1, m3, message} = command
    if (message.kind !== 'property') return undefined
    if (m1 === null || m3 === null) return notApplicable('command or response (M3) not in the capture')
    if (message.normalSeconds === null) return notApplicable('the page of the property gives no normal time')
    const normal = seconds(message.normalSeconds)
    const undone = overLimit(trace, m3.atUs - m1.atUs, normal)
    if (undone === null) return PASS
    const doubt = matchDoubt(command)
    return violation({
      atUs: m3.atUs,
      message: `${message.name} was answered after ${duration(m3.atUs - m1.atUs)} (normal: up to ${duration(normal)}).`,
      evidence: [m1, m3],
      undone: [...undone, ...sleepDoubt(trace, m1.atUs, m3.atUs)],
      ...doubt,
      lowered: ['L-HOST', ...(doubt.lowered ?? [])],
    })
  },
}
