import type {Analysis} from '../../src/analysis/analysis.js'
import {analysis, finding, input, session, t0, tally} from './analyses.js'

/** A capture with everything a screen has to show: a hung roam, errors of the driver, remarks on the host, open verdicts. */
export function badDay(): Analysis {
  const minute = 60_000_000
  const wrongOrder = (id: string, at: number) =>
    finding({
      rule: 'roam-disassoc-after-assoc',
      severity: 'error',
      blame: 'driver',
      session: id,
      atUs: at,
      message: 'DISASSOCIATION of 02:00:00:00:0a:01 came 4.0 ms after the ASSOCIATION_RESULT for 02:00:00:00:0b:01.',
      expected: ['DISASSOCIATION of 02:00:00:00:0a:01 before the successful ASSOCIATION_RESULT'],
      source: 'netcx/oid-wdi-task-roam',
    })
  return analysis({
    inputs: [
      input({path: 'field/nettrace-0342.txt', problems: [{offset: 99, line: 7, message: 'The record has no time.'}]}),
    ],
    sessions: [
      session({findings: [0]}),
      session({id: 'a91c03e4', startUs: t0 + 5 * minute, class: 'ft', findings: [1, 3]}),
      session({
        id: 'b207d1f0',
        startUs: t0 + 18 * minute,
        endUs: null,
        outcome: 'hung',
        class: null,
        service: null,
        oldPeer: '02:00:00:00:0b:01',
        newPeer: null,
        attempts: [{bssid: '02:00:00:00:0c:01', status: 40, dot11Status: 17, atUs: t0 + 18 * minute + 900_000}],
        totalsUs: {tReq: null, tTask: null, tService: null, gapL2: null, gapService: null},
        findings: [2],
      }),
      session({id: '0cd41122', kind: 'connect', startUs: t0 + 19 * minute, oldPeer: null, findings: [4]}),
      session({
        id: '0cd41123',
        kind: 'scan',
        startUs: t0 + 20 * minute,
        class: null,
        oldPeer: null,
        newPeer: null,
        attempts: [],
      }),
    ],
    findings: [
      wrongOrder('7f3a9c12', t0 + 84_000),
      wrongOrder('a91c03e4', t0 + 5 * minute + 84_000),
      finding({
        rule: 'task-hang-m3-m4',
        severity: 'error',
        blame: 'driver',
        session: 'b207d1f0',
        atUs: t0 + 18 * minute + 30_000_000,
        message: 'TASK_ROAM (transaction 103) had no completion 30 s after its response.',
        expected: ['ROAM_COMPLETE of transaction 103'],
        source: 'network/wdi-hang-detection-and-recovery',
      }),
      finding({session: 'a91c03e4'}),
      finding({
        rule: 'link-state-not-reported',
        verdict: 'inconclusive',
        severity: 'warning',
        confidence: 'medium',
        blame: 'driver',
        session: '0cd41122',
        atUs: t0 + 20 * minute,
        message: 'No LINK_STATE_CHANGE for 02:00:00:00:0b:01 in 10 s after the connection.',
        limits: ['L-LOSS'],
      }),
    ],
    rules: [
      tally({id: 'roam-disassoc-after-assoc', violation: 2, pass: 1}),
      tally({id: 'task-hang-m3-m4', violation: 1, pass: 4}),
      tally({violation: 1}),
      tally({id: 'link-state-not-reported', inconclusive: 1}),
      tally({id: 'sae-commit-loop', status: 'not-applicable', reason: 'no SAE exchange', pass: 0}),
      tally({id: 'sae-response-missing', status: 'not-applicable', reason: 'no SAE exchange', pass: 0}),
      tally({
        id: 'mlo-link-info-missing',
        status: 'not-applicable',
        reason: 'link infos (0x204) are not exported',
        pass: 0,
      }),
    ],
  })
}
