import type {TraceEvent} from '../events/event.js'
import type {Mac} from '../events/units.js'
import type {Session} from '../sessions/session.js'
import type {SaeAnswer, SaeIndication} from '../wdi/facts.js'
import type {Trace} from './trace.js'

export interface SaeAsked {
  readonly event: TraceEvent
  readonly indication: SaeIndication
}

export interface SaeAnswered {
  readonly event: TraceEvent
  readonly answer: SaeAnswer
}

/** What driver and host said to each other about SAE with one AP inside one task, in order of time. */
export interface SaeTalk {
  /** As the first record of the talk names it. */
  readonly bssid: Mac
  readonly indications: readonly SaeAsked[]
  readonly answers: readonly SaeAnswered[]
}

type Draft = {readonly bssid: Mac; readonly indications: SaeAsked[]; readonly answers: SaeAnswered[]}

/**
 * The SAE records of a connect or roam by AP (links of one MLD are one AP). An answer whose BSSID is not exported
 * belongs to the AP of the indication before it; indications without BSSID belong to nobody.
 */
export function saeTalks(session: Session, trace: Trace): SaeTalk[] {
  const talks = new Map<Mac, Draft>()
  const peers = trace.peersOf(session.adapter)
  const talkWith = (bssid: Mac): Draft => {
    const ap = peers.mld(bssid) ?? bssid
    const talk = talks.get(ap) ?? {bssid, indications: [], answers: []}
    talks.set(ap, talk)
    return talk
  }
  let last: Draft | null = null
  for (const event of session.events) {
    if (event.message.name === 'SAE_AUTH_PARAMS_NEEDED') {
      const indication = trace.reader.saeIndication(event)
      last = indication.bssid ? talkWith(indication.bssid) : null
      last?.indications.push({event, indication})
    } else if (event.message.name === 'SET_SAE_AUTH_PARAMS' && event.step === 'M1') {
      const answer = trace.reader.saeAnswer(event)
      const talk: Draft | null = answer.bssid ? talkWith(answer.bssid) : last
      talk?.answers.push({event, answer})
    }
  }
  return [...talks.values()]
}
