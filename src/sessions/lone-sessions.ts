import type {TraceEvent} from '../events/event.js'
import {type Mac, seconds} from '../events/units.js'
import {UNKNOWN} from './association.js'
import {BLANK} from './blank-session.js'
import type {Unplaced} from './build-session.js'
import type {Replay} from './replay.js'
import {firstAfter} from './service.js'
import type {SessionKind} from './session.js'

/** A DISASSOCIATION this soon after DISCONNECT_COMPLETE is the late report of that disconnect (heuristic). */
export const LATE_REPORT = seconds(5)

/** ROAMING_NEEDED that no roam answered. */
export function triggerOnly(event: TraceEvent, replay: Replay): Unplaced {
  return {...lone('trigger-only', event, replay), trigger: event}
}

/** A disconnect without task; null where it is the late report of a disconnect task. */
export function disconnectOf(event: TraceEvent, portEvents: readonly TraceEvent[], replay: Replay): Unplaced | null {
  for (let i = firstAfter(portEvents, event.seq - 1) - 1; i >= 0; i--) {
    const earlier = portEvents[i] as TraceEvent
    if (event.atUs - earlier.atUs > LATE_REPORT) break
    if (earlier.message.name === 'DISASSOCIATION') break
    if (earlier.message.name === 'DISCONNECT_COMPLETE') return null
  }
  return {...lone('disconnect', event, replay), disassociations: [event]}
}

/** LINK_STATE_CHANGE of an MLO connection with another set of links than before: neither roam nor disconnect. */
export function linkChanges(portEvents: readonly TraceEvent[], replay: Replay): Unplaced[] {
  const changes: Unplaced[] = []
  let before = null as {readonly peer: Mac; readonly links: readonly string[]} | null
  for (const event of portEvents) {
    if (event.message.name === 'ASSOCIATION_RESULT' || event.message.name === 'DISASSOCIATION') before = null
    if (event.message.name !== 'LINK_STATE_CHANGE') continue
    const {peer, links: infos} = replay.reader.linkState(event)
    if (!peer || infos === undefined) continue
    const links = infos.map(({linkId, peerLink}) => `${linkId}/${peerLink}`).sort()
    if (before?.peer === peer && before.links.join() !== links.join()) {
      const mlo = Math.max(before.links.length, links.length) > 1 || replay.peers.isMld(peer)
      if (mlo) changes.push(lone('link-change', event, replay))
    }
    before = {peer, links}
  }
  return changes
}

function lone(kind: SessionKind, event: TraceEvent, replay: Replay): Unplaced {
  const peer = (replay.notes.before.get(event.seq) ?? UNKNOWN).peer
  return {
    ...BLANK,
    kind,
    partial: false,
    adapter: replay.adapter,
    port: event.port,
    transactionId: event.transactionId,
    startUs: event.atUs,
    endUs: event.atUs,
    oldPeer: peer && replay.peers.link(peer),
    events: [event],
  }
}
