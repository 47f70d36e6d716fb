import type {Finding} from '../rules/finding.js'
import type {Outcome} from '../sessions/session.js'
import type {SessionReport} from './analysis.js'

const harm: Readonly<Record<Outcome, number>> = {
  hung: 6,
  'device-reset': 6,
  failed: 5,
  rejected: 4,
  'aborted-after-disassoc': 3,
  aborted: 2,
  'aborted-before-disassoc': 2,
  incomplete: 1,
  stayed: 0,
  success: 0,
}

const linkKinds = new Set(['roam', 'connect', 'legacy-roam', 'legacy-connect'])

/** Roams and connects, with the driver model of either time. */
export const isLinkSession = (session: SessionReport) => linkKinds.has(session.kind)

/** Ended in a way that its user noticed. */
export const wentWrong = (session: SessionReport) => session.outcome !== null && harm[session.outcome] >= 3

/** Violations of the session, most severe first, then in order of time: the cause before its consequences. */
export function violationsOf(session: SessionReport, findings: readonly Finding[]): readonly Finding[] {
  if (session.findings.length === 0) return []
  const own = session.findings.map(index => findings[index]).filter(found => found?.verdict === 'violation')
  return (own as Finding[]).sort((a, b) => severityRank[b.severity] - severityRank[a.severity])
}

export const severityRank = {info: 1, warning: 2, error: 3} as const

/** Sessions, worst first: broken links, errors, other bad ends, warnings, then the longest. */
export function worstFirst(sessions: readonly SessionReport[], findings: readonly Finding[]): readonly SessionReport[] {
  const ranked = sessions.map(session => ({session, rank: rankOf(session, findings)}))
  ranked.sort((a, b) => {
    for (let i = 0; i < b.rank.length; i++) {
      const difference = (b.rank[i] ?? 0) - (a.rank[i] ?? 0)
      if (difference !== 0) return difference
    }
    return a.session.startUs - b.session.startUs
  })
  return ranked.map(entry => entry.session)
}

function rankOf(session: SessionReport, findings: readonly Finding[]): readonly number[] {
  const link = isLinkSession(session)
  const bad = session.outcome === null ? 0 : harm[session.outcome]
  const severity = severityRank[violationsOf(session, findings)[0]?.severity ?? 'info']
  const {gapService, gapL2, tService, tTask} = session.totalsUs
  const errors = severity === 3 ? 1 : 0
  const longest = gapService ?? gapL2 ?? tService ?? tTask ?? 0
  return [
    link && bad >= 3 ? bad : 0,
    errors,
    bad,
    severity === 2 ? 1 : 0,
    session.findings.length > 0 ? 1 : 0,
    link ? 1 : 0,
    longest,
  ]
}
