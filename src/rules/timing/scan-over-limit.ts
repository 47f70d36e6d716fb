import {ms, seconds} from '../../events/units.js'
import {overLimit} from '../limit.js'
import type {Judgement, LimitCode, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

const LIMIT = seconds(4)

export const scanOverLimit: Rule = {
  meta: {
    id: 'scan-over-limit',
    category: 'timing',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'D',
    class: 'REQ',
    statement: 'A scan takes at most 4 s, and no longer than the request allows.',
    why: 'While it scans, the adapter is off channel and nothing else can run: keys, roams and disconnects wait for it.',
    harmless:
      'Where 6 GHz and many channels are scanned, which are younger than the figure. More than the request allows, but not more than 4 s, is inconclusive: a driver with short dwell times may ignore the maximum.',
    next: 'Driver team: compare the number of channels with the dwell times. A scan that waits for traffic or Bluetooth in between should say so.',
    limits: [],
    numbers: '4 s (3.5 s for the preferred channels)',
    source:
      'Windows Hardware Compatibility Program, Windows 10, Device.Network.WLAN.SupportConnectionToAP.ConnectionToAP, "Scan action"; netcx/wdi-tlv-scan-dwell-time; netcx/oid-wdi-task-scan',
    needs: ['TASK_SCAN (M1) with repeat count', 'SCAN_COMPLETE'],
    examples: {
      bad: [
        {
          title: '4.5 s',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +2  M3   TASK_SCAN      1  101  status=success
4500  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'inconclusive: 2 s were allowed, 3 s were taken',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1 maxtotal=2000
  +2  M3   TASK_SCAN      1  101  status=success
3000  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'exactly 4 s',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1
  +2  M3   TASK_SCAN      1  101  status=success
4000  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'exactly as long as allowed',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=1 maxtotal=2000
  +2  M3   TASK_SCAN      1  101  status=success
2000  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'a scan that repeats',
          scenario: `
   0  M1   TASK_SCAN      1  101  repeat=2
  +2  M3   TASK_SCAN      1  101  status=success
6000  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'task',
  names: ['TASK_SCAN'],
  check(task, trace): Judgement {
    const {m1, m4} = task
    if (task.end === 'rejected' || task.end === 'device-reset') return notApplicable('the scan was rejected or reset')
    if (m1 === null || m4 === null) return notApplicable('command or completion of the scan not in the capture')
    if (task.aborts.length > 0) return notApplicable('the scan was aborted')
    const {repeat, maxTotalMs} = trace.reader.scanTask(m1)
    if (repeat == null) return notApplicable('the repeat count of the scan is not exported')
    if (repeat !== 1) return notApplicable('a scan that repeats')
    const took = m4.atUs - m1.atUs
    const over = (limit: number, allowed: string, undone: readonly LimitCode[]) =>
      violation({
        atUs: m4.atUs,
        message: `The scan took ${duration(took)} (${allowed} ${duration(limit)}).`,
        evidence: [m1, m4],
        undone,
      })
    const certain = overLimit(trace, took, LIMIT)
    if (certain?.length === 0) return over(LIMIT, 'limit', certain)
    const allowed = maxTotalMs ? ms(maxTotalMs) : LIMIT
    const beyondRequest = allowed < LIMIT ? overLimit(trace, took, allowed) : null
    if (beyondRequest !== null) return over(allowed, 'the request allows', [...beyondRequest, 'L-CAP'])
    return certain === null ? PASS : over(LIMIT, 'limit', certain)
  },
}
