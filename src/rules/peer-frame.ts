import type {TraceEvent} from '../events/event.js'
import type {Maybe} from '../events/units.js'
import type {ReasonFrame} from '../wdi/frames.js'
import type {Verdicts} from './rule.js'
import type {Trace} from './trace.js'
import {notApplicable, PASS, violation} from './verdict.js'

/** What a DISASSOCIATION of one status carries as its proof. */
export interface PeerFrame {
  /** WDI_ASSOC_STATUS. */
  readonly status: number
  readonly did: string
  readonly frameOf: (facts: ReturnType<Trace['reader']['disassociation']>) => Maybe<ReasonFrame>
  /** TLV that holds the frame. */
  readonly tlv: string
}

/** A DISASSOCIATION that blames a frame of the peer has to show it. */
export function judgePeerFrame(event: TraceEvent, {status, did, frameOf, tlv}: PeerFrame, trace: Trace): Verdicts {
  const facts = trace.reader.disassociation(event)
  if (facts.status == null) return notApplicable('the status of the disassociation is not exported')
  if (facts.status !== status) return PASS
  const frame = frameOf(facts)
  if (frame === undefined) return notApplicable('the TLV list of the disassociation is not exported')
  if (frame !== null && frame.bytes.length > 0) return PASS
  const what = frame === null ? `no ${tlv}` : `an empty ${tlv}`
  return violation({
    atUs: event.atUs,
    message: `DISASSOCIATION says that ${facts.address ?? 'the peer'} ${did} (status ${status}), but carries ${what}.`,
    evidence: [event],
    expected: [`${tlv} with the received frame`],
  })
}
