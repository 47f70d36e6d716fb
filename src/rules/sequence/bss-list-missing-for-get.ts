import {isFailure} from '../../sessions/task.js'
import {absence} from '../doubt.js'
import type {Rule} from '../rule.js'
import {named} from '../trace.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'

export const bssListMissingForGet: Rule = {
  meta: {
    id: 'bss-list-missing-for-get',
    category: 'sequence',
    tier: 2,
    severity: 'error',
    blame: 'driver',
    basis: 'A',
    class: 'MUST',
    statement:
      'An adapter that manages the BSS list itself answers a query for it by list indications before the query completes.',
    why: 'The host takes its picture of the air from these indications. Without them it shows old networks or none.',
    harmless: 'An empty cache may be answered by one empty list; that counts as an answer.',
    next: 'Ask the driver team whether the query is completed before its worker has sent the list.',
    limits: ['L-LOSS', 'L-CAP'],
    numbers: null,
    source: 'netcx/oid-wdi-get-bss-entry-list',
    needs: ['capability to manage the BSS list', 'GET_BSS_ENTRY_LIST (M1, M3)', 'BSS_ENTRY_LIST'],
    examples: {
      bad: [
        {
          title: 'the list comes after the response',
          scenario: `
capture model=wificx bss-cache=1

   0  M1   GET_BSS_ENTRY_LIST  1  101
 +20  M3   GET_BSS_ENTRY_LIST  1  101  status=success
 +21  IND  BSS_ENTRY_LIST      1  -    count=3
`,
        },
        {
          title: 'inconclusive: the list may have been lost',
          scenario: `
capture model=wificx bss-cache=1 loss=5..10

   0  M1   GET_BSS_ENTRY_LIST  1  101
 +20  M3   GET_BSS_ENTRY_LIST  1  101  status=success
`,
        },
      ],
      good: [
        {
          title: 'the list comes before the response',
          scenario: `
capture model=wificx bss-cache=1

   0  M1   GET_BSS_ENTRY_LIST  1  101
 +19  IND  BSS_ENTRY_LIST      1  -    count=3
 +20  M3   GET_BSS_ENTRY_LIST  1  101  status=success
`,
        },
        {
          title: 'nobody knows who manages the list',
          scenario: `
capture model=wificx

   0  M1   GET_BSS_ENTRY_LIST  1  101
 +20  M3   GET_BSS_ENTRY_LIST  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: ['GET_BSS_ENTRY_LIST'],
  check({adapter, m1, m3}, trace) {
    if (adapter.bssCache === null) return notApplicable('whether the adapter manages the BSS list is not known')
    if (adapter.bssCache === 0) return notApplicable('the adapter does not manage the BSS list')
    if (m1 === null || m3 === null) return notApplicable('query or response not in the capture')
    if (isFailure(m3.status)) return notApplicable('the query failed')
    if (!trace.families.has(adapter, 'IND')) return notApplicable('indications are not exported')
    const list = trace.next(m1, named('BSS_ENTRY_LIST'), m3.atUs)
    if (list !== null && list.seq < m3.seq) return PASS
    return violation({
      atUs: m3.atUs,
      message: `GET_BSS_ENTRY_LIST was completed after ${duration(m3.atUs - m1.atUs)} without a BSS_ENTRY_LIST on port ${m1.port ?? '(not exported)'} before it.`,
      evidence: [m1, m3],
      expected: ['BSS_ENTRY_LIST between query and response'],
      undone: absence(trace, m1.atUs, m3.atUs),
    })
  },
}
