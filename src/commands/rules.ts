import {formatFlag} from '../cli/flags.js'
import {BaseCommand, type ExitCode} from '../command.js'
import {jsonList} from '../reports/json.js'
import {ruleRow} from '../reports/rule-row.js'
import {ruleList} from '../reports/text/rule-list.js'
import {rules} from '../rules/index.js'

export default class Rules extends BaseCommand {
  static override summary = 'The catalogue of rules: what each one demands, how grave it is, and whose business.'
  static override description = 'For one rule in full, with examples and what to do next: roamscope explain RULE.'
  static override examples = [
    {description: 'By category:', command: '<%= config.bin %> <%= command.id %>'},
    {description: 'For scripts:', command: '<%= config.bin %> <%= command.id %> --format json'},
  ]
  static override flags = {format: formatFlag(['text', 'json'])}

  async run(): Promise<ExitCode> {
    const {flags} = await this.parse(Rules)
    const rows = rules.map(rule => ruleRow(rule.meta))
    if (flags.format === 'json') {
      await this.write(jsonList(rows, row => row))
      await this.write('\n')
    } else {
      await this.write(ruleList(rows, this.screen(flags.color)))
    }
    return 0
  }
}
