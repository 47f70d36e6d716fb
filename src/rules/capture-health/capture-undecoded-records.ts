import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** As many provider GUIDs as a sentence bears. */
const SHOWN = 3

export const captureUndecodedRecords: Rule = {
  meta: {
    id: 'capture-undecoded-records',
    category: 'capture-health',
    tier: 1,
    severity: 'warning',
    blame: 'capture',
    basis: 'M',
    class: 'DESC',
    statement: 'Software-trace (WPP) records are formatted: a format file exists for each of them.',
    why: 'A record that could not be formatted may be the very command or indication that a rule misses. Unlike a lost event it is in the log; only its text is not.',
    harmless:
      'When the records belong to a vendor component that has nothing to do with the question. In logs from the field that is usual.',
    next: 'Get the format files (TMF) or symbols (PDB) of exactly this driver build from whoever built it, and export the binary log again.',
    limits: [],
    numbers: '1 %, heuristic',
    source: 'network/wdi-tracing-with-wdilib (format files needed for text conversion)',
    needs: ['software-trace (WPP) records'],
    examples: {
      bad: [
        {
          title: '2 of 100 software-trace records without format',
          scenario: `
capture wpp=100 undecoded=2

0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
`,
        },
      ],
      good: [
        {
          title: 'exactly 1 %',
          scenario: `
capture wpp=100 undecoded=1

0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
`,
        },
      ],
    },
  },
  subject: 'capture',
  check({capture, settings}) {
    const {wpp, undecoded, undecodedProviders} = capture
    if (wpp === 0) return notApplicable('no software-trace records')
    if (undecoded / wpp <= settings.undecodedShare) return PASS
    const most = mostOf(undecodedProviders)
    return violation({
      atUs: null,
      message: `${undecoded} of ${wpp} software-trace records (${percent(undecoded / wpp)}) could not be formatted${most === '' ? '' : `; most of ${most}`}.`,
      evidence: [],
    })
  },
}

/** Providers with the most such records, as far as they have a name or GUID. */
function mostOf(providers: ReadonlyMap<string, number>): string {
  const named = [...providers].filter(([id]) => id !== '(none)')
  const sorted = named.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return sorted
    .slice(0, SHOWN)
    .map(([id, n]) => `${id} (${n})`)
    .join(', ')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
