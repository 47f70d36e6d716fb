import type {TraceEvent} from '../../events/event.js'
import {connectionQualityAt, LOW_LATENCY} from '../connection-quality.js'
import type {Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const roamingNeededAboveLlThreshold: Rule = {
  meta: {
    id: 'roaming-needed-above-ll-threshold',
    category: 'roam-quality',
    tier: 2,
    severity: 'warning',
    blame: 'driver',
    basis: 'V',
    class: 'SHOULD',
    statement: 'In low-latency mode the driver asks for a roam only below the link quality that the host has set.',
    why: 'The host has given the limit because a scan or roam hurts the call or game that is running. The link was still good enough.',
    harmless:
      'When the quality fell so fast that no report went before the request. Quality is only reported when it changes, so that an old value still holds.',
    next: 'Ask the driver team whether the threshold of SET_CONNECTION_QUALITY is used at all, and in which unit it compares.',
    limits: [],
    numbers: null,
    source: 'netcx/wificx-low-latency-connection-quality; netcx/wdi-tlv-low-latency-connection-quality-parameters',
    needs: ['SET_CONNECTION_QUALITY with hint and threshold', 'LINK_STATE_CHANGE with quality', 'ROAMING_NEEDED'],
    examples: {
      bad: [
        {
          title: 'quality 70, threshold 50',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
-4500  M1   SET_CONNECTION_QUALITY  1  101  hint=2 threshold=50
-4498  M3   SET_CONNECTION_QUALITY  1  101  status=success
-3000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=70
    0  IND  ROAMING_NEEDED          1  -    reason=15
`,
        },
        {
          title: 'exactly the threshold',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
-4500  M1   SET_CONNECTION_QUALITY  1  101  hint=2 threshold=50
-4498  M3   SET_CONNECTION_QUALITY  1  101  status=success
-3000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=50
    0  IND  ROAMING_NEEDED          1  -    reason=15
`,
        },
      ],
      good: [
        {
          title: 'quality 49, threshold 50',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
-4500  M1   SET_CONNECTION_QUALITY  1  101  hint=2 threshold=50
-4498  M3   SET_CONNECTION_QUALITY  1  101  status=success
-3000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=49
    0  IND  ROAMING_NEEDED          1  -    reason=15
`,
        },
        {
          title: 'no quality reported since the mode was set',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
-4500  M1   SET_CONNECTION_QUALITY  1  101  hint=2 threshold=50
-4498  M3   SET_CONNECTION_QUALITY  1  101  status=success
    0  IND  ROAMING_NEEDED          1  -    reason=15
`,
        },
        {
          title: 'the mode was left again',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
-4500  M1   SET_CONNECTION_QUALITY  1  101  hint=2 threshold=50
-4498  M3   SET_CONNECTION_QUALITY  1  101  status=success
-3000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=70
-2000  M1   SET_CONNECTION_QUALITY  1  102  hint=1
-1998  M3   SET_CONNECTION_QUALITY  1  102  status=success
    0  IND  ROAMING_NEEDED          1  -    reason=15
`,
        },
      ],
    },
  },
  subject: 'event',
  names: ['ROAMING_NEEDED'],
  check(event, trace) {
    const mode = connectionQualityAt(event, trace)
    if (mode === null) return notApplicable('no SET_CONNECTION_QUALITY in force')
    if (mode.hint == null) return notApplicable('the hint of SET_CONNECTION_QUALITY is not exported')
    if (mode.hint !== LOW_LATENCY) return notApplicable('the port is not in low-latency mode')
    if (mode.threshold == null)
      return notApplicable('the low-latency parameters have no threshold, or it is not exported')
    const isReport = ({message}: TraceEvent) => message.name === 'LINK_STATE_CHANGE'
    const report = trace.previous(event, isReport, mode.since.atUs)
    const {since} = trace.before(event)
    const begin = since?.message.name === 'ASSOCIATION_RESULT' ? Math.max(since.seq, mode.since.seq) : mode.since.seq
    if (report === null || report.seq < begin)
      return notApplicable('no link quality reported since the mode was set or the AP was joined')
    const {quality} = trace.reader.linkState(report)
    if (quality == null) return notApplicable('the link quality is not exported')
    if (quality < mode.threshold) return PASS
    return violation({
      atUs: event.atUs,
      message: `ROAMING_NEEDED in low-latency mode at a link quality of ${quality}, reported ${duration(event.atUs - report.atUs)} before; the threshold is ${mode.threshold}, in force for ${duration(event.atUs - mode.since.atUs)}.`,
      evidence: [event, report, mode.since],
      expected: [`a link quality below ${mode.threshold}`],
    })
  },
}
