import type {TraceEvent} from '../../events/event.js'
import {START_LIMIT} from '../../sessions/hang-limits.js'
import type {Command, Task} from '../../sessions/task.js'
import {count} from '../count.js'
import {overLimit} from '../limit.js'
import {matchDoubt} from '../match-doubt.js'
import {endedByReset} from '../reset-in-window.js'
import type {Judgement, LimitCode, Rule} from '../rule.js'
import {sleepIn} from '../sleep.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {isWdiCommand} from '../waiting-commands.js'

export const commandHangM1M3: Rule = {
  meta: {
    id: 'command-hang-m1-m3',
    category: 'timing',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'D',
    class: 'MUST',
    statement: 'Every command is answered (M3) within 10 s; an abort has a rule of its own.',
    why: 'After 10 s Windows takes the driver for hung and resets the device: the connection is lost, and the user sees Wi-Fi disappear and come back.',
    harmless: 'When the machine slept in between, which stops the clock of the host; such a window is inconclusive.',
    next: 'Driver team: find what the command was waiting for, usually the firmware. System event 5002 with trigger 1 shows that Windows did reset the device.',
    limits: ['L-LOSS', 'L-EDGE'],
    numbers: '10 s',
    source: 'network/wdi-hang-detection-and-recovery',
    needs: ['commands (M1) and responses (M3)'],
    examples: {
      bad: [
        {
          title: 'a property that is never answered',
          scenario: `
0  M1  GET_STATISTICS  1  101
`,
        },
        {
          title: 'answered after 10.5 s',
          scenario: `
    0  M1  GET_STATISTICS  1  101
10500  M3  GET_STATISTICS  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'answered after exactly 10 s',
          scenario: `
    0  M1  SET_POWER_STATE  1  101
10000  M3  SET_POWER_STATE  1  101  status=success
`,
        },
        {
          title: 'the capture ends before the limit',
          scenario: `
capture to=9000

0  M1  GET_STATISTICS  1  101
`,
        },
        {
          title: 'inconclusive: the response may have been lost',
          scenario: `
capture loss=500..600

0  M1  GET_STATISTICS  1  101
`,
        },
        {
          title: 'inconclusive: the machine slept',
          scenario: `
    0  M1   GET_STATISTICS  1        101
  100  LOG  POWER           adapter  -    state=sleep
20000  LOG  POWER           adapter  -    state=resume
20100  M3   GET_STATISTICS  1        101  status=success
`,
        },
        {
          title: 'the firmware stalled first',
          scenario: `
   0  M1   GET_STATISTICS    1        101
3000  IND  FIRMWARE_STALLED  adapter  -
`,
        },
        {
          title: 'completed without a response: that is task-start-missing',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
1500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: null,
  check(command, trace) {
    const {m1, m3, message, adapter} = command
    if (!isWdiCommand(command) || message.name === 'ABORT_TASK') return undefined
    if (m1 === null) return notApplicable('the command (M1) is not in the capture')
    if (!trace.families.has(adapter, 'M3')) return notApplicable('responses (M3) are not exported')
    const limit = m1.atUs + START_LIMIT
    if (endedByReset(command, limit)) return notApplicable('a reset ended the command before its limit')
    if (m3 !== null) return judgeAnswered(command, m1, m3, trace)
    if ('m4' in command && (command as Task).m4 !== null) return notApplicable('completed without a response')
    if (!trace.silence.reaches(limit)) return notApplicable('the capture ends before the limit')
    return hang(command, m1, null, trace.silence.lost(m1.atUs, limit) ? ['L-LOSS'] : [], trace)
  },
}

function judgeAnswered(command: Command, m1: TraceEvent, m3: TraceEvent, trace: Trace): Judgement {
  const undone = overLimit(trace, m3.atUs - m1.atUs, START_LIMIT)
  return undone === null ? PASS : hang(command, m1, m3, undone, trace)
}

function hang(
  command: Command,
  m1: TraceEvent,
  m3: TraceEvent | null,
  undone: readonly LimitCode[],
  trace: Trace,
): Judgement {
  const end = m3?.atUs ?? m1.atUs + START_LIMIT
  const sleep = sleepIn(trace, m1.atUs, end)
  const others = command.adapter.events.filter(({atUs, seq}) => atUs <= end && seq > m1.seq && seq !== m3?.seq).length
  const answered = m3 === null ? 'is not answered' : `is answered only after ${duration(m3.atUs - m1.atUs)}`
  const slept = sleep === null ? '' : '; the machine slept meanwhile'
  return violation({
    atUs: end,
    message: `${command.message.name} ${answered} (limit ${duration(START_LIMIT)}); the adapter has ${others === 0 ? 'no other records' : count(others, 'other record')} in that time${slept}.`,
    evidence: [m1, ...(m3 === null ? [] : [m3]), ...(sleep === null ? [] : [sleep])],
    expected: [`M3 of ${command.message.name}`],
    undone: [...undone, ...(sleep === null ? [] : (['L-HOST'] as const))],
    ...matchDoubt(command),
  })
}
