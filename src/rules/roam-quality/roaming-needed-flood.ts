import type {TraceEvent} from '../../events/event.js'
import {bursts} from '../bursts.js'
import {connectionQualityAt, LOW_LATENCY} from '../connection-quality.js'
import type {Judgement, Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

export const roamingNeededFlood: Rule = {
  meta: {
    id: 'roaming-needed-flood',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'S',
    class: 'SHOULD',
    statement:
      'A driver asks for a roam a few times at most within ten seconds; in low-latency mode it is careful with it.',
    why: 'Every request may set off a scan, which takes the radio from its channel: for a call that is an interruption. In low-latency mode it is therefore a warning.',
    harmless: 'When the connection was lost and the requests only repeat that. No figure is published.',
    next: 'Ask the driver team for a minimum time between two requests, and whether the request is repeated while the host still works on the first.',
    limits: [],
    numbers: '3 / 10 s, heuristic',
    source: 'netcx/wificx-low-latency-connection-quality',
    needs: ['ROAMING_NEEDED', 'SET_CONNECTION_QUALITY for the severity'],
    examples: {
      bad: [
        {
          title: 'four requests in 6 s',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
    0  IND  ROAMING_NEEDED     1  -  reason=15
+2000  IND  ROAMING_NEEDED     1  -  reason=15
+4000  IND  ROAMING_NEEDED     1  -  reason=15
+6000  IND  ROAMING_NEEDED     1  -  reason=15
`,
        },
        {
          title: 'the same in low-latency mode: a warning',
          scenario: `
-5000  IND  LINK_STATE_CHANGE       1  -    AP-A quality=60
-4500  M1   SET_CONNECTION_QUALITY  1  101  hint=2 threshold=80
-4498  M3   SET_CONNECTION_QUALITY  1  101  status=success
    0  IND  ROAMING_NEEDED          1  -    reason=15
+2000  IND  ROAMING_NEEDED          1  -    reason=15
+4000  IND  ROAMING_NEEDED          1  -    reason=15
+6000  IND  ROAMING_NEEDED          1  -    reason=15
`,
        },
      ],
      good: [
        {
          title: 'the fourth comes 10.001 s after the first',
          scenario: `
 -5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
     0  IND  ROAMING_NEEDED     1  -  reason=15
 +2000  IND  ROAMING_NEEDED     1  -  reason=15
 +4000  IND  ROAMING_NEEDED     1  -  reason=15
+10001  IND  ROAMING_NEEDED     1  -  reason=15
`,
        },
        {
          title: 'two ports, two requests each',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
-5000  IND  LINK_STATE_CHANGE  2  -  AP-B quality=60
    0  IND  ROAMING_NEEDED     1  -  reason=15
+2000  IND  ROAMING_NEEDED     2  -  reason=15
+4000  IND  ROAMING_NEEDED     1  -  reason=15
+6000  IND  ROAMING_NEEDED     2  -  reason=15
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const ports = new Map<number | null, TraceEvent[]>()
    for (const event of trace.index.events(['ROAMING_NEEDED'])) {
      if (trace.adapterOf(event) !== adapter) continue
      const requests = ports.get(event.port)
      if (requests === undefined) ports.set(event.port, [event])
      else requests.push(event)
    }
    const {most, withinUs} = trace.settings.triggerFlood
    return [...ports.values()].flatMap((requests): Judgement[] => {
      const floods = bursts(requests, ({atUs}) => atUs, most + 1, withinUs)
      if (floods.length === 0) return [PASS]
      return floods.map(({members, reached}) => {
        const lowLatency = connectionQualityAt(reached, trace)?.hint === LOW_LATENCY
        const spanUs = (members.at(-1)?.atUs ?? reached.atUs) - (members[0]?.atUs ?? reached.atUs)
        return violation({
          atUs: reached.atUs,
          message: `${members.length} ROAMING_NEEDED in ${duration(spanUs)}${lowLatency ? ', in low-latency mode' : ''} (usual: up to ${most} in ${duration(withinUs)}).`,
          evidence: members,
          severity: lowLatency ? 'warning' : 'info',
        })
      })
    })
  },
}
