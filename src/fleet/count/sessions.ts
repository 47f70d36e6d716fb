import type {Attempt, Session} from '../../sessions/session.js'
import type {CaptureTally} from '../capture-tally.js'

const TABLE = {roam: 'roam', 'legacy-roam': 'roam', connect: 'connect', 'legacy-connect': 'connect'} as const

/**
 * Roams and connects by outcome; of successful roams the class and the totals. What Windows alone tells has outcomes:
 * its events know no FT, and other moments than the command and the keys.
 */
export function countSessions(tally: CaptureTally): void {
  for (const session of tally.trace.all.sessions) {
    const {kind, outcome, source} = session
    if (!(kind in TABLE)) continue
    const table = TABLE[kind as keyof typeof TABLE]
    const place = tally.placeOf(session)
    tally.count(place, table, [outcome ?? 'unknown'])
    if (table === 'connect' || source !== 'driver') continue
    if (outcome === 'success' || outcome === 'failed') {
      const failed = session.attempts.filter(hasFailed).length
      tally.sum(place, 'failedCandidates', failed)
      tally.share(place, 'noFailedCandidate', failed === 0)
    }
    if (outcome !== 'success') continue
    const row = [session.class ?? 'unknown']
    const {tReq, tTask, tService} = session.totals
    tally.count(place, 'class', row)
    tally.value(place, 'tReq', row, tReq)
    tally.value(place, 'tTask', row, tTask)
    tally.value(place, 'tService', row, tService)
  }
}

/** A result entry that says so; one whose status is not exported says nothing. */
export function hasFailed({status}: Attempt): boolean {
  return status != null && status !== 0
}

export function successfulRoams({trace}: CaptureTally): readonly Session[] {
  return trace.sessions.filter(
    ({kind, outcome}) => (kind === 'roam' || kind === 'legacy-roam') && outcome === 'success',
  )
}
