import {between} from '../doubt.js'
import type {Judgement, Rule} from '../rule.js'
import {duration, notApplicable, PASS, violation} from '../verdict.js'
import {isWdiCommand} from '../waiting-commands.js'

export const commandCompletedTwice: Rule = {
  meta: {
    id: 'command-completed-twice',
    category: 'task-lifecycle',
    tier: 1,
    severity: 'error',
    blame: 'driver',
    basis: 'O',
    class: 'DV',
    statement: 'A command gets exactly one response (M3).',
    why: 'Completing a request twice touches memory that its owner has already freed. Driver Verifier stops the machine for it.',
    harmless: 'When two components log the response of the same command, each at its own layer.',
    next: 'Driver team: run Driver Verifier with NDIS/WIFI rules, and look for a timeout path that answers a command which the normal path answers too.',
    limits: [],
    numbers: null,
    source: 'devtest/ndis-ndisoiddoublecomplete (0x00091002)',
    needs: ['responses (M3) with transaction id'],
    examples: {
      bad: [
        {
          title: 'two responses to one property',
          scenario: `
  0  M1   GET_STATISTICS  1  101
 +5  M3   GET_STATISTICS  1  101  status=success
+40  M3   GET_STATISTICS  1  101  status=failure
`,
        },
      ],
      good: [
        {
          title: 'the id is issued again in between',
          scenario: `
  0  M1   GET_STATISTICS  1  101
 +5  M3   GET_STATISTICS  1  101  status=success
 30  M1   GET_STATISTICS  1  101
 40  M3   GET_STATISTICS  1  101  status=success
`,
        },
        {
          title: 'another command with the same id',
          scenario: `
  0  M1   GET_STATISTICS      1  101
 +5  M3   GET_STATISTICS      1  101  status=success
 30  M1   GET_BSS_ENTRY_LIST  1  101
 40  M3   GET_BSS_ENTRY_LIST  1  101  status=success
`,
        },
        {
          title: 'inconclusive: a command in between may have been lost',
          scenario: `
capture loss=10..20

  0  M1   GET_STATISTICS  1  101
 +5  M3   GET_STATISTICS  1  101  status=success
+40  M3   GET_STATISTICS  1  101  status=success
`,
        },
      ],
    },
  },
  subject: 'command',
  names: null,
  check(command, trace) {
    const {m1, m3, extraM3, message, transactionId} = command
    if (!isWdiCommand(command)) return undefined
    if (m3 === null) return notApplicable('no response (M3) in the capture')
    if (extraM3.length === 0) return PASS
    return extraM3.map((again): Judgement => {
      return violation({
        atUs: again.atUs,
        message: `${message.name} with transaction ${transactionId} is answered again, ${duration(again.atUs - m3.atUs)} after its response.`,
        evidence: [...(m1 === null ? [] : [m1]), m3, again],
        undone: between(trace, m3, again),
      })
    })
  },
}
