import {severityRank} from '../../analysis/worst.js'
import type {Page} from './page.js'

/** One line a finding, as compilers print them: editors, grep and CI already read `file:line: severity rule text`. */
export function* quietFindings(page: Page): Iterable<string> {
  const {findings, inputs} = page.analysis
  const order = [...findings].sort((a, b) => severityRank[b.severity] - severityRank[a.severity])
  for (const finding of order) {
    const [proof] = finding.evidence
    const path = inputs[proof?.input ?? 0]?.path ?? '?'
    const place = proof ? `${page.theirs(path)}:${proof.line}` : page.theirs(path)
    const word = finding.verdict === 'inconclusive' ? `undecided ${finding.severity}` : finding.severity
    const session = finding.session === null ? '' : ` [session ${finding.session}]`
    yield `${place}: ${word} ${finding.rule} (${finding.blame}) ${page.mixed(finding.message)}${session}`
  }
}
