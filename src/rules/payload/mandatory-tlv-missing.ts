import type {TraceEvent} from '../../events/event.js'
import {
  carriesRequiredTlvs,
  MESSAGES_WITH_REQUIRED_TLVS,
  missingTlvs,
  type RequiredTlv,
  requiredTlvs,
} from '../required-tlvs.js'
import type {Rule} from '../rule.js'
import {notApplicable, PASS, violation} from '../verdict.js'

/** What was printed in their stead shows what is there, never what is not. */
const UNLISTED = 'the TLV list of the message is not exported'

export const mandatoryTlvMissing: Rule = {
  meta: {
    id: 'mandatory-tlv-missing',
    category: 'payload',
    tier: 1,
    severity: 'error',
    blame: ['driver', 'host'],
    basis: 'V',
    class: 'MUST',
    statement: 'A message has every TLV that its page does not mark as optional.',
    why: 'The receiver cannot parse the message or refuses it as a whole; a result without its parameters, for example, never reaches the connection logic.',
    harmless:
      'An export that prints only selected fields looks the same. The rule keeps quiet there, provided that the export says so.',
    next: 'Decode the bytes of the record (roamscope decode) to rule out a cut export; then report to whoever built the message: the driver team for indications, Windows for commands.',
    limits: ['L-FRAME'],
    numbers: null,
    source: 'netcx/* § Payload data, Task parameters (column "Optional")',
    needs: ['TLV list of the message'],
    examples: {
      bad: [
        {
          title: 'a result without PHY type list',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2 without=WDI_TLV_PHY_TYPE_LIST)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a candidate of the host without signal and channel',
          scenario: `
capture model=wificx

   0  M1   TASK_CONNECT        1  101  entries=AP-B (AP-C without=WDI_TLV_BSS_ENTRY_SIGNAL_INFO,WDI_TLV_BSS_ENTRY_CHANNEL_INFO) auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'a trigger without its reason',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=30
    0  IND  ROAMING_NEEDED     1  -    without=WDI_TLV_ROAMING_NEEDED_PARAMETERS
`,
        },
      ],
      good: [
        {
          title: 'complete messages',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=30
    0  IND  ROAMING_NEEDED     1  -    reason=15
`,
        },
        {
          title: 'the export prints selected fields only',
          scenario: `
capture model=wificx tlvs=0

   0  M1   TASK_CONNECT        1  101  entries=AP-B auth=RSNA_PSK
  +1  M3   TASK_CONNECT        1  101  status=success
 +60  IND  ASSOCIATION_RESULT  1  -    (AP-B status=2 without=WDI_TLV_PHY_TYPE_LIST)
 +61  IND  CONNECT_COMPLETE    1  101  status=failure
`,
        },
        {
          title: 'the record is cut before the TLV would have come',
          scenario: `
capture model=wificx

-5000  IND  LINK_STATE_CHANGE  1  -    AP-A quality=30
    0  IND  ROAMING_NEEDED     1  -    without=WDI_TLV_ROAMING_NEEDED_PARAMETERS truncated
`,
        },
      ],
    },
  },
  subject: 'event',
  names: MESSAGES_WITH_REQUIRED_TLVS,
  check(event, trace) {
    if (!carriesRequiredTlvs(event)) return undefined
    if (event.payload === null) return notApplicable(UNLISTED)
    const required = requiredTlvs(event, trace.reader)
    const missing = missingTlvs(required)
    if (missing.length > 0) {
      return violation({
        atUs: event.atUs,
        message: `${event.message.name} lacks ${missing.join(' and ')}.`,
        evidence: [event],
        expected: missing,
        blame: event.step === 'M1' ? 'host' : 'driver',
      })
    }
    return isListed(event, required) ? PASS : notApplicable(UNLISTED)
  },
}

function isListed({payload, complete, truncated}: TraceEvent, required: readonly RequiredTlv[]): boolean {
  return payload !== null && complete && !truncated && required.every(({there}) => there !== undefined)
}
