import type {TraceEvent} from '../../events/event.js'
import {isCompletion} from '../completions.js'
import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'
import {isWdiCommand} from '../waiting-commands.js'

/** Share of the records that must have the field. */
const ENOUGH = 0.9

export const captureTransactionIdMissing: Rule = {
  meta: {
    id: 'capture-transaction-id-missing',
    category: 'capture-health',
    tier: 1,
    severity: 'info',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Commands and completions show the transaction id of their message header.',
    why: 'Without ids, answers are matched to commands by port and kind. That is exact while tasks run one after the other, and a guess while they overlap; rules about ids do not run.',
    harmless: 'When tasks never overlap in this capture: then the matching by port and kind gives the same sessions.',
    next: 'Export the message header, or a dialect file that says where the driver prints the id.',
    limits: [],
    numbers: '90 %',
    source: 'dot11wificxintf/WDI_MESSAGE_HEADER',
    needs: ['WDI commands or completions'],
    examples: {
      bad: [
        {
          title: 'no ids at all',
          scenario: `
  0  M1   TASK_SCAN      1  repeat=1
 +2  M3   TASK_SCAN      1  status=success
900  IND  SCAN_COMPLETE  1  status=success
`,
        },
        {
          title: 'completions without id',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  1       status=success
`,
        },
      ],
      good: [
        {
          title: 'ids everywhere',
          scenario: `
  0  M1   TASK_SCAN      1  101  repeat=1
 +2  M3   TASK_SCAN      1  101  status=success
900  IND  SCAN_COMPLETE  1  101  status=success
`,
        },
        {
          title: 'Native 802.11 messages have no such field',
          scenario: `
capture model=native80211

   0  IND  ROAMING_START           0  reason=BETTER
   5  IND  ASSOCIATION_START       0  mac=AP-B
 300  IND  ASSOCIATION_COMPLETION  0  mac=AP-B status=success beacon
 302  IND  ROAMING_COMPLETION      0  status=success
2000  IND  LINK_QUALITY            0
`,
        },
      ],
    },
  },
  subject: 'adapter',
  check(adapter) {
    if (adapter.model !== 'wificx' && adapter.model !== 'wdi') return notApplicable('no WDI or WiFiCx messages')
    const commands = adapter.events.filter(event => event.step === 'M1' && isWdiCommand(event))
    const completions = adapter.events.filter(isCompletion)
    if (commands.length + completions.length === 0) return notApplicable('neither commands nor completions')
    const poor = [['command', commands] as const, ['completion', completions] as const].filter(
      ([, events]) => events.length > 0 && share(events) < ENOUGH,
    )
    if (poor.length === 0) return PASS
    const parts = poor.map(([name, events]) => `${withId(events)} of ${count(events.length, name)}`)
    return violation({
      atUs: null,
      message: `A transaction id is shown by ${parts.join(' and ')}: answers are matched by port and kind, and rules about ids do not run.`,
      evidence: [],
      expected: ['TransactionId of the message header'],
    })
  },
}

function withId(events: readonly TraceEvent[]): number {
  return events.filter(({transactionId}) => transactionId !== null).length
}

function share(events: readonly TraceEvent[]): number {
  return withId(events) / events.length
}
