import type {Finding} from './finding.js'
import {listing} from './listing.js'
import {plain} from './markdown.js'
import type {RuleExample} from './rule.js'

/** What the rules make of an example; the rule is the one whose example it is. */
export interface ExampleResult {
  /** Of the rule, in order of time. Lines are those of `exampleText`. */
  readonly findings: readonly Finding[]
  /** Checks of the rule that passed. */
  readonly passes: number
  /** Why checks of the rule were not applicable → how many. */
  readonly reasons: ReadonlyMap<string, number>
  /** Rules that report the records which this one would have reported. */
  readonly leftTo: readonly string[]
  /** Other rules that report something else, by id. */
  readonly others: readonly string[]
}

/** The scenario as the page shows it. */
export function exampleText({scenario}: RuleExample): string {
  return `${scenario.replace(/^\n/, '').trimEnd()}\n`
}

/** An example as it can be fed to `analyze`, and what comes of it. */
export function exampleDoc(example: RuleExample, title: string, result: ExampleResult): string {
  const heading = `### ${plain(title.charAt(0).toUpperCase() + title.slice(1))}`
  const remarks = result.findings.length === 0 ? silence(result) : result.findings.map(words)
  if (result.others.length > 0) remarks.push(`Other rules with findings here: ${links(result.others)}.`)
  return `${heading}\n\n\`\`\`text\n${exampleText(example)}\`\`\`\n\n${quote(remarks.join('\n\n'))}`
}

function words({severity, verdict, blame, confidence, atUs, message, expected, evidence, limits}: Finding): string {
  const lines = [...new Set(evidence.map(({line}) => line))]
  const facts = [
    `**${verdict === 'inconclusive' ? `inconclusive ${severity}` : severity}**`,
    atUs === null ? 'whole capture' : `at ${atUs / 1000} ms`,
    `${blame}`,
    `${confidence} confidence`,
    ...(limits.length === 0 ? [] : [limits.join(', ')]),
    ...(lines.length === 0 ? [] : [`${lines.length === 1 ? 'line' : 'lines'} ${listing(lines.map(String))}`]),
  ]
  const paragraphs = [facts.join(' · '), plain(message)]
  if (expected.length > 0) paragraphs.push(`Expected: ${plain(expected.join('; '))}.`)
  return paragraphs.join('\n\n')
}

function silence({passes, reasons, leftTo}: ExampleResult): string[] {
  const said = [
    ...(passes === 0 ? [] : [`Passes${times(passes)}.`]),
    ...[...reasons].map(([reason, count]) => `Not applicable${times(count)}: ${plain(reason)}.`),
    ...(leftTo.length === 0 ? [] : [`Left to ${links(leftTo)}, which reports the same records.`]),
  ]
  return said.length === 0 ? ['Nothing for this rule to judge.'] : said
}

function times(count: number): string {
  return count === 1 ? '' : ` (${count} times)`
}

function links(ids: readonly string[]): string {
  return listing(ids.map(id => `[${id}](${id}.md)`))
}

function quote(text: string): string {
  return text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')
}
