import type {TraceEvent} from '../../events/event.js'
import {decodeTlvs} from '../../wdi/decode.js'
import {endsWithElement} from '../../wdi/frame-tree.js'
import {payloadTlvs, type Tlv} from '../../wdi/tlv.js'
import {count} from '../count.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** Records shown as evidence at most. */
const SHOWN = 3

export const captureFramesTruncated: Rule = {
  meta: {
    id: 'capture-frames-truncated',
    category: 'capture-health',
    tier: 2,
    severity: 'info',
    blame: 'capture',
    basis: 'M',
    class: 'HEUR',
    statement: 'Payload bytes are exported as long as their length fields say.',
    why: 'What was cut off is unknown, not absent. Rules that read frames or TLVs leave these records alone.',
    harmless: 'When the cut-off part is of no interest, such as the tail of a beacon.',
    next: 'Raise the limit for hex dumps of the exporting tool, or take the payload from the binary log.',
    limits: [],
    numbers: null,
    source: 'netcx/wificx-message-structure (length, unknown and surplus data)',
    needs: ['payload bytes'],
    examples: {
      bad: [
        {
          title: 'a message whose dump was cut',
          scenario: `
0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60 truncated
`,
        },
        {
          title: 'a TLV that says 6 bytes and brings 2',
          scenario: `
0  IND  ASSOCIATION_PARAMETERS_REQUEST  1  -  tlv=020006000200
`,
        },
      ],
      good: [
        {
          title: 'whole messages',
          scenario: `
0  IND  LINK_STATE_CHANGE  1  -  AP-A quality=60
`,
        },
      ],
    },
  },
  subject: 'capture',
  check(trace) {
    const exported = trace.all.events.filter(({payload}) => payload !== null)
    if (exported.length === 0) return notApplicable('no payload bytes exported')
    const cut = exported.flatMap(event => {
      const reason = shortfall(event)
      return reason === null ? [] : [{event, reason}]
    })
    const [first] = cut
    if (first === undefined) return PASS
    const {message} = first.event
    return violation({
      atUs: null,
      message: `${cut.length} of ${count(exported.length, 'payload')} too short; the first is that of ${message.name}: ${first.reason}.`,
      evidence: cut.slice(0, SHOWN).map(({event}) => event),
      session: null,
    })
  },
}

/** What is missing, in words; null: nothing. */
function shortfall({payload, truncated, message}: TraceEvent): string | null {
  if (truncated) return 'it is shorter than its message says'
  if (payload === null || payloadTlvs(payload, message.fullName).every(isWhole)) return null
  const {problems} = decodeTlvs(payload, {message: message.fullName})
  return problems.find(({code}) => code === 'truncated')?.message ?? null
}

/** It has all its bytes, and so has everything in it. A frame whose elements stop short of its end needs a closer look. */
function isWhole({cut, tlvs, frame}: Tlv): boolean {
  if (cut) return false
  return tlvs === null ? frame === null || endsWithElement(frame.name, frame.bytes) : tlvs.every(isWhole)
}
