import {Args} from '@oclif/core'
import {BaseCommand, type ExitCode, UserError} from '../cli/command.js'
import {configuration} from '../cli/configuration.js'
import {formatFlag, rulesFileFlag} from '../cli/flags.js'
import {userRules} from '../cli/user-rules.js'
import {jsonList} from '../reports/json.js'
import {printable} from '../reports/printable.js'
import {ruleRow} from '../reports/rule-row.js'
import type {Screen} from '../reports/screen.js'
import {wrap} from '../reports/text/width.js'
import {LIMIT_CODES} from '../rules/doc.js'
import {DURATIONS} from '../rules/durations.js'
import {rules} from '../rules/index.js'
import type {Rule, RuleExample, RuleMeta} from '../rules/rule.js'
import {didYouMean} from '../user/files/suggest.js'
import {explain, explainable, type Match} from '../wdi/explain.js'

export default class Explain extends BaseCommand {
  static override summary = 'Any code in words, offline: a rule, a message, a TLV, a status or reason, an event.'
  static override description =
    `Names in any case, with or without prefix; numbers decimal or 0x…. A number alone may mean several things;
a word in front says which: reason 7, status 30, tlv 0x35, id 100, event 8002, element 48.`
  static override examples = [
    {description: 'A rule:', command: '<%= config.bin %> <%= command.id %> task-hang-m3-m4'},
    {description: 'An OID:', command: '<%= config.bin %> <%= command.id %> 0xE4400064'},
    {description: 'An 802.11 reason:', command: '<%= config.bin %> <%= command.id %> reason 15'},
  ]
  static override strict = false
  static override args = {
    thing: Args.string({description: 'What to explain.', required: true, ignoreStdin: true}),
  }
  static override flags = {format: formatFlag(['text', 'json']), 'rules-file': rulesFileFlag}

  async run(): Promise<ExitCode> {
    const {raw, flags} = await this.parse(Explain)
    const words = raw.filter(token => token.type === 'arg').map(token => token.input)
    const thing = words.join(' ')
    const all = [...rules, ...ownRules(thing, flags['rules-file'] ?? [])]
    const matches = [...ruleMatches(thing, all), ...explain(thing)]
    if (matches.length === 0) {
      const names = [...all.map(rule => rule.meta.id), ...explainable()]
      const hint = didYouMean(thing, names, 'Rules are listed by roamscope rules; numbers are decimal or 0x….')
      throw new UserError(2, `${thing} is nothing that roamscope knows.`, hint)
    }
    if (flags.format === 'json') {
      await this.write(jsonList(matches, match => match))
      await this.write('\n')
    } else {
      await this.write(textOf(matches, flags.verbose, this.screen(flags.color)))
    }
    return 0
  }
}

/** Rules of the user; codes are explained whatever the configuration says. */
const ownRules = (thing: string, files: readonly string[]): Rule[] =>
  files.length > 0 || thing.startsWith('user-')
    ? userRules(configuration(process.cwd(), process.env), files).map(({rule}) => rule)
    : []

const ruleMatches = (thing: string, all: readonly Rule[]): Match[] =>
  all.filter(rule => rule.meta.id === thing.trim().toLowerCase()).map(rule => ruleMatch(rule.meta))

function ruleMatch(meta: RuleMeta): Match {
  const row = ruleRow(meta)
  return {
    kind: 'rule',
    name: meta.id,
    value: null,
    text: meta.statement,
    source: meta.source,
    details: {
      category: row.category,
      severity: row.severity,
      blame: row.blame,
      tier: row.tier,
      ...(row.numbers === null ? {} : {number: row.numbers}),
      ...(DURATIONS[meta.id] === undefined ? {} : {measured: DURATIONS[meta.id]}),
      why: meta.why,
      harmless: meta.harmless,
      next: meta.next,
      needs: meta.needs,
      limits: meta.limits.map(code => `${code}: ${LIMIT_CODES[code]}`),
      reported: meta.examples.bad.map(exampleText),
      'not reported': meta.examples.good.map(exampleText),
    },
  }
}

/** Title and scenario of an example, one under the other. */
const exampleText = ({title, scenario}: RuleExample) => `${title}\n${scenario.trim()}`

/** All meanings, each on a line; the details of the only one, or of all of them. */
function* textOf(matches: readonly Match[], verbose: boolean, screen: Screen): Iterable<string> {
  const {chalk, width, unicode} = screen
  const inFull = verbose || matches.length === 1
  for (const match of matches) {
    const number = match.value === null ? '' : ` ${match.value}`
    yield `${chalk.bold(printable(match.name, unicode))}${number}  ${chalk.dim(match.kind)}\n`
    for (const line of wrap(match.text, width - 2)) yield `  ${printable(line, unicode)}\n`
    if (inFull) yield* detailLines(match, screen)
  }
  if (!inFull) yield chalk.dim(`${matches.length} meanings; details of all: --verbose\n`)
}

function* detailLines(match: Match, {chalk, width, unicode}: Screen): Iterable<string> {
  const source = match.source === null ? [] : [['source', match.source] as const]
  const details = Object.entries(match.details)
  // Examples come last: they are long.
  const long = ([, value]: readonly [string, unknown]) =>
    Array.isArray(value) && value.some(text => `${text}`.includes('\n'))
  const entries = [...details.filter(entry => !long(entry)), ...source, ...details.filter(long)]
  const column = Math.max(0, ...entries.map(([label]) => label.length))
  for (const [label, value] of entries) {
    const texts = Array.isArray(value) ? value.map(String) : [String(value)]
    // Examples are tables of their own: their lines stay as they are.
    const room = Math.max(20, width - column - 4)
    const lines = texts.flatMap(text => (text.includes('\n') ? [...text.split('\n'), ''] : wrap(text, room)))
    for (const [index, line] of lines.entries()) {
      const left = (index === 0 ? label : '').padEnd(column)
      yield `  ${chalk.dim(left)}  ${printable(line, unicode)}\n`
    }
  }
}
