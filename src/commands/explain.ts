import * as Args from '@oclif/core/args'
import {BaseCommand, type ExitCode, UserError} from '../cli/command.js'
import {configuration} from '../cli/configuration.js'
import {formatFlag, rulesFileFlag} from '../cli/flags.js'
import {userRules} from '../cli/user-rules.js'
import {jsonList} from '../reports/json.js'
import {ruleMatch} from '../reports/rule-match.js'
import {matchScreen} from '../reports/text/match-screen.js'
import {rules} from '../rules/index.js'
import type {Rule} from '../rules/rule.js'
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
      await this.write(matchScreen(matches, flags.verbose, this.screen(flags.color)))
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
