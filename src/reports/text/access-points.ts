import type {SessionReport} from '../../analysis/analysis.js'

/** AP-1, AP-2, … by first appearance in the sessions, so that a route fits into a column. */
export function nameAccessPoints(sessions: readonly SessionReport[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const name = (address: string | null) => {
    if (address !== null && !names.has(address)) names.set(address, `AP-${names.size + 1}`)
  }
  for (const session of sessions) {
    name(session.oldPeer)
    for (const attempt of session.attempts) name(attempt.bssid)
    name(session.newPeer)
  }
  return names
}
