import type {RuleMeta} from './rule.js'

const T_REQ = 't_req: M1 to the last successful ASSOCIATION_RESULT'

/**
 * What the rules about time measure, from where to where (rules.md A.7 and C.1). Findings of these rules end with it,
 * for a duration without its definition can be compared with nothing.
 */
export const DURATIONS: Readonly<Record<string, string>> = {
  'command-hang-m1-m3': 'M1 to M3',
  'task-hang-m3-m4': 'M3 to M4',
  'task-over-normal-time': 't_task: M1 to M4',
  'property-over-normal-time': 'M1 to M3',
  'ndis-oid-over-12s': 'request to completion',
  'roam-over-requirement': T_REQ,
  'ft-roam-over-requirement': T_REQ,
  'connect-over-requirement': 'M1 to the first successful ASSOCIATION_RESULT',
  'scan-over-limit': 'M1 to SCAN_COMPLETE',
  'radio-state-over-2s': 'M1 to RADIO_STATUS',
  'link-state-not-reported': 'last successful ASSOCIATION_RESULT to LINK_STATE_CHANGE',
  'key-install-over-1s': 'M4 to M1 with the pairwise key',
  'roam-over-voice-budget': 't_service: M1 to M3 of the pairwise key, or to the result where none is needed',
  'ft-host-slow': 'FT_ASSOC_PARAMS_NEEDED to M1 of its answer',
  'roam-latency-outlier': `${T_REQ}, as z of its logarithm in the cohort`,
  'ft-deadline-exceeded': 'FT_ASSOC_PARAMS_NEEDED to the result of its access point',
  'abort-completion-over-50ms': 'M1 of the abort to M4 of the task',
  'recovery-over-10s': 'stall or reset recovery to the first successful M3',
  'comeback-ignored': 'refusal to the next attempt at the same access point',
  'n80211-connect-start-over-10s': 'completed connect request to CONNECTION_START',
  'n80211-assoc-over-10s': 'ASSOCIATION_START to ASSOCIATION_COMPLETION',
  'n80211-conn-roam-over-10s': 'CONNECTION_START or ROAMING_START to its completion',
  'n80211-scan-over-15s': 'scan request to SCAN_CONFIRM',
  'n80211-link-quality-over-15s': 'ASSOCIATION_COMPLETION to LINK_QUALITY',
}

/** The message of a finding, with what was measured and whose limits hold; other rules' messages as they are. */
export function withDuration(rule: string, message: string, profile: string): string {
  const measured = DURATIONS[rule]
  return measured === undefined ? message : `${message.replace(/\.$/, '')} [${measured}; profile ${profile}].`
}

/** Whether a rule says nothing where no record has a time: it measures one, or its page names a limit that is one. */
export function measuresTime({id, numbers}: RuleMeta): boolean {
  return Object.hasOwn(DURATIONS, id) || /\d\s?(?:µs|ms|s|min|h)\b/.test(numbers ?? '')
}

/** The message of another rule there: `duration` has nothing but zeros to print. */
export function withoutDurations(message: string): string {
  return message.replace(/(?<![\d.])0 ms\b/g, 'an unknown time')
}
