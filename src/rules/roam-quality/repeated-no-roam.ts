import type {TraceEvent} from '../../events/event.js'
import type {Session} from '../../sessions/session.js'
import {bursts} from '../bursts.js'
import type {Judgement, Rule} from '../rule.js'
import {duration, PASS, violation} from '../verdict.js'

export const repeatedNoRoam: Rule = {
  meta: {
    id: 'repeated-no-roam',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'driver',
    basis: 'S',
    class: 'HEUR',
    statement: 'A driver that asks for a roam has a use for the candidates that it then gets.',
    why: 'Each round costs a scan and a task and leads nowhere: the driver finds its AP too weak, and every other one as well.',
    harmless: 'One by one legal. In a corner with a single AP it goes on until the station moves.',
    next: 'Compare the threshold for ROAMING_NEEDED with the one for a better candidate. Ask the driver team to wait longer after a roam that changed nothing.',
    limits: [],
    numbers: '3 / 60 s',
    source: 'reasoning',
    needs: ['ROAMING_NEEDED', 'TASK_ROAM', 'ROAM_COMPLETE'],
    examples: {
      bad: [
        {
          title: 'three triggers in half a minute, the driver stays',
          scenario: `
 -5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
     0  IND  ROAMING_NEEDED     1  -    reason=15
  +100  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
  +101  M3   TASK_ROAM          1  101  status=success
  +900  IND  ROAM_COMPLETE      1  101  status=success
+15000  IND  ROAMING_NEEDED     1  -    reason=15
+15100  M1   TASK_ROAM          1  102  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
+15101  M3   TASK_ROAM          1  102  status=success
+15900  IND  ROAM_COMPLETE      1  102  status=success
+30000  IND  ROAMING_NEEDED     1  -    reason=15
+30100  M1   TASK_ROAM          1  103  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
+30101  M3   TASK_ROAM          1  103  status=success
+30900  IND  ROAM_COMPLETE      1  103  status=success
`,
        },
      ],
      good: [
        {
          title: 'the third roam was asked for by the host alone',
          scenario: `
 -5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=60
     0  IND  ROAMING_NEEDED     1  -    reason=15
  +100  M1   TASK_ROAM          1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
  +101  M3   TASK_ROAM          1  101  status=success
  +900  IND  ROAM_COMPLETE      1  101  status=success
+15000  IND  ROAMING_NEEDED     1  -    reason=15
+15100  M1   TASK_ROAM          1  102  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=15
+15101  M3   TASK_ROAM          1  102  status=success
+15900  IND  ROAM_COMPLETE      1  102  status=success
+30100  M1   TASK_ROAM          1  103  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+30101  M3   TASK_ROAM          1  103  status=success
+30900  IND  ROAM_COMPLETE      1  103  status=success
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const ports = new Map<number | null, Stayed[]>()
    for (const session of trace.index.sessions(['roam'])) {
      const {outcome, trigger, task, port} = session
      if (session.adapter !== adapter || outcome !== 'stayed' || trigger === null || !task?.m4) continue
      ports.set(port, [...(ports.get(port) ?? []), {session, trigger, m4: task.m4}])
    }
    const {least, withinUs} = trace.settings.repeatedNoRoam
    return [...ports.values()].flatMap(stayed => judge(stayed, least, withinUs))
  },
}

interface Stayed {
  readonly session: Session
  readonly trigger: TraceEvent
  readonly m4: TraceEvent
}

function judge(stayed: readonly Stayed[], least: number, withinUs: number): Judgement[] {
  const runs = bursts(stayed, ({m4}) => m4.atUs, least, withinUs)
  if (runs.length === 0) return [PASS]
  return runs.map(({members, reached}) => {
    const first = members[0] ?? reached
    const last = members.at(-1) ?? reached
    return violation({
      atUs: reached.m4.atUs,
      message: `${members.length} times in ${duration(last.m4.atUs - first.trigger.atUs)} the driver asked for a roam and then stayed where it was.`,
      evidence: members.flatMap(({trigger, m4}) => [trigger, m4]),
      session: reached.session,
    })
  })
}
