import {type ExampleResult, exampleDoc} from './example-doc.js'
import {plain} from './markdown.js'
import type {Basis, LimitCode, Rule, RuleExample, RuleMeta, SourceClass} from './rule.js'
import {SUPPRESSES} from './suppression.js'

/** What a verdict is decided from, and what lost records do to it (rules.md 0.4). */
const BASIS: Readonly<Record<Basis, string>> = {
  V: 'a value inside one record; lost records change nothing',
  O: 'the order or number of recorded events; inconclusive where a lost one between them could make it legal',
  A: 'an event that is missing in a window; inconclusive where losses or the edge of the capture touch it',
  D: 'a duration; with both ends recorded losses change nothing, with the end missing the whole limit must be covered',
  S: 'statistics over many sessions',
  M: 'facts about the capture itself',
}

/** What kind of source stands behind a rule (rules.md 0.2). */
const CLASS: Readonly<Record<SourceClass, string>> = {
  MUST: 'a demand of the documentation: must, only, never, or a limit whose excess counts as an error',
  DV: 'a rule of Driver Verifier',
  STD: 'a demand of the 802.11 standard',
  REQ: 'a figure of the certification programme, measured on a bench',
  SHOULD: 'a recommendation of the documentation, or a value it calls normal',
  DESC: 'behaviour that the documentation describes without demanding it',
  HEUR: 'reasoning, conventions, figures of vendors',
}

/** rules.md 0.5. */
export const LIMIT_CODES: Readonly<Record<LimitCode, string>> = {
  'L-LOSS': 'records were lost where they could change the verdict',
  'L-EDGE': 'the window reaches beyond the capture',
  'L-GRAN': 'the clock of the capture is too coarse to tell on which side of the limit the value lies',
  'L-HOST': 'load or sleep of the machine is part of the value',
  'L-FRAME': 'frame bytes or TLV lists are needed, which text exports seldom have',
  'L-CAP': 'capabilities of the driver or roles of the ports are needed, which not every trace shows',
  'L-TXN': 'without transaction ids records are matched by port and kind only',
  'L-MLD': 'link and MLD addresses could not be mapped to each other',
  'L-STATE': 'the association before the event is not known for sure',
  'L-MODEL': 'the page is written for WDI and not repeated for WiFiCx',
}

/** A rule as a page of Markdown, with what `results` says about each of its examples. */
export function ruleDoc({meta}: Rule, results: ReadonlyMap<RuleExample, ExampleResult>): string {
  const {bad, good} = meta.examples
  const section = (heading: string, examples: readonly RuleExample[]) =>
    examples.length === 0 ? [] : [heading, ...examples.map(one => example(one, results))]
  const certain = (examples: readonly RuleExample[]) => examples.filter(one => !isInconclusive(one))
  return [
    `# ${meta.id}`,
    `**${plain(meta.statement)}**`,
    facts(meta),
    '## Why it matters',
    plain(meta.why),
    '## What to do next',
    plain(meta.next),
    ...section('## Reported', certain(bad)),
    ...section('## Inconclusive', [...bad, ...good].filter(isInconclusive)),
    ...section('## Not reported', certain(good)),
    '## When it is harmless',
    plain(meta.harmless),
    '## Limits',
    limits(meta),
    '## Source',
    plain(meta.source),
    '',
  ].join('\n\n')
}

function facts(meta: RuleMeta): string {
  const rows = [
    ['category', `[${meta.category}](index.md#${meta.category})`],
    ['severity', severityWords(meta)],
    ['whose business', blameWords(meta)],
    ['tier', meta.tier === 1 ? '1: needs common fields only' : '2: needs frames or capabilities, or is rare'],
    ['decided from', BASIS[meta.basis]],
    ['kind of source', `${meta.class}: ${CLASS[meta.class]}`],
    ['number', meta.numbers ?? 'none'],
    ['needs', meta.needs.join('; ')],
  ]
  return ['| | |', '| --- | --- |', ...rows.map(([name, value = '']) => `| ${name} | ${cell(value)} |`)].join('\n')
}

export function severityWords({severity}: RuleMeta): string {
  return typeof severity === 'string' ? severity : `${severity.wdi} on WDI, ${severity.wificx} on WiFiCx`
}

export function blameWords({blame}: RuleMeta): string {
  return [blame].flat().join(' or ')
}

const INCONCLUSIVE = /^inconclusive:\s*/

/** By the title of an example: the rule speaks, but the trace cannot prove it. */
export function isInconclusive({title}: RuleExample): boolean {
  return INCONCLUSIVE.test(title)
}

function example(one: RuleExample, results: ReadonlyMap<RuleExample, ExampleResult>): string {
  const result = results.get(one)
  if (result === undefined) throw new Error(`no result of the example "${one.title}"`)
  return exampleDoc(one, one.title.replace(INCONCLUSIVE, ''), result)
}

function limits({id, limits}: RuleMeta): string {
  const lines = limits.map(code => `- ${code}: ${LIMIT_CODES[code]}.`)
  const causes = Object.keys(SUPPRESSES).filter(cause => SUPPRESSES[cause]?.includes(id))
  if (causes.length > 0)
    lines.push(`- Not reported for records that ${list(causes)} already names: one cause, one finding.`)
  const effects = SUPPRESSES[id] ?? []
  if (effects.length > 0) lines.push(`- Takes the place of ${list(effects)} for the same records.`)
  return lines.length === 0
    ? 'None beyond those of every rule: what was not exported cannot be judged.'
    : lines.join('\n')
}

function list(ids: readonly string[]): string {
  return ids.map(id => `[${id}](${id}.md)`).join(', ')
}

/** Links stand in cells as they are; a bar would end the cell. */
function cell(text: string): string {
  return text.startsWith('[') ? text : plain(text).replaceAll('|', '\\|')
}
