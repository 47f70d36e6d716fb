import type {Family} from '../../parsers/capabilities.js'
import {ENOUGH_TASKS} from '../../sessions/families.js'
import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

const NAMES = {
  M1: 'commands (M1)',
  M3: 'responses (M3)',
  IND: 'indications',
} as const

const SWITCHED_OFF: Readonly<Record<keyof typeof NAMES, string>> = {
  M1: 'sessions have no beginning, and no latency and no rule about commands can be judged',
  M3: 'start responses, hangs between command and response, and overlapping commands cannot be judged',
  IND: 'associations, disassociations and completions cannot be judged',
}

export const captureFamilyMissing: Rule = {
  meta: {
    id: 'capture-family-missing',
    category: 'capture-health',
    tier: 1,
    severity: 'warning',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Commands, responses and indications of an adapter are all recorded.',
    why: 'Rules that need the missing family are switched off. Their silence means nothing.',
    harmless: 'When the question can be answered from the families that are there; see the rules that ran.',
    next: 'Record with all keywords and the most verbose level of the WDI or WiFiCx provider, and check the filter of the export.',
    limits: [],
    numbers: '0.5',
    source: 'reasoning; message steps from network/wdi-communication-model',
    needs: ['TASK_* commands or completions'],
    examples: {
      bad: [
        {
          title: 'five scans, and not one response',
          scenario: `
capture families=M1,IND

    0  M1   TASK_SCAN      1  101  repeat=1
 1000  IND  SCAN_COMPLETE  1  101  status=success
 5000  M1   TASK_SCAN      1  102  repeat=1
 6000  IND  SCAN_COMPLETE  1  102  status=success
10000  M1   TASK_SCAN      1  103  repeat=1
11000  IND  SCAN_COMPLETE  1  103  status=success
15000  M1   TASK_SCAN      1  104  repeat=1
16000  IND  SCAN_COMPLETE  1  104  status=success
20000  M1   TASK_SCAN      1  105  repeat=1
21000  IND  SCAN_COMPLETE  1  105  status=success
`,
        },
      ],
      good: [
        {
          title: 'four tasks prove nothing',
          scenario: `
capture families=M1,IND

    0  M1   TASK_SCAN      1  101  repeat=1
 1000  IND  SCAN_COMPLETE  1  101  status=success
 5000  M1   TASK_SCAN      1  102  repeat=1
 6000  IND  SCAN_COMPLETE  1  102  status=success
10000  M1   TASK_SCAN      1  103  repeat=1
11000  IND  SCAN_COMPLETE  1  103  status=success
15000  M1   TASK_SCAN      1  104  repeat=1
16000  IND  SCAN_COMPLETE  1  104  status=success
`,
        },
        {
          title: 'half of the commands answered is just enough',
          scenario: `
    0  M1   TASK_SCAN       1  101  repeat=1
 1000  IND  SCAN_COMPLETE   1  101  status=success
 5000  M1   TASK_SCAN       1  102  repeat=1
 6000  IND  SCAN_COMPLETE   1  102  status=success
10000  M1   TASK_SCAN       1  103  repeat=1
10001  M3   TASK_SCAN       1  103  status=success
11000  IND  SCAN_COMPLETE   1  103  status=success
15000  M1   TASK_SCAN       1  104  repeat=1
15001  M3   TASK_SCAN       1  104  status=success
16000  IND  SCAN_COMPLETE   1  104  status=success
20000  M1   TASK_SCAN       1  105  repeat=1
20001  M3   TASK_SCAN       1  105  status=success
21000  IND  SCAN_COMPLETE   1  105  status=success
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter, trace) {
    const {m1, m3, indications, tasks, completions} = trace.families.of(adapter)
    if (Math.max(tasks, completions) < ENOUGH_TASKS) return notApplicable(`fewer than ${ENOUGH_TASKS} tasks`)
    const missing = trace.families.missing(adapter).filter(isNamed)
    if (missing.length === 0) return PASS
    const names = missing.map(family => NAMES[family]).join(', ')
    const scarce = missing.includes('M3') && m3 > 0 ? 'Too few' : 'No'
    return violation({
      atUs: null,
      message: `${scarce} ${names}: ${count(m1, 'command')}, ${count(m3, 'response')} and ${count(indications, 'indication')} were recorded, so that ${missing.map(family => SWITCHED_OFF[family]).join('; ')}.`,
      evidence: [],
      expected: missing.map(family => NAMES[family]),
    })
  },
}

function isNamed(family: Family): family is keyof typeof NAMES {
  return family in NAMES
}
