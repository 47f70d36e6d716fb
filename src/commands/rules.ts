import * as Flags from '@oclif/core/flags'
import {BaseCommand, type ExitCode} from '../cli/command.js'
import {configuration} from '../cli/configuration.js'
import {formatFlag, rulesFileFlag} from '../cli/flags.js'
import {rulesToTest, userRules} from '../cli/user-rules.js'
import {jsonList} from '../reports/json.js'
import {ruleRow} from '../reports/rule-row.js'
import {ruleTestList} from '../reports/rule-tests.js'
import {ruleList} from '../reports/text/rule-list.js'
import {rules} from '../rules/index.js'
import {runRuleTests} from '../user/rules/run-rule-tests.js'

export default class Rules extends BaseCommand {
  static override summary = 'The catalogue of rules: what each one demands, how grave it is, and whose business.'
  static override description = `For one rule in full, with examples and what to do next: roamscope explain RULE.

With --test it runs the tests that a file of your own rules carries instead; exit code 1 when one fails.`
  static override examples = [
    {description: 'By category:', command: '<%= config.bin %> <%= command.id %>'},
    {description: 'For scripts:', command: '<%= config.bin %> <%= command.id %> --format json'},
    {description: 'Do my own rules hold?', command: '<%= config.bin %> <%= command.id %> --test team-rules.yaml'},
  ]
  static override flags = {
    format: formatFlag(['text', 'json']),
    'rules-file': rulesFileFlag,
    test: Flags.string({
      summary: 'Run the tests in a file with rules of your own, or in a configuration.',
      helpValue: 'FILE',
      exclusive: ['rules-file'],
      helpGroup: 'RULES',
    }),
  }

  async run(): Promise<ExitCode> {
    const {flags} = await this.parse(Rules)
    const screen = this.screen(flags.color)
    if (flags.test !== undefined) {
      const results = await runRuleTests(rulesToTest(flags.test))
      await this.list(flags.format, results, ruleTestList(results, screen))
      return results.every(({passed}) => passed) ? 0 : 1
    }
    const own = userRules(configuration(process.cwd(), process.env), flags['rules-file'] ?? [])
    const rows = [...rules, ...own.map(({rule}) => rule)].map(rule => ruleRow(rule.meta))
    await this.list(flags.format, rows, ruleList(rows, screen))
    return 0
  }

  private async list(format: string, rows: readonly object[], text: Iterable<string>): Promise<void> {
    if (format !== 'json') await this.write(text)
    else {
      await this.write(jsonList(rows, row => row))
      await this.write('\n')
    }
  }
}
