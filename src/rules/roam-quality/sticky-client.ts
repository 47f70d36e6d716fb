import type {Adapter} from '../../sessions/adapter.js'
import {deviceReset} from '../device-reset.js'
import {median} from '../latency/distribution.js'
import type {Judgement, Rule} from '../rule.js'
import type {Signal} from '../serving-signal.js'
import {type Heard, type Stay, stays} from '../stays.js'
import type {Trace} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const stickyClient: Rule = {
  meta: {
    id: 'sticky-client',
    category: 'roam-quality',
    tier: 2,
    severity: 'info',
    blame: 'either',
    basis: 'S',
    class: 'HEUR',
    statement: 'A station whose AP has become weak moves to a much better one of the same network that it has seen.',
    why: 'At such a signal every frame needs low rates and retries: the user sees slow Wi-Fi at full coverage, and the cell gets slow for others.',
    harmless:
      'When the better AP refuses the station, or is on a channel that must not be used. Signals are compared by the median of what was reported.',
    next: 'See whether the driver asked for a roam (ROAMING_NEEDED). If not, its threshold is too low; if so, ask why the host sent no TASK_ROAM.',
    limits: ['L-LOSS'],
    numbers: '−75 dBm, 12 dB, 30 s, configurable',
    source: 'Apple HT206207 (−75 dBm trigger, 12 dB); Apple HT203068 (−70 dBm, 8 dB in traffic)',
    needs: ['LINK_STATE_CHANGE with RSSI of the link', 'BSS_ENTRY_LIST with RSSI and SSID', 'task commands (M1)'],
    examples: {
      bad: [
        {
          title: '30 s at −80 dBm beside an AP with −60 dBm',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=20 rssi=-80
+2000  IND  BSS_ENTRY_LIST     1  -  (AP-A rssi=-81 ssid=net) (AP-B rssi=-60 ssid=net)
`,
        },
      ],
      good: [
        {
          title: 'the other AP is only 11 dB better',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=20 rssi=-80
+2000  IND  BSS_ENTRY_LIST     1  -  (AP-A rssi=-80 ssid=net) (AP-B rssi=-69 ssid=net)
`,
        },
        {
          title: 'the better AP belongs to another network',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=20 rssi=-80
+2000  IND  BSS_ENTRY_LIST     1  -  (AP-A rssi=-81 ssid=net) (AP-B rssi=-60 ssid=other)
`,
        },
        {
          title: 'a roam after 20 s',
          scenario: `
 -5000  IND  LINK_STATE_CHANGE    1  -    AP-A quality=20 rssi=-80
 +2000  IND  BSS_ENTRY_LIST       1  -    (AP-A rssi=-81 ssid=net) (AP-B rssi=-60 ssid=net)
+15000  M1   TASK_ROAM            1  101  entries=AP-B auth=RSNA_PSK RoamFlag=1 RoamNeededReason=10
+15001  M3   TASK_ROAM            1  101  status=success
+15012  IND  DISASSOCIATION       1  -    AP-A status=10
+15070  IND  ASSOCIATION_RESULT   1  -    (AP-B status=0 auth=RSNA_PSK)
+15071  IND  ROAM_COMPLETE        1  101  status=success
+15110  M1   SET_ADD_CIPHER_KEYS  1  102  (pairwise peer=AP-B) (group)
+15114  M3   SET_ADD_CIPHER_KEYS  1  102  status=success
+15300  IND  LINK_STATE_CHANGE    1  -    AP-B quality=70
`,
        },
        {
          title: 'one weak value among good ones',
          scenario: `
-5000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=20 rssi=-80
-3000  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 rssi=-66
+2000  IND  BSS_ENTRY_LIST     1  -  (AP-A rssi=-66 ssid=net) (AP-B rssi=-50 ssid=net)
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const ports = [...new Set(adapter.events.map(({port}) => port))].filter(port => trace.isStation(adapter, port))
    return ports.flatMap(port => stays(adapter, port, trace).map(stay => judge(stay, adapter, trace)))
  },
}

function judge(stay: Stay, adapter: Adapter, trace: Trace): Judgement {
  const {serving, others, ssid, ap} = stay
  if (serving.length === 0) return notApplicable('no signal of the serving AP exported')
  if (others.length === 0) return notApplicable('no other AP with SSID and signal reported')
  if (ssid === null) return notApplicable('the SSID of the serving AP is not exported')
  if (!trace.families.has(adapter, 'TASK')) return notApplicable('task commands (M1) are not exported')
  const {weakDbm, betterDb, forUs} = trace.settings.sticky
  const ends = windowEnds(stay, forUs)
  if (ends.length === 0) return notApplicable(`the station did not stay for ${duration(forUs)}`)
  const rivals = others.filter(other => other.ssid === ssid)
  for (const endUs of ends) {
    const weak = during(serving, endUs - forUs, endUs)
    const own = median(weak.map(({rssi}) => rssi))
    if (own >= weakDbm) continue
    const best = strongestOf(rivals.slice(firstFrom(rivals, endUs - forUs), firstFrom(rivals, endUs + 1)))
    if (best === null || best.rssi < own + betterDb || deviceReset(adapter, endUs - forUs, endUs, trace) !== null)
      continue
    const [first] = weak
    return violation({
      atUs: endUs,
      message: `For ${duration(forUs)} the port stayed on ${ap} with ${own} dBm (median of ${weak.length}), although ${best.bssid} of the same network was reported with ${best.rssi} dBm, and no TASK_ROAM came.`,
      evidence: [...(first === undefined ? [] : [first.event]), best.event],
      expected: ['M1 of TASK_ROAM'],
      undone: trace.silence.lost(endUs - forUs, endUs) ? ['L-LOSS'] : [],
    })
  }
  return PASS
}

/** Ends of the windows that can differ in their verdict: a signal begins them, or an AP is reported at their end. */
function windowEnds({serving, others, endUs}: Stay, forUs: number): number[] {
  const begin = serving[0]?.event.atUs ?? Number.POSITIVE_INFINITY
  const ends = [...serving.map(({event}) => event.atUs + forUs), ...others.map(({event}) => event.atUs)]
  return [...new Set(ends)].filter(end => end >= begin + forUs && end <= endUs).sort((a, b) => a - b)
}

/** Signals in a closed window, and the one that was still in force when it began. */
function during(serving: readonly Signal[], fromUs: number, toUs: number): readonly Signal[] {
  const first = firstFrom(serving, fromUs)
  const inForce = serving[first]?.event.atUs === fromUs ? first : Math.max(first - 1, 0)
  return serving.slice(inForce, firstFrom(serving, toUs + 1))
}

/** Index of the first signal at or after a moment. */
function firstFrom(signals: readonly Signal[], us: number): number {
  let low = 0
  let high = signals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((signals[middle] as Signal).event.atUs < us) low = middle + 1
    else high = middle
  }
  return low
}

/** The AP with the highest median. */
function strongestOf(heard: readonly Heard[]): Heard | null {
  const byAp = new Map<string, Heard[]>()
  for (const one of heard) byAp.set(one.bssid, [...(byAp.get(one.bssid) ?? []), one])
  const best = [...byAp.values()].map(all => ({...(all[0] as Heard), rssi: median(all.map(({rssi}) => rssi))}))
  return best.sort((a, b) => b.rssi - a.rssi)[0] ?? null
}
