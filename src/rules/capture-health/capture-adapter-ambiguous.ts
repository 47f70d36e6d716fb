import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** Records shown as evidence at most. */
const SHOWN = 3

export const captureAdapterAmbiguous: Rule = {
  meta: {
    id: 'capture-adapter-ambiguous',
    category: 'capture-health',
    tier: 2,
    severity: 'warning',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'With two adapters in a capture, every record says which one it belongs to.',
    why: 'Both adapters number their ports and transactions from the same start. A record that names neither of them cannot be put into a session, so it is left out of all of them.',
    harmless: 'When only a handful of records at the start of the capture is concerned.',
    next: 'Export the adapter handle, the interface GUID or the activity id with every record, or record with one adapter enabled.',
    limits: [],
    numbers: null,
    source: 'network/wdi-objects (adapter and port objects)',
    needs: ['more than one adapter'],
    examples: {
      bad: [
        {
          title: 'a record that names no adapter',
          scenario: `
adapter A
adapter B

  0  IND  LINK_STATE_CHANGE  1@A  -  AP-A quality=60
100  IND  LINK_STATE_CHANGE  1@B  -  AP-B quality=60
200  IND  LINK_STATE_CHANGE  1    -  AP-A quality=50
`,
        },
      ],
      good: [
        {
          title: 'an activity id leads to the adapter',
          scenario: `
adapter A
adapter B

  0  IND  LINK_STATE_CHANGE  1@A  -  AP-A quality=60 activity=X
100  IND  LINK_STATE_CHANGE  1@B  -  AP-B quality=60
200  IND  LINK_STATE_CHANGE  1    -  AP-A quality=50 activity=X
`,
        },
        {
          title: 'one adapter owns every record',
          scenario: `
  0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
`,
        },
      ],
    },
  },
  subject: 'capture',
  check(trace) {
    if (trace.adapters.length < 2) return notApplicable('only one adapter')
    const homeless = trace.all.events.filter(
      event => event.message.messageId !== null && trace.adapterOf(event) === null,
    )
    if (homeless.length === 0) return PASS
    const ports = [...new Set(homeless.map(({port}) => port ?? 'not exported'))].join(', ')
    return violation({
      atUs: null,
      message: `${count(homeless.length, 'record names', 'records name')} none of the ${trace.adapters.length} adapters (port ${ports}), and can be put into no session.`,
      evidence: homeless.slice(0, SHOWN),
      expected: ['adapter handle, interface GUID or a known activity id'],
      session: null,
    })
  },
}
