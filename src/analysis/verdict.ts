import {reasonWords} from '../autoconfig/reasons.js'
import type {Micros} from '../events/units.js'
import type {Confidence, Finding} from '../rules/finding.js'
import type {Blame} from '../rules/rule.js'
import type {Analysis, SessionReport} from './analysis.js'
import {duration} from './duration.js'
import {judged} from './judged.js'
import {fullTime} from './moment.js'
import {isLinkSession, violationsOf, wentWrong, worstFirst} from './worst.js'

export type Unjudged = Omit<Analysis, 'verdict'>
type Verdict = Analysis['verdict']

/** Who wrote the records, for captures without a Wi-Fi event. */
export interface Provider {
  readonly name: string | null
  readonly records: number
}

/** One sentence on a capture, as an engineer would say it: the worst first and whose fault, else how healthy it was. */
export function verdict(analysis: Unjudged, providers: readonly Provider[] = []): Verdict {
  const {inputs, sessions, findings} = analysis
  if (inputs.every(input => input.wifiRecords === 0)) return nothingToJudge(analysis, providers)
  const worst = worstFirst(sessions, findings)[0]
  if (worst && isLinkSession(worst) && wentWrong(worst)) return brokenLink(analysis, worst)
  const violations = findings.filter(finding => finding.verdict === 'violation' && finding.blame !== 'capture')
  const errors = violations.filter(finding => finding.severity === 'error')
  if (errors.length > 0) return broken(analysis, errors, 'error')
  const warnings = violations.filter(finding => finding.severity === 'warning')
  if (warnings.length > 0) return broken(analysis, warnings, 'warning')
  return healthy(analysis, violations.length)
}

function nothingToJudge({inputs}: Unjudged, providers: readonly Provider[]): Verdict {
  const say = (why: string): Verdict => ({text: `Nothing could be judged: ${why}.`, confidence: 'low'})
  const records = inputs.reduce((sum, input) => sum + input.records, 0)
  const broken = inputs.find(input => input.problems.length > 0)
  if (records > 0) {
    const none = 'none of them a message between Windows and a Wi-Fi driver, or an event of WLAN AutoConfig'
    return say(`the input holds ${count(records, 'record')}${writers(providers)}, ${none}`)
  }
  if (!broken) return say('the input holds no record that could be read')
  return say(`${broken.path} could not be read: ${ended(broken.problems.at(-1)?.message ?? 'no reason is known')}`)
}

/** " of X, Y and 3 others", the busiest first. */
function writers(providers: readonly Provider[]): string {
  const counts = new Map<string, number>()
  for (const {name, records} of providers) if (name) counts.set(name, (counts.get(name) ?? 0) + records)
  const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
  if (names.length === 0) return ''
  const rest = names.length > 3 ? ` and ${count(names.length - 2, 'other')}` : ''
  return ` of ${names.slice(0, rest === '' ? 3 : 2).join(', ')}${rest}`
}

function brokenLink(analysis: Unjudged, worst: SessionReport): Verdict {
  const {sessions, findings} = analysis
  const links = sessions.filter(isLinkSession)
  const wrong = links.filter(wentWrong).length
  const cause = violationsOf(worst, findings)[0]
  const what = `The ${title(worst, analysis)} ${ending[worst.outcome ?? 'failed']}`
  const share = links.length > 1 ? `; ${wrong} of ${links.length} roams and connects went wrong` : ''
  const text = `${what}${reason(worst, cause)}${share}.`
  return {text, confidence: cause?.confidence ?? lowered(analysis, worst.partial ? 'low' : 'medium')}
}

function broken(analysis: Unjudged, violations: readonly Finding[], severity: 'error' | 'warning'): Verdict {
  const worst = [...violations].sort((a, b) => trust[b.confidence] - trust[a.confidence])[0] as Finding
  const session = analysis.sessions.find(candidate => candidate.id === worst.session)
  const where = session ? ` in the ${title(session, analysis)}` : ''
  const what =
    severity === 'error' ? `but ${doer[worst.blame]} broke a rule` : `with a warning about ${doer[worst.blame]}`
  const others = violations.filter(finding => finding !== worst)
  const rest = others.length === 0 ? '' : `; ${count(others.length, `more ${severity}`)} (${blames(others)})`
  const text = `${links(analysis)}, ${what}${where}: ${ended(worst.message)} (${worst.rule})${rest}.`
  return {text, confidence: worst.confidence}
}

const doer: Readonly<Record<Blame, string>> = {
  driver: 'the driver',
  host: 'the host (Windows), not the driver,',
  ap: 'the access point, not the driver,',
  either: 'somebody (the trace cannot tell who)',
  capture: 'the capture',
}

/** "3 driver, 1 host", the commonest first. */
function blames(findings: readonly Finding[]): string {
  const counts = new Map<Blame, number>()
  for (const {blame} of findings) counts.set(blame, (counts.get(blame) ?? 0) + 1)
  const parts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return parts.map(([blame, n]) => `${n} ${blame}`).join(', ')
}

function healthy(analysis: Unjudged, remarks: number): Verdict {
  const able = judged(analysis.rules).length
  const open = analysis.findings.filter(finding => finding.verdict === 'inconclusive').length
  const crashed = analysis.rules.filter(rule => rule.status === 'crashed').length
  const remark = remarks === 0 ? '' : ` and left ${count(remarks, 'remark')}`
  const undecided = open === 0 ? '' : `; ${count(open, 'verdict')} had to stay open`
  const broke = crashed === 0 ? '' : `; ${count(crashed, 'rule')} crashed`
  const rules = able === 0 ? 'no rule had what it needs to judge' : `${count(able, 'rule')} judged and found no fault`
  const text = `${links(analysis)}${pace(analysis)}; ${rules}${remark}${undecided}${broke}.`
  const start: Confidence = able === 0 || crashed > 0 ? 'low' : open > 0 ? 'medium' : 'high'
  return {text, confidence: lowered(analysis, start)}
}

const ending: Readonly<Record<string, string>> = {
  hung: 'hung',
  'device-reset': 'ended in a reset of the device',
  failed: 'failed',
  rejected: 'was rejected by the driver',
  'aborted-after-disassoc': 'was aborted after the old link was gone',
}

const fault: Readonly<Record<Blame, string>> = {
  driver: 'and the driver is at fault',
  host: 'and the host (Windows) is at fault, not the driver',
  ap: 'and the access point is at fault, not the driver',
  either: 'and whose fault it is the trace cannot tell',
  capture: 'and the capture is at fault',
}

/** What follows the deed: whose fault, and how one knows. */
function reason(session: SessionReport, cause: Finding | undefined): string {
  if (cause) return `, ${fault[cause.blame]}: ${ended(cause.message)} (${cause.rule})`
  if (session.windows) return ` as Windows tells it, ${toldReason(session.windows)}`
  const last = session.attempts.at(-1)
  if (!last) return ': no attempt to associate is recorded and no rule explains it'
  const code = last.dot11Status === null ? '' : `, 802.11 status ${last.dot11Status}`
  const status = last.status === null ? '' : ` with status ${last.status}${code}`
  return `: the last attempt${last.bssid === null ? '' : `, at ${last.bssid},`} ended${status}, and no rule explains it`
}

/** Windows' own words are a stranger's: reports make them printable, as every string. */
function toldReason({reason, lastGood, firstBad}: NonNullable<SessionReport['windows']>): string {
  if (reason?.code != null) return reasonWords(reason.code)
  if (reason?.text != null) return `which gives as the reason: ${ended(reason.text)}`
  if (firstBad === null) return 'which gives no reason'
  const after = lastGood === null ? '' : ` after ${lastGood.state}`
  return `which gives no reason; its ${firstBad.machine} went wrong${after}: ${firstBad.state}`
}

/** "roam from X to Y at T". */
function title(session: SessionReport, analysis: Unjudged): string {
  const from = session.oldPeer === null ? '' : ` from ${session.oldPeer}`
  const target = session.newPeer ?? session.attempts.at(-1)?.bssid ?? null
  const to = target === null ? '' : ` to ${target}`
  const {startUs, zone} = analysis.capture
  return `${session.kind}${from}${to}${startUs === null ? '' : ` at ${fullTime(session.startUs, zone)}`}`
}

/** "3 roams and 1 connect, all successful". */
function links({sessions, inputs}: Unjudged): string {
  const own = sessions.filter(isLinkSession)
  if (own.length === 0) {
    const events = inputs.reduce((sum, input) => sum + input.wifiRecords, 0)
    return sessions.length === 0
      ? `No session could be rebuilt from ${count(events, 'Wi-Fi event')}`
      : `${count(sessions.length, 'session')}, none of them a roam or connect`
  }
  const roams = own.filter(session => session.kind.endsWith('roam')).length
  const parts = [
    ...(roams > 0 ? [count(roams, 'roam')] : []),
    ...(own.length > roams ? [count(own.length - roams, 'connect')] : []),
  ]
  const good = own.filter(session => session.outcome === 'success').length
  const ends =
    good === own.length ? (good === 1 ? 'successful' : 'all successful') : `${good} of them successful, none failed`
  return `${parts.join(' and ')}, ${ends}`
}

/** Below five values they are given as they are (a median of three says little). */
function pace({sessions, capture}: Unjudged): string {
  const times: Micros[] = []
  for (const session of sessions) {
    if (session.kind.endsWith('roam') && session.outcome === 'success' && session.totalsUs.tTask !== null) {
      times.push(session.totalsUs.tTask)
    }
  }
  if (times.length === 0) return ''
  times.sort((a, b) => a - b)
  const say = (us: Micros | undefined) => duration(us ?? 0, capture.granularityUs)
  if (times.length < 5) return `, roaming in ${times.map(say).join(', ')}`
  const middle = times[Math.floor((times.length - 1) / 2)]
  return `, roaming in ${say(middle)} (median of ${times.length}), at most ${say(times.at(-1))}`
}

const trust = {low: 1, medium: 2, high: 3} as const

/** Loss, a coarse clock and unread input weaken what silence means, one step together. */
function lowered({capture, inputs}: Unjudged, confidence: Confidence): Confidence {
  const weak =
    capture.lossSpans.length > 0 ||
    (capture.granularityUs ?? 1) >= 10_000 ||
    inputs.some(input => input.lostEvents > 0 || input.problems.length > 0)
  if (!weak || confidence === 'low') return confidence
  return confidence === 'high' ? 'medium' : 'low'
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
const ended = (sentence: string) => sentence.replace(/[.\s]+$/, '')
